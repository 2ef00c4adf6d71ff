import type { NetworkForm } from '../../bindings/NetworkForm';
import type { NetworkView } from '../../bindings/NetworkView';

/** How the servers of the fake are reached. */
export class FakeNetwork {
  #now: NetworkView = { proxy: 'system', proxy_url: null, proxy_user: null, proxy_password: false, ca_file: null };

  view(): NetworkView {
    return this.#now;
  }

  set(form: NetworkForm, password: string | null): NetworkView {
    const kept = password === null ? this.#now.proxy_password : password !== '';
    this.#now = { ...form, proxy_password: kept };
    return this.#now;
  }
}
