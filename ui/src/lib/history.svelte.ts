import type { Backend } from '../backend/backend';
import type { AttemptDetails } from '../bindings/AttemptDetails';
import type { AttemptView } from '../bindings/AttemptView';
import type { HistoryPage } from '../bindings/HistoryPage';
import type { HistoryQuery } from '../bindings/HistoryQuery';
import type { Outcome } from '../bindings/Outcome';
import type { Problem } from '../bindings/Problem';
import { Latest } from './latest';
import { asProblem } from './problems';

const PAGE = 50;
/** As many rows at once are read again. */
const AGAIN = 200;
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
  /** How often rows were asked for. */
  #asked = 0;
  #reading: Promise<void> = Promise.resolve();
  #refreshing = false;
  /** Whether something was written since the rows were read. */
  #stale = false;
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

  /**
   * Another process has written: reads all rows on screen again, and changes nothing but them. What
   * comes while it is being read is read once more.
   */
  async refresh(): Promise<void> {
    if (!this.#loaded) return;
    this.#stale = true;
    if (this.#refreshing) return;
    this.#refreshing = true;
    try {
      while (this.#stale) {
        // The page that is being read may be older than what was written.
        await this.#reading;
        this.#stale = false;
        await this.#readAgain();
      }
    } catch {
      // What is on screen was true, and the next news or the next search tells whether it can be read.
    } finally {
      this.#refreshing = false;
    }
  }

  async #readAgain(): Promise<void> {
    const [oldest, asked] = [this.rows.at(-1)?.seq ?? null, this.#asked];
    const query = this.#query(null);
    const rows: AttemptView[] = [];
    let next: number | null = null;
    this.#told.clear();
    do {
      const page: HistoryPage = await this.#backend.history({ ...query, before: next, limit: AGAIN });
      // Somebody has searched for something else, or come to older rows.
      if (asked !== this.#asked) {
        this.#stale = true;
        return;
      }
      rows.push(...page.rows);
      next = page.next;
    } while (next !== null && oldest !== null && (rows.at(-1)?.seq ?? 0) > oldest);
    this.rows = rows.map((row) => this.#told.get(row.id) ?? row);
    this.#next = next;
    if (this.openId !== null && this.rows.some(({ id }) => id === this.openId)) void this.#readDetails(this.openId);
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
    if (this.loading || this.#refreshing) this.#told.set(attempt.id, attempt);
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

  #page(before: number | null): Promise<void> {
    return (this.#reading = this.#readPage(before));
  }

  #query(before: number | null): HistoryQuery {
    return { search: this.search.trim(), outcome: this.outcome, before, limit: PAGE };
  }

  async #readPage(before: number | null): Promise<void> {
    this.loading = true;
    this.#asked += 1;
    this.#told.clear();
    const query = this.#query(before);
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
