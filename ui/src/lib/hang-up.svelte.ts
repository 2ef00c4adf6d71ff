import type { Backend } from '../backend/backend';
import type { Problem } from '../bindings/Problem';
import { asProblem } from './problems';

/** Hanging one call up: the press, the question where only everybody can be hung up, and what went wrong. */
export class HangUp {
  busy: boolean = $state(false);
  /** Why it is asked whether the call may end for everybody. */
  question: Problem | null = $state.raw(null);
  problem: Problem | null = $state.raw(null);
  readonly #backend: Backend;
  readonly #id: string;

  constructor(backend: Backend, id: string) {
    this.#backend = backend;
    this.#id = id;
  }

  /** Hang up was pressed. */
  async press(): Promise<void> {
    await this.#ask(() => this.#backend.hangUp(this.#id));
  }

  /** The question was answered with yes. */
  async pressAll(): Promise<void> {
    await this.#ask(() => this.#backend.hangUpAll(this.#id));
  }

  /** The question was answered with no. */
  drop(): void {
    this.question = null;
  }

  async #ask(hangUp: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.problem = null;
    try {
      await hangUp();
      this.question = null;
    } catch (reason) {
      const problem = asProblem(reason);
      this.question = problem.code === 'hang_up_denied' ? problem : null;
      this.problem = problem.code === 'hang_up_denied' ? null : problem;
    } finally {
      this.busy = false;
    }
  }
}
