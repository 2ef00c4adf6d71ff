import { tick } from 'svelte';

import type { AgentView } from '../bindings/AgentView';
import type { AttemptView } from '../bindings/AttemptView';
import type { NumberPreview } from '../bindings/NumberPreview';
import type { App } from './app.svelte';
import { withExtension } from './contacts.svelte';
import { countryName } from './countries';
import { Latest } from './latest';
import { actions } from './palette-actions';
import { problemTexts } from './problems';
import { hasWords } from './search-words';
import type { IconName } from './status';
import { t } from './text';

const MOST_AGENTS = 5;
const MOST_NUMBERS = 6;
/** Fewer digits are no number yet. */
const FEWEST_DIGITS = 3;

export interface PaletteItem {
  id: string;
  group: 'numbers' | 'agents' | 'contacts' | 'actions';
  icon: IconName;
  label: string;
  note?: string | undefined;
  /** The keys that do the same. */
  keys?: string | undefined;
  run: () => void;
}

/** What opens with Ctrl+K: everything the window can do, by typing. It fills in, and calls nobody. */
export class Palette {
  open: boolean = $state(false);
  query: string = $state('');
  #active: string | null = $state(null);
  #agents: AgentView[] = $state.raw([]);
  #last: AttemptView | null = $state.raw(null);
  #preview: NumberPreview | null = $state.raw(null);

  readonly #app: App;
  readonly #agentReads = new Latest();
  readonly #numberReads = new Latest();

  readonly items: PaletteItem[] = $derived.by(() => (this.open ? this.#find() : []));
  readonly active: PaletteItem | null = $derived(this.items.find(({ id }) => id === this.#active) ?? this.items[0] ?? null);
  /** Why the number that is typed cannot be dialled. */
  readonly why: string | null = $derived.by(() => {
    const problem = this.#preview?.candidates.length === 0 ? this.#preview.problem : null;
    return problem === null || this.#preview?.e164 !== null ? null : problemTexts(problem).title;
  });

  constructor(app: App) {
    this.#app = app;
  }

  show(): void {
    this.open = true;
    this.type('');
    void this.#readLast();
  }

  close(): void {
    this.open = false;
    this.#agentReads.drop();
    this.#numberReads.drop();
  }

  type(query: string): void {
    this.query = query;
    this.#active = null;
    void this.#readAgents(query);
    void this.#readNumber(query);
  }

  point(item: PaletteItem): void {
    this.#active = item.id;
  }

  move(step: 1 | -1): void {
    const count = this.items.length;
    const at = this.items.findIndex(({ id }) => id === this.active?.id);
    this.#active = this.items[(at + step + count) % count]?.id ?? null;
  }

  /** Closes first, so that what is done finds the focus where it was. */
  async run(item: PaletteItem): Promise<void> {
    this.close();
    await tick();
    item.run();
  }

  #find(): PaletteItem[] {
    const { usual, rest } = actions(this.#app);
    const redial = this.#redial();
    const [call, agent, ...others] = usual;
    const first = [call, agent, redial, ...others].filter((item) => item !== null && item !== undefined);
    const text = this.query.trim();
    if (text === '') return [...first, ...this.#agentItems()];
    const found = [...first, ...rest].filter(({ label }) => hasWords(label, text));
    return [...this.#numberItems(), ...this.#agentItems(), ...this.#contactItems(text), ...found, this.#searchFor(text)];
  }

  #numberItems(): PaletteItem[] {
    const preview = this.#preview;
    if (preview === null) return [];
    const one = preview.e164 === null || preview.display === null ? [] : [{ ...preview, text: preview.typed, e164: preview.e164, display: preview.display }];
    return [...one, ...preview.candidates].slice(0, MOST_NUMBERS).map(({ text, e164, display, country }) => ({
      id: `dial-${e164.replace('+', '')}`,
      group: 'numbers',
      icon: 'phone',
      label: t('palette-dial', { number: display }),
      note: country === null ? undefined : countryName(country),
      run: () => this.#app.fillIn(text, 'typed'),
    }));
  }

  #agentItems(): PaletteItem[] {
    const { dial } = this.#app;
    if (dial.fixed !== null) return [];
    return this.#agents.filter(({ id }) => id !== dial.agent?.id).slice(0, MOST_AGENTS).map((agent) => ({
      id: `agent-${agent.id}`,
      group: 'agents',
      icon: agent.favourite ? 'star-full' : 'person',
      label: t('palette-call-as', { agent: agent.name }),
      note: agent.email,
      run: () => {
        void dial.chooseAgent(agent);
        dial.wanted = 'number';
      },
    }));
  }

  #contactItems(text: string): PaletteItem[] {
    const digits = text.replace(/\D/g, '');
    const items = this.#app.contacts.matching(text).flatMap(({ id, name, numbers }) =>
      numbers.map((number, index) => ({ ...number, id: `contact-${id}-${index}`, name })));
    return items
      .filter(({ name, label, e164 }) => hasWords(`${name} ${label}`, text) || (digits !== '' && e164.includes(digits)))
      .slice(0, MOST_NUMBERS)
      .map(({ id, name, label, typed, e164, display }) => ({
        id,
        group: 'contacts',
        icon: 'people',
        label: label === '' ? name : t('contact-is', { name, label }),
        note: display,
        run: () => this.#app.fillIn(withExtension(e164, { typed }), 'typed'),
      }));
  }

  #redial(): PaletteItem | null {
    const last = this.#last;
    if (last === null) return null;
    return {
      id: 'redial', group: 'actions', icon: 'refresh', label: t('palette-redial'),
      note: t('palette-redial-note', { number: last.display, agent: last.agent_name }),
      run: () => this.#app.callAgain(last),
    };
  }

  #searchFor(text: string): PaletteItem {
    return { id: 'search-for', group: 'actions', icon: 'search', label: t('palette-search-for', { text }), run: () => this.#app.searchHistory(text) };
  }

  async #readAgents(query: string): Promise<void> {
    try {
      const read = await this.#agentReads.ask(() => this.#app.backend.knownAgents(query.trim()));
      if (read !== undefined) this.#agents = read.answer;
    } catch {
      // Without them, the palette still has all else.
      this.#agents = [];
    }
  }

  async #readNumber(query: string): Promise<void> {
    this.#numberReads.drop();
    this.#preview = null;
    if ((query.match(/\p{Nd}/gu) ?? []).length < FEWEST_DIGITS) return;
    try {
      const read = await this.#numberReads.ask(() => this.#app.backend.previewNumber(query, this.#app.dial.country));
      if (read !== undefined) this.#preview = { ...read.answer, typed: query };
    } catch {
      this.#preview = null;
    }
  }

  async #readLast(): Promise<void> {
    try {
      const { rows } = await this.#app.backend.history({ search: '', outcome: null, before: null, limit: 1 });
      this.#last = rows[0] ?? null;
    } catch {
      this.#last = null;
    }
  }
}
