// Dates, times, numbers and lists in the manner of the language and of the system's region.
import { afterEach, expect, test, vi } from 'vitest';

import { percent } from '../src/lib/amounts';
import { countriesByName, countryName } from '../src/lib/countries';
import { speak, spoken } from '../src/lib/language.svelte';
import { listed } from '../src/lib/lists';
import { localTime } from '../src/lib/local-time';
import { problemTexts } from '../src/lib/problems';
import { t } from '../src/lib/text';
import { problem } from '../src/backend/fake/numbers';
import { dayName, exactTime, timeOfDay, timeOrDate, timeWithSeconds } from '../src/lib/when';
import type { Language } from '../src/lib/languages';

const NOW = new Date(2026, 10, 21, 15, 5, 9);
const AT = NOW.toISOString();

async function system(languages: string[], chosen: Language | null = null) {
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(languages);
  await speak(chosen);
}

afterEach(async () => {
  vi.restoreAllMocks();
  await speak('en');
});

const day = () => {
  const name = dayName(new Date(2026, 10, 3, 12).toISOString(), NOW);
  return name.kind === 'date' ? name.text : name.kind;
};

test.each<[string[], Language | null, string, RegExp, string]>([
  [['en-US'], null, '3:05 PM', /November 21, 2026/, 'Tuesday, November 3'],
  [['en-GB'], null, '15:05', /21 November 2026/, 'Tuesday 3 November'],
  [['de-DE'], null, '15:05', /21\. November 2026/, 'Dienstag, 3. November'],
  [['fr-FR'], null, '15:05', /21 novembre 2026/, 'mardi 3 novembre'],
  [['es-ES'], null, '15:05', /21 de noviembre de 2026/, 'martes, 3 de noviembre'],
  [['ja-JP'], null, '15:05', /2026年11月21日/, '11月3日火曜日'],
  // The language was chosen; the region of the system still says how times are written.
  [['de-DE'], 'en', '15:05', /2026/, 'Tuesday, 3 November'],
])('a system of %j, with %s chosen, writes times and days its way', async (languages, chosen, time, exact, heading) => {
  await system(languages, chosen);
  const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
  expect(plain(timeOfDay(AT))).toBe(time);
  expect(timeWithSeconds(AT)).toMatch(/05:09/);
  expect(exactTime(AT)).toMatch(exact);
  expect(day()).toBe(heading);
  expect(plain(timeOrDate(AT, NOW))).toBe(time);
});

test.each([[['C']], [['POSIX']], [[]], [['not a language', '']]])('a system that wants %j gets English, and nothing fails', async (languages) => {
  await system(languages);
  expect(spoken.language).toBe('en');
  expect(timeOfDay(AT)).toMatch(/3:05\sPM/);
  expect(percent(150)).toBe('150%');
  expect(countryName('DE')).toBe('Germany');
  expect(localTime(['Europe/Berlin'], new Date('2026-11-21T12:00:00Z'))?.from).toMatch(/1:00\sPM/);
});

test('numbers, percent and lists are written as the language does', async () => {
  await system(['de-DE']);
  expect(percent(125)).toMatch(/^125\s%$/);
  expect(listed(['Eins', 'Zwei', 'Drei'])).toBe('Eins, Zwei und Drei');
  expect(problemTexts(problem('note_too_long', { limit: '2000' })).cause).toContain('2.000');
  await system(['en-US']);
  expect(listed(['one', 'two', 'three'])).toBe('one, two, and three');
  expect(problemTexts(problem('note_too_long', { limit: '2000' })).cause).toContain('2,000');
});

test('countries have the names of the language, in its order', async () => {
  await system(['de-DE']);
  expect(countriesByName(['US', 'DE', 'AT']).map(({ name }) => name)).toEqual(['Deutschland', 'Österreich', 'Vereinigte Staaten']);
  await system(['ja-JP']);
  expect(countryName('JP')).toBe('日本');
});

test('the last language that was asked for wins, however long the others take', async () => {
  await Promise.all([speak('de'), speak('fr'), speak('en')]);
  expect(spoken.language).toBe('en');
  expect(t('dial-call')).toBe('Call');
});
