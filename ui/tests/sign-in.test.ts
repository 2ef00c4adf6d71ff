// Signing in as a person, and what the window shows of it.
import { afterEach, expect, test, vi } from 'vitest';

import { problem } from '../src/backend/fake/numbers';
import { PEOPLE } from '../src/backend/fake/people';
import { HOLD_MS } from '../src/lib/dial.svelte';
import { SIGN_IN_MS } from '../src/lib/sign-in.svelte';
import { all, app, backend, click, field, focused, leave, one, pass, press, show, type, violations } from './screen';

afterEach(async () => {
  await leave();
  vi.restoreAllMocks();
});

const panel = () => one('sign-in').dataset['state'];
const [ALEX, REYES] = PEOPLE as [(typeof PEOPLE)[0], (typeof PEOPLE)[0]];

test('nobody is signed in: the window says so, and nobody can be called for', async () => {
  await show('person-out');
  expect(panel()).toBe('out');
  expect(one('whose-calls').textContent).toBe('nobody is signed in');
  expect(all('agent-input')).toHaveLength(0);
  expect(one('agent-fixed').textContent).toContain('Nobody is signed in');
  await type('number-input', '(415) 555-2671');
  expect(one<HTMLButtonElement>('dial-button').disabled).toBe(true);
  expect(await violations()).toEqual([]);
});

test('from the browser back to the window: calls are the person’s own', async () => {
  await show('person-out');
  one('sign-in-button').focus();
  await click('sign-in-button');
  await pass(100);
  expect([panel(), focused()]).toEqual(['waiting', 'sign-in-cancel']);
  expect(all('sign-in-copy-link')).toHaveLength(1);
  expect(one('sign-in-left').textContent).toContain('1:59');
  await pass(4000);
  expect(all('sign-in')).toHaveLength(0);
  expect(one('agent-fixed').dataset['agentId']).toBe(ALEX.id);
  expect(one('agent-fixed-why').textContent).toBe('Calls are placed as Alex Kim, with that person’s own rights.');
  expect(one('whose-calls').textContent).toBe('as Alex Kim');
  await type('number-input', '(415) 555-2671');
  await pass(HOLD_MS);
  await click('dial-button');
  await pass(300);
  expect(backend.placed.map(({ agent_id }) => agent_id)).toEqual([ALEX.id]);
});

test('while it waits axe finds nothing', async () => {
  await show('person-out');
  await click('sign-in-button');
  await pass(100);
  expect(await violations()).toEqual([]);
});

test('two presses begin one sign-in', async () => {
  await show('person-out');
  const asked = vi.spyOn(backend, 'signIn');
  void app.signIn.begin('personal');
  void app.signIn.begin('personal');
  await pass(100);
  expect(asked).toHaveBeenCalledTimes(1);
});

test('given up, it is as it was, and nothing is told', async () => {
  await show('person-out');
  backend.browser = 'nothing';
  await click('sign-in-button');
  await pass(100);
  await click('sign-in-cancel');
  await pass(200);
  expect([panel(), all('problem').length]).toEqual(['out', 0]);
});

test('what went wrong is said, and it can be tried again', async () => {
  await show('person-out');
  backend.browser = problem('server_error', { status: '500' }, { step: 'token' });
  await click('sign-in-button');
  await pass(4000);
  expect(panel()).toBe('failed');
  expect(one('problem').dataset['code']).toBe('server_error');
  expect(one('sign-in-button').textContent).toContain('Try again');
  backend.browser = 'signs in';
  await click('sign-in-button');
  await pass(4000);
  expect(one('agent-fixed').textContent).toContain('Alex Kim');
});

test('the time that is left does not run below nothing', async () => {
  await show('person-out');
  backend.browser = 'nothing';
  await click('sign-in-button');
  await pass(SIGN_IN_MS + 5000);
  expect(one('sign-in-left').textContent).toContain('0:00');
});

test('a sign-in that was begun before the page was loaded can be given up, and ends with the news', async () => {
  await show('person-out');
  backend.tell({ kind: 'signing_in', profile_id: 'personal', url: 'https://login.mypurecloud.com/oauth/authorize' });
  await pass(50);
  expect(panel()).toBe('waiting');
  backend.changeProfiles((profiles) => profiles.signedIn('personal', { id: ALEX.id, name: ALEX.name, email: ALEX.email }));
  await pass(300);
  expect(all('sign-in')).toHaveLength(0);
  expect(one('agent-fixed').textContent).toContain('Alex Kim');
});

test('the agent is fixed: neither the tray, the palette nor the history makes it another', async () => {
  await show('person');
  backend.tellAgent(REYES.id);
  await pass(300);
  expect(app.dial.agent?.id).toBe(ALEX.id);
  await app.dial.useAgent(REYES.id, REYES.name);
  expect(app.dial.agent?.id).toBe(ALEX.id);
  await press('k', { ctrlKey: true });
  await pass(100);
  expect(document.querySelectorAll('[data-testid^="palette-item-agent-"]')).toHaveLength(0);
});

test('signing out says what it does; then nobody is signed in', async () => {
  await show('person');
  await click('settings-open');
  expect(panel()).toBe('in');
  expect(one('sign-in').textContent).toMatch(/ends the sign-in at Genesys Cloud.*history stays/);
  await click('sign-out');
  await pass(300);
  expect(panel()).toBe('out');
  expect(app.dial.agent).toBeNull();
  expect(await violations()).toEqual([]);
});

test('a sign-out that fails is told beside the button', async () => {
  await show('person');
  await click('settings-open');
  vi.spyOn(backend, 'signOut').mockRejectedValue(problem('keyring_locked', {}, { step: 'keyring' }));
  await click('sign-out');
  await pass(300);
  expect(one('sign-in').querySelector('[data-testid="problem"]')?.getAttribute('data-code')).toBe('keyring_locked');
});

test('there is one panel: in the window, or in Settings above it', async () => {
  await show('person-out');
  expect(all('sign-in')).toHaveLength(1);
  await click('settings-open');
  expect(all('sign-in')).toHaveLength(1);
});

test('who may not call on behalf is led to the sign-in as a user', async () => {
  await show('busy');
  await type('number-input', '(415) 555-2671');
  await pass(HOLD_MS);
  vi.spyOn(backend, 'placeCall').mockRejectedValue(problem('user_needed', {}, { step: 'place_call' }));
  await click('dial-button');
  await pass(300);
  await click('dial-sign-in');
  await pass(100);
  expect(one('connection-title').textContent).toBe('Contoso');
  await click('settings-sign-in-pkce');
  await pass(50);
  expect(all('settings-client-secret')).toHaveLength(0);
  expect(one('settings-redirect').textContent).toBe('http://localhost');
  await click('settings-save');
  await pass(500);
  expect(panel()).toBe('out');
});

test('a sign-in that is over begins again at one press, for the connection it was about', async () => {
  await show('person');
  await type('number-input', '(415) 555-2671');
  await pass(HOLD_MS);
  vi.spyOn(backend, 'placeCall').mockRejectedValue(problem('signed_out', { profile: 'personal' }, { step: 'token' }));
  await click('dial-button');
  await pass(300);
  await click('dial-sign-in');
  await pass(100);
  expect(panel()).toBe('waiting');
  await pass(4000);
  expect(all('sign-in')).toHaveLength(0);
});

test('where nobody can sign in, that is not offered', async () => {
  await show('sandbox');
  await type('number-input', '(415) 555-2671');
  await pass(HOLD_MS);
  vi.spyOn(backend, 'placeCall').mockRejectedValue(problem('user_needed', {}, { step: 'place_call' }));
  await click('dial-button');
  await pass(300);
  expect(all('dial-sign-in')).toHaveLength(0);
});

test('the first run asks who places the calls, and goes on to the sign-in', async () => {
  await show('first-run');
  await click('onboarding-connect');
  const region = one<HTMLSelectElement>('settings-region');
  region.value = 'mypurecloud.ie';
  region.dispatchEvent(new Event('change', { bubbles: true }));
  await click('settings-sign-in-pkce');
  await pass(50);
  await type('settings-client-id', 'abc');
  await click('settings-save');
  await pass(500);
  expect(panel()).toBe('out');
  expect(backend.secrets).toEqual([]);
  await click('sign-in-button');
  await pass(4000);
  expect(one('agent-fixed').textContent).toContain('Alex Kim');
});

test('the sign-in of the first run can wait', async () => {
  await show('first-run');
  await click('onboarding-connect');
  const region = one<HTMLSelectElement>('settings-region');
  region.value = 'mypurecloud.ie';
  region.dispatchEvent(new Event('change', { bubbles: true }));
  await click('settings-sign-in-code');
  await pass(50);
  await type('settings-client-id', 'abc');
  await type('settings-client-secret', 'hush');
  await click('settings-save');
  await pass(500);
  await click('sign-in-later');
  await pass(500);
  expect(one('agent-fixed').textContent).toContain('Nobody is signed in');
  expect(field('number-input')).toBeTruthy();
});

test('a tutorial’s dialect has no sign-in as a person, and that sign-in no other dialect', async () => {
  await show('whole-email');
  await click('settings-open');
  expect(field('settings-sign-in-pkce').disabled).toBe(true);
  await leave();
  await show('person');
  await click('settings-open');
  expect([...one<HTMLSelectElement>('settings-dialect').options].map(({ value }) => value)).toEqual(['platform']);
});
