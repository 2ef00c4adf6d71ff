import { FluentBundle, FluentResource } from '@fluent/bundle';

import english from '../../../locales/en.ftl?raw';
import { languageOf, localeOf, systemLanguages, type Language } from './languages';

/** Each but English is a file of its own, loaded when it is wanted. */
const SOURCES: Record<Exclude<Language, 'en'>, () => Promise<{ default: string }>> = {
  de: () => import('../../../locales/de.ftl?raw'),
  es: () => import('../../../locales/es.ftl?raw'),
  fr: () => import('../../../locales/fr.ftl?raw'),
  ja: () => import('../../../locales/ja.ftl?raw'),
};

/** What the window speaks now. Whatever reads it on the page is written again when it changes. */
class Spoken {
  language: Language = $state('en');
  /** For `Intl`: the language, and the region where the system names one. */
  locale: string = $state(localeOf('en', systemLanguages()));
  bundle: FluentBundle = $state.raw(bundleOf('en', english));
}

export const spoken = new Spoken();

/** Says what another language lacks. */
export const englishBundle = spoken.bundle;

let wanted: Language = 'en';

/** Speaks the system's language, or the one that was chosen in Settings. */
export async function speak(chosen: Language | null): Promise<void> {
  const language = chosen ?? languageOf(systemLanguages());
  wanted = language;
  const bundle = await load(language);
  // A choice made while this one was loading is the newer one.
  if (bundle === null || wanted !== language) return;
  spoken.language = language;
  spoken.locale = localeOf(language, systemLanguages());
  spoken.bundle = bundle;
  document.documentElement.lang = language;
}

async function load(language: Language): Promise<FluentBundle | null> {
  if (language === 'en') return bundleOf('en', english);
  try {
    return bundleOf(language, (await SOURCES[language]()).default);
  } catch (reason) {
    console.error(`The texts in ${language} cannot be loaded:`, reason);
    return null;
  }
}

function bundleOf(language: Language, source: string): FluentBundle {
  // Isolation marks around parameters would end up in copied texts and confuse comparisons.
  const bundle = new FluentBundle([localeOf(language, systemLanguages()), language], { useIsolating: false });
  const mistakes = bundle.addResource(new FluentResource(source));
  if (mistakes.length > 0) console.error(`The texts in ${language} have mistakes:`, mistakes);
  return bundle;
}
