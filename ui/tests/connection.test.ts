import { expect, test, vi } from 'vitest';

import { FakeBackend } from '../src/backend/fake/fake';
import { CONTOSO } from '../src/backend/fake/scenarios';
import { ConnectionForm, OWN_HOSTS } from '../src/lib/connection-form.svelte';

function form(scenario: ConstructorParameters<typeof FakeBackend>[0] = 'first-run', profile: typeof CONTOSO | null = null) {
  const backend = new FakeBackend(scenario);
  backend.delay = 0;
  const saved = vi.fn();
  return { backend, saved, form: new ConnectionForm(backend, profile, null, saved) };
}

test('the secret leaves the page once and is gone from the field', async () => {
  const { backend, form: it } = form();
  Object.assign(it, { region: 'mypurecloud.ie', clientId: 'abc', secret: 'hush' });
  const saving = it.save();
  expect(it.secret).toBe('');
  expect(await saving).toBe(true);
  expect(backend.secrets).toEqual(['hush']);
  expect(it.asksSecret).toBe(false);
  expect(JSON.stringify(it.profile)).not.toContain('hush');
});

test('where there is no keyring, this run only is offered and the secret is asked for again', async () => {
  const { form: it } = form('no-keyring');
  Object.assign(it, { region: 'mypurecloud.ie', clientId: 'abc', secret: 'hush' });
  expect(await it.save()).toBe(false);
  expect(it.problem?.code).toBe('keyring_missing');
  expect(it.secret).toBe('');
  expect([it.offersThisRun, it.secretGone]).toEqual([true, true]);
  it.secret = 'hush';
  it.thisRunOnly = true;
  expect(await it.save()).toBe(true);
  expect(it.profile?.secret).toBe('this_run');
});

test('where there was no keyring the last time, this run only is offered at once', () => {
  const gone = { ...CONTOSO, secret: 'missing' as const };
  expect(form('no-keyring', gone).form.offersThisRun).toBe(false);
  expect(form('no-keyring', { ...gone, offers_this_run: true }).form.offersThisRun).toBe(true);
});

test('saving again does not send a secret that is stored', async () => {
  const { backend, form: it } = form('busy', CONTOSO);
  expect(it.dirty).toBe(false);
  it.name = 'Contoso Europe';
  expect(it.dirty).toBe(true);
  await it.save();
  expect(backend.secrets).toEqual([]);
  expect(it.profile?.name).toBe('Contoso Europe');
});

test('own addresses and a region exclude each other', async () => {
  const { backend, form: it } = form('busy', CONTOSO);
  const sent = vi.spyOn(backend, 'saveProfile');
  Object.assign(it, { region: OWN_HOSTS, apiUrl: ' https://api.example.com ', loginUrl: 'https://login.example.com' });
  await it.save();
  expect(sent.mock.calls[0]?.[0]).toMatchObject({ region: null, api_url: 'https://api.example.com' });
  it.region = 'mypurecloud.de';
  await it.save();
  expect(sent.mock.calls[1]?.[0]).toMatchObject({ region: 'mypurecloud.de', api_url: null, login_url: null });
});

test('a check saves first what has changed, and not what has not', async () => {
  const { backend, form: it, saved } = form('busy', CONTOSO);
  const sent = vi.spyOn(backend, 'saveProfile');
  expect(await it.saveToCheck()).toBe(CONTOSO);
  expect(sent).not.toHaveBeenCalled();
  it.name = 'Contoso Europe';
  expect(await it.saveToCheck()).toMatchObject({ name: 'Contoso Europe' });
  expect(saved).toHaveBeenCalledWith(expect.objectContaining({ name: 'Contoso Europe' }), true);
});

test('what cannot be saved is not checked', async () => {
  const { form: it } = form('busy', CONTOSO);
  it.clientId = '';
  expect(await it.saveToCheck()).toBeNull();
  expect(it.problem?.code).toBe('client_id_missing');
});

test('another server or client does not get the secret that is kept: it is asked for', () => {
  const { form: it } = form('busy', CONTOSO);
  expect(it.asksSecret).toBe(false);
  const { region, clientId } = it;
  it.region = 'mypurecloud.de';
  expect(it.asksSecret).toBe(true);
  it.region = region;
  it.clientId = 'another';
  expect(it.asksSecret).toBe(true);
  it.clientId = clientId;
  it.name = 'Another name';
  expect([it.asksSecret, it.dirty]).toEqual([false, true]);
});
