import { readdirSync, readFileSync } from 'node:fs';

import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { app, backend, click, field, leave, one, pass, press, show, violations } from './screen';
import { percent } from '../src/lib/amounts';
import { speak, spoken } from '../src/lib/language.svelte';

const root = document.documentElement;
let system: Set<string>;
let listeners: (() => void)[];

/** A system that asks for what stands in `system`. */
beforeEach(() => {
  system = new Set();
  listeners = [];
  vi.stubGlobal('matchMedia', (query: string) => ({
    get matches() {
      return [...system].some((wish) => query.includes(wish));
    },
    addEventListener: (_: string, listener: () => void) => listeners.push(listener),
  }));
});

afterEach(async () => {
  await leave();
  vi.unstubAllGlobals();
  for (const name of Object.keys(root.dataset)) delete root.dataset[name];
  root.style.fontSize = '';
  await speak('en');
});

async function openAppearance() {
  await show('busy');
  await click('settings-open');
  await click('settings-tab-appearance');
}

async function choose(testid: string) {
  field(testid).click();
  await pass(50);
}

async function select(testid: string, value: string) {
  const box = one<HTMLSelectElement>(testid);
  box.value = value;
  box.dispatchEvent(new Event('change', { bubbles: true }));
  await vi.advanceTimersByTimeAsync(50);
  await vi.dynamicImportSettled();
  await pass(50);
}

test('contrast and motion follow the system, also when it changes its mind', async () => {
  system.add('prefers-contrast: more');
  await show('busy');
  expect({ ...root.dataset }).toEqual({ contrast: 'high', motion: 'full' });
  system = new Set(['prefers-reduced-motion: reduce']);
  for (const listener of listeners) listener();
  await pass(50);
  expect({ ...root.dataset }).toEqual({ contrast: 'normal', motion: 'reduced' });
});

test('what Settings says goes before the system', async () => {
  system = new Set(['prefers-contrast: more', 'prefers-reduced-motion: reduce']);
  await openAppearance();
  for (const testid of ['settings-appearance-dark', 'settings-contrast-normal', 'settings-motion-full']) await choose(testid);
  expect({ ...root.dataset }).toEqual({ appearance: 'dark', contrast: 'normal', motion: 'full' });
  for (const testid of ['settings-appearance-light', 'settings-contrast-high', 'settings-motion-reduced']) await choose(testid);
  expect({ ...root.dataset }).toEqual({ appearance: 'light', contrast: 'high', motion: 'reduced' });
  await choose('settings-appearance-system');
  expect(root.dataset['appearance']).toBeUndefined();
  expect(await backend.getPreferences()).toMatchObject({ appearance: 'system', contrast: 'high', motion: 'reduced' });
});

test('the size is chosen in Settings and by keys, within its limits', async () => {
  await openAppearance();
  await select('settings-zoom', '200');
  expect(root.style.fontSize).toBe('200%');
  await press('+', { ctrlKey: true });
  expect(root.style.fontSize).toBe('200%');
  await press('-', { ctrlKey: true });
  expect(root.style.fontSize).toBe('175%');
  await press('0', { ctrlKey: true });
  expect(root.style.fontSize).toBe('');
  // On many keyboards + is Shift and =.
  await press('+', { ctrlKey: true, shiftKey: true });
  await press('=', { ctrlKey: true });
  expect(app.preferences.now.zoom).toBe(125);
  for (let times = 0; times < 12; times++) await press('-', { ctrlKey: true });
  expect((await backend.getPreferences()).zoom).toBe(50);
  await press('-');
  await press('+', { ctrlKey: true, altKey: true });
  expect(app.preferences.now.zoom).toBe(50);
});

test('a size that is in no list is shown and can be left', async () => {
  await show('busy');
  await app.preferences.change({ zoom: 130 });
  await click('settings-open');
  await click('settings-tab-appearance');
  expect(one<HTMLSelectElement>('settings-zoom').value).toBe('130');
  await press('-', { ctrlKey: true });
  expect(app.preferences.now.zoom).toBe(125);
});

test('each language stands under its own name, is chosen at once and kept', async () => {
  await openAppearance();
  const labels = [...one<HTMLSelectElement>('settings-language').options].map(({ text }) => text);
  expect(labels).toEqual(['As the system', 'English', 'Deutsch', 'Español', 'Français', '日本語']);
  await select('settings-language', 'de');
  expect([spoken.language, root.lang]).toEqual(['de', 'de']);
  expect((await backend.getPreferences()).language).toBe('de');
  await select('settings-language', 'system');
  expect([spoken.language, root.lang]).toEqual(['en', 'en']);
  expect((await backend.getPreferences()).language).toBeNull();
});

test('percent is written as the language does', async () => {
  expect(percent(125)).toBe('125%');
  await speak('de');
  expect(percent(125)).toMatch(/^125\s%$/);
});

test('axe finds nothing on Settings, appearance', async () => {
  await openAppearance();
  expect(await violations()).toEqual([]);
});

// The tokens.

type Colours = Record<string, [light: string, dark: string]>;

const tokens = readFileSync('src/styles/tokens.css', 'utf8');

function coloursIn(block: string): Colours {
  const found = [...block.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)];
  return Object.fromEntries(found.map(([, name, light, dark]) => [name, [light ?? '', dark ?? '']]));
}

const block = (start: string) => tokens.slice(tokens.indexOf(`${start} {`), tokens.indexOf('\n}', tokens.indexOf(`${start} {`)));
const normal = coloursIn(block(':root'));
const high = coloursIn(block(":root[data-contrast='high']"));

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const SURFACES = ['window', 'surface', 'surface-hover', 'surface-sunken'];
const SOFT = ['accent-soft', 'good-soft', 'warn-soft', 'bad-soft', 'unsure-soft'];
const MEANINGS = ['good', 'warn', 'bad', 'unsure'];

/** Each text on each ground it can stand on. */
const PAIRS = [
  ...['text', 'text-quiet'].flatMap((text) => [...SURFACES, ...SOFT].map((ground) => [text, ground])),
  ...['accent-text', ...MEANINGS].flatMap((text) => SURFACES.map((ground) => [text, ground])),
  ...MEANINGS.map((text) => [text, `${text}-soft`]),
  // Buttons without a frame stand in problems.
  ...SOFT.map((ground) => ['accent-text', ground]),
  ['on-accent', 'accent'], ['on-accent', 'accent-hover'],
] as [string, string][];

test.each([['normal', normal, 4.5, 3], ['high', { ...normal, ...high }, 7, 4.5]] as const)(
  '%s contrast is enough for every text on every ground, light and dark',
  (_, colours, text, frame) => {
    const weak: string[] = [];
    const check = (front: string, ground: string, enough: number) => {
      for (const [index, appearance] of ['light', 'dark'].entries()) {
        const ratio = contrast(colours[front]?.[index] ?? '', colours[ground]?.[index] ?? '');
        if (!(ratio >= enough)) weak.push(`${front} on ${ground}, ${appearance}: ${ratio.toFixed(2)}`);
      }
    };
    for (const [front, ground] of PAIRS) check(front, ground, text);
    for (const ground of SURFACES) check('line-control', ground, frame);
    expect(weak).toEqual([]);
  },
);

test('no component has a measure or a colour of its own', () => {
  const own: string[] = [];
  for (const file of readdirSync('src', { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.svelte')) continue;
    const style = readFileSync(`src/${file}`, 'utf8').split('<style>')[1] ?? '';
    for (const [found] of style.matchAll(/[^\n]*(\d(?:px|r?em|pt)\b|#[0-9a-f]{3,8}\b|rgb)[^\n]*/g)) {
      // Queries cannot use tokens; line heights have no unit.
      if (!found.trim().startsWith('@container')) own.push(`${file}: ${found.trim()}`);
    }
  }
  expect(own).toEqual([]);
});
