import type { Problem } from '../../bindings/Problem';
import type { ProfileForm } from '../../bindings/ProfileForm';
import type { ProfileView } from '../../bindings/ProfileView';
import { FakeBase } from './base';
import { problem } from './numbers';
import { PEOPLE } from './people';
import { FakeProfiles } from './profiles';
import { SANDBOX, type Scenario } from './scenarios';

/** What a person does at the sign-in page in the browser. */
type InBrowser = 'signs in' | 'nothing' | Problem;

/** Connections and sign-in, as the back end has them. */
export abstract class FakeConnections extends FakeBase {
  /** Secrets that arrived, for the tests. */
  readonly secrets: string[] = [];
  /** What comes of the next sign-in, and after how long. */
  browser: InBrowser = 'signs in';
  browserTakes = 3_000;

  protected readonly connections: FakeProfiles;
  #signingIn = new Map<string, (why: Problem) => void>();

  constructor(scenario: Scenario) {
    super(scenario);
    this.connections = new FakeProfiles(scenario.profiles);
  }

  async saveProfile(form: ProfileForm, secret: string | null): Promise<ProfileView> {
    await this.wait(10);
    if (form.region === null && form.api_url === null) throw problem('region_missing');
    if (form.api_url?.startsWith('http:')) throw problem('url_insecure', { field: 'api_url' });
    if (form.client_id === '') throw problem('client_id_missing');
    if (secret === null && form.id === null && form.sign_in !== 'pkce') throw problem('secret_empty');
    if (secret !== null) this.secrets.push(secret);
    if (secret !== null && this.scenario.noKeyring && !form.this_run_only) throw problem('keyring_missing', {}, { step: 'keyring' });
    return this.connections.save(form, secret !== null, form.this_run_only && this.scenario.noKeyring);
  }

  async useSandbox(): Promise<ProfileView> {
    await this.wait(10);
    if (!this.connections.all().some(({ id }) => id === SANDBOX.id)) this.connections.put(SANDBOX);
    return this.connections.use(SANDBOX.id);
  }

  async removeSecret(profileId: string): Promise<ProfileView> {
    await this.wait();
    return this.connections.forgetSecret(profileId);
  }

  async profiles(): Promise<ProfileView[]> {
    await this.wait();
    return this.connections.all();
  }

  async useProfile(profileId: string): Promise<ProfileView> {
    await this.wait(5);
    return this.connections.use(profileId);
  }

  async duplicateProfile(profileId: string): Promise<ProfileView> {
    await this.wait(5);
    return this.connections.duplicate(profileId);
  }

  async removeProfile(profileId: string): Promise<void> {
    await this.wait(5);
    this.connections.remove(profileId);
  }

  async signIn(profileId: string): Promise<ProfileView> {
    await this.wait();
    const profile = this.connections.one(profileId);
    const url = `https://login.${profile.region ?? 'mypurecloud.com'}/oauth/authorize?client_id=${profile.client_id}&response_type=code`;
    const { browser } = this;
    const over = new Promise<void>((done, fail) => {
      this.#signingIn.set(profileId, fail);
      if (browser === 'nothing') return;
      setTimeout(() => (browser === 'signs in' ? done() : fail(browser)), this.browserTakes);
    });
    this.emit({ kind: 'signing_in', profile_id: profileId, url });
    try {
      await over;
    } finally {
      this.#signingIn.delete(profileId);
    }
    const [person] = PEOPLE;
    const user = person === undefined ? null : { id: person.id, name: person.name, email: person.email };
    return this.connections.signedIn(profileId, user);
  }

  async cancelSignIn(profileId: string): Promise<void> {
    await this.wait();
    this.#signingIn.get(profileId)?.(problem('sign_in_cancelled'));
  }

  async signOut(profileId: string): Promise<ProfileView> {
    await this.wait(5);
    return this.connections.signedIn(profileId, null);
  }

  /** For the tests: a connection as it is now. */
  changed(id: string): ProfileView {
    return this.connections.one(id);
  }

  /** For the tests: another process has changed the connections. */
  changeProfiles(change: (profiles: FakeProfiles) => void): void {
    change(this.connections);
    this.emit({ kind: 'profiles' });
  }
}
