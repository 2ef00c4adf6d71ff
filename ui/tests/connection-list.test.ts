// Connections in Settings: the list, and the form of one.
import { afterEach, expect, test, vi } from 'vitest';

import { problem } from '../src/backend/fake/numbers';
import { all, app, backend, click, field, focused, leave, one, pass, show, type, violations } from './screen';

afterEach(async () => {
  await leave();
  vi.restoreAllMocks();
});

const row = (id: string) => all('connection-row').find(({ dataset }) => dataset['profileId'] === id) as HTMLElement;

async function clickIn(id: string, testid: string) {
  row(id).querySelector<HTMLElement>(`[data-testid="${testid}"]`)?.click();
  await pass(300);
}

async function list() {
  await show('several');
  app.openSettings('connection');
  await pass(100);
}

test('with one connection its form is there at once; with several, the list', async () => {
  await show('busy');
  await click('settings-open');
  expect(all('settings-client-id')).toHaveLength(1);
  await leave();
  await list();
  expect(all('settings-client-id')).toHaveLength(0);
  expect(all('connection-row').map(({ dataset }) => [dataset['profileId'], dataset['active']])).toEqual([
    ['contoso', 'true'], ['fabrikam', 'false'], ['personal', 'false'],
  ]);
  expect(row('contoso').textContent).toContain('for any agent');
  expect(row('personal').textContent).toContain('nobody is signed in');
  expect(await violations()).toEqual([]);
});

test('the colour has a name for who does not see it', async () => {
  await list();
  expect(row('fabrikam').querySelector('[role="img"]')?.getAttribute('aria-label')).toBe('Amber');
});

test('another connection is taken into use from the list', async () => {
  await list();
  await clickIn('fabrikam', 'connection-use');
  expect(row('fabrikam').dataset['active']).toBe('true');
  expect(one('connection').textContent).toContain('Fabrikam');
});

test('a copy has no secret, and is not in use', async () => {
  await list();
  await clickIn('contoso', 'connection-duplicate');
  expect(all('connection-row')).toHaveLength(4);
  const copy = backend.changed('made-1');
  expect([copy.secret, copy.active]).toEqual(['missing', false]);
});

test('removing asks, and says what is removed and what stays', async () => {
  await list();
  await clickIn('contoso', 'connection-remove');
  expect(one('connection-remove-ask').textContent).toMatch(/secret.*keyring.*history stays/i);
  expect(focused()).toBe('connection-remove-ask-no');
  await click('connection-remove-ask-no');
  await pass(100);
  expect([all('connection-row').length, focused()]).toEqual([3, 'connection-remove']);
  await clickIn('contoso', 'connection-remove');
  await click('connection-remove-ask-yes');
  await pass(500);
  expect(all('connection-row').map(({ dataset }) => dataset['profileId'])).toEqual(['fabrikam', 'personal']);
  expect(one('connection').textContent).toContain('Fabrikam');
});

test('a secret that stays behind is told; the connection is gone all the same', async () => {
  await list();
  const remove = backend.removeProfile.bind(backend);
  vi.spyOn(backend, 'removeProfile').mockImplementation(async (id) => {
    await remove(id);
    throw problem('secret_left', { name: 'Fabrikam Europe' }, { step: 'keyring' });
  });
  await clickIn('fabrikam', 'connection-remove');
  await click('connection-remove-ask-yes');
  await pass(500);
  expect(all('connection-row')).toHaveLength(2);
  expect(one('problem').textContent).toContain('Fabrikam Europe');
});

test('where the last connection is removed, the first run begins again', async () => {
  await show('busy');
  app.openSettings('connection', 'all');
  await pass(100);
  await clickIn('contoso', 'connection-remove');
  await click('connection-remove-ask-yes');
  await pass(500);
  expect(all('onboarding-connect')).toHaveLength(1);
});

test('a new connection is added and in use; the keyboard comes to where it was', async () => {
  await list();
  await click('connection-add');
  await pass(50);
  expect(focused()).toBe('connections-back');
  const region = one<HTMLSelectElement>('settings-region');
  region.value = 'mypurecloud.de';
  region.dispatchEvent(new Event('change', { bubbles: true }));
  await type('settings-client-id', 'abc');
  await type('settings-client-secret', 'hush');
  await click('settings-colour-red');
  await type('settings-name', 'Northwind');
  await click('settings-save');
  await pass(500);
  expect(one('connection').textContent).toContain('Northwind · eu-central-1');
  expect(field('settings-name').value).toBe('Northwind');
  await click('connections-back');
  await pass(50);
  expect(all('connection-row')).toHaveLength(4);
  expect(row('made-1').dataset['active']).toBe('true');
});

test('a change of another connection leaves the one in use alone', async () => {
  await list();
  await clickIn('fabrikam', 'connection-edit');
  await type('settings-name', 'Fabrikam');
  await click('settings-save');
  await pass(500);
  expect(one('connection').textContent).toContain('Contoso');
  expect(backend.changed('fabrikam').name).toBe('Fabrikam');
});

test('what every call asks for is kept with the connection', async () => {
  await show('busy');
  await click('settings-open');
  await type('settings-caller-id', ' +1 415 555 0100 ');
  await type('settings-caller-name', 'Contoso');
  await click('settings-save');
  await pass(500);
  expect(backend.changed('contoso').options).toEqual({ queue_id: null, queue_name: null, caller_id: '+1 415 555 0100', caller_name: 'Contoso' });
  expect(app.profile?.options.caller_id).toBe('+1 415 555 0100');
});

test('Calling leads to the connection', async () => {
  await show('several');
  app.openSettings('calling');
  await pass(50);
  await click('settings-calls-open');
  await pass(50);
  expect(one('connection-title').textContent).toBe('Contoso');
});

test('the sandbox alone says what it is; beside others it is one of the list', async () => {
  await show('sandbox');
  await click('settings-open');
  expect(all('settings-leave-sandbox')).toHaveLength(1);
  await click('settings-leave-sandbox');
  await pass(50);
  expect(all('settings-client-id')).toHaveLength(1);
  await click('connections-back');
  await pass(50);
  expect(row('sandbox').querySelector('[data-testid="connection-duplicate"]')).toBeNull();
});

test('axe finds nothing on the form with all its parts', async () => {
  await list();
  await clickIn('personal', 'connection-edit');
  one<HTMLDetailsElement>('settings-calls').open = true;
  await pass(100);
  expect(await violations()).toEqual([]);
});
