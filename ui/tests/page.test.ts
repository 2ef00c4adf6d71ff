import axe from 'axe-core';
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import Page from '../src/App.svelte';
import { FakeBackend } from '../src/backend/fake/fake';
import type { ScenarioName } from '../src/backend/fake/scenarios';
import { App } from '../src/lib/app.svelte';
import { HOLD_MS } from '../src/lib/dial.svelte';

let page: Record<string, unknown> | null = null;
let backend: FakeBackend;
let app: App;

beforeEach(() => void vi.useFakeTimers());

afterEach(async () => {
  if (page !== null) await unmount(page);
  page = null;
  document.body.innerHTML = '';
  vi.useRealTimers();
});

async function show(scenario: ScenarioName) {
  backend = new FakeBackend(scenario);
  app = new App(backend);
  page = mount(Page, { target: document.body, props: { app } });
  void app.open();
  await pass(300);
}

async function pass(ms: number) {
  await vi.advanceTimersByTimeAsync(ms);
  flushSync();
}

const all = (testid: string) => [...document.querySelectorAll<HTMLElement>(`[data-testid="${testid}"]`)];

function one<E extends HTMLElement = HTMLElement>(testid: string): E {
  const [found] = all(testid);
  if (found === undefined) throw new Error(`nothing on the page is ${testid}`);
  return found as E;
}

async function type(testid: string, text: string) {
  const input = one<HTMLInputElement>(testid);
  input.focus();
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await pass(800);
}

const click = (testid: string, detail = 1) => one(testid).dispatchEvent(new MouseEvent('click', { bubbles: true, detail }));
const key = (testid: string, name: string, type = 'keydown', repeat = false) =>
  one(testid).dispatchEvent(new KeyboardEvent(type, { key: name, repeat, bubbles: true, cancelable: true }));

async function violations() {
  vi.useRealTimers();
  // Colours are computed by a real browser only.
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

test('the first run offers two choices, and the sandbox leads to the main window', async () => {
  await show('first-run');
  expect(all('onboarding-connect')).toHaveLength(1);
  click('onboarding-sandbox');
  await pass(500);
  expect(one('sandbox-badge').textContent).toContain('no real calls');
  expect(one<HTMLButtonElement>('dial-button').disabled).toBe(true);
});

test('a double-click is one call', async () => {
  await show('busy');
  await type('number-input', '(415) 555-2671');
  click('dial-button', 1);
  click('dial-button', 2);
  await pass(1_000);
  expect(backend.placed).toHaveLength(1);
  expect(one('live-call').dataset['state']).toBe('ringing_agent');
});

test('the second click of a slow double-click is none either', async () => {
  await show('busy');
  await type('number-input', '(202) 555-0104');
  click('dial-button', 1);
  await pass(HOLD_MS + 100);
  expect(one('live-call').dataset['state']).toBe('refused');
  click('dial-button', 2);
  await pass(500);
  expect(backend.placed).toHaveLength(1);
});

test('Enter calls once however long it is held down', async () => {
  await show('busy');
  await type('number-input', '(202) 555-0104');
  key('number-input', 'Enter');
  for (let time = 0; time < 40; time++) {
    key('number-input', 'Enter', 'keydown', true);
    // Some systems do not mark what they repeat.
    key('number-input', 'Enter', 'keydown', false);
    await pass(50);
  }
  expect(backend.placed).toHaveLength(1);
  key('number-input', 'Enter', 'keyup');
  key('number-input', 'Enter');
  await pass(500);
  expect(backend.placed).toHaveLength(2);
});

test('the button is disabled while the outcome is pending', async () => {
  await show('busy');
  await type('number-input', '(202) 555-0108');
  click('dial-button');
  await pass(3_000);
  expect(one<HTMLButtonElement>('dial-button').disabled).toBe(true);
  expect(one('live-call').dataset['state']).toBe('pending');
});

test('a page that is loaded again in the middle of a call shows that call', async () => {
  await show('busy');
  await type('number-input', '(202) 555-0108');
  click('dial-button');
  await pass(1_000);
  await unmount(page!);
  app = new App(backend);
  page = mount(Page, { target: document.body, props: { app } });
  void app.open();
  await pass(500);
  expect(one('live-call').dataset['state']).toBe('pending');
  await type('number-input', '(202) 555-0108');
  expect(one<HTMLButtonElement>('dial-button').disabled).toBe(true);
  expect(backend.placed).toHaveLength(1);
});

test('a possible number is asked about, with the focus on the harmless answer', async () => {
  await show('busy');
  await type('number-input', '+1 555 123 4567');
  expect(one('number-preview').dataset['verdict']).toBe('possible');
  click('dial-button');
  await pass(HOLD_MS);
  expect(document.activeElement).toBe(one('dial-confirm-no'));
  click('dial-confirm-yes');
  await pass(500);
  expect(backend.placed).toMatchObject([{ confirmed: true }]);
});

test('an agent is found, chosen by keyboard, and shown with what decides', async () => {
  await show('busy');
  await type('agent-input', 'priya');
  expect(all('agent-option').map((option) => option.dataset['email'])).toEqual(['priya.natarajan@contoso.example']);
  expect(one('agent-input').getAttribute('aria-activedescendant')).toBe(one('agent-option').id);
  key('agent-input', 'Enter');
  await pass(300);
  expect(one<HTMLInputElement>('agent-input').value).toBe('Priya Natarajan');
  expect(one('agent-readiness').textContent).toContain('No phone selected');
});

test('leaving the agent field without a choice keeps the agent', async () => {
  await show('busy');
  await type('agent-input', 'priya');
  key('agent-input', 'Escape');
  await pass(100);
  expect(one<HTMLInputElement>('agent-input').value).toBe('Alex Kim');
  expect(one('agent-input').getAttribute('aria-expanded')).toBe('false');
});

test('a rate limit counts down and can be cancelled', async () => {
  await show('busy');
  await type('number-input', '(202) 555-0106');
  click('dial-button');
  await pass(1_400);
  expect(one('live-call').textContent).toContain('Trying again in 3 seconds');
  click('cancel-button');
  await pass(200);
  expect(one('live-call').dataset['state']).toBe('refused');
  expect(one('problem').dataset['code']).toBe('cancelled');
});

test('a call goes through its steps into the history', async () => {
  await show('busy');
  const before = all('history-row').length;
  await type('number-input', '(415) 555-2671');
  click('dial-button');
  const states = new Set<string>();
  for (let time = 0; time < 400; time++) {
    await pass(100);
    states.add(one('live-call').dataset['state'] ?? '');
  }
  expect([...states]).toEqual(['pending', 'requested', 'ringing_agent', 'dialing', 'connected', 'ended']);
  const row = one('history-row');
  expect(all('history-row')).toHaveLength(before + 1);
  expect({ ...row.dataset }).toMatchObject({ outcome: 'placed', endReason: 'customer_hung_up', number: '+14155552671' });
  expect(row.dataset['conversationId']).toBeTruthy();
  row.querySelector('button')?.click();
  await pass(300);
  expect(one('timeline').textContent).toContain('Customer hung up');
});

test('Hang up works while the agent’s phone rings', async () => {
  await show('busy');
  await type('number-input', '(415) 555-2671');
  click('dial-button');
  await pass(600);
  expect(one('live-call').dataset['state']).toBe('ringing_agent');
  expect(one('live-call').dataset['source']).toBe('socket');
  click('hangup-button');
  await pass(100);
  expect(one('live-call').dataset['state']).toBe('ended');
  expect(all('hangup-button')).toHaveLength(0);
  expect(all('history-row')[0]?.dataset['endReason']).toBe('hung_up_here');
});

test('where only everybody can be hung up, it is asked first', async () => {
  await show('busy');
  await type('number-input', '(202) 555-0111');
  click('dial-button');
  await pass(600);
  click('hangup-button');
  await pass(100);
  expect(one('hangup-confirm').dataset['code']).toBe('hang_up_denied');
  expect(document.activeElement).toBe(one('hangup-confirm-no'));
  expect(one('live-call').dataset['state']).toBe('ringing_agent');
  click('hangup-confirm-yes');
  await pass(100);
  expect(one('live-call').dataset['state']).toBe('ended');
});

test('an unknown call is looked up, found and followed', async () => {
  await show('busy');
  await type('number-input', '(202) 555-0107');
  click('dial-button');
  await pass(1_000);
  expect(one('live-call').dataset['state']).toBe('unknown');
  expect(one('settling').dataset['settling']).toBe('searching');
  await pass(4_000);
  expect(one('settling').textContent).toContain('Probably');
  expect(one('live-call').dataset['state']).toBe('requested');
});

test('Call again fills in a call that was not found, and places none', async () => {
  await show('busy');
  await type('number-input', '(202) 555-0109');
  click('dial-button');
  await pass(5_000);
  expect(one('settling').dataset['settling']).toBe('not_found');
  expect(one('settling').textContent).toContain('the record of past calls');
  await type('number-input', '');
  click('call-again');
  await pass(1_000);
  expect(one<HTMLInputElement>('number-input').value).toBe('+12025550109');
  expect(backend.placed).toHaveLength(1);
});

test('a call that may be this one says so, and Call again asks before it calls', async () => {
  await show('busy');
  await type('number-input', '(202) 555-0112');
  click('dial-button');
  await pass(5_000);
  expect(one('live-call').dataset['state']).toBe('unknown');
  expect(one('settling').dataset['settling']).toBe('ambiguous');
  expect(one('settling').textContent).toContain('may be this one');
  await type('number-input', '');
  click('call-again');
  await pass(1_000);
  expect(one<HTMLInputElement>('number-input').value).toBe('+12025550112');
  expect(backend.placed).toHaveLength(1);
  const rows = all('history-row').length;
  click('dial-button');
  await pass(1_000);
  expect(one('dial-confirm').dataset['code']).toBe('again_unknown');
  expect(all('history-row')).toHaveLength(rows);
});

test('a look-up that lacks a permission says which', async () => {
  await show('busy');
  await type('number-input', '(202) 555-0110');
  click('dial-button');
  await pass(1_500);
  expect(one('settling').textContent).toContain('analytics:conversationDetail:view');
});

test('the header says what feeds the screen, and why it is not the socket', async () => {
  await show('busy');
  expect(one('feed').dataset['feed']).toBe('socket');
  backend.tellFeed('poll');
  await pass(10);
  expect(one('feed').textContent).toContain('Reading');
  await unmount(page ?? {});
  await show('reading');
  expect(one('feed').dataset['code']).toBe('feed_rejected');
});

test('a start that fails fills the window, and can be tried again', async () => {
  await show('start-fails');
  expect(one('problem').dataset['code']).toBe('database_newer');
  click('try-again');
  await pass(300);
  expect(all('problem')).toHaveLength(1);
  click('try-again');
  await pass(300);
  expect(all('dial-button')).toHaveLength(1);
});

test('Settings shows that a secret is stored, and never the secret', async () => {
  await show('busy');
  click('settings-open');
  await pass(100);
  expect(one('settings-secret-state').dataset['place']).toBe('keyring');
  expect(all('settings-client-secret')).toHaveLength(0);
  click('settings-secret-replace');
  await pass(100);
  expect(one<HTMLInputElement>('settings-client-secret').type).toBe('password');
  expect(one<HTMLInputElement>('settings-client-secret').value).toBe('');
});

test.each<ScenarioName>(['first-run', 'empty', 'busy', 'reading', 'no-station', 'notices', 'start-fails', 'whole-email'])(
  'axe finds nothing on %s',
  async (scenario) => {
    await show(scenario);
    expect(await violations()).toEqual([]);
  },
);

test('axe finds nothing on an open list and an open row', async () => {
  await show('busy');
  all('history-row')[1]?.querySelector('button')?.click();
  await type('agent-input', 'a');
  expect(all('agent-option').length).toBeGreaterThan(1);
  expect(all('history-details')).toHaveLength(1);
  expect(await violations()).toEqual([]);
});

test.each(['connection', 'calling', 'appearance', 'about'])('axe finds nothing on Settings, %s', async (tab) => {
  await show('busy');
  click('settings-open');
  await pass(100);
  click(`settings-tab-${tab}`);
  await pass(100);
  expect(one('settings').hasAttribute('open')).toBe(true);
  expect(await violations()).toEqual([]);
});

test('a keyring that fails at the start makes Settings offer this run only', async () => {
  await show('busy');
  app.notice({ code: 'keyring_missing', params: {}, details: { http_status: null, server_code: null, server_message: null, correlation_id: null, step: 'keyring' } });
  click('settings-open');
  await pass(50);
  click('settings-secret-replace');
  await pass(50);
  expect(all('settings-this-run-only')).toHaveLength(1);
});
