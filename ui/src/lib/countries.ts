import { spoken } from './language.svelte';

const namesByLanguage = new Map<string, Intl.DisplayNames | null>();

function names(): Intl.DisplayNames | null {
  const { language } = spoken;
  const known = namesByLanguage.get(language);
  if (known !== undefined) return known;
  const made = makeNames(language);
  namesByLanguage.set(language, made);
  return made;
}

function makeNames(language: string): Intl.DisplayNames | null {
  try {
    return new Intl.DisplayNames([language, 'en'], { type: 'region' });
  } catch {
    // Without names the codes are shown.
    return null;
  }
}

/** The name of a country by its ISO 3166 code. */
export function countryName(code: string): string {
  try {
    return names()?.of(code) ?? code;
  } catch {
    return code;
  }
}

/** Codes with their names, in the order of the names. */
export function countriesByName(codes: readonly string[]): { code: string; name: string }[] {
  const order = new Intl.Collator(spoken.language);
  return codes
    .map((code) => ({ code, name: countryName(code) }))
    .sort((a, b) => order.compare(a.name, b.name));
}
