import { tick } from 'svelte';

import type { Backend } from '../backend/backend';
import type { AgentView } from '../bindings/AgentView';
import type { AttemptView } from '../bindings/AttemptView';
import type { Event } from '../bindings/Event';
import type { Feed } from '../bindings/Feed';
import type { Problem } from '../bindings/Problem';
import type { ProfileView } from '../bindings/ProfileView';
import type { StartView } from '../bindings/StartView';
import type { Via } from '../bindings/Via';
import { Contacts } from './contacts.svelte';
import { NO_KEYRING } from './connection-form.svelte';
import { ConnectionCheck } from './connection-check.svelte';
import { isPersonal } from './connection-text';
import { Connections } from './connections.svelte';
import { Dial } from './dial.svelte';
import { FileDrops } from './file-drops.svelte';
import { History } from './history.svelte';
import { dialogOpen, takesText } from './keys';
import { Latest } from './latest';
import { LiveCalls } from './live.svelte';
import { NetworkSettings } from './network-form.svelte';
import { Offers } from './offers.svelte';
import { Palette } from './palette.svelte';
import { PreferenceStore } from './preferences.svelte';
import { asProblem } from './problems';
import { SignInFlow } from './sign-in.svelte';

export type SettingsTab = 'connection' | 'network' | 'calling' | 'desktop' | 'appearance' | 'about';

/** What *Connection* in Settings shows first: all of them, one that is asked for, or whatever is usual. */
export type ConnectionPlace = 'usual' | 'all' | { id: string };

export type Phase = 'opening' | 'failed' | 'first-run' | 'main';

/** The state of the whole page. */
export class App {
  phase: Phase = $state('opening');
  problem: Problem | null = $state.raw(null);
  notices: Problem[] = $state.raw([]);
  profile: ProfileView | null = $state.raw(null);
  started: StartView | null = $state.raw(null);
  feed: Feed = $state('off');
  /** Why the feed is not the socket, where that is wanted. */
  feedReason: Problem | null = $state.raw(null);
  settingsOpen: boolean = $state(false);
  /** Which part Settings opens with. */
  settingsTab: SettingsTab = $state('connection');
  /** Where *Connection* opens. */
  connectionPlace: ConnectionPlace = $state.raw('usual');
  /** Whether the keys are shown. */
  keysOpen: boolean = $state(false);
  /** What stands beside the dial card. */
  side: 'history' | 'contacts' = $state('history');

  readonly backend: Backend;
  readonly live = new LiveCalls();
  readonly dial: Dial;
  readonly offers: Offers;
  readonly history: History;
  readonly contacts: Contacts;
  readonly check: ConnectionCheck;
  readonly network: NetworkSettings;
  readonly drops: FileDrops;
  readonly preferences: PreferenceStore;
  readonly palette: Palette;
  readonly connections: Connections;
  readonly signIn: SignInFlow;

  #subscribed = false;
  /** What was told while `start` was being answered: it can be newer than the answer. */
  #told: Event[] = [];
  readonly #starts = new Latest();

  constructor(backend: Backend) {
    this.backend = backend;
    this.dial = new Dial(backend, this.live, () => this.profile?.id ?? '');
    this.offers = new Offers(this.dial, () => this.#lookAtNumber());
    this.history = new History(backend);
    this.contacts = new Contacts(backend);
    this.check = new ConnectionCheck(backend);
    this.network = new NetworkSettings(backend);
    this.drops = new FileDrops(this.dial, this.offers, (profile) => this.connected(profile));
    this.palette = new Palette(this);
    this.connections = new Connections(backend, () => this.#followConnections());
    this.signIn = new SignInFlow(backend, (profile) => this.connected(profile));
    this.preferences = new PreferenceStore(backend, (problem) => this.notice(problem));
  }

  /** Listens, then asks for everything. Called again by *Try again*. */
  async open(): Promise<void> {
    try {
      if (!this.#subscribed) {
        await this.backend.subscribe((event) => this.#hear(event));
        this.#subscribed = true;
        await this.preferences.read();
      }
      this.#begin(await this.backend.start());
      for (const event of this.#told.splice(0)) this.#hear(event);
      void this.#takeOffers();
    } catch (reason) {
      this.problem = asProblem(reason);
      this.phase = 'failed';
    }
  }

  async useSandbox(): Promise<void> {
    this.connected(await this.backend.useSandbox());
  }

  /** A connection was made or changed, or somebody signed in to it or out of it. */
  connected(profile: ProfileView): void {
    this.connections.put(profile);
    // Saved at another address, a connection takes the place of the one that was.
    void this.#rereadConnections();
    if (profile.active || this.profile === null) this.#take(profile);
    if (this.phase !== 'main' && this.profile !== null) this.#showMain();
  }

  /** Takes another connection into use. Calls of the one before go on, and are still shown. */
  async useConnection(id: string): Promise<void> {
    if (id === this.profile?.id) return;
    const used = await this.connections.use(id);
    const { problem } = this.connections;
    if (!used && problem?.id === id && !this.settingsOpen) this.notice(problem.what);
  }

  /** To where a person signs in to this connection, or chooses to. */
  openSignIn(profileId: string): void {
    const profile = this.connections.one(profileId);
    if (profile?.active && isPersonal(profile) && !this.settingsOpen) {
      void this.signIn.begin(profileId);
      return;
    }
    this.openSettings('connection', { id: profileId });
  }

  /** After the first connection: says at once where it does not work. It places no call. */
  async checkQuietly(profile: ProfileView): Promise<void> {
    await this.check.run(profile, null);
    if (this.check.of?.id === profile.id && this.check.firstProblem !== null) this.notice(this.check.firstProblem);
  }

  /** Looks at a connection, and at the agent where one is chosen in it. It places no call. */
  runCheck(profile: ProfileView): void {
    const agent = profile.id === this.profile?.id ? this.dial.agent : null;
    void this.check.run(profile, agent?.id ?? null);
  }

  /** Opens the connection in Settings and looks at it. */
  checkConnection(): void {
    if (this.profile === null) return;
    this.openSettings('connection', { id: this.profile.id });
    this.runCheck(this.profile);
  }

  notice(problem: Problem): void {
    // The profile was read before the keyring was asked.
    if (this.profile !== null && NO_KEYRING.has(problem.code)) {
      this.profile = { ...this.profile, offers_this_run: true };
      this.connections.put(this.profile);
    }
    this.notices = [...this.notices.filter(({ code }) => code !== problem.code), problem];
  }

  dismissNotice(problem: Problem): void {
    this.notices = this.notices.filter((notice) => notice !== problem);
  }

  async setCountry(country: string): Promise<void> {
    this.dial.setCountry(country);
    try {
      await this.backend.setDefaultCountry(country);
    } catch (reason) {
      this.notice(asProblem(reason));
    }
  }

  async cancel(id: string): Promise<void> {
    try {
      await this.backend.cancelCall(id);
    } catch (reason) {
      this.notice(asProblem(reason));
    }
  }

  /** Keeps a note on an attempt; tells why it could not. */
  async saveNote(id: string, note: string): Promise<Problem | null> {
    try {
      const noted = await this.backend.setNote(id, note);
      this.history.take(noted);
      return null;
    } catch (reason) {
      return asProblem(reason);
    }
  }

  /** Fills in the agent and the number of an attempt. A person presses Call. */
  callAgain(attempt: AttemptView): void {
    if (attempt.profile_id === this.profile?.id) {
      void this.dial.useAgent(attempt.agent_id, attempt.agent_name);
      this.dial.choice.repeat(attempt);
    }
    this.fillIn(attempt.extension === null ? attempt.e164 : `${attempt.e164};ext=${attempt.extension}`, 'history');
  }

  /** Opens the part of Settings that helps: where that is the connection, the one it is about. */
  openMending(tab: SettingsTab, profileId: string | undefined): void {
    this.openSettings(tab, profileId === undefined ? 'usual' : { id: profileId });
  }

  openSettings(tab: SettingsTab, place: ConnectionPlace = 'usual'): void {
    this.settingsTab = tab;
    this.connectionPlace = place;
    this.settingsOpen = true;
  }

  /** Looks into the history; `text` is searched for, where there is one. */
  searchHistory(text: string | null): void {
    this.side = 'history';
    if (text !== null) this.history.setSearch(text);
    void this.#focus('history-search');
  }

  showContacts(): void {
    this.side = 'contacts';
    void this.#focus('contacts-search');
  }

  /** Begins a contact with this number. */
  keepNumber(number: string): void {
    this.side = 'contacts';
    this.contacts.write(null, number);
  }

  /** Puts a number into the field, and looks there. A person presses Call. */
  fillIn(text: string, via: Via): void {
    this.offers.fill(text, via);
    this.dial.wanted = 'number';
  }

  /** What came in before the page listened. */
  async #takeOffers(): Promise<void> {
    try {
      for (const offer of await this.backend.offers()) this.offers.take(offer);
    } catch (reason) {
      this.notice(asProblem(reason));
    }
  }

  async #focus(testid: string): Promise<void> {
    await tick();
    document.querySelector<HTMLElement>(`[data-testid="${testid}"]`)?.focus();
  }

  /** A number came in unasked: the keyboard goes to it only where it disturbs nobody. */
  #lookAtNumber(): void {
    if (this.phase === 'main' && !dialogOpen() && !takesText(document.activeElement)) this.dial.wanted = 'number';
  }

  /** An agent was chosen in the tray, where only those are offered who are known here. */
  async #useAgentOf(id: string): Promise<void> {
    try {
      const known = await this.backend.knownAgents('');
      const agent = known.find((agent) => agent.id === id) ?? (await this.backend.chooseAgent(id));
      this.dial.whenFree('agent', () => {
        if (agent.id !== this.dial.agent?.id) void this.dial.chooseAgent(agent);
      });
    } catch (reason) {
      this.notice(asProblem(reason));
    }
  }

  #showFeed(feed: Feed, reason: Problem | null): void {
    this.feed = feed;
    this.feedReason = reason;
  }

  #begin(started: StartView): void {
    this.started = started;
    this.problem = null;
    this.profile = started.profile;
    this.connections.take(started.profiles);
    this.#showFeed(started.feed, started.feed_reason);
    for (const notice of started.notices) this.notice(notice);
    this.dial.setCountry(started.default_country);
    this.live.clear();
    for (const attempt of started.live) this.live.take(attempt);
    if (started.profile === null) {
      this.phase = 'first-run';
      return;
    }
    this.#showAgent(started.profile, started.agent);
    this.#showMain();
  }

  /** The agent called for last; where calls are those of a person who signs in, that one and no other. */
  #showAgent(profile: ProfileView, last: AgentView | null): void {
    this.dial.fixTo(isPersonal(profile) ? { user: profile.user } : null);
    if (this.dial.fixed !== null || this.dial.agent !== null) return;
    this.dial.agent = last;
    if (last?.readiness_known === false) void this.dial.refreshAgent();
  }

  /** The window shows this connection from now on. */
  #take(profile: ProfileView): void {
    const before = this.profile;
    this.profile = profile;
    if (before?.id !== profile.id) this.dial.leave();
    this.#showAgent(profile, null);
    // Who was called for last with it, and how it is fed.
    if (before !== null && before.id !== profile.id) void this.#readStart(profile.id);
  }

  async #readStart(profileId: string): Promise<void> {
    try {
      const read = await this.#starts.ask(() => this.backend.start());
      if (read === undefined || read.answer.profile?.id !== profileId || this.profile?.id !== profileId) return;
      const started = read.answer;
      this.started = started;
      this.#showFeed(started.feed, started.feed_reason);
      if (started.default_country !== this.dial.country) {
        this.dial.setCountry(started.default_country);
        // What is typed can be another number now.
        this.dial.settle();
      }
      this.#showAgent(this.profile, started.agent);
    } catch (reason) {
      this.notice(asProblem(reason));
    }
  }

  async #rereadConnections(): Promise<void> {
    try {
      await this.connections.read();
    } catch (reason) {
      this.notice(asProblem(reason));
    }
  }

  /** The list of connections has changed: the window shows the one that is in use. */
  #followConnections(): void {
    const { all } = this.connections;
    this.signIn.settle(all);
    if (this.phase !== 'main') return;
    const active = all.find((profile) => profile.active);
    if (active !== undefined) this.#take(active);
    else if (all.length === 0) this.#beginAgain();
  }

  /** The last connection was removed. */
  #beginAgain(): void {
    this.settingsOpen = false;
    this.profile = null;
    this.dial.leave();
    this.phase = 'first-run';
  }

  /** The dial card and the history; the keyboard starts where something is missing. */
  #showMain(): void {
    this.phase = 'main';
    this.dial.wanted = this.dial.agent === null ? 'agent' : 'number';
    void this.history.reload();
    void this.contacts.load();
  }

  #hear(event: Event): void {
    if (this.phase === 'opening' || this.phase === 'failed') {
      this.#told.push(event);
      return;
    }
    switch (event.kind) {
      case 'notice':
        return this.notice(event.problem);
      case 'feed':
        return this.#showFeed(event.feed, event.reason);
      case 'offer':
        return this.offers.take(event.offer);
      case 'choose_agent':
        return void this.#useAgentOf(event.agent_id);
      case 'attempt':
        return this.#takeAttempt(event.attempt);
      case 'history':
        return void this.history.refresh();
      case 'check':
        return this.check.take(event.profile_id, event.step);
      case 'profiles':
        return void this.#rereadConnections();
      case 'signing_in':
        return this.signIn.opened(event.profile_id, event.url);
      case 'file_drop':
        this.drops.now = event.state;
        return;
      case 'imported':
        return this.drops.take(event.import);
      case 'certificates_dropped':
        this.network.drop(event.path);
        return this.openSettings('network');
    }
  }

  #takeAttempt(attempt: AttemptView): void {
    this.live.take(attempt);
    this.history.take(attempt);
    this.dial.noticeOutcome(attempt);
    if (attempt.outcome === 'placed' && attempt.call_state === 'requested') this.offers.forget(attempt.typed);
  }
}
