import { readdirSync, readFileSync } from 'node:fs';

import { FluentResource } from '@fluent/bundle';
import { expect, test } from 'vitest';

import { compareCatalogues, looseWords, readCatalogue } from '../scripts/catalogue.mjs';
import { LANGUAGES } from '../src/lib/languages';

const ENGLISH = `
# A comment.
greeting = Good morning
calls = { $count ->
    [one] { $count } call for { $agent }
   *[other] { $count } calls for { $agent }
}
problem-late = Too late
    .cause = { $step ->
        [token] The sign-in took { $seconds } seconds.
       *[place_call] It took { $seconds } seconds.
    }
    .who = you
`;

const GERMAN = `
greeting = Guten Morgen
calls = { $count ->
    [one] { $count } Anruf für { $agent }
   *[other] { $count } Anrufe für { $agent }
}
problem-late = Zu spät
    .cause = { $step ->
        [token] Die Anmeldung dauerte { $seconds } Sekunden.
       *[place_call] Es dauerte { $seconds } Sekunden.
    }
    .who = you
`;

const read = (source: string) => readCatalogue(source, 'xx.ftl');
const compared = (source: string) => compareCatalogues(read(ENGLISH).texts, read(source).texts, 'xx.ftl');

test('a catalogue is read with its attributes and its lines', () => {
  const { texts, mistakes } = read(ENGLISH);
  expect(mistakes).toEqual([]);
  expect([...texts.keys()]).toEqual(['greeting', 'calls', 'problem-late', 'problem-late.cause', 'problem-late.who']);
  expect(texts.get('calls')).toContain('calls for');
});

test('a translation that says the same has no mistakes', () => {
  expect(compared(GERMAN)).toEqual([]);
});

test('one form where English has two is a matter of the language', () => {
  expect(compared(GERMAN.replace(/\[one\][^\n]*\n/, '\n'))).toEqual([]);
  expect(compared(GERMAN.replace('[one]', '[1]'))).toEqual([]);
});

test.each([
  ['a missing key', (text: string) => text.replace('greeting = Guten Morgen\n', ''), 'xx.ftl has no greeting'],
  ['a missing attribute', (text: string) => text.replace('    .who = you\n', ''), 'xx.ftl has no problem-late.who'],
  ['a key too many', (text: string) => `${text}more = Mehr\n`, 'xx.ftl has more, which English does not have'],
  ['an attribute too many', (text: string) => `${text}    .fix = Warten\n`, 'xx.ftl has problem-late.fix, which English does not have'],
  ['a parameter that is left out', (text: string) => text.replaceAll(' für { $agent }', ''), 'xx.ftl does not fill in $agent in calls'],
  ['a parameter by another name', (text: string) => text.replace('Morgen', 'Morgen, { $name }'), 'xx.ftl fills in $name in greeting, which English does not have'],
  ['a case that is left out', (text: string) => text.replace('[token] Die', '[sign_in] Die'), 'xx.ftl does not tell [token] apart in problem-late.cause'],
  ['a word for programs that was translated', (text: string) => text.replace('who = you', 'who = du'), 'xx.ftl has “du” for problem-late.who, not “you”'],
])('%s is found', (_, spoil, mistake) => {
  const spoilt = spoil(GERMAN);
  expect(spoilt).not.toBe(GERMAN);
  expect(compared(spoilt)).toContain(mistake);
});

test.each([
  ['greeting = Hallo\ngreeting = Hallo\n', 'xx.ftl has greeting twice'],
  ['greeting =\n', 'xx.ftl has an empty text for greeting'],
  ['Hallo\n', 'xx.ftl has a line that is no text: Hallo'],
])('%j is no catalogue', (source, mistake) => {
  expect(read(source).mistakes).toContain(mistake);
});

test('words in the markup of a component are found, and code and keys are not', () => {
  const good = `<script lang="ts">let words = 'inside';</script>
<!-- A comment. -->
{#if count > 0 && other < 3}<p class="title" title={t('app-name')} data-testid="words">{t('x', { a: { b: 1 } })}: …</p>{/if}
<style>p { color: red; }</style>`;
  expect(looseWords(good)).toEqual([]);
  expect(looseWords('<p>Good <b>morning</b></p>')).toEqual(['Good', 'morning']);
  expect(looseWords('<button aria-label="Close">{t(x)}</button>')).toEqual(['Close']);
  expect(looseWords('<p>{t(x)} Uhr</p>')).toEqual(['Uhr']);
});

const files = readdirSync('../locales').map((file) => file.replace('.ftl', ''));

test('each language that can be chosen has its catalogue, and each catalogue can be chosen', () => {
  expect([...LANGUAGES].sort()).toEqual(files.sort());
});

test.each(files)('%s is Fluent without mistakes', (language) => {
  const source = readFileSync(`../locales/${language}.ftl`, 'utf8');
  const { texts, mistakes } = readCatalogue(source, language);
  expect(mistakes).toEqual([]);
  expect(new FluentResource(source).body).toHaveLength([...texts.keys()].filter((key) => !key.includes('.')).length);
});
