import type { FileDrop } from '../bindings/FileDrop';
import type { ImportView } from '../bindings/ImportView';
import type { ProfileView } from '../bindings/ProfileView';
import type { Dial } from './dial.svelte';
import type { Offers } from './offers.svelte';

/** Files that are dropped on the window. They fill in; nothing of it calls. */
export class FileDrops {
  now: FileDrop = $state('gone');
  /** What the last file has become, until that is dismissed. */
  imported: ImportView | null = $state.raw(null);

  readonly #dial: Dial;
  readonly #offers: Offers;
  readonly #connected: (profile: ProfileView) => void;

  constructor(dial: Dial, offers: Offers, connected: (profile: ProfileView) => void) {
    this.#dial = dial;
    this.#offers = offers;
    this.#connected = connected;
  }

  take(imported: ImportView): void {
    const { profile, agent, number } = imported;
    this.imported = imported;
    this.#connected(profile);
    if (agent !== null) this.#dial.whenFree('agent', () => void this.#dial.chooseAgent(agent));
    if (number !== null) this.#dial.whenFree('number', () => this.#offers.fill(number, 'typed'));
  }

  dismiss(): void {
    this.imported = null;
  }
}
