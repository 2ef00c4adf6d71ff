import type { Backend } from '../backend/backend';
import type { Problem } from '../bindings/Problem';
import type { ProblemCode } from '../bindings/ProblemCode';
import type { ProfileView } from '../bindings/ProfileView';
import { asProblem } from './problems';

/** How long the browser is waited for; the dialer gives up by then. */
export const SIGN_IN_MS = 120_000;

/** What the person did on purpose is no problem to tell. */
const GIVEN_UP: ProblemCode = 'sign_in_cancelled';

/** A sign-in that waits for the browser. */
export interface Waiting {
  profileId: string;
  /** The page in the browser; none until it is known. */
  url: string | null;
  /** When it is given up, in milliseconds. */
  until: number;
  /** Whether it was begun here, and so ends here. */
  ours: boolean;
}

/** Signing in as a person, and out: what goes on, and what went wrong. */
export class SignInFlow {
  waiting: Waiting | null = $state.raw(null);
  problem: { profileId: string; what: Problem } | null = $state.raw(null);
  /** The connection that is signed out of. */
  leaving: string | null = $state(null);

  readonly #backend: Backend;
  readonly #changed: (profile: ProfileView) => void;

  constructor(backend: Backend, changed: (profile: ProfileView) => void) {
    this.#backend = backend;
    this.#changed = changed;
  }

  /** Opens the browser, and waits for what the person does there. */
  async begin(profileId: string): Promise<void> {
    if (this.waiting?.profileId === profileId) return;
    const waiting = this.#wait(profileId, null, true);
    this.problem = null;
    try {
      this.#changed(await this.#backend.signIn(profileId));
    } catch (reason) {
      const what = asProblem(reason);
      // Of an earlier sign-in, nothing is told while another one waits.
      if (this.#goesOn(waiting) && what.code !== GIVEN_UP) this.problem = { profileId, what };
    } finally {
      if (this.#goesOn(waiting)) this.waiting = null;
    }
  }

  async cancel(): Promise<void> {
    const { waiting } = this;
    if (waiting === null) return;
    try {
      await this.#backend.cancelSignIn(waiting.profileId);
    } catch (reason) {
      this.problem = { profileId: waiting.profileId, what: asProblem(reason) };
    }
    // Where the page has not begun it itself, nothing else says that it is over.
    if (this.waiting?.profileId === waiting.profileId) this.waiting = null;
  }

  async signOut(profileId: string): Promise<void> {
    if (this.leaving !== null) return;
    this.leaving = profileId;
    this.problem = null;
    try {
      this.#changed(await this.#backend.signOut(profileId));
    } catch (reason) {
      this.problem = { profileId, what: asProblem(reason) };
    } finally {
      this.leaving = null;
    }
  }

  /** The browser was opened with this page. */
  opened(profileId: string, url: string): void {
    if (this.waiting?.profileId === profileId) this.waiting = { ...this.waiting, url };
    else this.#wait(profileId, url, false);
  }

  /** The connections have changed: a sign-in that was begun before the page was loaded is over with that. */
  settle(profiles: readonly ProfileView[]): void {
    const { waiting } = this;
    const waited = profiles.find(({ id }) => id === waiting?.profileId);
    if (waiting !== null && (waited === undefined || (!waiting.ours && waited.user !== null))) this.waiting = null;
  }

  problemOf(profileId: string): Problem | null {
    return this.problem?.profileId === profileId ? this.problem.what : null;
  }

  #wait(profileId: string, url: string | null, ours: boolean): Waiting {
    return (this.waiting = { profileId, url, until: Date.now() + SIGN_IN_MS, ours });
  }

  #goesOn({ profileId, until }: Waiting): boolean {
    return this.waiting?.profileId === profileId && this.waiting.until === until;
  }
}
