// What the window shows where there is nothing to show.
import { afterEach, expect, test, vi } from 'vitest';

import type { ScenarioName } from '../src/backend/fake/scenarios';
import { problem } from '../src/backend/fake/numbers';
import { all, app, backend, click, field, leave, one, pass, show, type, violations, write } from './screen';

afterEach(async () => {
  await leave();
  vi.restoreAllMocks();
});

test('an empty history says what will be there; a search without result how to get out', async () => {
  await show('empty');
  expect(one('history-empty').textContent).toContain('No calls yet');
  await leave();
  await show('busy');
  await type('history-search', 'nobody has this name');
  expect(all('history-row')).toHaveLength(0);
  await click('history-clear');
  await pass(300);
  expect(all('history-row').length).toBeGreaterThan(0);
  expect(field('history-search').value).toBe('');
});

test('a history that is still being read says so and nothing else', async () => {
  await show('slow');
  expect(one('history-reading').textContent).toContain('Reading the history');
  expect(all('history-empty')).toHaveLength(0);
});

test('a history that cannot be read says why, and is tried again', async () => {
  await show('history-fails');
  expect(one('history-failed').textContent).toContain('The history could not be read');
  expect(one('problem').dataset['code']).toBe('database_damaged');
  await click('history-again');
  await pass(200);
  expect(all('history-failed')).toHaveLength(1);
  await click('history-again');
  await pass(200);
  expect(all('history-failed')).toHaveLength(0);
  expect(all('history-row').length).toBeGreaterThan(0);
});

test('older rows that cannot be read leave the newer ones, and go on from there', async () => {
  await show('more-fails');
  const before = all('history-row').length;
  void app.history.loadMore();
  await pass(200);
  expect(one('history-problem').dataset['code']).toBe('database_damaged');
  expect(all('history-row')).toHaveLength(before);
  void app.history.again();
  await pass(200);
  await click('history-again');
  await pass(200);
  expect(all('history-problem')).toHaveLength(0);
  expect(all('history-row').length).toBeGreaterThan(before);
});

test('the list of agents says that it searches, that nobody is found, and that nobody can be asked', async () => {
  await show('slow');
  write('agent-input', 'zz');
  await pass(1_000);
  expect(one('agent-input').closest('.box')?.textContent).toContain('Searching…');
  await leave();
  await show('busy');
  await type('agent-input', 'zz');
  expect(one('agent-input').closest('.box')?.textContent).toContain('No agent matches “zz”');
  await leave();
  await show('no-server');
  await type('agent-input', 'zz');
  expect(one('problem').dataset['code']).toBe('unreachable');
});

test('a connection without its secret is signed out: it says so and leads to Settings', async () => {
  await show('signed-out');
  expect(one('state-signed-out').textContent).toContain('The history can still be read');
  expect(all('history-row').length).toBeGreaterThan(0);
  await click('state-settings');
  await pass(100);
  expect(one('settings-tab-connection').getAttribute('aria-selected')).toBe('true');
  expect(all('settings-client-secret')).toHaveLength(1);
});

test('signing in again ends it', async () => {
  await show('signed-out');
  const profile = app.profile;
  if (profile === null) throw new Error('the scenario has a connection');
  app.connected({ ...profile, secret: 'keyring' });
  await pass(10);
  expect(all('state-signed-out')).toHaveLength(0);
});

test('offline is told where the feed cannot reach the server, and holds nothing back', async () => {
  await show('offline');
  expect(all('state-offline')).toHaveLength(1);
  await type('number-input', '(415) 555-2671');
  expect(one<HTMLButtonElement>('dial-button').disabled).toBe(false);
  backend.tellFeed('socket');
  await pass(10);
  expect(all('state-offline')).toHaveLength(0);
});

test('offline follows the network of the system, but not for what runs on this computer', async () => {
  const onLine = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  await show('busy');
  expect(all('state-offline')).toHaveLength(1);
  onLine.mockReturnValue(true);
  window.dispatchEvent(new Event('online'));
  await pass(10);
  expect(all('state-offline')).toHaveLength(0);
  onLine.mockReturnValue(false);
  window.dispatchEvent(new Event('offline'));
  await pass(10);
  expect(all('state-offline')).toHaveLength(1);
  await leave();
  await show('sandbox');
  expect(all('state-offline')).toHaveLength(0);
});

test('an empty number field says what can be typed, and Call why it does not work', async () => {
  await show('busy');
  expect(one('number-preview').dataset['verdict']).toBe('empty');
  expect(one('number-preview').textContent).toContain('In any form');
  expect(one<HTMLButtonElement>('dial-button').disabled).toBe(true);
  expect(document.getElementById('dial-needs')?.textContent).toContain('Type a number first');
});

test('several places where it was looked are put as the language does', async () => {
  await show('busy');
  await type('number-input', '(202) 555-0109');
  await click('dial-button');
  await pass(6_000);
  expect(one('settling').textContent).toMatch(/calls, .+, and the record of past calls/);
});

test('a feed that fails says in one sentence why', async () => {
  await show('offline');
  const reason = problem('name_not_resolved', { host: 'api.mypurecloud.com' });
  backend.tellFeed('poll', reason);
  await pass(10);
  expect(one('feed').title).toBe('api.mypurecloud.com was not found. The name could not be looked up. This computer may be offline, or the address may be misspelled. Check the network connection, then the region or address in Settings.');
});

test.each<ScenarioName>(['slow', 'history-fails', 'signed-out', 'offline', 'more-fails'])('axe finds nothing on %s', async (scenario) => {
  await show(scenario);
  if (scenario === 'more-fails') {
    void app.history.loadMore();
    await pass(200);
  }
  expect(await violations()).toEqual([]);
});
