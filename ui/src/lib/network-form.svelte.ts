import type { Backend } from '../backend/backend';
import type { NetworkForm } from '../bindings/NetworkForm';
import type { NetworkView } from '../bindings/NetworkView';
import type { Problem } from '../bindings/Problem';
import type { ProxyKind } from '../bindings/ProxyKind';
import { asProblem } from './problems';

/** How servers are reached, as it is typed and kept. */
export class NetworkSettings {
  view: NetworkView | null = $state.raw(null);
  proxy: ProxyKind = $state('system');
  url: string = $state('');
  user: string = $state('');
  password: string = $state('');
  caFile: string = $state('');
  doing: 'reading' | 'saving' | 'removing' | null = $state(null);
  saved: boolean = $state(false);
  problem: Problem | null = $state.raw(null);
  /** The password left the field, and the save then failed. */
  passwordGone: boolean = $state(false);

  #replacing: boolean = $state(false);
  /** A path that was dropped before the settings were read. */
  #dropped: string | null = null;
  readonly #backend: Backend;

  /** A password belongs to the proxy and the name it was typed for; another proxy does not get it. */
  readonly elsewhere: boolean = $derived.by(
    () => this.view !== null && (this.url.trim() !== (this.view.proxy_url ?? '') || this.user.trim() !== (this.view.proxy_user ?? '')),
  );
  /** The field for a password is on screen. */
  readonly asksPassword: boolean = $derived(this.view?.proxy_password !== true || this.#replacing || this.elsewhere);

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  async read(): Promise<void> {
    this.doing = 'reading';
    this.problem = null;
    try {
      this.#show(await this.#backend.network());
    } catch (reason) {
      this.problem = asProblem(reason);
    } finally {
      this.doing = null;
    }
  }

  async save(): Promise<void> {
    if (this.doing !== null) return;
    const typed = this.asksPassword && this.proxy === 'explicit' && this.password !== '' ? this.password : null;
    // Without a new one, what is kept for another proxy goes.
    const password = typed ?? (this.elsewhere && this.view?.proxy_password === true ? '' : null);
    // Sent once, and gone from the page whatever comes back.
    this.password = '';
    const kept = await this.#set('saving', this.#form(), password);
    this.passwordGone = !kept && typed !== null;
    this.saved = kept;
  }

  /** Takes the password out of the keyring; what is typed otherwise stays as it is. */
  async removePassword(): Promise<void> {
    const { view } = this;
    if (view === null || this.doing !== null) return;
    const { proxy, proxy_url, proxy_user, ca_file } = view;
    const typed = this.#form();
    if (!(await this.#set('removing', { proxy, proxy_url, proxy_user, ca_file }, ''))) return;
    this.proxy = typed.proxy;
    this.url = typed.proxy_url ?? '';
    this.user = typed.proxy_user ?? '';
    this.caFile = typed.ca_file ?? '';
  }

  replacePassword(): void {
    this.#replacing = true;
  }

  keepPassword(): void {
    this.password = '';
    this.#replacing = false;
  }

  /** A file with certificates was dropped on the window. It counts once it is saved. */
  drop(path: string): void {
    this.saved = false;
    if (this.view === null) this.#dropped = path;
    else this.caFile = path;
  }

  async #set(doing: 'saving' | 'removing', form: NetworkForm, password: string | null): Promise<boolean> {
    this.doing = doing;
    this.saved = false;
    this.problem = null;
    this.passwordGone = false;
    try {
      this.#show(await this.#backend.setNetwork(form, password));
      return true;
    } catch (reason) {
      this.problem = asProblem(reason);
      return false;
    } finally {
      this.doing = null;
    }
  }

  #show(view: NetworkView): void {
    this.view = view;
    this.proxy = view.proxy;
    this.url = view.proxy_url ?? '';
    this.user = view.proxy_user ?? '';
    this.caFile = this.#dropped ?? view.ca_file ?? '';
    this.#dropped = null;
    this.#replacing = false;
  }

  #form(): NetworkForm {
    return { proxy: this.proxy, proxy_url: orNone(this.url), proxy_user: orNone(this.user), ca_file: orNone(this.caFile) };
  }
}

function orNone(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
