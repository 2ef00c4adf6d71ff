import type { AttemptDetails } from '../../bindings/AttemptDetails';
import type { AgentView } from '../../bindings/AgentView';
import type { AttemptView } from '../../bindings/AttemptView';
import type { CallStateView } from '../../bindings/CallStateView';
import type { CallOptions } from '../../bindings/CallOptions';
import type { CallOptionsView } from '../../bindings/CallOptionsView';
import type { CheckStep } from '../../bindings/CheckStep';
import type { ContactForm } from '../../bindings/ContactForm';
import type { ContactView } from '../../bindings/ContactView';
import type { DesktopView } from '../../bindings/DesktopView';
import type { Event } from '../../bindings/Event';
import type { Feed } from '../../bindings/Feed';
import type { HistoryPage } from '../../bindings/HistoryPage';
import type { HistoryQuery } from '../../bindings/HistoryQuery';
import type { ImportView } from '../../bindings/ImportView';
import type { NetworkForm } from '../../bindings/NetworkForm';
import type { NetworkView } from '../../bindings/NetworkView';
import type { NumberPreview } from '../../bindings/NumberPreview';
import type { OfferView } from '../../bindings/OfferView';
import type { PlaceRequest } from '../../bindings/PlaceRequest';
import type { Preferences } from '../../bindings/Preferences';
import type { Problem } from '../../bindings/Problem';
import type { StartView } from '../../bindings/StartView';
import type { Backend } from '../backend';
import { NO_OPTIONS } from '../../lib/call-options';
import { USUAL } from '../../lib/preferences.svelte';
import { FakeAgents } from './agents';
import { sleep } from './base';
import { after, begun, callAgain, HANG_UP_DENIED, plotOf } from './call';
import { checked } from './check';
import { FakeConnections } from './connections';
import { FakeContacts } from './contacts';
import { FakeDesktop } from './desktop';
import { FakeNetwork } from './network';
import { previewNumber, problem } from './numbers';
import { FakeOptions } from './options';
import { markOf, past, pastStates, takingTurns } from './past';
import { REGIONS, scenario, type ScenarioName } from './scenarios';

const LONGEST_NOTE = 2_000;

/** A back end in the page: it behaves like the real one, and calls nobody. */
export class FakeBackend extends FakeConnections implements Backend {
  /** Every request to place a call, for the tests. */
  readonly placed: PlaceRequest[] = [];
  /** What is kept for agents, for the tests. */
  readonly options = new FakeOptions();

  #attempts: AttemptView[];
  #states = new Map<string, CallStateView[]>();
  #cancelled = new Set<string>();
  #starts = 0;
  #historyReads = 0;
  #offers: OfferView[];
  #offered = 0;
  #feed: { feed: Feed; reason: Problem | null };
  #preferences: Preferences;
  readonly #agents: FakeAgents;
  readonly #contacts: FakeContacts;
  readonly #desktop: FakeDesktop;
  /** How servers are reached, for the tests. */
  readonly reach = new FakeNetwork();
  #extensionDigits: number[] = [];

  constructor(name: ScenarioName = 'busy', preferences: Partial<Preferences> = {}) {
    super(scenario(name));
    this.#feed = this.scenario.feed;
    this.#attempts = this.scenario.past === 'none' ? [] : takingTurns(past(Date.now(), this.scenario.past === 'many'), this.scenario.profiles);
    this.#agents = new FakeAgents(this.scenario.recents);
    this.#contacts = new FakeContacts(this.scenario.past !== 'none');
    this.#desktop = new FakeDesktop(this.scenario.desktop);
    this.#offers = this.scenario.offers.map((text) => this.#offer(text, 'link'));
    this.#preferences = { ...USUAL, ...preferences };
  }

  async start(): Promise<StartView> {
    await this.wait();
    this.#starts += 1;
    const { failure, notices, agent } = this.scenario;
    if (failure !== null && this.#starts < 3) throw failure;
    const profile = this.connections.active();
    return {
      profile,
      profiles: this.connections.all(),
      regions: REGIONS,
      countries: ['US', 'GB', 'DE', 'FR', 'CA', 'ES', 'IT', 'JP', 'AU', 'CH', 'AT', 'NL', 'BE', 'BR', 'MX', 'IN'],
      default_country: 'US',
      agent: profile === null ? null : agent,
      extension_digits: this.#extensionDigits,
      live: this.#attempts.filter((attempt) => attempt.live),
      feed: this.#feed.feed,
      feed_reason: this.#feed.reason,
      notices,
      suggested_hosts: null,
      version: '0.1.0',
      data_dir: '/home/mona/.local/share/ringfor',
    };
  }

  async checkConnection(profileId: string, agentId: string | null): Promise<CheckStep[]> {
    const steps = checked(this.connections.one(profileId), agentId, this.scenario.check);
    for (const step of steps) {
      this.emit({ kind: 'check', profile_id: profileId, step: { ...step, state: 'running', problem: null, facts: {} } });
      await this.wait(step.state === 'skipped' ? 0 : 10);
      this.emit({ kind: 'check', profile_id: profileId, step });
    }
    return steps;
  }

  async callOptions(agentId: string): Promise<CallOptionsView> {
    await this.waitForServer(2);
    return this.options.of(agentId, this.connections.active()?.options ?? NO_OPTIONS, !this.scenario.noServer);
  }

  async setCallOptions(agentId: string, options: CallOptions | null): Promise<void> {
    await this.wait();
    this.options.keep(agentId, options);
  }

  async network(): Promise<NetworkView> {
    await this.wait();
    return this.reach.view();
  }

  async setNetwork(form: NetworkForm, password: string | null): Promise<NetworkView> {
    await this.wait();
    return this.reach.set(form, password);
  }

  async knownAgents(query: string): Promise<AgentView[]> {
    return this.#agents.known(query);
  }

  async findAgents(query: string): Promise<AgentView[]> {
    await this.waitForServer(5);
    const text = query.toLowerCase();
    if (this.scenario.noServer || text === 'offline') throw problem('unreachable', { host: 'api.mypurecloud.com' }, { step: 'look_up' });
    if (text === '') return this.#agents.known('').filter(({ recent }) => recent);
    if (this.connections.active()?.type_ahead !== false) return this.#agents.found(text);
    if (!text.includes('@')) throw problem('agent_email_needed');
    const found = this.#agents.byEmail(text);
    if (found.length === 0) throw problem('agent_not_found', { email: query });
    return found;
  }

  async chooseAgent(agentId: string): Promise<AgentView> {
    await this.wait(5);
    return this.#agents.one(agentId);
  }

  async setAgentFavourite(agentId: string, favourite: boolean): Promise<AgentView> {
    await this.wait();
    return this.#agents.setFavourite(agentId, favourite);
  }

  async previewNumber(typed: string, country: string): Promise<NumberPreview> {
    await this.wait();
    return previewNumber(typed, country);
  }

  async setDefaultCountry(): Promise<void> {
    await this.wait();
  }

  async setExtensionDigits(digits: number[]): Promise<void> {
    await this.wait();
    this.#extensionDigits = digits;
  }

  async offers(): Promise<OfferView[]> {
    return this.#offers.splice(0);
  }

  /** For the tests: a number comes in from outside. */
  tellOffer(text: string, via: OfferView['via'] = 'link', why: Problem | null = null): OfferView {
    const offer = this.#offer(text, via, why);
    this.emit({ kind: 'offer', offer });
    return offer;
  }

  /** For the tests: a `.env` is dropped on the window and taken over. */
  tellImport(imported: ImportView): void {
    this.connections.put(imported.profile);
    this.connections.use(imported.profile.id);
    this.emit({ kind: 'imported', import: imported });
  }

  /** For the tests: anything else that the app tells unasked. */
  tell(event: Event): void {
    this.emit(event);
  }

  /** For the tests: another process has placed a call, or changed one. */
  writeElsewhere(change: (attempts: AttemptView[]) => AttemptView[]): void {
    this.#attempts = change(this.#attempts);
    this.emit({ kind: 'history' });
  }

  /** For the tests: an agent is chosen in the tray. */
  tellAgent(agentId: string): void {
    this.emit({ kind: 'choose_agent', agent_id: agentId });
  }

  async placeCall(request: PlaceRequest): Promise<AttemptView> {
    this.placed.push(request);
    await this.wait();
    if (this.scenario.unwritable) throw problem('log_unwritable', {}, { step: 'log' });
    const same = this.#attempts.find(({ id }) => id === request.id);
    if (same !== undefined) return same;
    const question = callAgain(request, this.#attempts, Date.now());
    if (question !== null) throw question;
    const profile = markOf(this.connections.one(request.profile_id));
    const attempt = { ...begun(request, this.#attempts.length + 1, Date.now()), profile };
    this.#attempts = [attempt, ...this.#attempts];
    this.#tell(attempt);
    void this.#play(attempt.id, request.e164);
    return attempt;
  }

  async cancelCall(id: string): Promise<void> {
    await this.wait();
    this.#cancelled.add(id);
    this.#change(id, { outcome: 'refused', problem: problem('cancelled'), live: false, cancellable: false, waiting_ms: null });
  }

  async hangUp(id: string): Promise<void> {
    await this.wait();
    const call = this.#attempts.find((row) => row.id === id);
    if (call?.e164 === HANG_UP_DENIED) {
      throw problem('hang_up_denied', { agent: call.agent_name, permissions: 'conversation:call:disconnect' }, { http_status: 403, step: 'hang_up' });
    }
    this.#hangUp(id);
  }

  async hangUpAll(id: string): Promise<void> {
    await this.wait();
    this.#hangUp(id);
  }

  /** For the tests: the feed of the screen changes. */
  tellFeed(feed: Feed, reason: Problem | null = null): void {
    this.#feed = { feed, reason };
    this.emit({ kind: 'feed', feed, reason });
  }

  async history(query: HistoryQuery): Promise<HistoryPage> {
    await this.waitForServer(3);
    const fails = this.scenario.historyFails;
    this.#historyReads += 1;
    if ((fails === 'first' && this.#historyReads < 3) || (fails === 'more' && query.before !== null && this.#historyReads < 4)) {
      throw problem('database_damaged', { path: '/home/mona/.local/share/ringfor/ringfor.db' }, { step: 'log' });
    }
    const words = query.search.toLowerCase();
    const digits = words.replace(/\D/g, '');
    const rows = this.#attempts
      .filter((row) => query.outcome === null || row.outcome === query.outcome)
      .filter((row) => words === '' || row.agent_name.toLowerCase().includes(words) || (digits !== '' && row.e164.includes(digits)))
      .filter((row) => query.before === null || row.seq < query.before);
    const page = rows.slice(0, query.limit);
    return { rows: page, next: rows.length > page.length ? (page.at(-1)?.seq ?? null) : null };
  }

  async attempt(id: string): Promise<AttemptDetails> {
    await this.wait(3);
    const attempt = this.#attempts.find((row) => row.id === id);
    if (attempt === undefined) throw problem('attempt_missing');
    return { attempt, states: this.#states.get(id) ?? pastStates(attempt) };
  }

  async setNote(id: string, note: string): Promise<AttemptView> {
    await this.wait();
    const attempt = this.#attempts.find((row) => row.id === id);
    if (attempt === undefined) throw problem('attempt_missing');
    if (note.length > LONGEST_NOTE) throw problem('note_too_long', { limit: String(LONGEST_NOTE) });
    const noted = { ...attempt, note: note.trim() === '' ? null : note.trim() };
    this.#attempts = this.#attempts.map((row) => (row.id === id ? noted : row));
    this.#tell(noted);
    return noted;
  }

  async openInteraction(): Promise<void> {
    await this.wait();
  }

  async contacts(): Promise<ContactView[]> {
    await this.wait();
    return this.#contacts.all();
  }

  async saveContact(form: ContactForm): Promise<ContactView> {
    await this.wait();
    return this.#contacts.save(form);
  }

  async removeContact(id: string): Promise<void> {
    await this.wait();
    this.#contacts.remove(id);
  }

  async getPreferences(): Promise<Preferences> {
    return this.#preferences;
  }

  async setPreferences(preferences: Preferences): Promise<void> {
    this.#preferences = preferences;
  }

  async desktop(): Promise<DesktopView> {
    await this.wait();
    return this.#desktop.view();
  }

  async setLinks(on: boolean): Promise<DesktopView> {
    await this.wait();
    return this.#desktop.setLinks(on);
  }

  async openLinkSettings(): Promise<void> {
    await this.wait();
    this.#desktop.openLinkSettings();
  }

  async setShortcut(keys: string | null): Promise<DesktopView> {
    await this.wait();
    return this.#desktop.setShortcut(keys);
  }

  async setStartAtLogin(on: boolean): Promise<DesktopView> {
    await this.wait();
    return this.#desktop.setStartAtLogin(on);
  }

  async #play(id: string, e164: string): Promise<void> {
    for (const [wait, change] of plotOf(e164)) {
      await sleep(wait);
      if (this.#cancelled.has(id)) return;
      this.#change(id, change);
    }
  }

  #change(id: string, change: Partial<AttemptView>): void {
    const before = this.#attempts.find((row) => row.id === id);
    if (before === undefined) return;
    const next = after(before, change, Date.now());
    this.#attempts = this.#attempts.map((row) => (row.id === id ? next : row));
    if (next.call_state !== null && next.call_state !== before.call_state) {
      const state = { state: next.call_state, at: new Date().toISOString(), disconnect_type: null, error_code: null };
      this.#states.set(id, [...(this.#states.get(id) ?? []), state]);
    }
    this.#tell(next);
  }

  #hangUp(id: string): void {
    const call = this.#attempts.find((row) => row.id === id);
    if (call?.live !== true) return;
    this.#cancelled.add(id);
    this.#change(id, { call_state: 'ended', end_reason: 'hung_up_here', live: false });
  }

  #tell(attempt: AttemptView): void {
    this.emit({ kind: 'attempt', attempt });
  }

  #offer(text: string, via: OfferView['via'], why: Problem | null = null): OfferView {
    this.#offered += 1;
    return { id: this.#offered, via, text, problem: why };
  }
}

/** For the page in a browser: `?scenario=first-run&appearance=dark&language=de&zoom=200`. */
export function fakeFromAddress(search: string): FakeBackend {
  const asked = Object.fromEntries(new URLSearchParams(search)) as Record<string, string | undefined>;
  const { scenario = 'busy', appearance, contrast, motion, language = null, zoom } = asked;
  return new FakeBackend(scenario as ScenarioName, {
    appearance: oneOf(['light', 'dark'] as const, appearance),
    contrast: oneOf(['normal', 'high'] as const, contrast),
    motion: oneOf(['full', 'reduced'] as const, motion),
    language,
    zoom: zoom === undefined ? USUAL.zoom : Number(zoom),
  });
}

function oneOf<Choice extends string>(choices: readonly Choice[], asked: string | undefined): Choice | 'system' {
  return choices.find((choice) => choice === asked) ?? 'system';
}
