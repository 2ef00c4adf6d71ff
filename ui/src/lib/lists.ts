import { spoken } from './language.svelte';

/** Several things in a row, as the language of the window puts them: `a, b, and c`. */
export function listed(things: readonly string[]): string {
  try {
    return new Intl.ListFormat(spoken.locale, { type: 'conjunction' }).format(things);
  } catch {
    return new Intl.ListFormat('en', { type: 'conjunction' }).format(things);
  }
}
