import type { Backend } from '../backend/backend';
import type { AttemptView } from '../bindings/AttemptView';
import type { CallOptions } from '../bindings/CallOptions';
import type { CallOptionsView } from '../bindings/CallOptionsView';
import type { NumberPreview } from '../bindings/NumberPreview';
import type { Problem } from '../bindings/Problem';
import type { ProfileView } from '../bindings/ProfileView';
import type { QueueView } from '../bindings/QueueView';
import { NO_OPTIONS } from './call-options';
import { Latest } from './latest';
import { asProblem } from './problems';

/** How long typing rests before it is kept. */
export const KEEP_MS = 600;

/** What calls for the agent on screen ask for beside the number. What `now` says is what is sent. */
export class CallChoice {
  /** The connection and the agent that it is about. */
  profile: ProfileView | null = $state.raw(null);
  agentId: string | null = $state(null);
  view: CallOptionsView | null = $state.raw(null);
  reading: boolean = $state(false);
  /** Why nothing could be read or kept. */
  problem: Problem | null = $state.raw(null);
  /** Whether a choice is kept for the agent, and not for the next call alone. */
  keep: boolean = $state(true);
  /** Whether something else than what is kept is chosen, for the next call alone. */
  once: boolean = $state(false);
  queueId: string | null = $state(null);
  queueName: string | null = $state(null);
  callerId: string = $state('');
  callerName: string = $state('');
  /** How the caller id is read, where it is a number. */
  preview: NumberPreview | null = $state.raw(null);

  #country = 'US';
  #ready: Promise<void> = Promise.resolve();
  #previewing: Promise<void> = Promise.resolve();
  #touched = false;
  /** What is asked for again as soon as the agent's own choice is read. */
  #wanted: { agentId: string; options: CallOptions } | null = null;
  #keeping: ReturnType<typeof setTimeout> | undefined;
  readonly #reads = new Latest();
  readonly #previews = new Latest();
  readonly #backend: Backend;

  /** Only the published API takes any of it. */
  readonly possible: boolean = $derived(this.profile?.dialect === 'platform');

  readonly queues: QueueView[] = $derived(this.view?.queues ?? []);
  readonly queue: QueueView | null = $derived(this.queues.find(({ id }) => id === this.queueId) ?? null);

  /** The number of the caller id, where it is one. */
  readonly callerNumber: NumberPreview | null = $derived.by(() => {
    const { preview, callerId } = this;
    return preview !== null && preview.typed === callerId && preview.e164 !== null && preview.kind === 'e164' ? preview : null;
  });

  /** What is on screen. */
  readonly now: CallOptions = $derived.by(() => {
    if (!this.possible) return NO_OPTIONS;
    return {
      queue_id: this.queueId,
      queue_name: this.queueId === null ? null : (this.queue?.name ?? this.queueName),
      caller_id: this.callerNumber?.e164 ?? orNone(this.callerId),
      caller_name: orNone(this.callerName),
    };
  });

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  /** The connection, the agent or the country on screen, as they are now. */
  follow(profile: ProfileView | null, agentId: string | null, country: string): void {
    const before = this.profile;
    this.profile = profile;
    if (country !== this.#country) {
      this.#country = country;
      this.#read();
    }
    const same = before?.id === profile?.id && before?.dialect === profile?.dialect && agentId === this.agentId;
    if (same && sameOptions(before?.options, profile?.options)) return;
    if (before?.id === profile?.id) this.#keepNow();
    if (this.#wanted?.agentId !== agentId) this.#wanted = null;
    this.agentId = agentId;
    this.view = null;
    this.#begin();
  }

  /** Asks again for what could not be read. */
  again(): Promise<void> {
    this.#begin();
    return this.#ready;
  }

  /** Settles when what is on screen is what is chosen for this agent. */
  async ready(): Promise<void> {
    await this.#ready;
    await this.#previewing;
  }

  setQueue(id: string | null): void {
    this.queueId = id;
    this.queueName = this.queues.find((queue) => queue.id === id)?.name ?? null;
    this.#changed(0);
  }

  setCallerId(text: string): void {
    this.callerId = text;
    this.#read();
    this.#changed(KEEP_MS);
  }

  setCallerName(text: string): void {
    this.callerName = text;
    this.#changed(KEEP_MS);
  }

  setKeep(keep: boolean): void {
    this.keep = keep;
    if (keep && this.once) this.#changed(0);
  }

  /** Back to what the connection says. */
  async useUsual(): Promise<void> {
    const { agentId } = this;
    if (agentId === null) return;
    this.#forgetChange();
    try {
      await this.#backend.setCallOptions(agentId, null);
      this.#begin();
    } catch (reason) {
      this.problem = asProblem(reason);
    }
    await this.#ready;
  }

  /** The same call again asks for the same; it is not kept. */
  repeat(attempt: AttemptView): void {
    const { options } = attempt;
    if (sameOptions(options, NO_OPTIONS)) return;
    this.#wanted = { agentId: attempt.agent_id, options };
    if (!this.reading) this.#takeWanted();
  }

  /** A call was placed: what was for it alone is over. */
  placed(agentId: string): void {
    if (agentId === this.agentId && this.once && !this.keep) this.#begin();
  }

  #begin(): void {
    const { agentId, profile } = this;
    this.#forgetChange();
    this.problem = null;
    this.#show(profile?.options ?? NO_OPTIONS);
    this.reading = agentId !== null && this.possible;
    if (agentId === null || !this.possible) {
      this.#reads.drop();
      this.#ready = Promise.resolve();
      return;
    }
    this.#ready = this.#readFor(agentId);
  }

  async #readFor(agentId: string): Promise<void> {
    try {
      const read = await this.#reads.ask(() => this.#backend.callOptions(agentId));
      if (read === undefined) return;
      this.view = read.answer;
      this.reading = false;
      // What somebody has chosen meanwhile is newer.
      if (!this.#touched) this.#show(read.answer.chosen);
    } catch (reason) {
      this.problem = asProblem(reason);
      this.reading = false;
    }
    this.#takeWanted();
    await this.#previewing;
  }

  #takeWanted(): void {
    const wanted = this.#wanted;
    if (!this.possible || wanted === null || wanted.agentId !== this.agentId) return;
    this.#wanted = null;
    if (sameOptions(wanted.options, this.now)) return;
    this.#show(wanted.options);
    this.keep = false;
    this.once = true;
  }

  #show({ queue_id, queue_name, caller_id, caller_name }: CallOptions): void {
    this.queueId = queue_id;
    this.queueName = queue_name;
    this.callerId = caller_id ?? '';
    this.callerName = caller_name ?? '';
    this.#read();
  }

  #forgetChange(): void {
    clearTimeout(this.#keeping);
    this.#keeping = undefined;
    this.#touched = false;
    this.once = false;
    this.keep = true;
  }

  #changed(ms: number): void {
    this.#touched = true;
    this.problem = null;
    clearTimeout(this.#keeping);
    this.#keeping = undefined;
    this.once = true;
    if (!this.keep) return;
    this.#keeping = setTimeout(() => void this.#previewing.then(() => this.#keepNow()), ms);
  }

  /** Keeps what waits to be kept. */
  #keepNow(): void {
    if (this.#keeping === undefined) return;
    clearTimeout(this.#keeping);
    this.#keeping = undefined;
    void this.#store();
  }

  async #store(): Promise<void> {
    const { agentId, now: options } = this;
    if (agentId === null) return;
    try {
      await this.#backend.setCallOptions(agentId, options);
      if (this.agentId !== agentId || !sameOptions(options, this.now)) return;
      this.once = false;
      this.#touched = false;
      if (this.view !== null) this.view = { ...this.view, chosen: options, kept: true };
    } catch (reason) {
      if (this.agentId === agentId) this.problem = asProblem(reason);
    }
  }

  #read(): void {
    this.#previewing = this.#readNumber(this.callerId);
  }

  async #readNumber(text: string): Promise<void> {
    this.#previews.drop();
    if (text.trim() === '') {
      this.preview = null;
      return;
    }
    try {
      const read = await this.#previews.ask(() => this.#backend.previewNumber(text, this.#country));
      if (read !== undefined) this.preview = { ...read.answer, typed: text };
    } catch {
      // Then it is sent as it was typed, which the screen says.
      this.preview = null;
    }
  }
}

export function sameOptions(one: CallOptions | undefined, other: CallOptions | undefined): boolean {
  return one?.queue_id === other?.queue_id && one?.caller_id === other?.caller_id && one?.caller_name === other?.caller_name;
}

function orNone(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
