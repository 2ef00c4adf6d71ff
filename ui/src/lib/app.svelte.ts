import type { Backend } from '../backend/backend';
import type { Appearance } from '../bindings/Appearance';
import type { AttemptView } from '../bindings/AttemptView';
import type { Event } from '../bindings/Event';
import type { Feed } from '../bindings/Feed';
import type { Problem } from '../bindings/Problem';
import type { ProfileView } from '../bindings/ProfileView';
import type { StartView } from '../bindings/StartView';
import { NO_KEYRING } from './connection-form.svelte';
import { Dial } from './dial.svelte';
import { History } from './history.svelte';
import { LiveCalls } from './live.svelte';
import { asProblem } from './problems';

export type Phase = 'opening' | 'failed' | 'first-run' | 'main';

/** The state of the whole page. */
export class App {
  phase: Phase = $state('opening');
  problem: Problem | null = $state.raw(null);
  notices: Problem[] = $state.raw([]);
  profile: ProfileView | null = $state.raw(null);
  started: StartView | null = $state.raw(null);
  appearance: Appearance = $state('system');
  feed: Feed = $state('off');
  /** Why the feed is not the socket, where that is wanted. */
  feedReason: Problem | null = $state.raw(null);
  settingsOpen: boolean = $state(false);

  readonly backend: Backend;
  readonly live = new LiveCalls();
  readonly dial: Dial;
  readonly history: History;

  #subscribed = false;
  /** What was told while `start` was being answered: it can be newer than the answer. */
  #told: Event[] = [];

  constructor(backend: Backend) {
    this.backend = backend;
    this.dial = new Dial(backend, this.live, () => this.profile?.id ?? '');
    this.history = new History(backend);
  }

  /** Listens, then asks for everything. Called again by *Try again*. */
  async open(): Promise<void> {
    try {
      if (!this.#subscribed) {
        await this.backend.subscribe((event) => this.#hear(event));
        this.#subscribed = true;
        await this.#readPreferences();
      }
      this.#begin(await this.backend.start());
      for (const event of this.#told.splice(0)) this.#hear(event);
    } catch (reason) {
      this.problem = asProblem(reason);
      this.phase = 'failed';
    }
  }

  async useSandbox(): Promise<void> {
    this.connected(await this.backend.useSandbox());
  }

  /** A connection was made in the first run, or another one took its place. */
  connected(profile: ProfileView): void {
    const another = profile.id !== this.profile?.id;
    this.profile = profile;
    if (another) this.dial.forgetAgent();
    if (this.phase !== 'main') this.#showMain();
  }

  /** After the first connection: says at once where it does not work. It places no call. */
  async checkQuietly(profileId: string): Promise<void> {
    try {
      const steps = await this.backend.checkConnection(profileId);
      const failed = steps.find((step) => step.problem !== null);
      if (failed?.problem) this.notice(failed.problem);
    } catch (reason) {
      this.notice(asProblem(reason));
    }
  }

  notice(problem: Problem): void {
    // The profile was read before the keyring was asked.
    if (this.profile !== null && NO_KEYRING.has(problem.code)) this.profile = { ...this.profile, offers_this_run: true };
    this.notices = [...this.notices.filter(({ code }) => code !== problem.code), problem];
  }

  dismissNotice(problem: Problem): void {
    this.notices = this.notices.filter((notice) => notice !== problem);
  }

  async setAppearance(appearance: Appearance): Promise<void> {
    this.#showAppearance(appearance);
    try {
      await this.backend.setPreferences({ appearance });
    } catch (reason) {
      this.notice(asProblem(reason));
    }
  }

  async setCountry(country: string): Promise<void> {
    this.dial.setCountry(country);
    try {
      await this.backend.setDefaultCountry(country);
    } catch (reason) {
      this.notice(asProblem(reason));
    }
  }

  async cancel(id: string): Promise<void> {
    try {
      await this.backend.cancelCall(id);
    } catch (reason) {
      this.notice(asProblem(reason));
    }
  }

  /** Fills in the agent and the number of an attempt. A person presses Call. */
  callAgain(attempt: AttemptView): void {
    if (attempt.profile_id === this.profile?.id) void this.dial.useAgent(attempt.agent_id, attempt.agent_name);
    this.dial.setTyped(attempt.e164);
    this.dial.rest();
    this.dial.wanted = 'number';
  }

  #showFeed(feed: Feed, reason: Problem | null): void {
    this.feed = feed;
    this.feedReason = reason;
  }

  #begin(started: StartView): void {
    this.started = started;
    this.problem = null;
    this.profile = started.profile;
    this.#showFeed(started.feed, started.feed_reason);
    for (const notice of started.notices) this.notice(notice);
    this.dial.setCountry(started.default_country);
    this.live.clear();
    for (const attempt of started.live) this.live.take(attempt);
    if (started.profile === null) {
      this.phase = 'first-run';
      return;
    }
    this.dial.agent = started.agent;
    if (started.agent?.readiness_known === false) void this.dial.refreshAgent();
    this.#showMain();
  }

  /** The dial card and the history; the keyboard starts where something is missing. */
  #showMain(): void {
    this.phase = 'main';
    this.dial.wanted = this.dial.agent === null ? 'agent' : 'number';
    void this.history.reload();
  }

  #hear(event: Event): void {
    if (this.phase === 'opening' || this.phase === 'failed') {
      this.#told.push(event);
      return;
    }
    if (event.kind === 'notice') {
      this.notice(event.problem);
      return;
    }
    if (event.kind === 'feed') {
      this.#showFeed(event.feed, event.reason);
      return;
    }
    this.live.take(event.attempt);
    this.history.take(event.attempt);
    this.dial.noticeOutcome(event.attempt);
  }

  async #readPreferences(): Promise<void> {
    try {
      this.#showAppearance((await this.backend.getPreferences()).appearance);
    } catch {
      // The window looks as the system does; calls do not depend on it.
      this.#showAppearance('system');
    }
  }

  #showAppearance(appearance: Appearance): void {
    this.appearance = appearance;
    if (appearance === 'system') delete document.documentElement.dataset['appearance'];
    else document.documentElement.dataset['appearance'] = appearance;
  }
}
