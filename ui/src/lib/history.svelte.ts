import type { Backend } from '../backend/backend';
import type { AttemptDetails } from '../bindings/AttemptDetails';
import type { AttemptView } from '../bindings/AttemptView';
import type { Outcome } from '../bindings/Outcome';
import type { Problem } from '../bindings/Problem';
import { Latest } from './latest';
import { asProblem } from './problems';

const PAGE = 50;
const SEARCH_DELAY_MS = 150;

/** The history on screen: what was asked for, the rows so far, and the row that is open. */
export class History {
  rows: AttemptView[] = $state.raw([]);
  search: string = $state('');
  outcome: Outcome | null = $state(null);
  loading: boolean = $state(false);
  problem: Problem | null = $state.raw(null);
  /** Whether the problem came while older rows were read. */
  moreFailed: boolean = $state(false);
  openId: string | null = $state(null);
  /** The row the keyboard was on last. */
  currentId: string | null = $state(null);
  details: AttemptDetails | null = $state.raw(null);
  detailsProblem: Problem | null = $state.raw(null);

  #next: number | null = $state(null);
  #loaded: boolean = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What events told while a page was being read: it is newer than the page. */
  #told = new Map<string, AttemptView>();
  readonly #pages = new Latest();
  readonly #reads = new Latest();
  readonly #backend: Backend;

  readonly more: boolean = $derived(this.#next !== null);
  readonly filtered: boolean = $derived(this.search.trim() !== '' || this.outcome !== null);
  /** Known to hold nothing, as opposed to not read yet. */
  readonly empty: boolean = $derived(this.#loaded && !this.loading && this.rows.length === 0);

  /** The row that Tab comes to. */
  readonly tabId: string | null = $derived(
    (this.rows.find(({ id }) => id === this.currentId) ?? this.rows[0])?.id ?? null,
  );

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  setSearch(search: string): void {
    this.search = search;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.reload(), SEARCH_DELAY_MS);
  }

  setOutcome(outcome: Outcome | null): void {
    this.outcome = outcome;
    void this.reload();
  }

  clearFilter(): void {
    this.search = '';
    this.setOutcome(null);
  }

  /** Reads the newest rows again. */
  async reload(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#page(null);
  }

  /** Reads the rows after the last one. */
  async loadMore(): Promise<void> {
    if (this.loading || this.#next === null) return;
    await this.#page(this.#next);
  }

  /** Asks again for what could not be read. */
  again(): Promise<void> {
    return this.moreFailed ? this.loadMore() : this.reload();
  }

  /** An attempt is new or has changed. */
  take(attempt: AttemptView): void {
    if (this.loading) this.#told.set(attempt.id, attempt);
    const known = this.rows.some((row) => row.id === attempt.id);
    if (this.filtered && (!known || (this.outcome !== null && attempt.outcome !== this.outcome))) {
      // Whether it belongs here is for the back end to say.
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.reload(), SEARCH_DELAY_MS);
    } else if (known) {
      this.rows = this.rows.map((row) => (row.id === attempt.id ? attempt : row));
    } else if (this.#loaded) {
      this.rows = [attempt, ...this.rows].sort((a, b) => b.seq - a.seq);
    }
    if (attempt.id === this.openId) void this.#readDetails(attempt.id);
  }

  /** Opens a row, or closes it where it is open. */
  async toggle(id: string): Promise<void> {
    this.#reads.drop();
    this.details = null;
    this.detailsProblem = null;
    this.openId = this.openId === id ? null : id;
    if (this.openId !== null) await this.#readDetails(id);
  }

  async #page(before: number | null): Promise<void> {
    this.loading = true;
    this.#told.clear();
    const query = { search: this.search.trim(), outcome: this.outcome, before, limit: PAGE };
    try {
      const page = await this.#pages.ask(() => this.#backend.history(query));
      if (page === undefined) return;
      const rows = page.answer.rows.map((row) => this.#told.get(row.id) ?? row);
      this.rows = before === null ? rows : [...this.rows, ...rows.filter(({ id }) => !this.rows.some((row) => row.id === id))];
      this.#next = page.answer.next;
      this.#loaded = true;
      this.problem = null;
      this.moreFailed = false;
      this.loading = false;
    } catch (reason) {
      this.problem = asProblem(reason);
      this.moreFailed = before !== null;
      this.loading = false;
    }
  }

  async #readDetails(id: string): Promise<void> {
    try {
      const read = await this.#reads.ask(() => this.#backend.attempt(id));
      if (read === undefined) return;
      this.details = read.answer;
      this.detailsProblem = null;
    } catch (reason) {
      this.detailsProblem = asProblem(reason);
    }
  }
}
