import { afterEach, expect, test, vi } from 'vitest';

import { problem } from '../src/backend/fake/numbers';
import { HOLD_MS } from '../src/lib/dial.svelte';
import { all, app, backend, click, field, focused, leave, one, pass, press, release, show, type, violations } from './screen';

afterEach(leave);

const rows = () => [...document.querySelectorAll<HTMLButtonElement>('[data-testid="history-row"] .row')];
const at = () => rows().findIndex((row) => row === document.activeElement);

/** Opens the row and waits for its details. */
async function open(index: number) {
  rows()[index]?.focus();
  rows()[index]?.click();
  await pass(200);
}

test('arrows walk the rows, and only one of them is a stop of Tab', async () => {
  await show();
  expect(rows().filter(({ tabIndex }) => tabIndex === 0)).toEqual([rows()[0]]);
  rows()[0]?.focus();
  for (const [key, now] of [['ArrowDown', 1], ['ArrowDown', 2], ['ArrowUp', 1], ['End', rows().length - 1], ['ArrowDown', rows().length - 1], ['Home', 0], ['ArrowUp', 0]] as const) {
    await press(key);
    expect(at(), key).toBe(now);
  }
  await press('ArrowDown');
  expect(rows().filter(({ tabIndex }) => tabIndex === 0)).toEqual([rows()[1]]);
});

test('Enter opens the row and Escape closes it', async () => {
  await show();
  rows()[1]?.focus();
  await press('Enter');
  await pass(200);
  expect(all('history-details')).toHaveLength(1);
  one('redial').focus();
  await press('Escape');
  expect(all('history-details')).toHaveLength(0);
  expect(at()).toBe(1);
});

test('the search leads down to the rows, and Escape empties it', async () => {
  await show();
  await type('history-search', '2671');
  expect(rows()).toHaveLength(1);
  await press('ArrowDown');
  expect(at()).toBe(0);
  field('history-search').focus();
  await press('Escape');
  await pass(500);
  expect(field('history-search').value).toBe('');
  expect(rows().length).toBeGreaterThan(5);
});

test('Redial fills in agent and number, and calls nobody', async () => {
  await show();
  const row = all('history-row')[4];
  await open(4);
  await click('redial');
  await pass(1_000);
  expect(field('number-input').value).toBe(row?.dataset['number']);
  expect(field('agent-input').value).toBe('Alexandra Reyes');
  expect(focused()).toBe('number-input');
  expect(backend.placed).toHaveLength(0);
});

test('R on a row redials, held down it calls nobody, and Call says where the number is from', async () => {
  await show();
  rows()[0]?.focus();
  await press('r');
  for (let time = 0; time < 20; time++) await press('Enter', { repeat: true });
  await pass(1_000);
  expect(backend.placed).toHaveLength(0);
  await release('Enter');
  await press('Enter');
  await pass(500);
  expect(backend.placed).toMatchObject([{ via: 'history', e164: '+14155552671' }]);
});

test('the button of a row that is not open redials too, once', async () => {
  await show();
  await type('number-input', '030 901820');
  one('row-redial').dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }));
  one('row-redial').dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 2 }));
  await pass(HOLD_MS);
  expect(field('number-input').value).toBe('+14155552671');
  expect(one('offer-earlier').textContent).toContain('030 901820');
  expect(all('history-details')).toHaveLength(0);
});

test('C on a row copies its number', async () => {
  await show();
  const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  rows()[1]?.focus();
  await press('c');
  expect(copied).toHaveBeenCalledWith('+442079460958');
  expect(one('history').querySelector('.said')?.textContent).toBe('Copied');
  await pass(2_100);
  expect(one('history').querySelector('.said')?.textContent).toBe('');
});

test('an extension that was kept is shown, and redialed with its number', async () => {
  await show();
  const [first] = app.history.rows;
  app.history.take({ ...first!, extension: '12' });
  await open(0);
  expect(one('history-details').textContent).toContain('Extension 12');
  await click('redial');
  expect(field('number-input').value).toBe('+14155552671;ext=12');
});

test('a note is written in place, kept, and shown quietly in the row', async () => {
  await show();
  await open(2);
  await click('note-edit');
  expect(focused()).toBe('note-input');
  field('note-input').value = 'Back on Tuesday';
  field('note-input').dispatchEvent(new Event('input', { bubbles: true }));
  await press('Enter');
  await pass(200);
  expect(one('note-text').textContent).toBe('Back on Tuesday');
  expect(focused()).toBe('note-edit');
  rows()[2]?.click();
  await pass(100);
  expect(all('history-row')[2]?.querySelector('[data-testid="row-note"]')?.textContent).toContain('Back on Tuesday');
});

test('news of the attempt do not take away a note that is being written', async () => {
  await show();
  await open(0);
  await click('note-edit');
  field('note-input').value = 'Half a sent';
  field('note-input').dispatchEvent(new Event('input', { bubbles: true }));
  const [first] = app.history.rows;
  app.history.take({ ...first!, end_reason: 'transferred' });
  await pass(200);
  expect(field('note-input').value).toBe('Half a sent');
});

test('a note that is too long stays in the field, with the reason', async () => {
  await show();
  vi.spyOn(backend, 'setNote').mockRejectedValue(problem('note_too_long', { limit: '2000' }));
  await open(0);
  await click('note-edit');
  field('note-input').value = 'Too long';
  field('note-input').dispatchEvent(new Event('input', { bubbles: true }));
  await click('note-save');
  await pass(100);
  expect(one('note').querySelector('[data-testid="problem"]')?.getAttribute('data-code')).toBe('note_too_long');
  expect(field('note-input').value).toBe('Too long');
  field('note-input').focus();
  await press('Escape');
  await pass(100);
  expect(all('note-input')).toHaveLength(0);
  expect(all('history-details')).toHaveLength(1);
});

test('N on a row begins its note', async () => {
  await show();
  rows()[3]?.focus();
  await press('n');
  await pass(200);
  expect(focused()).toBe('note-input');
});

test('axe finds nothing on a row with a note that is being written', async () => {
  await show();
  await open(7);
  await click('note-edit');
  expect(await violations()).toEqual([]);
});
