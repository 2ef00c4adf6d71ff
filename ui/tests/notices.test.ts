import { afterEach, expect, test } from 'vitest';

import type { ProblemCode } from '../src/bindings/ProblemCode';
import { problem } from '../src/backend/fake/numbers';
import { mendedIn } from '../src/lib/notices';
import { all, app, click, field, leave, one, pass, show, type, violations } from './screen';

afterEach(leave);

const notice = async (code: ProblemCode, step: string | null = null) => {
  app.notice(problem(code, {}, { step }));
  await pass(10);
  return all('problem').find((card) => card.dataset['code'] === code);
};

test.each<[ProblemCode, string]>([
  ['preferences_set_aside', 'status'], ['shortcut_taken', 'status'], ['feed_rejected', 'status'],
  ['outcome_unwritten', 'alert'], ['keyring_locked', 'alert'], ['secret_missing', 'alert'],
])('%s is told as %s', async (code, role) => {
  await show('busy');
  expect((await notice(code))?.getAttribute('role')).toBe(role);
});

test.each<[ProblemCode, string | null, string | null]>([
  ['keyring_locked', null, 'connection'], ['secret_missing', 'keyring', 'connection'], ['not_connected', null, 'connection'],
  ['unreachable', 'token', 'network'], ['links_failed', null, 'desktop'], ['shortcut_taken', null, 'desktop'],
  ['outcome_unwritten', null, null], ['disk_full', null, null], ['preferences_set_aside', null, null],
])('%s in the step %s is mended in %s', (code, step, tab) => {
  expect(mendedIn(problem(code, {}, { step }))).toBe(tab);
});

test('a notice about the shortcut leads to the part of Settings with the shortcut', async () => {
  await show('busy');
  await notice('shortcut_taken');
  await click('notice-settings');
  await pass(100);
  expect(one('settings-tab-desktop').getAttribute('aria-selected')).toBe('true');
  expect(all('settings-shortcut')).toHaveLength(1);
});

test('a notice that Settings cannot help with does not lead there', async () => {
  await show('notices');
  expect(one('notices').textContent).toContain('preferences.json.bad');
  expect(all('notice-settings')).toHaveLength(0);
});

test('each notice is dismissed by itself, and the same one shows once', async () => {
  await show('busy');
  for (const code of ['disk_full', 'keyring_locked', 'disk_full'] as const) await notice(code);
  expect(all('notice-dismiss')).toHaveLength(2);
  await click('notice-dismiss');
  expect(one('problem').dataset['code']).toBe('disk_full');
  await click('notice-dismiss');
  expect(all('notices')).toHaveLength(0);
});

test('a notice disturbs nobody who types', async () => {
  await show('busy');
  await type('number-input', '(415) 555');
  await notice('keyring_locked');
  expect(document.activeElement).toBe(field('number-input'));
  expect(field('number-input').value).toBe('(415) 555');
});

test('axe finds nothing on several notices', async () => {
  await show('notices');
  await notice('keyring_locked');
  await notice('links_failed');
  expect(await violations()).toEqual([]);
});
