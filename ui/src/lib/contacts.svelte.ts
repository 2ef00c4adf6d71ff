import type { Backend } from '../backend/backend';
import type { ContactNumber } from '../bindings/ContactNumber';
import type { ContactView } from '../bindings/ContactView';
import type { Problem } from '../bindings/Problem';
import { asProblem } from './problems';
import { hasWords } from './search-words';

/** What a person writes before an extension, at the end of a number. */
const EXTENSION = /(?:;ext=|ext(?:ension)?\.?:?|x|#)\s*(\d+)\s*$/i;

/** The number as `text` has it, with the extension that was typed: the number it was read as has none. */
export function withExtension(text: string, { typed }: Pick<ContactNumber, 'typed'>): string {
  const extension = EXTENSION.exec(typed)?.[1];
  return extension === undefined ? text : `${text};ext=${extension}`;
}

/** A contact while it is written. */
export class ContactDraft {
  readonly id: string | null;
  name: string = $state('');
  numbers: { label: string; typed: string }[] = $state([]);
  saving: boolean = $state(false);
  problem: Problem | null = $state.raw(null);

  constructor(contact: ContactView | null, number: string) {
    this.id = contact?.id ?? null;
    this.name = contact?.name ?? '';
    // As they are dialled: what was typed can mean another number in another country.
    this.numbers = contact?.numbers.map((number) => ({ label: number.label, typed: withExtension(number.display, number) })) ?? [{ label: '', typed: number }];
  }

  addNumber(): void {
    this.numbers.push({ label: '', typed: '' });
  }

  removeNumber(index: number): void {
    this.numbers.splice(index, 1);
  }
}

/** The contacts of the person, and the one that is being written. */
export class Contacts {
  all: ContactView[] = $state.raw([]);
  loaded: boolean = $state(false);
  problem: Problem | null = $state.raw(null);
  search: string = $state('');
  draft: ContactDraft | null = $state.raw(null);

  readonly #backend: Backend;

  /** The first one counts, where a number is in two contacts. */
  readonly #byNumber: Map<string, { contact: ContactView; number: ContactNumber }> = $derived(
    new Map(this.all.flatMap((contact) => contact.numbers.map((number) => [number.e164, { contact, number }] as const)).reverse()),
  );
  readonly shown: ContactView[] = $derived.by(() => this.matching(this.search));

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  async load(): Promise<void> {
    try {
      this.all = await this.#backend.contacts();
      this.problem = null;
    } catch (reason) {
      this.problem = asProblem(reason);
    }
    this.loaded = true;
  }

  matching(text: string): ContactView[] {
    const digits = text.replace(/\D/g, '');
    return this.all.filter(
      (contact) =>
        hasWords([contact.name, ...contact.numbers.map(({ label }) => label)].join(' '), text.trim()) ||
        (digits.length > 1 && contact.numbers.some(({ e164 }) => e164.includes(digits))),
    );
  }

  /** Who has this number. */
  whoHas(e164: string | null): { contact: ContactView; number: ContactNumber } | null {
    return e164 === null ? null : (this.#byNumber.get(e164) ?? null);
  }

  /** Begins a contact, or the change of one. */
  write(contact: ContactView | null, number = ''): void {
    this.draft = new ContactDraft(contact, number);
  }

  async save(country: string): Promise<void> {
    const { draft } = this;
    if (draft === null || draft.saving) return;
    draft.saving = true;
    draft.problem = null;
    try {
      const { id, name } = draft;
      const numbers = draft.numbers.filter(({ typed, label }) => typed.trim() !== '' || label.trim() !== '').map((number) => ({ ...number }));
      await this.#backend.saveContact({ id, name, country, numbers });
      this.draft = null;
      this.search = '';
      await this.load();
    } catch (reason) {
      draft.problem = asProblem(reason);
    } finally {
      draft.saving = false;
    }
  }

  async remove(): Promise<void> {
    const { draft } = this;
    if (draft === null || draft.id === null || draft.saving) return;
    draft.saving = true;
    try {
      await this.#backend.removeContact(draft.id);
      this.draft = null;
      await this.load();
    } catch (reason) {
      draft.problem = asProblem(reason);
    } finally {
      draft.saving = false;
    }
  }
}
