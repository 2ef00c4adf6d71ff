import { expect, test } from 'vitest';

import type { ProfileView } from '../src/bindings/ProfileView';
import { NO_OPTIONS } from '../src/lib/call-options';
import { connectionText } from '../src/lib/connection-text';

const REGIONS = [{ domain: 'mypurecloud.com', aws: 'us-east-1' }];

function profile(more: Partial<ProfileView>): ProfileView {
  return {
    id: 'one', name: 'Contoso', sandbox: false, region: null, hosts: null, client_id: '', dialect: 'platform', offers_this_run: false,
    sign_in: 'client', user: null, colour: 'plain', active: true, secret: 'keyring', type_ahead: true, options: NO_OPTIONS, ...more,
  };
}

const hosts = (url: string) => ({ api_url: url, login_url: url });

test.each([
  [profile({ region: 'mypurecloud.com' }), 'Contoso · us-east-1'],
  [profile({ region: 'mypurecloud.com', name: 'us-east-1' }), 'us-east-1'],
  [profile({ hosts: hosts('http://127.0.0.1:4711') }), 'Contoso · 127.0.0.1:4711'],
  [profile({ hosts: hosts('http://127.0.0.1:4711'), name: '127.0.0.1' }), '127.0.0.1:4711'],
  [profile({ hosts: hosts('https://api.example.com'), name: 'api.example.com' }), 'api.example.com'],
])('a connection says its name and where it goes, each once', (connection, text) => {
  expect(connectionText(connection, REGIONS)).toBe(text);
});
