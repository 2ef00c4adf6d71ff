import type { AgentView } from '../../bindings/AgentView';
import type { Feed } from '../../bindings/Feed';
import type { Problem } from '../../bindings/Problem';
import type { ProfileView } from '../../bindings/ProfileView';
import type { RegionView } from '../../bindings/RegionView';
import type { CheckPlot } from './check';
import type { DesktopKind } from './desktop';
import { NO_OPTIONS } from '../../lib/call-options';
import { problem } from './numbers';
import { PEOPLE } from './people';

export interface Scenario {
  profiles: ProfileView[];
  agent: AgentView | null;
  past: 'none' | 'some' | 'many';
  recents: boolean;
  notices: Problem[];
  feed: { feed: Feed; reason: Problem | null };
  /** `start` fails with this, twice. */
  failure: Problem | null;
  noKeyring: boolean;
  /** Genesys Cloud cannot be asked for agents. */
  noServer: boolean;
  /** Numbers that came in before the page was ready. */
  offers: string[];
  unwritable: boolean;
  desktop: DesktopKind;
  /** The history cannot be read: at first, or not further than the first page. */
  historyFails: 'no' | 'first' | 'more';
  /** Nothing but the start is answered. */
  slow: boolean;
  /** How *Check connection* goes. */
  check: CheckPlot;
}

export const CONTOSO: ProfileView = {
  id: 'contoso', name: 'Contoso', sandbox: false, region: 'mypurecloud.com', hosts: null,
  client_id: '6d2b9a52-7f3a-4f7c-9a07-5f0d2b1c4e10', dialect: 'platform', sign_in: 'client', user: null, colour: 'plain',
  active: true, secret: 'keyring', offers_this_run: false, type_ahead: true, options: NO_OPTIONS,
};

export const SANDBOX: ProfileView = {
  ...CONTOSO, id: 'sandbox', name: 'Sandbox', sandbox: true, region: null,
  hosts: { api_url: 'http://127.0.0.1:40123', login_url: 'http://127.0.0.1:40123' }, secret: 'not_needed',
};

/** The second organisation. */
const FABRIKAM: ProfileView = {
  ...CONTOSO, id: 'fabrikam', name: 'Fabrikam Europe', region: 'mypurecloud.ie', client_id: 'b8d7e2f0-1c35-4a7e-9a41-7d1f3c2e5a66', colour: 'amber', active: false,
};

const PERSONAL: ProfileView = {
  ...CONTOSO, id: 'personal', name: 'Contoso, my own', sign_in: 'pkce', secret: 'not_needed', colour: 'teal', active: false,
};

const ALEX = { id: PEOPLE[0]?.id ?? '', name: 'Alex Kim', email: 'alex.kim@contoso.example' };

export const REGIONS: RegionView[] = [
  ['mypurecloud.com', 'us-east-1'], ['mypurecloud.ie', 'eu-west-1'], ['mypurecloud.de', 'eu-central-1'],
  ['usw2.pure.cloud', 'us-west-2'], ['euw2.pure.cloud', 'eu-west-2'], ['mypurecloud.jp', 'ap-northeast-1'],
].map(([domain = '', aws = '']) => ({ domain, aws }));

const BUSY: Scenario = {
  profiles: [CONTOSO], agent: PEOPLE[0] ?? null, past: 'some', recents: true,
  notices: [], feed: { feed: 'socket', reason: null }, failure: null, noKeyring: false, noServer: false, offers: [], unwritable: false,
  desktop: 'usual', historyFails: 'no', slow: false, check: 'works',
};

const SCENARIOS = {
  /** A connection in daily use. */
  busy: BUSY,
  'first-run': { ...BUSY, profiles: [], agent: null, past: 'none', recents: false },
  'first-run-noticed': {
    ...BUSY, profiles: [], agent: null, past: 'none', recents: false, notices: [problem('secret_missing', {}, { step: 'keyring' })],
  },
  /** Connected, and nothing done yet. */
  empty: { ...BUSY, agent: null, past: 'none', recents: false },
  sandbox: { ...BUSY, profiles: [SANDBOX] },
  /** Three connections; the last is of a person. */
  several: { ...BUSY, profiles: [{ ...CONTOSO, colour: 'blue' }, FABRIKAM, PERSONAL] },
  /** A person who has signed in, and one who has not. */
  person: { ...BUSY, profiles: [{ ...PERSONAL, active: true, user: ALEX }] },
  'person-out': { ...BUSY, profiles: [{ ...PERSONAL, active: true }] },
  /** A history of several pages. */
  many: { ...BUSY, past: 'many' },
  'whole-email': { ...BUSY, profiles: [{ ...CONTOSO, dialect: 'participants', type_ahead: false }], recents: false },
  'no-station': { ...BUSY, agent: PEOPLE[3] ?? null },
  'no-keyring': { ...BUSY, profiles: [], agent: null, past: 'none', noKeyring: true },
  /** A start by two links. */
  offered: { ...BUSY, offers: ['tel:+44-20-7946-0123', 'tel:+1-415-555-2671'] },
  /** Nobody answers; what is kept here goes on. */
  'no-server': { ...BUSY, noServer: true },
  reading: { ...BUSY, feed: { feed: 'poll', reason: problem('feed_rejected', {}, { http_status: 403 }) } },
  unwritable: { ...BUSY, unwritable: true },
  /** Only the system's own settings choose links and keys, and there is no tray. */
  wayland: { ...BUSY, desktop: 'wayland' },
  'links-elsewhere': { ...BUSY, desktop: 'taken' },
  'desktop-unreadable': { ...BUSY, desktop: 'unreadable' },
  /** The keyring has lost the secret. */
  'signed-out': {
    ...BUSY, profiles: [{ ...CONTOSO, secret: 'missing' }], noServer: true,
    notices: [problem('secret_missing', {}, { step: 'keyring' })], feed: { feed: 'poll', reason: problem('secret_missing', {}, { step: 'keyring' }) },
  },
  offline: {
    ...BUSY, noServer: true,
    feed: { feed: 'poll', reason: problem('name_not_resolved', { host: 'api.mypurecloud.com' }, { step: 'socket' }) },
  },
  'history-fails': { ...BUSY, historyFails: 'first' },
  'more-fails': { ...BUSY, past: 'many', historyFails: 'more' },
  slow: { ...BUSY, slow: true },
  /** A proxy that looks into every connection, with a certificate of its own. */
  'check-certificate': { ...BUSY, check: 'certificate' },
  'check-permissions': { ...BUSY, check: 'permissions' },
  notices: { ...BUSY, notices: [problem('preferences_set_aside', { path: '/home/mona/.local/share/ringfor/preferences.json.bad-20261121T080000Z' })] },
  'start-fails': { ...BUSY, failure: problem('database_newer', { path: '/home/mona/.local/share/ringfor/ringfor.db' }, { step: 'log' }) },
} satisfies Record<string, Scenario>;

export type ScenarioName = keyof typeof SCENARIOS;

export function scenario(name: ScenarioName): Scenario {
  return SCENARIOS[name] ?? BUSY;
}
