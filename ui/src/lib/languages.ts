// Which language the window speaks, and how its country writes dates and numbers. `Intl` throws
// where the system names no language (`navigator.language` is then "C"), so each use is guarded.

export const LANGUAGES = ['en', 'de', 'es', 'fr', 'ja'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each language by its own name: who looks for it may not read the one that is shown. */
export const LANGUAGE_NAMES: Record<Language, string> = {
  en: 'English', de: 'Deutsch', es: 'Español', fr: 'Français', ja: '日本語',
};

export function isLanguage(word: string | null): word is Language {
  return LANGUAGES.some((language) => language === word);
}

/** What the system wants, best first. */
export function systemLanguages(): readonly string[] {
  return navigator.languages ?? [];
}

/** The first language of the system that we have; English where we have none. */
export function languageOf(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const word = tag.split(/[-_.@]/)[0]?.toLowerCase() ?? '';
    if (isLanguage(word)) return word;
  }
  return 'en';
}

/**
 * How to write dates and numbers in `language`: as the system does where it speaks it too, else in
 * the manner of the system's region.
 */
export function localeOf(language: Language, wanted: readonly string[]): string {
  const usable = wanted.flatMap(usableLocale);
  const same = usable.find((locale) => locale.language === language);
  if (same !== undefined) return same.baseName;
  const region = usable.find((locale) => locale.region !== undefined)?.region;
  return region === undefined ? language : `${language}-${region}`;
}

function usableLocale(tag: string): Intl.Locale[] {
  try {
    return [new Intl.Locale(tag)];
  } catch {
    // Not a language tag: "C", "POSIX". The next one may be.
    return [];
  }
}
