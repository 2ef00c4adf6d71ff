// What other processes and other connections write into the history.
import { afterEach, expect, test, vi } from 'vitest';

import { all, app, backend, click, leave, one, pass, show, type } from './screen';

afterEach(async () => {
  await leave();
  vi.restoreAllMocks();
});

test('what another process has written comes in, and nothing else changes', async () => {
  await show('many');
  await pass(300);
  void app.history.loadMore();
  await pass(300);
  const before = app.history.rows.length;
  const opened = app.history.rows[70];
  if (opened === undefined) throw new Error('there are two pages');
  void app.history.toggle(opened.id);
  await pass(300);
  const loading = vi.fn();
  backend.writeElsewhere((attempts) => {
    const [first] = attempts;
    if (first === undefined) return attempts;
    const placed = { ...first, id: '0193d1a0-0000-7000-8000-00000000ffff', seq: first.seq + 1, agent_name: 'From the command line' };
    return [placed, ...attempts.map((row) => (row.id === opened.id ? { ...row, note: 'Written elsewhere' } : row))];
  });
  if (app.history.loading) loading();
  await pass(500);
  expect(loading).not.toHaveBeenCalled();
  expect(app.history.rows[0]?.agent_name).toBe('From the command line');
  expect(app.history.rows.length).toBeGreaterThan(before);
  expect(app.history.openId).toBe(opened.id);
  expect(app.history.rows.find(({ id }) => id === opened.id)?.note).toBe('Written elsewhere');
  expect(new Set(app.history.rows.map(({ id }) => id)).size).toBe(app.history.rows.length);
});

test('many pieces of news are read together, and the last one is not missed', async () => {
  await show('busy');
  const asked = vi.spyOn(backend, 'history');
  for (let time = 0; time < 20; time++) backend.writeElsewhere((attempts) => attempts.map((row) => ({ ...row, note: `${time}` })));
  await pass(1_000);
  expect(asked.mock.calls.length).toBeLessThan(4);
  expect(app.history.rows[0]?.note).toBe('19');
});

test('a search that begins while it is read again is not undone', async () => {
  await show('busy');
  backend.delay = 100;
  backend.writeElsewhere((attempts) => attempts);
  await pass(50);
  await type('history-search', '2671');
  await pass(3_000);
  expect(app.history.rows.length).toBeLessThan(3);
});

test('with several connections each row says which; with one, none does', async () => {
  await show('several');
  await pass(200);
  const names = all('row-profile').map(({ textContent }) => textContent?.trim());
  expect(new Set(names).size).toBe(3);
  document.querySelector<HTMLElement>('[data-testid="history-row"] .row')?.click();
  await pass(200);
  expect(one('details-profile').textContent).toContain('Contoso');
  await leave();
  await show('busy');
  expect(all('row-profile')).toHaveLength(0);
});

test('a call from a queue says which, and that a wrap-up may be owed', async () => {
  await show('busy');
  await click('options-line');
  const box = one<HTMLSelectElement>('options-queue');
  box.value = 'queue-billing';
  box.dispatchEvent(new Event('change', { bubbles: true }));
  await type('number-input', '(202) 555-0100');
  await click('dial-button');
  await pass(1_000);
  expect(all('wrap-up')).toHaveLength(0);
  await pass(6_000);
  expect(one('wrap-up').textContent).toContain('queue Billing: Alex Kim may have to do a wrap-up');
  document.querySelector<HTMLElement>('[data-testid="history-row"] .row')?.click();
  await pass(200);
  expect(one('details-queue').textContent).toBe('Billing');
  expect(all('wrap-up')).toHaveLength(2);
});
