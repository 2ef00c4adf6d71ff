import type { CheckName } from '../../bindings/CheckName';
import type { CheckStep } from '../../bindings/CheckStep';
import type { ProfileView } from '../../bindings/ProfileView';
import { problem } from './numbers';
import { PEOPLE } from './people';

/** How a check of the fake goes. */
export type CheckPlot = 'works' | 'certificate' | 'permissions';

const NAMES: CheckName[] = [
  'proxy', 'name', 'tls', 'clock', 'token', 'organisation', 'search_users', 'read_station', 'place_calls', 'notifications',
];

/** The lines as they are in the end. */
export function checked(profile: ProfileView, agentId: string | null, plot: CheckPlot): CheckStep[] {
  const names: CheckName[] = agentId === null ? NAMES : [...NAMES, 'agent'];
  const steps = names.map((name) => ({ ...line(name, profile, agentId), ...(wrong(profile, plot)[name] ?? {}) }));
  const at = steps.findIndex(({ name, state }) => state === 'failed' && ['tls', 'token'].includes(name));
  return steps.map((step, index) => (at >= 0 && index > at ? { ...step, state: 'skipped', problem: null, facts: {} } : step));
}

function line(name: CheckName, profile: ProfileView, agentId: string | null): CheckStep {
  const region = profile.region ?? 'mypurecloud.com';
  const facts: Partial<Record<CheckName, Record<string, string>>> = {
    name: { hosts: `login.${region}, api.${region}` },
    tls: { issuer: 'Amazon RSA 2048 M02', until: '2027-03-03T23:59:59Z' },
    clock: { seconds: '1' },
    organisation: { organisation: 'Contoso Ltd', client: 'Ringfor for the support team' },
    agent: { agent: PEOPLE.find(({ id }) => id === agentId)?.name ?? '' },
  };
  return { name, state: 'passed', problem: null, facts: facts[name] ?? {} };
}

function wrong(profile: ProfileView, plot: CheckPlot): Partial<Record<CheckName, Partial<CheckStep>>> {
  if (profile.client_id === 'wrong') {
    return { token: { state: 'failed', problem: problem('secret_wrong', {}, { http_status: 401, server_code: 'invalid_client', step: 'token' }) } };
  }
  if (plot === 'certificate') {
    return {
      proxy: { facts: { proxy: 'proxy.contoso.example:8080', kind: 'explicit' } },
      tls: { state: 'failed', problem: problem('certificate_untrusted', { host: 'login.mypurecloud.com' }, { step: 'token' }), facts: { issuer: 'Contoso Inspection CA' } },
    };
  }
  if (plot === 'permissions') {
    return {
      clock: { state: 'warned', facts: { seconds: '-94' } },
      place_calls: { state: 'warned' },
      notifications: { state: 'failed', problem: problem('permission_missing', { permissions: 'conversation:call:view' }, { http_status: 403, correlation_id: '7f0c9d0e-2a44-4d3e-9f62-1c2b7f8a0d55', step: 'socket' }) },
      agent: { state: 'warned', problem: problem('agent_no_station', { agent: 'Alex Kim' }) },
    };
  }
  return {};
}
