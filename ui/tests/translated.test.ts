// The page in each language: all of it, at once, and with nothing left in another one.
import { readFileSync } from 'node:fs';

import { FluentBundle } from '@fluent/bundle';
import { afterEach, expect, test, vi } from 'vitest';

import { problem } from '../src/backend/fake/numbers';
import type { ProblemCode } from '../src/bindings/ProblemCode';
import { englishBundle, speak, spoken } from '../src/lib/language.svelte';
import { LANGUAGES, type Language } from '../src/lib/languages';
import { problemTexts } from '../src/lib/problems';
import { app, click, leave, one, pass, show, violations } from './screen';

const OTHERS = LANGUAGES.filter((language) => language !== 'en');
const codes = [...readFileSync('src/bindings/ProblemCode.ts', 'utf8').matchAll(/"([a-z_]+)"/g)].map((match) => match[1] as ProblemCode);

afterEach(async () => {
  await leave();
  vi.restoreAllMocks();
  await speak('en');
});

async function use(language: Language) {
  void app.preferences.change({ language });
  await vi.dynamicImportSettled();
  await pass(100);
}

const words = () => document.body.textContent ?? '';
const english = (key: string) => {
  const value = englishBundle.getMessage(key)?.value;
  return value ? englishBundle.formatPattern(value) : '';
};

test.each(OTHERS)('the open window speaks %s at once', async (language) => {
  const complain = vi.spyOn(console, 'error');
  await show('busy');
  expect(words()).toContain(english('agent-label'));
  await use(language);
  expect(document.documentElement.lang).toBe(language);
  for (const key of ['agent-label', 'number-label', 'number-hint', 'history-yesterday', 'outcome-refused', 'end-reason-no-answer']) {
    const there = spoken.bundle.getMessage(key)?.value;
    expect(words()).not.toContain(english(key));
    expect(words()).toContain(there ? spoken.bundle.formatPattern(there) : undefined);
  }
  expect(complain).not.toHaveBeenCalled();
  await use('en');
  expect(words()).toContain(english('agent-label'));
});

test.each(OTHERS)('every problem can be read in %s, also with nothing but its code', async (language) => {
  const asked = vi.spyOn(FluentBundle.prototype, 'formatPattern');
  await speak(language);
  asked.mockClear();
  for (const code of codes) {
    for (const step of ['token', 'look_up', 'read_call', 'place_call', null]) {
      const { title, cause, fix, who } = problemTexts(problem(code, {}, { step }));
      for (const text of [title, cause, fix]) expect(text, code).not.toMatch(/^$|[{}!]|undefined/);
      expect(['you', 'administrator']).toContain(who);
    }
  }
  // None came from the English catalogue.
  expect(asked.mock.contexts.every((bundle) => bundle === spoken.bundle)).toBe(true);
});

test.each(OTHERS)('axe finds nothing on the window and Settings in %s', async (language) => {
  await show('busy');
  await use(language);
  await click('settings-open');
  await click('settings-tab-desktop');
  await pass(100);
  expect(one('settings-tab-desktop').textContent?.trim()).not.toBe('');
  expect(await violations()).toEqual([]);
});
