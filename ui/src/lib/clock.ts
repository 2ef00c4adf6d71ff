/**
 * A length of time that the back end measured, carried on by the page's own monotonic clock.
 * A correction from the back end never makes it run backwards. Milliseconds throughout.
 */
export class RunningClock {
  #base = 0;
  #since = 0;
  #running = false;
  #shown = 0;
  readonly #monotonic: () => number;

  constructor(monotonic: () => number = () => performance.now()) {
    this.#monotonic = monotonic;
  }

  /** Takes a new measurement; with `running` false the clock stands still from here on. */
  set(elapsed: number, running: boolean): void {
    this.#base = elapsed;
    this.#since = this.#monotonic();
    this.#running = running;
  }

  /** What to show now. */
  read(): number {
    const now = this.#running ? this.#base + (this.#monotonic() - this.#since) : this.#base;
    this.#shown = Math.max(this.#shown, now);
    return this.#shown;
  }
}

/** Milliseconds until something, never below zero. */
export class Countdown {
  readonly #end: number;
  readonly #monotonic: () => number;

  constructor(remaining: number, monotonic: () => number = () => performance.now()) {
    this.#monotonic = monotonic;
    this.#end = monotonic() + remaining;
  }

  read(): number {
    return Math.max(0, this.#end - this.#monotonic());
  }
}
