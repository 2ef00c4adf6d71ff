// *Check connection*: the list fills in, says what is wrong, and can be taken along as text.
import { afterEach, expect, test, vi } from 'vitest';

import { CONTOSO } from '../src/backend/fake/scenarios';
import { checkAsText, factsOf } from '../src/lib/check-text';
import { all, app, backend, click, leave, one, pass, show, violations } from './screen';

afterEach(async () => {
  await leave();
  vi.restoreAllMocks();
});

const states = () => all('check-step').map(({ dataset }) => dataset['state']);
const line = (name: string) => document.querySelector<HTMLElement>(`[data-testid="check-step"][data-name="${name}"]`);

async function openConnection() {
  await click('settings-open');
  await pass(100);
}

test('the list is there at once and fills in, the chosen agent included', async () => {
  await show('busy');
  await openConnection();
  await click('settings-check');
  expect(states()).toEqual(['running', ...Array.from({ length: 10 }, () => 'waiting')]);
  expect(one('check-verdict').textContent).toContain('Checking');
  expect(one<HTMLButtonElement>('check-again').disabled).toBe(true);
  await pass(450);
  expect(states().slice(0, 3)).toEqual(['passed', 'passed', 'running']);
  await pass(5_000);
  expect(new Set(states())).toEqual(new Set(['passed']));
  expect(one('check-verdict').textContent).toBe('The connection works.');
  expect(line('organisation')?.textContent).toContain('Contoso Ltd');
  expect(line('tls')?.textContent).toMatch(/Amazon.*March.*2027/);
  expect(line('agent')?.textContent).toContain('Alex Kim');
});

test('closing Settings does not stop it, and coming back shows how far it is', async () => {
  await show('busy');
  const asked = vi.spyOn(backend, 'checkConnection');
  await openConnection();
  await click('settings-check');
  await pass(300);
  await click('settings-close');
  await pass(5_000);
  await openConnection();
  expect(one('check').dataset['verdict']).toBe('passed');
  expect(asked).toHaveBeenCalledTimes(1);
  await click('check-again');
  expect(states()).toContain('waiting');
  await pass(5_000);
  expect(asked).toHaveBeenCalledTimes(2);
});

test('a step that fails tells why and who can fix it, and what comes behind it was not looked at', async () => {
  await show('check-certificate');
  await openConnection();
  await click('settings-check');
  await pass(5_000);
  expect(one('check').dataset['verdict']).toBe('failed');
  expect(line('tls')?.dataset['code']).toBe('certificate_untrusted');
  expect(line('tls')?.textContent).toContain('Needs an administrator');
  expect(line('proxy')?.textContent).toContain('proxy.contoso.example:8080, from Settings');
  expect(line('token')?.textContent).toContain('not checked, because of what failed before');
});

test('a warning is no failure, and says what was seen', async () => {
  await show('check-permissions');
  await openConnection();
  await click('settings-check');
  await pass(5_000);
  expect(line('clock')?.textContent).toContain('94 seconds behind');
  expect(line('place_calls')?.textContent).toContain('Only a call can tell');
  expect(line('agent')?.dataset['state']).toBe('warned');
  expect(await violations()).toEqual([]);
});

test('what an earlier event tells does not undo the answer, nor does another connection', async () => {
  await show('busy');
  app.checkConnection();
  await pass(5_000);
  app.check.take(CONTOSO.id, { name: 'token', state: 'running', problem: null, facts: {} });
  expect(app.check.steps.find(({ name }) => name === 'token')?.state).toBe('passed');
  app.checkConnection();
  app.check.take('another', { name: 'proxy', state: 'failed', problem: null, facts: {} });
  expect(app.check.steps[0]?.state).not.toBe('failed');
});

test('a check that cannot run says why', async () => {
  await show('busy');
  vi.spyOn(backend, 'checkConnection').mockRejectedValue({ code: 'profile_missing', params: {}, details: {} });
  app.checkConnection();
  await pass(100);
  expect(one('check').dataset['verdict']).toBe('failed');
  expect(one('check').querySelector('[data-code="profile_missing"]')).not.toBeNull();
});

test('the text for a ticket has every line, facts, codes, version and system, and no secret', async () => {
  await show('check-permissions');
  app.checkConnection();
  await pass(5_000);
  const text = checkAsText(app.check, { regions: app.started?.regions ?? [], version: '0.1.0', system: 'Linux x86_64' });
  const lines = text.split('\n');
  expect(lines[0]).toBe('Ringfor 0.1.0 · Linux x86_64 · Check connection');
  expect(lines).toContain('Contoso · us-east-1, dialect Platform (usual)');
  expect(lines).toContain('✔ Secure connection: works · Certificate issued by Amazon RSA 2048 M02 · Valid until March 3, 2027');
  expect(text).toContain('Code: permission_missing');
  expect(text).toContain('Correlation id: 7f0c9d0e-2a44-4d3e-9f62-1c2b7f8a0d55');
  expect(text).toContain('Needs an administrator');
  expect(lines.filter((it) => /^[✔!✕–·] /.test(it))).toHaveLength(11);
  expect(text).not.toContain(CONTOSO.client_id);
});

test('a clock is right within a few seconds, and the direction is told', () => {
  const clock = (seconds: string) => factsOf({ name: 'clock', state: 'passed', problem: null, facts: { seconds } });
  expect(clock('-2')).toEqual(['It agrees with the server’s.']);
  expect(clock('60')).toEqual(['60 seconds ahead of the server’s']);
  expect(clock('')).toEqual(['It agrees with the server’s.'].slice(1));
});

test('a problem that the check tells apart leads to it', async () => {
  await show('offline');
  await click('state-check');
  await pass(100);
  expect(all('check')).toHaveLength(1);
  expect(one('settings-tab-connection').getAttribute('aria-selected')).toBe('true');
});
