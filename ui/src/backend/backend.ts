import type { AgentView } from '../bindings/AgentView';
import type { AttemptDetails } from '../bindings/AttemptDetails';
import type { AttemptView } from '../bindings/AttemptView';
import type { CallOptions } from '../bindings/CallOptions';
import type { CallOptionsView } from '../bindings/CallOptionsView';
import type { CheckStep } from '../bindings/CheckStep';
import type { ContactForm } from '../bindings/ContactForm';
import type { ContactView } from '../bindings/ContactView';
import type { DesktopView } from '../bindings/DesktopView';
import type { Event } from '../bindings/Event';
import type { HistoryPage } from '../bindings/HistoryPage';
import type { HistoryQuery } from '../bindings/HistoryQuery';
import type { NetworkForm } from '../bindings/NetworkForm';
import type { NetworkView } from '../bindings/NetworkView';
import type { NumberPreview } from '../bindings/NumberPreview';
import type { OfferView } from '../bindings/OfferView';
import type { PlaceRequest } from '../bindings/PlaceRequest';
import type { Preferences } from '../bindings/Preferences';
import type { ProfileForm } from '../bindings/ProfileForm';
import type { ProfileView } from '../bindings/ProfileView';
import type { StartView } from '../bindings/StartView';

/**
 * Everything the page can ask for. Each method is one command of the shell, by the same name in
 * snake_case, and rejects with a `Problem`.
 */
export interface Backend {
  /** Tells `listener` what happens unasked; settles when nothing can be missed any more. */
  subscribe(listener: (event: Event) => void): Promise<() => void>;

  start(): Promise<StartView>;
  saveProfile(form: ProfileForm, secret: string | null): Promise<ProfileView>;
  useSandbox(): Promise<ProfileView>;
  removeSecret(profileId: string): Promise<ProfileView>;
  /** Looks at a connection step by step; each change is an event, the whole list is the answer. */
  checkConnection(profileId: string, agentId: string | null): Promise<CheckStep[]>;

  profiles(): Promise<ProfileView[]>;
  /** Takes a profile into use; `start` tells the rest afterwards. */
  useProfile(profileId: string): Promise<ProfileView>;
  duplicateProfile(profileId: string): Promise<ProfileView>;
  removeProfile(profileId: string): Promise<void>;
  /** Signs a person in through the browser; settles when that is over. */
  signIn(profileId: string): Promise<ProfileView>;
  cancelSignIn(profileId: string): Promise<void>;
  signOut(profileId: string): Promise<ProfileView>;

  /** What can be chosen for the calls of an agent, and what is. */
  callOptions(agentId: string): Promise<CallOptionsView>;
  /** Keeps what calls for an agent ask for; none goes back to what the connection says. */
  setCallOptions(agentId: string, options: CallOptions | null): Promise<void>;

  network(): Promise<NetworkView>;
  /** No password leaves the one that is kept, an empty one removes it. */
  setNetwork(form: NetworkForm, password: string | null): Promise<NetworkView>;

  /** Agents kept on this computer, favourites and recent ones first. Asks no server. */
  knownAgents(query: string): Promise<AgentView[]>;
  findAgents(query: string): Promise<AgentView[]>;
  chooseAgent(agentId: string): Promise<AgentView>;
  setAgentFavourite(agentId: string, favourite: boolean): Promise<AgentView>;

  previewNumber(typed: string, country: string): Promise<NumberPreview>;
  setDefaultCountry(country: string): Promise<void>;
  /** How many digits the extensions of the organisation have; none are dialled where it is empty. */
  setExtensionDigits(digits: number[]): Promise<void>;

  /** Numbers that came in from outside and that no page has taken yet, oldest first. */
  offers(): Promise<OfferView[]>;

  placeCall(request: PlaceRequest): Promise<AttemptView>;
  cancelCall(id: string): Promise<void>;
  /** Hangs up for the agent; rejects with `hang_up_denied` where only `hangUpAll` is left. */
  hangUp(id: string): Promise<void>;
  /** Ends the call for everybody on it. */
  hangUpAll(id: string): Promise<void>;

  history(query: HistoryQuery): Promise<HistoryPage>;
  attempt(id: string): Promise<AttemptDetails>;
  /** An empty note removes it. */
  setNote(id: string, note: string): Promise<AttemptView>;
  /** Opens the interaction in the system's browser. */
  openInteraction(id: string): Promise<void>;

  contacts(): Promise<ContactView[]>;
  saveContact(form: ContactForm): Promise<ContactView>;
  removeContact(id: string): Promise<void>;

  getPreferences(): Promise<Preferences>;
  setPreferences(preferences: Preferences): Promise<void>;

  /** What the desktop around the window offers, and what of it is in use. */
  desktop(): Promise<DesktopView>;
  /** Offers Ringfor for links to numbers, or puts back what was there before. */
  setLinks(on: boolean): Promise<DesktopView>;
  /** Opens the system's own setting for what opens links. */
  openLinkSettings(): Promise<void>;
  /** The keys as they are shown, for example `Ctrl+Alt+D`; none switches the shortcut off. */
  setShortcut(keys: string | null): Promise<DesktopView>;
  setStartAtLogin(on: boolean): Promise<DesktopView>;
}
