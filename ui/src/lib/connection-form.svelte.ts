import type { Backend } from '../backend/backend';
import type { CallOptions } from '../bindings/CallOptions';
import type { Colour } from '../bindings/Colour';
import type { DialectName } from '../bindings/DialectName';
import type { HostsView } from '../bindings/HostsView';
import type { Problem } from '../bindings/Problem';
import type { ProblemCode } from '../bindings/ProblemCode';
import type { ProfileForm } from '../bindings/ProfileForm';
import type { ProfileView } from '../bindings/ProfileView';
import type { SignIn } from '../bindings/SignIn';
import { asProblem } from './problems';

/** The choice *Own addresses* in the list of regions. */
export const OWN_HOSTS = 'own';

/** Problems after which the secret can be kept in memory instead. */
export const NO_KEYRING: ReadonlySet<ProblemCode> = new Set([
  'keyring_missing', 'keyring_locked', 'keyring_timeout', 'keyring_failed',
]);

/** `checks`: the connection is tried next. */
type SavedListener = (profile: ProfileView, checks: boolean) => void;

/** The connection as it is typed, saved and checked. */
export class ConnectionForm {
  name: string = $state('');
  region: string = $state('');
  apiUrl: string = $state('');
  loginUrl: string = $state('');
  clientId: string = $state('');
  dialect: DialectName = $state('platform');
  signIn: SignIn = $state('client');
  colour: Colour = $state('plain');
  callerId: string = $state('');
  callerName: string = $state('');
  queueId: string = $state('');
  queueName: string = $state('');
  secret: string = $state('');
  thisRunOnly: boolean = $state(false);
  /** Offered once the keyring has failed, in this run or an earlier one. */
  offersThisRun: boolean = $state(false);
  /** The secret left the field, and the save then failed. */
  secretGone: boolean = $state(false);
  doing: 'saving' | 'removing' | null = $state(null);
  saved: boolean = $state(false);
  problem: Problem | null = $state.raw(null);
  profile: ProfileView | null = $state.raw(null);

  #replacing: boolean = $state(false);
  readonly #backend: Backend;
  readonly #onsaved: SavedListener;

  readonly ownHosts: boolean = $derived(this.region === OWN_HOSTS);
  /** The secret that is kept belongs to the server it was typed for; another one does not get it. */
  readonly elsewhere: boolean = $derived.by(() => this.profile !== null && this.#leadsElsewhere(this.profile));
  /** The field for a secret is on screen. */
  readonly asksSecret: boolean = $derived(
    this.signIn !== 'pkce' &&
      (this.profile === null || this.profile.sign_in === 'pkce' || this.profile.secret === 'missing' || this.#replacing || this.elsewhere),
  );
  /** Whether calls ask for anything beside the number. */
  readonly asksAnything: boolean = $derived(this.profile !== null && Object.values(this.profile.options).some((asked) => asked !== null));
  readonly dirty: boolean = $derived.by(() => this.profile === null || this.secret !== '' || this.#differs(this.profile));

  constructor(backend: Backend, profile: ProfileView | null, suggested: HostsView | null, onsaved: SavedListener) {
    this.#backend = backend;
    this.#onsaved = onsaved;
    if (profile !== null) {
      this.#show(profile);
    } else if (suggested !== null) {
      this.region = OWN_HOSTS;
      this.apiUrl = suggested.api_url;
      this.loginUrl = suggested.login_url;
    }
  }

  /** Saves; true where that worked. */
  async save(checks = false): Promise<boolean> {
    if (this.doing !== null) return false;
    const secret = this.asksSecret && this.secret !== '' ? this.secret : null;
    // Sent once, and gone from the page whatever comes back.
    this.secret = '';
    this.secretGone = false;
    this.#begin('saving');
    try {
      const profile = await this.#backend.saveProfile(this.#form(), secret);
      this.#show(profile);
      this.saved = true;
      this.#onsaved(profile, checks);
      return true;
    } catch (reason) {
      this.problem = asProblem(reason);
      this.secretGone = secret !== null;
      if (NO_KEYRING.has(this.problem.code)) this.offersThisRun = true;
      if (this.problem.code === 'secret_empty') this.#replacing = true;
      return false;
    } finally {
      this.doing = null;
    }
  }

  /** Saves what has changed; the connection that can be tried then, or none where that failed. */
  async saveToCheck(): Promise<ProfileView | null> {
    if (this.doing !== null || (this.dirty && !(await this.save(true)))) return null;
    return this.profile;
  }

  async removeSecret(): Promise<void> {
    if (this.profile === null || this.doing !== null) return;
    this.#begin('removing');
    try {
      const profile = await this.#backend.removeSecret(this.profile.id);
      this.#show(profile);
      this.#onsaved(profile, false);
    } catch (reason) {
      this.problem = asProblem(reason);
    } finally {
      this.doing = null;
    }
  }

  replaceSecret(): void {
    this.#replacing = true;
  }

  keepSecret(): void {
    this.secret = '';
    this.#replacing = false;
  }

  #begin(doing: 'saving' | 'removing'): void {
    this.doing = doing;
    this.saved = false;
    this.problem = null;
  }

  #show(profile: ProfileView): void {
    this.profile = profile;
    this.name = profile.name;
    this.region = profile.hosts !== null ? OWN_HOSTS : (profile.region ?? '');
    this.apiUrl = profile.hosts?.api_url ?? '';
    this.loginUrl = profile.hosts?.login_url ?? '';
    this.clientId = profile.client_id;
    this.dialect = profile.dialect;
    this.signIn = profile.sign_in;
    this.colour = profile.colour;
    this.callerId = profile.options.caller_id ?? '';
    this.callerName = profile.options.caller_name ?? '';
    this.queueId = profile.options.queue_id ?? '';
    this.queueName = profile.options.queue_name ?? '';
    this.#replacing = false;
    this.thisRunOnly = profile.secret === 'this_run';
    this.offersThisRun = profile.offers_this_run;
  }

  #differs(profile: ProfileView): boolean {
    const form = this.#form();
    const asked = (Object.keys(form.options) as (keyof CallOptions)[]).some((name) => form.options[name] !== profile.options[name]);
    return form.name !== profile.name || form.sign_in !== profile.sign_in || form.colour !== profile.colour || asked || this.#leadsElsewhere(profile);
  }

  #leadsElsewhere(profile: ProfileView): boolean {
    const form = this.#form();
    return form.region !== profile.region ||
      form.api_url !== (profile.hosts?.api_url ?? null) ||
      form.login_url !== (profile.hosts?.login_url ?? null) ||
      form.client_id !== profile.client_id ||
      // Each dialect signs in at another host.
      form.dialect !== profile.dialect;
  }

  #form(): ProfileForm {
    const own = this.ownHosts;
    return {
      id: this.profile?.id ?? null,
      name: this.name.trim(),
      region: own || this.region === '' ? null : this.region,
      api_url: own ? this.apiUrl.trim() : null,
      login_url: own ? this.loginUrl.trim() : null,
      client_id: this.clientId.trim(),
      dialect: this.dialect,
      this_run_only: this.thisRunOnly,
      sign_in: this.signIn,
      colour: this.colour,
      options: {
        queue_id: typed(this.queueId),
        queue_name: typed(this.queueName),
        caller_id: typed(this.callerId),
        caller_name: typed(this.callerName),
      },
    };
  }
}

/** What was typed, without spaces around it; none where nothing was. */
function typed(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
