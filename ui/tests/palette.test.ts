import { afterEach, expect, test } from 'vitest';

import { PEOPLE } from '../src/backend/fake/people';
import { all, app, backend, click, field, focused, leave, one, pass, press, release, show, type, violations } from './screen';

afterEach(leave);

const items = () => [...document.querySelectorAll<HTMLElement>('[data-testid^="palette-item-"]')].map(({ dataset }) => dataset['testid']?.replace('palette-item-', ''));

async function palette(text = '') {
  await press('k', { ctrlKey: true });
  await pass(100);
  if (text !== '') await type('palette-input', text);
}

/** Runs the item and lets the keyboard come to rest. */
async function run(id: string) {
  one(`palette-item-${id}`).click();
  await pass(300);
}

test('Ctrl+K opens it from anywhere, also from a field, and closes it again', async () => {
  await show();
  field('number-input').focus();
  await palette();
  expect(focused()).toBe('palette-input');
  expect(items()).toEqual(expect.arrayContaining(['call', 'agent', 'redial', 'search', 'contacts', 'settings', 'keys']));
  await press('k', { ctrlKey: true });
  await pass(100);
  expect(all('palette')).toHaveLength(0);
  expect(focused()).toBe('number-input');
});

test('Escape closes it and gives the focus back', async () => {
  await show();
  field('history-search').focus();
  await palette('zz');
  await press('Escape');
  await pass(100);
  expect(all('palette')).toHaveLength(0);
  expect(focused()).toBe('history-search');
});

test('the hint in the header opens it', async () => {
  await show();
  expect(one('palette-open').textContent).toContain('Ctrl+K');
  await click('palette-open');
  expect(all('palette')).toHaveLength(1);
});

test('on a Mac it is Command', async () => {
  await show();
  Object.defineProperty(navigator, 'platform', { value: 'MacIntel', configurable: true });
  await press('k', { ctrlKey: true });
  expect(all('palette')).toHaveLength(0);
  await press('k', { metaKey: true });
  expect(all('palette')).toHaveLength(1);
  Object.defineProperty(navigator, 'platform', { value: 'Linux x86_64', configurable: true });
});

test('a number that is typed is filled in, and Enter held down does not call it', async () => {
  await show();
  await palette('415 555 2671');
  expect(one('palette-item-dial-14155552671').textContent).toContain('Dial +1 415-555-2671');
  await press('Enter');
  for (let time = 0; time < 20; time++) {
    await pass(50);
    await press('Enter');
  }
  expect(field('number-input').value).toBe('415 555 2671');
  expect(focused()).toBe('number-input');
  expect(backend.placed).toHaveLength(0);
  await release('Enter');
  await press('Enter');
  await pass(500);
  expect(backend.placed).toHaveLength(1);
});

test('a number that cannot be dialed says why, and several are offered each', async () => {
  await show();
  await palette('911');
  expect(items()[0]).not.toMatch(/^dial/);
  expect(one('palette-why').textContent).toMatch(/emergency/i);
  await type('palette-input', '415-555-2671, 202-555-0150');
  expect(items().slice(0, 2)).toEqual(['dial-14155552671', 'dial-12025550150']);
  expect(all('palette-why')).toHaveLength(0);
});

test('an agent is switched to by name', async () => {
  await show();
  await palette('alexandra');
  await press('Enter');
  await pass(300);
  expect(app.dial.agent?.id).toBe(PEOPLE[1]!.id);
  expect(focused()).toBe('number-input');
});

test('Switch agent opens the list, also where the agent field had the focus', async () => {
  await show('empty');
  expect(focused()).toBe('agent-input');
  await palette('switch');
  await run('agent');
  expect(focused()).toBe('agent-input');
  expect(field('agent-input').getAttribute('aria-expanded')).toBe('true');
});

test('the last number is redialed: filled in, not called', async () => {
  await show();
  await palette('redial');
  expect(one('palette-item-redial').textContent).toContain('+1 415-555-2671');
  await run('redial');
  expect(field('number-input').value).toBe('+14155552671');
  expect(app.dial.via).toBe('history');
  expect(backend.placed).toHaveLength(0);
});

test('the history is searched from it, also while the contacts are shown', async () => {
  await show();
  await click('side-tab-contacts');
  await palette('sam lee');
  await run('search-for');
  await pass(500);
  expect(field('history-search').value).toBe('sam lee');
  expect(focused()).toBe('history-search');
  expect(new Set(all('history-row').map((row) => row.querySelector('.agent')?.textContent))).toEqual(new Set(['Sam Lee']));
});

test.each(['connection', 'calling', 'desktop', 'appearance', 'about'])('Settings opens on %s', async (tab) => {
  await show();
  await palette('settings');
  await run(`settings-${tab}`);
  expect(one(`settings-tab-${tab}`).getAttribute('aria-selected')).toBe('true');
  expect(focused()).toBe(`settings-tab-${tab}`);
});

test('appearance and language are changed from it', async () => {
  await show();
  await palette('dark');
  await run('appearance-dark');
  expect(document.documentElement.dataset['appearance']).toBe('dark');
  await palette('appearance');
  await run('appearance-system');
  await palette('language');
  expect(items()).toContain('language-ja');
});

test('a number of a contact is filled in', async () => {
  await show();
  await palette('delgado');
  await run('contact-contact-2-1');
  expect(field('number-input').value).toBe('+12025550100');
});

test('arrows walk the items round the ends', async () => {
  await show();
  await palette();
  const selected = () => document.querySelector('[aria-selected="true"][id^="palette-option-"]')?.id.replace('palette-option-', '');
  expect(selected()).toBe('call');
  await press('ArrowUp');
  expect(selected()).toBe(items().at(-1));
  await press('ArrowDown');
  await press('ArrowDown');
  expect(selected()).toBe('agent');
  expect(field('palette-input').getAttribute('aria-activedescendant')).toBe('palette-option-agent');
});

test('it does not open above Settings or before there is a connection', async () => {
  await show();
  await click('settings-open');
  await pass(100);
  await palette();
  expect(all('palette')).toHaveLength(0);
  await leave();
  await show('first-run');
  await palette();
  expect(all('palette')).toHaveLength(0);
});

test('? shows the keys, and not where text is typed', async () => {
  await show();
  field('number-input').focus();
  await press('?');
  expect(all('keys-help')).toHaveLength(0);
  one('settings-open').focus();
  await press('?');
  await pass(100);
  expect(one('keys-help').textContent).toContain('Ctrl+K');
  await press('Escape');
  await pass(100);
  expect(all('keys-help')).toHaveLength(0);
  expect(focused()).toBe('settings-open');
});

test('axe finds nothing on the palette, empty and with a number, nor on the keys', async () => {
  await show();
  await palette();
  expect(await violations()).toEqual([]);
  await leave();
  await show();
  await palette('415 555 2671');
  expect(await violations()).toEqual([]);
  await leave();
  await show();
  app.keysOpen = true;
  await pass(100);
  expect(await violations()).toEqual([]);
});

test('two quick Enters on an agent call nobody', async () => {
  await show();
  await type('number-input', '+1 415 555 2699');
  const other = PEOPLE.find(({ id, favourite }) => id !== app.dial.agent?.id && !favourite)!;
  await palette(other.email);
  await press('Enter');
  await pass(40);
  await release('Enter');
  await pass(60);
  expect(app.dial.agent?.id).toBe(other.id);
  expect(focused()).toBe('number-input');
  await press('Enter');
  await pass(40);
  await release('Enter');
  await pass(2_000);
  expect(backend.placed).toEqual([]);
});
