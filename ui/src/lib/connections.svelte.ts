import type { Backend } from '../backend/backend';
import type { Problem } from '../bindings/Problem';
import type { ProfileView } from '../bindings/ProfileView';
import { Latest } from './latest';
import { asProblem } from './problems';

/** As many connections have keys of their own. */
export const MOST_KEYS = 9;

/** All connections, and what is done with them. Which one is in use is for the window to follow. */
export class Connections {
  all: ProfileView[] = $state.raw([]);
  /** What is being done with which one. */
  doing: { id: string; what: 'using' | 'duplicating' | 'removing' } | null = $state.raw(null);
  /** What went wrong with which one. */
  problem: { id: string; what: Problem } | null = $state.raw(null);

  readonly several: boolean = $derived(this.all.length > 1);

  readonly #backend: Backend;
  readonly #changed: () => void;
  readonly #reads = new Latest();

  /** `changed` is told after every change of the list. */
  constructor(backend: Backend, changed: () => void) {
    this.#backend = backend;
    this.#changed = changed;
  }

  /** The list as it was told with something else. */
  take(profiles: ProfileView[]): void {
    this.#reads.drop();
    this.all = profiles;
  }

  /** One connection as it is now. */
  put(profile: ProfileView): void {
    const others = profile.active ? this.all.map((other) => ({ ...other, active: false })) : this.all;
    const known = others.some(({ id }) => id === profile.id);
    this.all = known ? others.map((other) => (other.id === profile.id ? profile : other)) : [...others, profile];
  }

  one(id: string): ProfileView | null {
    return this.all.find((profile) => profile.id === id) ?? null;
  }

  /** Reads the list again: it can have changed in another process. */
  async read(): Promise<void> {
    const read = await this.#reads.ask(() => this.#backend.profiles());
    if (read === undefined) return;
    this.all = read.answer;
    this.#changed();
  }

  /** Takes another one into use; the calls of the one before go on. */
  async use(id: string): Promise<boolean> {
    return this.#do(id, 'using', async () => this.put(await this.#backend.useProfile(id)));
  }

  async duplicate(id: string): Promise<boolean> {
    return this.#do(id, 'duplicating', async () => this.put(await this.#backend.duplicateProfile(id)));
  }

  /** Where the keyring fails, the connection is gone all the same, and what is left is told. */
  async remove(id: string): Promise<boolean> {
    return this.#do(id, 'removing', async () => {
      try {
        await this.#backend.removeProfile(id);
      } finally {
        // Which one is in use now is not for the page to guess.
        this.take(await this.#backend.profiles());
      }
    });
  }

  async #do(id: string, what: 'using' | 'duplicating' | 'removing', change: () => Promise<void>): Promise<boolean> {
    if (this.doing !== null) return false;
    this.doing = { id, what };
    this.problem = null;
    try {
      await change();
      return true;
    } catch (reason) {
      this.problem = { id, what: asProblem(reason) };
      return false;
    } finally {
      this.doing = null;
      this.#changed();
    }
  }
}
