import type { NetworkForm } from '../../bindings/NetworkForm';
import type { NetworkView } from '../../bindings/NetworkView';
import { problem } from './numbers';

/** How the servers of the fake are reached. */
export class FakeNetwork {
  /** Passwords that arrived, for the tests. */
  readonly passwords: string[] = [];
  #now: NetworkView = { proxy: 'system', proxy_url: null, proxy_user: null, proxy_password: false, ca_file: null };

  view(): NetworkView {
    return this.#now;
  }

  set(form: NetworkForm, password: string | null): NetworkView {
    if (password !== null) this.passwords.push(password);
    if (form.proxy === 'explicit' && !/^https?:\/\/[^/@]+$/.test(form.proxy_url ?? '')) throw problem('url_invalid', { field: 'proxy_url' });
    const kept = password === null ? this.#now.proxy_password : password !== '';
    this.#now = { ...form, proxy_password: kept };
    return this.#now;
  }
}
