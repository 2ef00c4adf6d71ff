import type { ProfileForm } from '../../bindings/ProfileForm';
import type { ProfileView } from '../../bindings/ProfileView';
import type { SignedInUser } from '../../bindings/SignedInUser';
import { problem } from './numbers';
import { REGIONS } from './scenarios';

/** The connections of the fake, and which one is in use. */
export class FakeProfiles {
  #all: ProfileView[];
  #made = 0;

  constructor(profiles: ProfileView[]) {
    this.#all = profiles;
  }

  all(): ProfileView[] {
    return this.#all;
  }

  active(): ProfileView | null {
    return this.#all.find(({ active }) => active) ?? null;
  }

  one(id: string): ProfileView {
    const found = this.#all.find((profile) => profile.id === id);
    if (found === undefined) throw problem('profile_missing');
    return found;
  }

  use(id: string): ProfileView {
    this.one(id);
    this.#all = this.#all.map((profile) => ({ ...profile, active: profile.id === id }));
    return this.one(id);
  }

  /** Makes one and takes it into use, or changes one. */
  save(form: ProfileForm, hasSecret: boolean, offersThisRun: boolean): ProfileView {
    const before = form.id === null ? undefined : this.one(form.id);
    const id = form.id ?? (this.#all.some((profile) => profile.id === 'contoso') ? this.#mint() : 'contoso');
    const kept = before?.secret ?? 'missing';
    const profile: ProfileView = {
      id,
      name: form.name || (REGIONS.find(({ domain }) => domain === form.region)?.aws ?? 'Contoso'),
      sandbox: before?.sandbox ?? false,
      region: form.region,
      hosts: form.api_url === null ? null : { api_url: form.api_url, login_url: form.login_url ?? '' },
      client_id: form.client_id,
      dialect: form.dialect,
      sign_in: form.sign_in,
      user: before?.sign_in === form.sign_in ? before.user : null,
      colour: form.colour,
      active: before?.active ?? false,
      secret: form.sign_in === 'pkce' ? 'not_needed' : !hasSecret ? kept : form.this_run_only ? 'this_run' : 'keyring',
      offers_this_run: offersThisRun,
      type_ahead: form.dialect === 'platform',
      options: form.options,
    };
    this.put(profile);
    return before === undefined ? this.use(id) : profile;
  }

  duplicate(id: string): ProfileView {
    const original = this.one(id);
    const secret = original.secret === 'not_needed' ? 'not_needed' : 'missing';
    const copy: ProfileView = { ...original, id: this.#mint(), name: `${original.name} (2)`, active: false, user: null, secret };
    this.put(copy);
    return copy;
  }

  remove(id: string): void {
    this.one(id);
    this.#all = this.#all.filter((profile) => profile.id !== id);
    const [first] = this.#all;
    if (this.active() === null && first !== undefined) this.use(first.id);
  }

  forgetSecret(id: string): ProfileView {
    return this.put({ ...this.one(id), secret: 'missing', user: null });
  }

  signedIn(id: string, user: SignedInUser | null): ProfileView {
    return this.put({ ...this.one(id), user });
  }

  put(profile: ProfileView): ProfileView {
    const known = this.#all.some(({ id }) => id === profile.id);
    this.#all = known ? this.#all.map((other) => (other.id === profile.id ? profile : other)) : [...this.#all, profile];
    return profile;
  }

  #mint(): string {
    this.#made += 1;
    return `made-${this.#made}`;
  }
}
