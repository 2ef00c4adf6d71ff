import type { AttemptView } from '../bindings/AttemptView';
import { Countdown, RunningClock } from './clock';

/** One call on the live card, with its clocks. */
export class LiveCall {
  attempt: AttemptView = $state.raw(undefined as never);
  readonly #elapsed = new RunningClock();
  readonly #talk = new RunningClock();
  #waiting: Countdown | null = null;

  constructor(attempt: AttemptView) {
    this.take(attempt);
  }

  take(attempt: AttemptView): void {
    this.attempt = attempt;
    this.#elapsed.set(attempt.elapsed_ms, attempt.live);
    this.#talk.set(attempt.talk_ms ?? 0, attempt.live && attempt.call_state === 'connected');
    this.#waiting = attempt.waiting_ms === null ? null : new Countdown(attempt.waiting_ms);
  }

  /** Milliseconds since Call was pressed. */
  elapsed(): number {
    return this.#elapsed.read();
  }

  /** Milliseconds the parties have talked. */
  talked(): number {
    return this.#talk.read();
  }

  /** Milliseconds until the call is sent again, or null where nothing waits. */
  waiting(): number | null {
    return this.#waiting?.read() ?? null;
  }
}

/** The calls that go on, newest first, and the last one that ended, until it is dismissed. */
export class LiveCalls {
  #calls: LiveCall[] = $state.raw([]);
  #chosen: string | null = $state(null);
  readonly #expected = new Set<string>();

  /** The call in front: the one chosen, else the newest. */
  readonly front: LiveCall | null = $derived(
    this.#calls.find((call) => call.attempt.id === this.#chosen) ?? this.#calls[0] ?? null,
  );
  readonly others: LiveCall[] = $derived(this.#calls.filter((call) => call !== this.front));
  readonly running: boolean = $derived(this.#calls.some((call) => call.attempt.live));

  /** Takes an attempt as it is now. One that is new and already over is for the history only. */
  take(attempt: AttemptView): void {
    const known = this.#calls.find((call) => call.attempt.id === attempt.id);
    if (known !== undefined) {
      const front = this.front;
      known.take(attempt);
      if (!attempt.live && known !== front) this.#remove(attempt.id);
      return;
    }
    if (attempt.live || this.#expected.has(attempt.id)) this.#add(attempt);
  }

  /** Call was pressed here: this attempt is shown also where it is over at once. */
  expect(id: string): void {
    this.#expected.add(id);
  }

  /** Takes the answer to a press. An event can overtake it, and is then the newer of the two. */
  takeAnswer(attempt: AttemptView): void {
    if (!this.#calls.some((call) => call.attempt.id === attempt.id)) this.#add(attempt);
  }

  /** Whether Call was pressed for this agent and the outcome is not known yet. */
  pendingFor(agentId: string): boolean {
    return this.#calls.some(({ attempt }) => attempt.agent_id === agentId && attempt.outcome === 'pending');
  }

  choose(id: string): void {
    this.#chosen = id;
    this.#calls = this.#calls.filter((call) => call.attempt.live || call.attempt.id === id);
  }

  dismiss(id: string): void {
    this.#remove(id);
  }

  clear(): void {
    this.#calls = [];
    this.#chosen = null;
  }

  #add(attempt: AttemptView): void {
    this.#expected.delete(attempt.id);
    // The call placed last is in front, and takes the place of one that is over.
    this.#chosen = null;
    this.#calls = [new LiveCall(attempt), ...this.#calls.filter((call) => call.attempt.live)].sort(
      (a, b) => b.attempt.seq - a.attempt.seq,
    );
  }

  #remove(id: string): void {
    this.#calls = this.#calls.filter((call) => call.attempt.id !== id);
  }
}
