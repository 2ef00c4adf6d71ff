// The main job by keyboard alone: nothing here clicks, and nothing puts the focus anywhere.
import { afterEach, expect, test } from 'vitest';

import { HOLD_MS } from '../src/lib/dial.svelte';
import { all, app, backend, field, focused, leave, one, pass, press, release, show, violations } from './screen';

afterEach(leave);

/** Types into what has the focus. */
async function keys(text: string) {
  const input = document.activeElement as HTMLInputElement;
  for (const letter of text) {
    input.value += letter;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, data: letter }));
    await pass(20);
  }
  await pass(800);
}

async function enter() {
  await press('Enter');
  await pass(100);
  await release('Enter');
}

async function palette(text: string) {
  await press('k', { ctrlKey: true });
  await pass(100);
  await keys(text);
  await enter();
  await pass(300);
}

test('from an agent and a number to a call, its note and a redial', async () => {
  await show('empty');
  expect(focused()).toBe('agent-input');
  await keys('yuki');
  await enter();
  await pass(300);
  expect(focused()).toBe('number-input');
  await keys('415 555 2671');
  await enter();
  await pass(1_000);
  expect(backend.placed).toMatchObject([{ e164: '+14155552671', via: 'typed' }]);
  expect(one('live-call').dataset['state']).toBe('ringing_agent');

  await palette('search the hist');
  expect(focused()).toBe('history-search');
  await press('ArrowDown');
  expect(document.activeElement?.closest('[data-testid="history-row"]')).toBe(one('history-row'));
  await press('n');
  await pass(300);
  expect(focused()).toBe('note-input');
  await keys('Call back');
  await enter();
  await pass(300);
  expect(one('note-text').textContent).toBe('Call back');
  await press('Escape');
  await pass(100);
  expect(all('history-details')).toHaveLength(0);
  await press('r');
  await pass(HOLD_MS + 100);
  expect(focused()).toBe('number-input');
  expect(field('number-input').value).toBe('+14155552671');
  expect(backend.placed).toHaveLength(1);

  await enter();
  await pass(HOLD_MS + 100);
  expect(focused()).toBe('dial-confirm-no');
  await press('Escape');
  await pass(100);
  expect(all('dial-confirm')).toHaveLength(0);
  expect(focused()).toBe('number-input');
  await press('Escape');
  expect(field('number-input').value).toBe('');
  // The press that was asked about is none.
  expect(all('history-row')).toHaveLength(1);
});

test('another agent, a number of a contact, and Settings, from the palette', async () => {
  await show();
  await palette('alexandra');
  expect(app.dial.agent?.name).toBe('Alexandra Reyes');
  await palette('delgado office');
  expect(field('number-input').value).toBe('+12025550100');
  await palette('settings calling');
  expect(focused()).toBe('settings-tab-calling');
});

test('the layers close from the top, one at a time', async () => {
  await show();
  await keys('+1 555 123 4567');
  await enter();
  await pass(HOLD_MS + 100);
  expect(all('dial-confirm')).toHaveLength(1);
  await press('k', { ctrlKey: true });
  await pass(100);
  await press('Escape');
  await pass(100);
  expect(all('palette')).toHaveLength(0);
  expect(all('dial-confirm')).toHaveLength(1);
  expect(focused()).toBe('dial-confirm-no');
  await press('Escape');
  await pass(100);
  expect(all('dial-confirm')).toHaveLength(0);
  expect(field('number-input').value).toBe('+1 555 123 4567');
  expect(await violations()).toEqual([]);
});
