// How servers are reached.
import { afterEach, expect, test, vi } from 'vitest';

import { all, app, backend, click, field, leave, one, pass, show, type, violations } from './screen';

afterEach(async () => {
  await leave();
  vi.restoreAllMocks();
});

async function open() {
  await show('busy');
  app.openSettings('network');
  await pass(200);
}

async function choose(kind: string) {
  field(`network-proxy-${kind}`).click();
  await pass(10);
}

async function save() {
  one('network-save').closest('form')?.requestSubmit();
  await pass(200);
}

test('on Linux it says that the system’s proxy is the environment’s alone', async () => {
  vi.spyOn(navigator, 'platform', 'get').mockReturnValue('Linux x86_64');
  await open();
  expect(one('network-proxy-note').textContent).toContain('HTTPS_PROXY');
  await leave();
  vi.spyOn(navigator, 'platform', 'get').mockReturnValue('Win32');
  await open();
  expect(one('network-proxy-note').textContent).not.toContain('HTTPS_PROXY');
});

test('the password goes out once, is gone from the page, and can be removed', async () => {
  await open();
  await choose('explicit');
  await type('network-proxy-url', 'http://proxy.contoso.example:8080');
  await type('network-proxy-user', 'mona');
  await type('network-proxy-password', 'hush');
  await save();
  expect(backend.reach.passwords).toEqual(['hush']);
  expect(one('network-saved').textContent).toContain('in use');
  expect(all('network-proxy-password')).toHaveLength(0);
  expect(JSON.stringify({ ...app.network.view, typed: app.network.password })).not.toContain('hush');
  await click('network-password-remove');
  await pass(100);
  expect(backend.reach.passwords).toEqual(['hush', '']);
  expect(backend.reach.view()).toMatchObject({ proxy: 'explicit', proxy_user: 'mona', proxy_password: false });
});

test('saving again leaves the password that is kept; another proxy does not get it', async () => {
  await open();
  backend.reach.set({ proxy: 'explicit', proxy_url: 'http://one.example:1', proxy_user: 'mona', ca_file: null }, 'hush');
  void app.network.read();
  await pass(100);
  await type('network-ca-file', '/etc/ca.pem');
  await save();
  expect(backend.reach.passwords).toEqual(['hush']);
  await type('network-proxy-url', 'http://two.example:1');
  expect(document.body.textContent).toContain('not sent to another proxy');
  await save();
  expect(backend.reach.passwords).toEqual(['hush', '']);
  expect(backend.reach.view().proxy_password).toBe(false);
});

test('what cannot be saved says why, and the password is asked for again', async () => {
  await open();
  await choose('explicit');
  await type('network-proxy-url', 'proxy without scheme');
  await type('network-proxy-password', 'hush');
  await save();
  expect(one('problem').dataset['code']).toBe('url_invalid');
  expect(field('network-proxy-password').value).toBe('');
  expect(document.body.textContent).toContain('Type it again to save');
  expect(backend.reach.view().proxy).toBe('system');
});

test('settings that cannot be read say why, and are read again', async () => {
  await show('busy');
  vi.spyOn(backend, 'network').mockRejectedValueOnce({ code: 'database_damaged', params: {}, details: {} });
  app.openSettings('network');
  await pass(100);
  expect(one('problem').dataset['code']).toBe('database_damaged');
  await click('network-again');
  await pass(100);
  expect(all('network-save')).toHaveLength(1);
});

test('axe finds nothing on it', async () => {
  await open();
  await choose('explicit');
  expect(await violations()).toEqual([]);
});
