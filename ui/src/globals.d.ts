/** Whether the fake back end is part of this build. */
declare const __FAKE_BACKEND__: boolean;
