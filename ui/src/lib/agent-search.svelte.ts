import type { Backend } from '../backend/backend';
import type { AgentView } from '../bindings/AgentView';
import type { Problem } from '../bindings/Problem';
import { Latest } from './latest';
import { asProblem } from './problems';

const TYPE_AHEAD_DELAY_MS = 150;
/** A whole e-mail is looked up when the typing rests, so that its beginnings are not. */
const WHOLE_EMAIL_DELAY_MS = 500;

/** What the list under *Calling as* shows for what is typed into it. */
export class AgentSearch {
  query: string = $state('');
  found: AgentView[] = $state.raw([]);
  /** The text that `found` answers; null while nothing was answered yet. */
  answered: string | null = $state(null);
  searching: boolean = $state(false);
  problem: Problem | null = $state.raw(null);

  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #latest = new Latest();
  readonly #backend: Backend;
  readonly #typeAhead: () => boolean;

  constructor(backend: Backend, typeAhead: () => boolean) {
    this.#backend = backend;
    this.#typeAhead = typeAhead;
  }

  /** Typed: searches when the typing rests. */
  type(query: string): void {
    this.query = query;
    this.searching = true;
    clearTimeout(this.#timer);
    // An answer to what was typed before must not show any more.
    this.#latest.drop();
    const delay = this.#typeAhead() ? TYPE_AHEAD_DELAY_MS : WHOLE_EMAIL_DELAY_MS;
    this.#timer = setTimeout(() => void this.now(query), delay);
  }

  /** Searches without waiting; an empty text asks for the recent agents. */
  async now(query: string = this.query): Promise<void> {
    clearTimeout(this.#timer);
    this.query = query;
    this.searching = true;
    try {
      const read = await this.#latest.ask(() => this.#backend.findAgents(query.trim()));
      if (read === undefined) return;
      this.found = read.answer;
      this.problem = null;
    } catch (reason) {
      this.found = [];
      this.problem = asProblem(reason);
    }
    this.answered = query;
    this.searching = false;
  }

  /** Lets nothing of an earlier search show. */
  reset(): void {
    clearTimeout(this.#timer);
    this.#latest.drop();
    this.query = '';
    this.found = [];
    this.answered = null;
    this.searching = false;
    this.problem = null;
  }
}
