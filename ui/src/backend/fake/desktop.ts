import type { DesktopView } from '../../bindings/DesktopView';
import { problem } from './numbers';

const RESERVED = ['Ctrl+C', 'Ctrl+V', 'Alt+F4'];
const TAKEN = ['Ctrl+Alt+T'];
const SCHEMES = ['tel', 'callto', 'sip'];

/** `wayland`: nothing but the system's own settings; `taken`: links stay with another program. */
export type DesktopKind = 'usual' | 'wayland' | 'taken' | 'unreadable';

/** The desktop around the page that is not there. */
export class FakeDesktop {
  #links = false;
  #keys: string | null = null;
  #atLogin = false;
  readonly #kind: DesktopKind;

  constructor(kind: DesktopKind) {
    this.#kind = kind;
  }

  view(): DesktopView {
    if (this.#kind === 'unreadable') throw problem('internal', {}, { server_message: 'the session bus does not answer' });
    const usual = this.#kind !== 'wayland';
    const ours = this.#links && this.#kind !== 'taken';
    return {
      links: {
        supported: usual,
        on: this.#links,
        schemes: SCHEMES.map((scheme) => ({ scheme, handler: ours ? 'Ringfor' : scheme === 'sip' ? null : 'Skype', ours })),
      },
      shortcut: { supported: usual, keys: this.#keys, command: 'ringfor-desktop --dial-selection' },
      tray: usual,
      start_at_login: this.#atLogin,
      start_at_login_supported: usual,
    };
  }

  setLinks(on: boolean): DesktopView {
    if (this.#kind === 'wayland') throw problem('links_unsupported');
    this.#links = on;
    return this.view();
  }

  openLinkSettings(): void {
    if (this.#kind === 'wayland') throw problem('link_settings_missing');
  }

  setShortcut(keys: string | null): DesktopView {
    if (keys !== null && RESERVED.includes(keys)) throw problem('shortcut_reserved', { keys });
    if (keys !== null && TAKEN.includes(keys)) throw problem('shortcut_taken', { keys });
    if (keys !== null && !/(Ctrl|Alt|Super)\+|^F\d/.test(keys)) throw problem('shortcut_modifier_missing', { keys });
    this.#keys = keys;
    return this.view();
  }

  setStartAtLogin(on: boolean): DesktopView {
    this.#atLogin = on;
    return this.view();
  }
}
