// Several connections: which one is shown, switching, and what a switch must not do.
import { afterEach, expect, test, vi } from 'vitest';

import { problem } from '../src/backend/fake/numbers';
import { HOLD_MS } from '../src/lib/dial.svelte';
import { all, app, backend, click, field, focused, leave, one, pass, press, show, type, violations, write } from './screen';

afterEach(async () => {
  await leave();
  vi.restoreAllMocks();
});

const shown = () => one('connection').textContent?.trim();

async function switchTo(digit: string) {
  await press(digit, { ctrlKey: true });
  await pass(300);
}

test('one connection has no menu; several have one that says which is in use', async () => {
  await show('busy');
  expect(all('connection-switch')).toHaveLength(0);
  await leave();
  await show('several');
  expect(shown()).toBe('Contoso · us-east-1');
  await click('connection-switch');
  expect(all('connection-option').map((option) => [option.dataset['profileId'], option.getAttribute('aria-checked')])).toEqual([
    ['contoso', 'true'], ['fabrikam', 'false'], ['personal', 'false'],
  ]);
  expect(focused()).toBe('connection-option');
  expect(await violations()).toEqual([]);
});

test('the menu goes by arrows and Enter, and Escape gives the focus back', async () => {
  await show('several');
  one('connection-switch').focus();
  await press('ArrowDown');
  await pass(50);
  await press('Escape');
  expect([all('connection-menu').length, focused()]).toEqual([0, 'connection-switch']);
  await press('ArrowDown');
  await pass(50);
  await press('ArrowDown');
  await press('Enter');
  await pass(300);
  expect(shown()).toBe('Fabrikam Europe · eu-west-1');
  expect([all('connection-menu').length, focused()]).toEqual([0, 'connection-switch']);
  expect(one('connection-now').textContent).toContain('Fabrikam Europe');
});

test('Ctrl and a digit switch from a field too, by the key where digits need Shift', async () => {
  await show('several');
  field('number-input').focus();
  await switchTo('2');
  expect(shown()).toContain('Fabrikam');
  await press('&', { ctrlKey: true, code: 'Digit1' });
  await pass(300);
  expect(shown()).toContain('Contoso');
  await switchTo('9');
  expect(shown()).toContain('Contoso');
});

test('above a dialog nothing is switched', async () => {
  await show('several');
  await click('settings-open');
  await switchTo('2');
  expect(shown()).toContain('Contoso');
});

test('the palette switches, and names only the others before anything is typed', async () => {
  await show('several');
  await press('k', { ctrlKey: true });
  await pass(100);
  expect(all('palette-item-connection-contoso')).toHaveLength(0);
  await type('palette-input', 'fabrikam');
  await press('Enter');
  await pass(300);
  expect(shown()).toContain('Fabrikam');
});

test('the keys are listed where there is something to switch', async () => {
  await show('busy');
  one('settings-open').focus();
  await press('?');
  await pass(50);
  expect(one('keys-help').textContent).not.toContain('Switch the connection');
  await leave();
  await show('several');
  one('settings-open').focus();
  await press('?');
  await pass(50);
  expect(one('keys-help').textContent).toContain('Switch the connection');
});

test('a switch keeps the number, drops the question, and takes the agent of the other connection', async () => {
  await show('several');
  await type('number-input', '+1 555 123 4567');
  await pass(HOLD_MS);
  await click('dial-button');
  await pass(300);
  expect(all('dial-confirm')).toHaveLength(1);
  const start = backend.start.bind(backend);
  vi.spyOn(backend, 'start').mockImplementation(async () => ({ ...(await start()), agent: null }));
  await switchTo('2');
  expect(all('dial-confirm')).toHaveLength(0);
  expect(field('number-input').value).toBe('+1 555 123 4567');
  expect(app.dial.agent).toBeNull();
});

test('numbers are read with the country of the connection', async () => {
  await show('several');
  const start = backend.start.bind(backend);
  vi.spyOn(backend, 'start').mockImplementation(async () => ({ ...(await start()), default_country: 'GB' }));
  await switchTo('2');
  expect(app.dial.country).toBe('GB');
});

test('a press in the middle of a switch calls with no other connection', async () => {
  await show('several');
  await pass(HOLD_MS);
  backend.delay = 100;
  write('number-input', '(415) 555-2671');
  void app.dial.press();
  // The same agent is shown at once by the other connection: the press is still not meant for it.
  const { agent } = app.dial;
  app.connected({ ...backend.changed('fabrikam'), active: true });
  app.dial.agent = agent;
  await pass(3000);
  expect(backend.placed).toEqual([]);
});

test('a press right after a switch was begun before it could be seen', async () => {
  await show('several');
  await type('number-input', '(415) 555-2671');
  await switchTo('2');
  void app.dial.press();
  await pass(300);
  expect(backend.placed).toEqual([]);
  await pass(HOLD_MS);
  void app.dial.press();
  await pass(300);
  expect(backend.placed.map(({ profile_id }) => profile_id)).toEqual(['fabrikam']);
});

test('a call goes on over a switch, and says whose it is', async () => {
  await show('several');
  await type('number-input', '(415) 555-2671');
  await pass(HOLD_MS);
  await click('dial-button');
  await pass(1500);
  expect(one('live-call').dataset['state']).toBe('ringing_agent');
  expect(all('live-connection')).toHaveLength(0);
  await switchTo('2');
  expect(one('live-connection').textContent).toContain('Contoso');
  await pass(6000);
  expect(one('live-call').dataset['state']).toBe('connected');
  await click('hangup-button');
  await pass(300);
  expect(one('live-call').dataset['state']).toBe('ended');
});

test('what another process changes is shown: a new name, and another one in use', async () => {
  await show('several');
  backend.changeProfiles((profiles) => profiles.put({ ...profiles.one('contoso'), name: 'Contoso USA' }));
  await pass(300);
  expect(shown()).toContain('Contoso USA');
  backend.changeProfiles((profiles) => profiles.use('fabrikam'));
  await pass(300);
  expect(shown()).toContain('Fabrikam');
});

test('a connection that cannot be taken into use stays unused, and why is told', async () => {
  await show('several');
  vi.spyOn(backend, 'useProfile').mockRejectedValue(problem('profile_missing'));
  await switchTo('2');
  expect(shown()).toContain('Contoso');
  expect(one('problem').dataset['code']).toBe('profile_missing');
});

test('an answer that comes late, after another switch, changes nothing', async () => {
  await show('several');
  const start = backend.start.bind(backend);
  let late: (() => void) | undefined;
  vi.spyOn(backend, 'start').mockImplementationOnce(async () => {
    const answer = await start();
    await new Promise<void>((done) => (late = done));
    return { ...answer, default_country: 'JP', feed: 'off' as const };
  });
  await switchTo('2');
  await switchTo('1');
  late?.();
  await pass(300);
  expect([app.dial.country, app.feed]).toEqual(['US', 'socket']);
});
