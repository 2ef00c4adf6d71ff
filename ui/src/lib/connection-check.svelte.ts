import type { Backend } from '../backend/backend';
import type { CheckName } from '../bindings/CheckName';
import type { CheckStep } from '../bindings/CheckStep';
import type { Problem } from '../bindings/Problem';
import type { ProfileView } from '../bindings/ProfileView';
import { Latest } from './latest';
import { asProblem } from './problems';

/** What is looked at, in this order; the agent only where one is chosen. */
const STEPS: readonly CheckName[] = [
  'proxy', 'name', 'tls', 'clock', 'token', 'organisation', 'search_users', 'read_station', 'place_calls', 'notifications',
];

export type CheckVerdict = 'running' | 'passed' | 'warned' | 'failed';

/** *Check connection*: a list that fills in. It goes on when nobody looks at it. */
export class ConnectionCheck {
  steps: CheckStep[] = $state.raw([]);
  /** The connection that was looked at last, as it was then. */
  of: ProfileView | null = $state.raw(null);
  running: boolean = $state(false);
  /** Why it could not be looked at. */
  problem: Problem | null = $state.raw(null);
  /** When it was begun. */
  at: string | null = $state(null);

  readonly verdict: CheckVerdict = $derived.by(() => {
    if (this.running) return 'running';
    const has = (state: CheckStep['state']) => this.steps.some((step) => step.state === state);
    return this.problem !== null || has('failed') ? 'failed' : has('warned') ? 'warned' : 'passed';
  });

  readonly #backend: Backend;
  readonly #runs = new Latest();

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  /** Looks at a connection; while that goes on, asking again for the same one changes nothing. */
  async run(profile: ProfileView, agentId: string | null): Promise<void> {
    if (this.running && this.of?.id === profile.id) return;
    const names: CheckName[] = agentId === null ? [...STEPS] : [...STEPS, 'agent'];
    this.of = profile;
    this.at = new Date().toISOString();
    this.steps = names.map((name) => ({ name, state: 'waiting', problem: null, facts: {} }));
    this.problem = null;
    this.running = true;
    try {
      const run = await this.#runs.ask(() => this.#backend.checkConnection(profile.id, agentId));
      if (run === undefined) return;
      this.steps = run.answer;
      this.running = false;
    } catch (reason) {
      this.problem = asProblem(reason);
      this.steps = this.steps.filter(({ state }) => state !== 'waiting' && state !== 'running');
      this.running = false;
    }
  }

  /** A line has changed. */
  take(profileId: string, step: CheckStep): void {
    // The whole list is the last word; what comes behind it is older.
    if (!this.running || this.of?.id !== profileId) return;
    const known = this.steps.some(({ name }) => name === step.name);
    this.steps = known ? this.steps.map((other) => (other.name === step.name ? step : other)) : [...this.steps, step];
  }

  /** The first thing that is wrong. */
  get firstProblem(): Problem | null {
    return this.problem ?? this.steps.find(({ state }) => state === 'failed')?.problem ?? null;
  }
}
