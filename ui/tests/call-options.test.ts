// What a call asks for beside the number: what is on screen is what is sent.
import { afterEach, expect, test, vi } from 'vitest';

import { PEOPLE } from '../src/backend/fake/people';
import { CONTOSO } from '../src/backend/fake/scenarios';
import { NO_OPTIONS } from '../src/lib/call-options';
import { all, app, backend, click, field, leave, one, pass, show, type, violations } from './screen';

const [ALEX, REYES] = PEOPLE as [typeof PEOPLE[0] & object, typeof PEOPLE[0] & object];
const BILLING = { ...NO_OPTIONS, queue_id: 'queue-billing', queue_name: 'Billing' };

afterEach(async () => {
  await leave();
  vi.restoreAllMocks();
});

async function open() {
  await click('options-line');
  await pass(100);
}

async function choose(testid: string, value: string) {
  const box = one<HTMLSelectElement>(testid);
  box.value = value;
  box.dispatchEvent(new Event('change', { bubbles: true }));
  await pass(100);
}

async function call(number: string) {
  await type('number-input', number);
  await click('dial-button');
  await pass(700);
}

test('with nothing chosen the line says so, and nothing is asked for', async () => {
  await show('busy');
  expect(one('options-line').textContent).toMatch(/Calls from\s*the agent\s*usual caller id/);
  await call('(415) 555-2671');
  expect(backend.placed[0]?.options).toEqual(NO_OPTIONS);
});

test('a queue is chosen, kept for the agent, and sent as it is shown', async () => {
  await show('busy');
  await open();
  await choose('options-queue', 'queue-billing');
  expect(one('options-line').textContent).toContain('queue Billing');
  expect(one('options-line').textContent).toContain('Contoso Billing, +1 415-555-0100');
  expect(one('options-queue-state').textContent).toContain('wrap-up');
  await call('(415) 555-2671');
  expect(backend.placed[0]?.options).toEqual(BILLING);
  expect(backend.options.kept(ALEX.id)).toEqual(BILLING);
});

test('each agent has a choice of their own', async () => {
  await show('busy');
  backend.options.keep(REYES.id, BILLING);
  void app.dial.chooseAgent(REYES);
  await pass(200);
  expect(one('options-line').dataset['queueId']).toBe('queue-billing');
  void app.dial.chooseAgent(ALEX);
  await pass(200);
  expect(one('options-line').dataset['queueId']).toBeUndefined();
});

test('a caller id that is a number is sent as that number; anything else as it was typed, which is said', async () => {
  await show('busy');
  await open();
  await type('options-caller-id', '(415) 555-0100');
  expect(one('options-caller-id-preview').textContent).toContain('Will show +1 415-555-0100');
  await call('(415) 555-2671');
  expect(backend.placed[0]?.options.caller_id).toBe('+14155550100');
  await type('options-caller-id', 'reception');
  expect(one('options-caller-id-preview').textContent).toContain('sent as typed');
  await type('options-caller-name', ' Contoso ');
  expect(one('options-line').textContent).toContain('Contoso, reception');
  await pass(1_000);
  expect(backend.options.kept(ALEX.id)).toMatchObject({ caller_id: 'reception', caller_name: 'Contoso' });
});

test('a press right behind the last key of the caller id sends what is shown', async () => {
  await show('busy');
  await open();
  await type('number-input', '(415) 555-2671');
  app.dial.choice.setCallerId('(415) 555-0177');
  void app.dial.press();
  await pass(300);
  expect(backend.placed[0]?.options.caller_id).toBe('+14155550177');
});

test('a press waits until what is kept for the agent is on screen', async () => {
  await show('busy');
  backend.options.keep(REYES.id, BILLING);
  await type('number-input', '(415) 555-2671');
  backend.delay = 200;
  void app.dial.chooseAgent(REYES);
  await pass(600);
  expect(one('options-line').dataset['state']).toBe('known');
  void app.dial.choice.again();
  await pass(10);
  void app.dial.press();
  await pass(300);
  expect(backend.placed).toHaveLength(0);
  await pass(1_500);
  expect(backend.placed[0]?.options).toEqual(BILLING);
});

test('what is not to be kept is for one call, and then it is as before', async () => {
  await show('busy');
  await open();
  field('options-keep').click();
  await pass(10);
  await choose('options-queue', 'queue-support');
  expect(one('options-line').textContent).toContain('this call only');
  await call('(415) 555-2671');
  expect(backend.placed[0]?.options.queue_id).toBe('queue-support');
  expect(backend.options.kept(ALEX.id)).toBeNull();
  await pass(500);
  expect(one('options-line').dataset['queueId']).toBeUndefined();
  expect(field('options-keep').checked).toBe(true);
});

test('what is kept can be given up for what the connection says', async () => {
  await show('busy');
  backend.options.keep(ALEX.id, BILLING);
  void app.dial.choice.again();
  await pass(200);
  await open();
  await click('options-usual');
  await pass(300);
  expect(backend.options.kept(ALEX.id)).toBeNull();
  expect(one('options-line').dataset['queueId']).toBeUndefined();
  expect(all('options-usual')).toHaveLength(0);
});

test('an agent in no queue, and queues that cannot be read, are told apart', async () => {
  await show('no-station');
  await open();
  expect(one('options-queue-state').textContent).toContain('Priya Natarajan is in no queue');
  await leave();
  await show('no-server');
  await open();
  expect(one('options-queue-state').dataset['state']).toBe('failed');
  expect(one('options-queue-state').textContent).toContain('cannot be reached');
  await leave();
  await show('slow');
  await open();
  expect(one('options-queue-state').dataset['state']).toBe('reading');
});

test('what cannot be kept says why', async () => {
  await show('busy');
  await open();
  await type('options-caller-id', 'x'.repeat(65));
  await pass(1_000);
  expect(document.querySelector('[data-code="caller_id_invalid"]')).not.toBeNull();
});

test('a dialect that cannot ask for any of it does not offer it', async () => {
  await show('whole-email');
  expect(all('options-line')).toHaveLength(0);
  await call('(415) 555-2671');
  expect(backend.placed[0]?.options).toEqual(NO_OPTIONS);
});

test('redial asks for what that call asked for, and keeps it not', async () => {
  await show('busy');
  await open();
  await choose('options-queue', 'queue-billing');
  await call('(415) 555-2671');
  await choose('options-queue', '');
  await pass(1_000);
  const attempt = app.history.rows[0];
  if (attempt === undefined) throw new Error('the call is in the history');
  app.callAgain(attempt);
  await pass(1_000);
  expect(one('options-line').dataset['queueId']).toBe('queue-billing');
  expect(one('options-line').textContent).toContain('this call only');
  expect(backend.options.kept(ALEX.id)).toEqual(NO_OPTIONS);
});

test('what is typed just before another agent is chosen is kept for the one before', async () => {
  await show('busy');
  await open();
  app.dial.choice.setCallerName('Contoso');
  void app.dial.chooseAgent(REYES);
  await pass(1_000);
  expect(backend.options.kept(ALEX.id)?.caller_name).toBe('Contoso');
  expect(backend.options.kept(REYES.id)).toBeNull();
});

test('the connection says what is usual, also when it is changed', async () => {
  await show('busy');
  app.connected({ ...CONTOSO, options: { ...NO_OPTIONS, caller_id: '+14155550199' } });
  expect(backend.placed).toHaveLength(0);
  await pass(10);
  expect(one('options-line').textContent).toContain('reading');
});

test('axe finds nothing on the open choice', async () => {
  await show('busy');
  await open();
  expect(await violations()).toEqual([]);
});
