import { tick } from 'svelte';

import type { Backend } from '../backend/backend';
import type { AgentView } from '../bindings/AgentView';
import type { AttemptView } from '../bindings/AttemptView';
import type { NumberPreview } from '../bindings/NumberPreview';
import type { Problem } from '../bindings/Problem';
import type { ProblemCode } from '../bindings/ProblemCode';
import type { SignedInUser } from '../bindings/SignedInUser';
import type { Via } from '../bindings/Via';
import { CallChoice } from './call-choice.svelte';
import { Latest } from './latest';
import type { LiveCalls } from './live.svelte';
import { AGAIN, atMost, stillAsks, type Answers, type Asked } from './press';
import { asProblem, ownProblem } from './problems';
import { uuidV7 } from './uuid';

/**
 * How long a press keeps the button, so that the second half of a double-click is the same press;
 * and a number that was filled in or an agent who was chosen, so that a press meant for what was before does not call.
 */
export const HOLD_MS = 500;

/** The beginning of a number is no mistake: why it cannot be dialled is said when the typing rests. */
export const REST_MS = 700;

/** How long a press waits for the server to confirm an agent who was just chosen. */
export const CONFIRM_MS = 5000;

/** What says that the agent on screen is not the one who was asked for. */
const NOT_THIS_AGENT: ReadonlySet<ProblemCode> = new Set(['agent_mismatch', 'agent_not_found', 'not_found']);

const NOTHING_TYPED: NumberPreview = {
  typed: '', verdict: 'empty', e164: null, display: null, country: null, extension: null, problem: null,
  kind: 'e164', candidates: [], time_zones: [],
};

/** What the dial card works on: an agent, a number, and the press of Call. */
export class Dial {
  agent: AgentView | null = $state.raw(null);
  /** Where calls are those of the person who signs in: that one, and nobody before that. */
  fixed: { user: SignedInUser | null } | null = $state.raw(null);
  typed: string = $state('');
  /** How what is in the field came in. */
  via: Via = $state('typed');
  country: string = $state('US');
  /** What the next call asks for beside the number. */
  readonly choice: CallChoice;
  preview: NumberPreview = $state.raw(NOTHING_TYPED);
  /** Whether the typing rests, so that a mistake in the number may be pointed out. */
  rested: boolean = $state(true);
  /** Whether a question is on screen: about a *possible* number, or about another call. */
  asking: boolean = $state(false);
  /** Which other call the question is about; null where it is about the number. */
  again: Problem | null = $state.raw(null);
  problem: Problem | null = $state.raw(null);
  /** Where the person should look next; the card moves the focus there. With *agents*, their list opens. */
  wanted: 'agent' | 'agents' | 'number' | null = $state(null);

  /** Somebody looks for an agent in the list. */
  #picking: boolean = $state(false);
  #pressing: boolean = $state(false);
  #holding: boolean = $state(false);
  #fresh: boolean = $state(false);
  #lastId: string | null = null;
  /** The press that the question is about. */
  #asked: Asked | null = null;
  #previewing: Promise<void> = Promise.resolve();
  #confirming: Promise<void> = Promise.resolve();
  /** Why the agent on screen could not be read. */
  #agentProblem: Problem | null = null;
  #resting: ReturnType<typeof setTimeout> | undefined;
  #settling: ReturnType<typeof setTimeout> | undefined;
  /** What wants to change the card and waits until nobody is in the middle of something. */
  #waiting: { part: 'agent' | 'number'; change: () => void }[] = [];
  #lettingIn = false;
  readonly #latest = new Latest();
  readonly #agentReads = new Latest();
  readonly #backend: Backend;
  readonly #live: LiveCalls;
  readonly #profileId: () => string;
  readonly #mint: () => string;

  /** From the press to the outcome, for the agent on screen. */
  readonly busy: boolean = $derived.by(
    () => this.#pressing || this.#holding || (this.agent !== null && this.#live.pendingFor(this.agent.id)),
  );

  /** A number or an agent was just filled in: who presses Call now has not seen it yet. */
  readonly fresh: boolean = $derived.by(() => this.#fresh);

  constructor(backend: Backend, live: LiveCalls, profileId: () => string, mint: () => string = uuidV7) {
    this.#backend = backend;
    this.#live = live;
    this.choice = new CallChoice(backend);
    this.#profileId = profileId;
    this.#mint = mint;
  }

  /** Takes an agent from the list, and asks for what decides whether a call can work. */
  async chooseAgent(agent: AgentView): Promise<void> {
    if (this.fixed !== null && this.fixed.user?.id !== agent.id) return;
    this.agent = agent;
    this.#forgetQuestion();
    this.settle();
    this.problem = null;
    this.problem = await this.#confirm(agent);
  }

  /** Takes an agent of whom no more is known here; does nothing where this agent is on screen. */
  async useAgent(id: string, name: string): Promise<void> {
    if (this.agent?.id === id) return;
    await this.chooseAgent({
      id, name, email: '', title: null, active: true, readiness_known: false, station: null, presence: null,
      routing: null, on_call: null, recent: true, favourite: false, as_of: null, advice: [],
    });
  }

  /** Reads again what decides, behind the screen; where that fails, it is simply not known. */
  async refreshAgent(): Promise<void> {
    if (this.agent === null) return;
    const problem = await this.#confirm(this.agent);
    // Any other problem nobody asked for would be in the way; a press of Call tells what is wrong.
    if (problem !== null && NOT_THIS_AGENT.has(problem.code)) this.problem = problem;
  }

  /** Asks the server for the agent on screen. The right agent or none: another one is not kept. */
  async #confirm(agent: AgentView): Promise<Problem | null> {
    const asked = this.#agentReads.ask(() => this.#backend.chooseAgent(agent.id));
    this.#confirming = asked.then(() => undefined, () => undefined);
    try {
      const read = await asked;
      if (read === undefined) return this.problem;
      this.agent = read.answer;
      this.#agentProblem = null;
      return null;
    } catch (reason) {
      const problem = asProblem(reason);
      this.#agentProblem = problem;
      if (NOT_THIS_AGENT.has(problem.code) && this.agent?.id === agent.id) {
        this.agent = null;
        this.#forgetQuestion();
      }
      return problem;
    }
  }

  /** Marks an agent to be listed first, or no more; null where that could not be kept. */
  async setFavourite(agent: AgentView, favourite: boolean): Promise<AgentView | null> {
    try {
      const { favourite: kept } = await this.#backend.setAgentFavourite(agent.id, favourite);
      if (this.agent?.id === agent.id) this.agent = { ...this.agent, favourite: kept };
      return { ...agent, favourite: kept };
    } catch (reason) {
      this.problem = asProblem(reason);
      return null;
    }
  }

  /** Calls are those of this person from now on, or of any agent. */
  fixTo(fixed: { user: SignedInUser | null } | null): void {
    const user = fixed?.user ?? null;
    this.fixed = fixed;
    if (fixed === null) return;
    if (user === null) this.forgetAgent();
    else void this.useAgent(user.id, user.name);
  }

  /** Another connection is shown: its agents are others, and a press that was meant for this one does not call. */
  leave(): void {
    this.forgetAgent();
    this.problem = null;
    this.settle();
  }

  forgetAgent(): void {
    this.#agentReads.drop();
    this.#agentProblem = null;
    this.agent = null;
    this.#forgetQuestion();
  }

  setTyped(typed: string, via: Via = 'typed'): void {
    if (typed === this.typed) return;
    this.typed = typed;
    this.via = via;
    this.rested = false;
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => this.rest(), REST_MS);
    this.#numberChanged();
  }

  /** Puts a number into the field. A person presses Call. */
  fill(text: string, via: Via): void {
    this.setTyped(text, via);
    this.via = via;
    this.rest();
    this.settle();
  }

  /** Lets no press through that began before the eye could see what is on the card now. */
  settle(): void {
    this.#fresh = true;
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => (this.#fresh = false), HOLD_MS);
  }

  /** The number is as the person wants it: pasted, left, or Enter was pressed. */
  rest(): void {
    clearTimeout(this.#resting);
    this.rested = true;
    this.#letIn();
  }

  setPicking(picking: boolean): void {
    this.#picking = picking;
    this.#letIn();
  }

  /** Changes a part of the card now, or as soon as nobody is in the middle of typing there or of calling. */
  whenFree(part: 'agent' | 'number', change: () => void): void {
    this.#waiting.push({ part, change });
    this.#letIn();
  }

  setCountry(country: string): void {
    this.country = country;
    this.rest();
    this.#numberChanged();
  }

  /**
   * Empties the field after a placed call, unless something else has been typed meanwhile. A question about an
   * attempt that has changed would be answered for another reason than the one that was read: it goes away.
   */
  noticeOutcome(attempt: AttemptView): void {
    if (this.again !== null && this.again.params['attempt_id'] === attempt.id && !stillAsks(this.again.code, attempt)) {
      this.#forgetQuestion();
    }
    if (attempt.id === this.#lastId && attempt.outcome === 'placed' && attempt.typed === this.typed) {
      this.setTyped('');
    }
  }

  /** Call was pressed. */
  async press({ confirmed = false, again = [] }: Answers = {}): Promise<void> {
    if (this.busy || this.#fresh) return;
    const { agent, typed, country, via } = this;
    this.problem = null;
    this.rest();
    if (agent === null) return this.#refuse(this.fixed === null ? 'agent_missing' : 'signed_out', 'agent');
    if (typed.trim() === '') return this.#refuse('number_empty', 'number');

    const asked: Asked = { profileId: this.#profileId(), agentId: agent.id, typed, country, confirmed, again };
    const id = this.#mint();
    this.#pressing = true;
    this.#hold();
    try {
      // What is dialled is what was shown: the press waits until the preview of this text is on screen,
      // for the server to say that the agent is the one who was chosen, and for what their calls ask for.
      if (this.preview.typed === typed && this.preview.verdict === 'empty') this.#numberChanged();
      await tick();
      await Promise.all([this.#previewing, atMost(CONFIRM_MS, this.#confirming), atMost(CONFIRM_MS, this.choice.ready())]);
      await tick();
      if (!this.#stillShows(asked)) return;
      const { verdict, e164 } = this.preview;
      if (this.preview.typed !== typed || e164 === null || verdict === 'impossible' || verdict === 'empty') return;
      if (verdict === 'possible' && !confirmed) {
        this.#ask(asked, null);
        return;
      }
      this.#forgetQuestion();
      this.#lastId = id;
      this.#live.expect(id);
      const attempt = await this.#backend.placeCall({
        id, profile_id: asked.profileId, agent_id: agent.id, typed, country, e164, confirmed, again, via, options: this.choice.now,
      });
      this.choice.placed(agent.id);
      this.#live.takeAnswer(attempt);
      this.noticeOutcome(attempt);
    } catch (reason) {
      const problem = asProblem(reason);
      if (AGAIN.has(problem.code)) {
        // Nobody was called; who changed the card meanwhile does not want that call any more.
        if (this.#stillShows(asked)) this.#ask(asked, problem);
        return;
      }
      // Why the agent could not be read says more than that there is none.
      this.problem = problem.code === 'agent_missing' ? (this.#agentProblem ?? problem) : problem;
      if (problem.code === 'number_changed' && this.#stillShows(asked)) this.#previewing = this.#read(typed, country);
    } finally {
      this.#pressing = false;
      this.#letIn();
    }
  }

  /** The question was answered with yes: another press, which answers it. */
  async pressAnyway(): Promise<void> {
    const asked = this.#asked;
    if (asked === null) return;
    if (!this.#stillShows(asked)) return this.#forgetQuestion();
    if (this.again === null) return this.press({ confirmed: true, again: asked.again });
    const yes = { code: this.again.code, attempt_id: this.again.params['attempt_id'] ?? '' };
    await this.press({ confirmed: asked.confirmed, again: [...asked.again, yes] });
  }

  /** The question was answered with no. */
  dropQuestion(): void {
    this.#forgetQuestion();
    this.wanted = 'number';
  }

  #ask(asked: Asked, again: Problem | null): void {
    this.#asked = asked;
    this.again = again;
    this.asking = true;
  }

  #forgetQuestion(): void {
    this.#asked = null;
    this.asking = false;
    this.again = null;
  }

  /** Whether the card shows the connection, the agent and the number that this press was for. */
  #stillShows({ profileId, agentId, typed, country }: Asked): boolean {
    return this.#profileId() === profileId && this.agent?.id === agentId && this.typed === typed && this.country === country;
  }

  #letIn(): void {
    // A change rests the typing itself: the next one waits until it is done.
    if (this.#lettingIn) return;
    this.#lettingIn = true;
    while (!this.#pressing) {
      const next = this.#waiting.find(({ part }) => (part === 'agent' ? !this.#picking : this.rested));
      if (next === undefined) break;
      this.#waiting = this.#waiting.filter((waiting) => waiting !== next);
      next.change();
    }
    this.#lettingIn = false;
  }

  #refuse(code: 'agent_missing' | 'signed_out' | 'number_empty', wanted: 'agent' | 'number'): void {
    this.problem = ownProblem(code);
    this.wanted = wanted;
  }

  #hold(): void {
    this.#holding = true;
    setTimeout(() => (this.#holding = false), HOLD_MS);
  }

  #numberChanged(): void {
    this.#forgetQuestion();
    this.problem = null;
    this.#previewing = this.#read(this.typed, this.country);
  }

  async #read(typed: string, country: string): Promise<void> {
    if (typed.trim() === '') {
      this.#latest.drop();
      this.preview = { ...NOTHING_TYPED, typed };
      return;
    }
    try {
      const read = await this.#latest.ask(() => this.#backend.previewNumber(typed, country));
      // Kept by what was asked for, in case the back end tidies the text it repeats.
      if (read !== undefined) this.preview = { ...read.answer, typed };
    } catch (reason) {
      this.preview = { ...NOTHING_TYPED, typed };
      this.problem = asProblem(reason);
    }
  }
}
