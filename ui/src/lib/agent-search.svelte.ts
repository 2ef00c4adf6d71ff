import type { Backend } from '../backend/backend';
import type { AgentView } from '../bindings/AgentView';
import type { Problem } from '../bindings/Problem';
import { Latest } from './latest';
import { asProblem } from './problems';

const TYPE_AHEAD_DELAY_MS = 150;
/** A whole e-mail is looked up when the typing rests, so that its beginnings are not. */
const WHOLE_EMAIL_DELAY_MS = 500;

/** Where in the list an agent stands. It stays there while the list is open, whatever is learnt. */
export type Section = 'favourites' | 'recent' | 'seen' | 'found';

/**
 * What the list under *Calling as* shows for what is typed into it: at once the agents kept on this
 * computer, then, added to them, those the server finds.
 */
export class AgentSearch {
  query: string = $state('');
  found: AgentView[] = $state.raw([]);
  /** The text that `found` answers; null while nothing was answered yet. */
  answered: string | null = $state(null);
  /** Whether the server is still to answer. */
  searching: boolean = $state(false);
  /** Why the server could not be asked; what is kept here is shown all the same. */
  problem: Problem | null = $state.raw(null);
  /** The agent whom Enter takes. */
  active: string | null = $state(null);

  #timer: ReturnType<typeof setTimeout> | undefined;
  #knowing: Promise<void> = Promise.resolve();
  readonly #sections = new Map<string, Section>();
  readonly #known = new Latest();
  readonly #latest = new Latest();
  readonly #backend: Backend;
  readonly #typeAhead: () => boolean;

  constructor(backend: Backend, typeAhead: () => boolean) {
    this.#backend = backend;
    this.#typeAhead = typeAhead;
  }

  /** Typed: shows who is known at once, and asks the server when the typing rests. */
  type(query: string): void {
    this.#know(query);
    const delay = this.#typeAhead() ? TYPE_AHEAD_DELAY_MS : WHOLE_EMAIL_DELAY_MS;
    this.#timer = setTimeout(() => void this.#find(query), delay);
  }

  /** Asks without waiting; an empty text asks for the favourites and the recent agents. */
  async now(query: string = this.query): Promise<void> {
    this.#know(query);
    await this.#find(query);
  }

  /** Lets nothing of an earlier search show. */
  reset(): void {
    clearTimeout(this.#timer);
    this.#known.drop();
    this.#latest.drop();
    this.query = '';
    this.#show([], null);
    this.searching = false;
    this.problem = null;
  }

  /** Something about an agent has changed. */
  take(agent: AgentView): void {
    this.found = this.found.map((known) => (known.id === agent.id ? agent : known));
  }

  sectionOf(id: string): Section {
    return this.#sections.get(id) ?? 'found';
  }

  /** Moves the highlight by rows, round the ends. */
  move(step: 1 | -1): void {
    const count = this.found.length;
    if (count === 0) return;
    const at = this.found.findIndex(({ id }) => id === this.active);
    const next = at < 0 ? (step > 0 ? 0 : count - 1) : (at + step + count) % count;
    this.active = this.found[next]?.id ?? null;
  }

  #know(query: string): void {
    clearTimeout(this.#timer);
    // An answer to what was typed before must not show any more.
    this.#latest.drop();
    this.query = query;
    this.searching = true;
    this.problem = null;
    this.#knowing = this.#readKnown(query);
  }

  async #readKnown(query: string): Promise<void> {
    try {
      const read = await this.#known.ask(() => this.#backend.knownAgents(query.trim()));
      if (read !== undefined) this.#show(read.answer, query);
    } catch {
      // The server is asked in any case, and tells what is wrong where nothing works.
      this.#show([], query);
    }
  }

  async #find(query: string): Promise<void> {
    const read = this.#latest.ask(() => this.#backend.findAgents(query.trim()));
    try {
      // Who is known stands first, also where the server is quicker.
      const [answer] = await Promise.all([read, this.#knowing]);
      if (answer === undefined) return;
      this.#add(answer.answer, query);
    } catch (reason) {
      if (query !== this.query) return;
      this.problem = asProblem(reason);
    }
    this.searching = false;
  }

  #show(agents: AgentView[], query: string | null): void {
    this.#sections.clear();
    const rest: Section = query?.trim() === '' ? 'seen' : 'found';
    for (const { id, favourite, recent } of agents) this.#sections.set(id, favourite ? 'favourites' : recent ? 'recent' : rest);
    this.found = agents;
    this.answered = query;
    this.active = null;
    this.#highlight();
  }

  /** Adds what the server found: rows that are there stay where they are. */
  #add(agents: AgentView[], query: string): void {
    const news = new Map(agents.map((agent) => [agent.id, agent]));
    const kept = this.found.map((agent) => news.get(agent.id) ?? agent);
    for (const { id } of this.found) news.delete(id);
    this.found = [...kept, ...news.values()];
    this.answered = query;
    this.#highlight();
  }

  /** The first one found is what Enter takes; of those shown unasked none, until an arrow is pressed. */
  #highlight(): void {
    if (this.answered?.trim()) this.active ??= this.found[0]?.id ?? null;
  }
}
