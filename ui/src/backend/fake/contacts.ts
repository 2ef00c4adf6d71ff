import type { ContactForm } from '../../bindings/ContactForm';
import type { ContactView } from '../../bindings/ContactView';
import { display, previewNumber, problem } from './numbers';

const MOST_NUMBERS = 10;
const LONGEST_NAME = 100;

type Sketch = [name: string, ...numbers: [label: string, digits: string][]];

const SKETCHES: Sketch[] = [
  ['Brightwater Clinic', ['Reception', '442079460958'], ['After hours', '442079460123']],
  ['Maria Delgado', ['Mobile', '14155552671'], ['Office', '12025550100'], ['Home', '12025550132']],
  ['Nordwind Logistik GmbH & Co. KG, Niederlassung Hamburg', ['', '49301234567']],
];

/** The contacts of somebody who has used the app for a while; none where nothing was done yet. */
export class FakeContacts {
  #contacts: ContactView[];
  #made = 0;

  constructor(some: boolean) {
    this.#contacts = (some ? SKETCHES : []).map(([name, ...numbers]) => ({
      id: this.#id(),
      name,
      numbers: numbers.map(([label, digits]) => ({ label, typed: display(digits), e164: `+${digits}`, display: display(digits) })),
    }));
  }

  all(): ContactView[] {
    return this.#contacts;
  }

  save(form: ContactForm): ContactView {
    const name = form.name.trim();
    const numbers = form.numbers.filter(({ typed }) => typed.trim() !== '');
    if (name === '') throw problem('contact_name_missing');
    if (name.length > LONGEST_NAME || numbers.length > MOST_NUMBERS) throw problem('contact_too_long', { numbers: String(MOST_NUMBERS), limit: String(LONGEST_NAME) });
    if (numbers.length === 0) throw problem('contact_number_missing');
    if (form.id !== null && this.#contacts.every(({ id }) => id !== form.id)) throw problem('contact_missing');
    const contact: ContactView = {
      id: form.id ?? this.#id(),
      name,
      numbers: numbers.map(({ label, typed }) => {
        const read = previewNumber(typed, form.country);
        if (read.e164 === null) throw read.problem ?? problem('number_unreadable');
        return { label: label.trim(), typed, e164: read.e164, display: read.display ?? read.e164 };
      }),
    };
    this.#contacts = [...this.#contacts.filter(({ id }) => id !== contact.id), contact].sort((a, b) => a.name.localeCompare(b.name));
    return contact;
  }

  remove(id: string): void {
    this.#contacts = this.#contacts.filter((contact) => contact.id !== id);
  }

  #id(): string {
    this.#made += 1;
    return `contact-${this.#made}`;
  }
}
