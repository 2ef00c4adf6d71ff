import type { Backend } from '../backend/backend';
import type { DesktopView } from '../bindings/DesktopView';
import type { Problem } from '../bindings/Problem';
import { asProblem } from './problems';

/** The part of the settings that something was asked of. */
export type DesktopPart = 'all' | 'links' | 'shortcut' | 'start_at_login';

/** What the desktop around the window offers, and what of it is in use. */
export class Desktop {
  view: DesktopView | null = $state.raw(null);
  problem: { of: DesktopPart; what: Problem } | null = $state.raw(null);
  /** What is being changed. */
  doing: DesktopPart | null = $state(null);

  readonly #backend: Backend;
  /** The system is asked one thing after the other, so that the last answer is the newest. */
  #turn: Promise<void> = Promise.resolve();

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  /** Other programs and the system can change it too. */
  read(): Promise<void> {
    return this.#ask('all', () => this.#backend.desktop());
  }

  setLinks(on: boolean): Promise<void> {
    return this.#ask('links', () => this.#backend.setLinks(on));
  }

  openLinkSettings(): Promise<void> {
    return this.#ask('links', async () => {
      await this.#backend.openLinkSettings();
      return this.#backend.desktop();
    });
  }

  /** None switches the shortcut off. */
  setShortcut(keys: string | null): Promise<void> {
    return this.#ask('shortcut', () => this.#backend.setShortcut(keys));
  }

  setStartAtLogin(on: boolean): Promise<void> {
    return this.#ask('start_at_login', () => this.#backend.setStartAtLogin(on));
  }

  problemOf(part: DesktopPart): Problem | null {
    return this.problem?.of === part ? this.problem.what : null;
  }

  forgetProblem(part: DesktopPart): void {
    if (this.problem?.of === part) this.problem = null;
  }

  #ask(part: DesktopPart, ask: () => Promise<DesktopView>): Promise<void> {
    this.#turn = this.#turn.then(async () => {
      this.doing = part;
      this.forgetProblem(part);
      try {
        this.view = await ask();
      } catch (reason) {
        this.problem = { of: part, what: asProblem(reason) };
      }
      this.doing = null;
    });
    return this.#turn;
  }
}
