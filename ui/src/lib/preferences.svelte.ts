import type { Backend } from '../backend/backend';
import type { Preferences } from '../bindings/Preferences';
import type { Problem } from '../bindings/Problem';
import { speak } from './language.svelte';
import { isLanguage } from './languages';
import { showLooks, watchSystem } from './looks';
import { asProblem } from './problems';

/** How the window is before it is told otherwise: as the system. */
export const USUAL: Preferences = {
  appearance: 'system',
  contrast: 'system',
  motion: 'system',
  language: null,
  zoom: 100,
  close_to_tray: false,
  notify: { answered: true, connected: true, ended_badly: true },
};

/** Smallest and greatest size, and the sizes that the keys step through, in percent. */
export const ZOOMS = [50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200] as const;

/** The preferences of the person, and what they do to the page. */
export class PreferenceStore {
  now: Preferences = $state.raw(USUAL);

  readonly #backend: Backend;
  readonly #tell: (problem: Problem) => void;

  constructor(backend: Backend, tell: (problem: Problem) => void) {
    this.#backend = backend;
    this.#tell = tell;
    watchSystem(() => void this.#show());
  }

  async read(): Promise<void> {
    try {
      this.now = await this.#backend.getPreferences();
    } catch {
      // The window looks as the system does; calls do not depend on it.
      this.now = USUAL;
    }
    await this.#show();
  }

  /** Changes the page at once, then keeps it. */
  async change(part: Partial<Preferences>): Promise<void> {
    this.now = { ...this.now, ...part };
    const [, kept] = await Promise.allSettled([this.#show(), this.#backend.setPreferences(this.now)]);
    if (kept.status === 'rejected') this.#tell(asProblem(kept.reason));
  }

  /** One size larger or smaller. */
  zoomBy(step: 1 | -1): Promise<void> {
    const { zoom } = this.now;
    const next = step > 0 ? ZOOMS.find((size) => size > zoom) : ZOOMS.findLast((size) => size < zoom);
    return next === undefined ? Promise.resolve() : this.change({ zoom: next });
  }

  async #show(): Promise<void> {
    const { language } = this.now;
    showLooks(this.now);
    await speak(isLanguage(language) ? language : null);
  }
}
