import type { AttemptDetails } from '../../bindings/AttemptDetails';
import type { AgentView } from '../../bindings/AgentView';
import type { AttemptView } from '../../bindings/AttemptView';
import type { CallStateView } from '../../bindings/CallStateView';
import type { CheckStep } from '../../bindings/CheckStep';
import type { Event } from '../../bindings/Event';
import type { Feed } from '../../bindings/Feed';
import type { HistoryPage } from '../../bindings/HistoryPage';
import type { HistoryQuery } from '../../bindings/HistoryQuery';
import type { NumberPreview } from '../../bindings/NumberPreview';
import type { PlaceRequest } from '../../bindings/PlaceRequest';
import type { Preferences } from '../../bindings/Preferences';
import type { Problem } from '../../bindings/Problem';
import type { ProfileForm } from '../../bindings/ProfileForm';
import type { ProfileView } from '../../bindings/ProfileView';
import type { StartView } from '../../bindings/StartView';
import type { Backend } from '../backend';
import { after, begun, callAgain, HANG_UP_DENIED, plotOf } from './call';
import { previewNumber, problem } from './numbers';
import { past } from './past';
import { PEOPLE } from './people';
import { CONTOSO, REGIONS, SANDBOX, scenario, type Scenario, type ScenarioName } from './scenarios';

/** A back end in the page: it behaves like the real one, and calls nobody. */
export class FakeBackend implements Backend {
  /** Every request to place a call, for the tests. */
  readonly placed: PlaceRequest[] = [];
  /** Secrets that arrived, for the tests. */
  readonly secrets: string[] = [];
  /** How long an answer takes; a test can change it at any time. */
  delay = 20;

  #listeners = new Set<(event: Event) => void>();
  #attempts: AttemptView[];
  #states = new Map<string, CallStateView[]>();
  #cancelled = new Set<string>();
  #profile: ProfileView | null;
  #starts = 0;
  #feed: { feed: Feed; reason: Problem | null };
  #preferences: Preferences;
  readonly #scenario: Scenario;

  constructor(name: ScenarioName = 'busy', appearance: Preferences['appearance'] = 'system') {
    this.#scenario = scenario(name);
    this.#profile = this.#scenario.profile;
    this.#feed = this.#scenario.feed;
    this.#attempts = this.#scenario.past === 'none' ? [] : past(Date.now(), this.#scenario.past === 'many');
    this.#preferences = { appearance };
  }

  async subscribe(listener: (event: Event) => void): Promise<() => void> {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async start(): Promise<StartView> {
    await this.#wait();
    this.#starts += 1;
    const { failure, notices, agent } = this.#scenario;
    if (failure !== null && this.#starts < 3) throw failure;
    const profile = this.#profile;
    return {
      profile,
      regions: REGIONS,
      countries: ['US', 'GB', 'DE', 'FR', 'CA', 'ES', 'IT', 'JP', 'AU', 'CH', 'AT', 'NL', 'BE', 'BR', 'MX', 'IN'],
      default_country: 'US',
      agent: profile === null ? null : agent,
      live: this.#attempts.filter((attempt) => attempt.live),
      feed: this.#feed.feed,
      feed_reason: this.#feed.reason,
      notices,
      suggested_hosts: null,
      version: '0.1.0',
      data_dir: '/home/mona/.local/share/ringfor',
    };
  }

  async saveProfile(form: ProfileForm, secret: string | null): Promise<ProfileView> {
    await this.#wait(10);
    if (form.region === null && form.api_url === null) throw problem('region_missing');
    if (form.api_url?.startsWith('http:')) throw problem('url_insecure', { field: 'api_url' });
    if (form.client_id === '') throw problem('client_id_missing');
    if (secret === null && form.id === null) throw problem('secret_empty');
    if (secret !== null) this.secrets.push(secret);
    if (secret !== null && this.#scenario.noKeyring && !form.this_run_only) throw problem('keyring_missing', {}, { step: 'keyring' });
    this.#profile = {
      id: form.id ?? 'contoso',
      name: form.name || (REGIONS.find(({ domain }) => domain === form.region)?.aws ?? 'Contoso'),
      sandbox: false,
      region: form.region,
      hosts: form.api_url === null ? null : { api_url: form.api_url, login_url: form.login_url ?? '' },
      client_id: form.client_id,
      dialect: form.dialect,
      secret: secret === null ? (this.#profile?.secret ?? 'missing') : form.this_run_only ? 'this_run' : 'keyring',
      offers_this_run: form.this_run_only && this.#scenario.noKeyring === true,
      type_ahead: form.dialect === 'platform',
      caller_id: form.caller_id,
      queue_id: form.queue_id,
    };
    return this.#profile;
  }

  async useSandbox(): Promise<ProfileView> {
    await this.#wait(10);
    this.#profile = SANDBOX;
    return SANDBOX;
  }

  async removeSecret(): Promise<ProfileView> {
    await this.#wait();
    this.#profile = { ...(this.#profile ?? CONTOSO), secret: 'missing' };
    return this.#profile;
  }

  async checkConnection(): Promise<CheckStep[]> {
    await this.#wait(20);
    if (this.#profile?.client_id !== 'wrong') return [{ step: 'token', problem: null }, { step: 'look_up', problem: null }];
    return [{ step: 'token', problem: problem('secret_wrong', {}, { http_status: 401, server_code: 'invalid_client', step: 'token' }) }];
  }

  async findAgents(query: string): Promise<AgentView[]> {
    await this.#wait(5);
    const text = query.toLowerCase();
    if (text === '') return this.#scenario.recents ? PEOPLE.filter(({ recent }) => recent) : [];
    if (text === 'offline') throw problem('unreachable', { host: 'api.mypurecloud.com' }, { step: 'look_up' });
    if (this.#profile?.type_ahead === false) {
      if (!text.includes('@')) throw problem('agent_email_needed');
      const found = PEOPLE.filter(({ email }) => email === text);
      if (found.length === 0) throw problem('agent_not_found', { email: query });
      return found;
    }
    const hits = PEOPLE.filter(({ name, email }) => email.startsWith(text) || name.toLowerCase().split(' ').some((word) => word.startsWith(text)));
    return hits.sort((a, b) => Number(b.recent) - Number(a.recent));
  }

  async chooseAgent(agentId: string): Promise<AgentView> {
    await this.#wait(5);
    const agent = PEOPLE.find(({ id }) => id === agentId);
    if (agent === undefined) throw problem('not_found');
    return agent;
  }

  async previewNumber(typed: string, country: string): Promise<NumberPreview> {
    await this.#wait();
    return previewNumber(typed, country);
  }

  async setDefaultCountry(): Promise<void> {
    await this.#wait();
  }

  async placeCall(request: PlaceRequest): Promise<AttemptView> {
    this.placed.push(request);
    await this.#wait();
    if (this.#scenario.unwritable) throw problem('log_unwritable', {}, { step: 'log' });
    const same = this.#attempts.find(({ id }) => id === request.id);
    if (same !== undefined) return same;
    const question = callAgain(request, this.#attempts, Date.now());
    if (question !== null) throw question;
    const attempt = begun(request, this.#attempts.length + 1, Date.now());
    this.#attempts = [attempt, ...this.#attempts];
    this.#tell(attempt);
    void this.#play(attempt.id, request.e164);
    return attempt;
  }

  async cancelCall(id: string): Promise<void> {
    await this.#wait();
    this.#cancelled.add(id);
    this.#change(id, { outcome: 'refused', problem: problem('cancelled'), live: false, cancellable: false, waiting_ms: null });
  }

  async hangUp(id: string): Promise<void> {
    await this.#wait();
    const call = this.#attempts.find((row) => row.id === id);
    if (call?.e164 === HANG_UP_DENIED) {
      throw problem('hang_up_denied', { agent: call.agent_name, permissions: 'conversation:call:disconnect' }, { http_status: 403, step: 'hang_up' });
    }
    this.#hangUp(id);
  }

  async hangUpAll(id: string): Promise<void> {
    await this.#wait();
    this.#hangUp(id);
  }

  /** For the tests: the feed of the screen changes. */
  tellFeed(feed: Feed, reason: Problem | null = null): void {
    this.#feed = { feed, reason };
    for (const listener of this.#listeners) listener({ kind: 'feed', feed, reason });
  }

  async history(query: HistoryQuery): Promise<HistoryPage> {
    await this.#wait(3);
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
    await this.#wait(3);
    const attempt = this.#attempts.find((row) => row.id === id);
    if (attempt === undefined) throw problem('attempt_missing');
    return { attempt, states: this.#states.get(id) ?? pastStates(attempt) };
  }

  async openInteraction(): Promise<void> {
    await this.#wait();
  }

  async getPreferences(): Promise<Preferences> {
    return this.#preferences;
  }

  async setPreferences(preferences: Preferences): Promise<void> {
    this.#preferences = preferences;
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
    for (const listener of this.#listeners) listener({ kind: 'attempt', attempt });
  }

  #wait(times = 1): Promise<void> {
    return sleep(this.delay * times);
  }
}

/** For the page in a browser: `?scenario=first-run&appearance=dark`. */
export function fakeFromAddress(search: string): FakeBackend {
  const asked = new URLSearchParams(search);
  const appearance = asked.get('appearance');
  return new FakeBackend(
    (asked.get('scenario') ?? 'busy') as ScenarioName,
    appearance === 'dark' || appearance === 'light' ? appearance : 'system',
  );
}

function pastStates(attempt: AttemptView): CallStateView[] {
  if (attempt.call_state !== 'ended') return [];
  const at = (ms: number) => new Date(Date.parse(attempt.created_at) + ms).toISOString();
  const state = (name: CallStateView['state'], ms: number): CallStateView => ({ state: name, at: at(ms), disconnect_type: null, error_code: null });
  const states = [state('requested', 640), state('ringing_agent', 900)];
  if (attempt.end_reason !== 'agent_no_answer') states.push(state('dialing', 2_900));
  if (attempt.connected_at !== null) states.push(state('connected', 6_000));
  const raw = attempt.end_reason === 'no_route' ? 'error.ininedgecontrol.connection.dialplan.notReachable' : null;
  states.push({ state: 'ended', at: attempt.ended_at ?? at(30_000), disconnect_type: raw === null ? 'peer' : 'error', error_code: raw });
  return states;
}

function sleep(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
