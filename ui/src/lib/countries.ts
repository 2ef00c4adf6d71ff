import { usableLanguage } from './when';

let names: Intl.DisplayNames | null = null;
try {
  names = new Intl.DisplayNames([usableLanguage() ?? 'en', 'en'], { type: 'region' });
} catch {
  // Without names the codes are shown.
}

/** The name of a country by its ISO 3166 code. */
export function countryName(code: string): string {
  try {
    return names?.of(code) ?? code;
  } catch {
    return code;
  }
}

/** Codes with their names, in the order of the names. */
export function countriesByName(codes: readonly string[]): { code: string; name: string }[] {
  return codes
    .map((code) => ({ code, name: countryName(code) }))
    .sort((a, b) => a.name.localeCompare(b.name, usableLanguage() ?? 'en'));
}
