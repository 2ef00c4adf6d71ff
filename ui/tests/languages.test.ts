import { expect, test } from 'vitest';

import { languageOf, localeOf } from '../src/lib/languages';

test.each([
  [['de-AT', 'en'], 'de'], [['nl-BE', 'fr-BE', 'en'], 'fr'], [['ja'], 'ja'], [['es-419'], 'es'],
  [['en-GB', 'de'], 'en'], [['nl'], 'en'], [['C'], 'en'], [['POSIX', 'de_DE.UTF-8'], 'de'], [[], 'en'],
])('the window of a system that wants %j speaks %s', (wanted, language) => {
  expect(languageOf(wanted)).toBe(language);
});

test.each([
  ['en', ['en-GB', 'de'], 'en-GB'],
  ['de', ['en-US', 'de-CH'], 'de-CH'],
  ['en', ['de-DE'], 'en-DE'],
  ['ja', ['C', 'fr-CA'], 'ja-CA'],
  ['es', ['C'], 'es'],
  ['fr', ['not a language', ''], 'fr'],
] as const)('%s where the system wants %j is written as in %s', (language, wanted, locale) => {
  expect(localeOf(language, wanted)).toBe(locale);
});
