import type { AttemptView } from '../../bindings/AttemptView';
import type { CallStateView } from '../../bindings/CallStateView';
import type { ProfileMark } from '../../bindings/ProfileMark';
import type { ProfileView } from '../../bindings/ProfileView';
import type { EndReason } from '../../bindings/EndReason';
import type { Problem } from '../../bindings/Problem';
import { NO_OPTIONS } from '../../lib/call-options';
import { display, problem } from './numbers';
import { PEOPLE } from './people';

const MINUTE = 60_000;

interface Sketch {
  ago: number;
  digits: string;
  who: number;
  end?: EndReason;
  talk?: number;
  outcome?: 'refused' | 'unknown';
  problem?: Problem;
  note?: string;
}

const correlation = { correlation_id: '7f0c9d0e-2a44-4d3e-9f62-1c2b7f8a0d55' };

const SKETCHES: Sketch[] = [
  { ago: 4, digits: '14155552671', who: 0, end: 'customer_hung_up', talk: 42_000 },
  { ago: 11, digits: '442079460958', who: 3, outcome: 'refused', problem: problem('agent_no_station', { agent: 'Priya Natarajan' }, { ...correlation, http_status: 400, server_code: 'conversation.error.no.user.station', server_message: 'A station is required to place a call.', step: 'place_call' }) },
  { ago: 26, digits: '49301234567', who: 2, outcome: 'unknown', problem: problem('answer_timeout', { host: 'api.mypurecloud.com', seconds: '20' }, { step: 'place_call' }) },
  { ago: 48, digits: '12025550100', who: 0, end: 'busy' },
  { ago: 75, digits: '12025550101', who: 1, end: 'no_answer' },
  { ago: 26 * 60, digits: '12025550102', who: 2, end: 'agent_no_answer' },
  { ago: 27 * 60, digits: '12025550103', who: 0, end: 'no_route' },
  { ago: 28 * 60, digits: '33142685300', who: 5, end: 'agent_hung_up', talk: 754_000, note: 'Asked for a call back on Tuesday after 10, about the invoice of October.' },
  { ago: 29 * 60, digits: '12025550105', who: 6, outcome: 'refused', problem: problem('permission_missing', { permissions: 'conversation:call:add' }, { ...correlation, http_status: 403, server_code: 'missing.any.permissions', step: 'place_call' }) },
  { ago: 51 * 60, digits: '12025550109', who: 4, outcome: 'unknown', problem: problem('server_error', { status: '500' }, { ...correlation, http_status: 500, step: 'place_call' }) },
  { ago: 52 * 60, digits: '12025550106', who: 1, outcome: 'refused', problem: problem('too_many_requests', { seconds: '30' }, { http_status: 429, step: 'place_call' }) },
  { ago: 53 * 60, digits: '442079460123', who: 7, end: 'transferred', talk: 3_725_000 },
  { ago: 54 * 60, digits: '14155550132', who: 7, end: 'unclear' },
];

/** A past that shows every kind of row; with `many`, long enough for several pages. */
export function past(now: number, many = false): AttemptView[] {
  const sketches = many
    ? Array.from({ length: 400 }, (_, index): Sketch => ({ ...(SKETCHES[index % SKETCHES.length] as Sketch), ago: 5 + index * 37 }))
    : SKETCHES;
  return sketches.map((sketch, index) => attempt(sketch, now, sketches.length - index));
}

function attempt(sketch: Sketch, now: number, seq: number): AttemptView {
  const agent = PEOPLE[sketch.who] ?? PEOPLE[0]!;
  const created = now - sketch.ago * MINUTE;
  const placed = sketch.outcome === undefined;
  const iso = (ms: number) => new Date(ms).toISOString();
  return {
    seq,
    id: `0193d1a0-0000-7000-8000-${String(seq).padStart(12, '0')}`,
    profile_id: 'contoso',
    profile: { name: 'Contoso', colour: 'plain', sandbox: false },
    agent_id: agent.id,
    agent_name: agent.name,
    typed: display(sketch.digits).replace('+1 ', ''),
    kind: 'e164',
    e164: `+${sketch.digits}`,
    extension: null,
    display: display(sketch.digits),
    placed_by: 'mona@desk-17',
    via: 'typed',
    outcome: sketch.outcome ?? 'placed',
    call_state: placed ? 'ended' : null,
    end_reason: sketch.end ?? null,
    conversation_id: placed ? `c0a80a01-7d4e-4a39-b6a5-${String(seq).padStart(12, '0')}` : null,
    interaction_url: placed ? 'https://apps.mypurecloud.com/directory/#/analytics/interactions/x/admin' : null,
    problem: sketch.problem ?? null,
    created_at: iso(created),
    outcome_at: iso(created + 640),
    connected_at: sketch.talk === undefined ? null : iso(created + 6_000),
    ended_at: placed ? iso(created + 6_000 + (sketch.talk ?? 20_000)) : null,
    talk_ms: sketch.talk ?? null,
    elapsed_ms: 6_000 + (sketch.talk ?? 20_000),
    live: false,
    cancellable: false,
    waiting_ms: null,
    source: null,
    hangable: false,
    settling: null,
    options: NO_OPTIONS,
    wrap_up: false,
    note: sketch.note ?? null,
  };
}

/** The same past where several connections took turns. */
export function takingTurns(rows: AttemptView[], profiles: ProfileView[]): AttemptView[] {
  return rows.map((row, index) => {
    const profile = profiles[index % profiles.length];
    return profile === undefined ? row : { ...row, profile_id: profile.id, profile: markOf(profile) };
  });
}

export function markOf({ name, colour, sandbox }: ProfileView): ProfileMark {
  return { name, colour, sandbox };
}

/** The states an attempt of the past went through. */
export function pastStates(attempt: AttemptView): CallStateView[] {
  if (attempt.call_state !== 'ended') return [];
  const at = (ms: number) => new Date(Date.parse(attempt.created_at) + ms).toISOString();
  const state = (name: CallStateView['state'], ms: number): CallStateView => ({ state: name, at: at(ms), disconnect_type: null, error_code: null });
  const states = [state('requested', 640), state('ringing_agent', 900)];
  if (attempt.end_reason !== 'agent_no_answer') states.push(state('dialing', 2_900));
  if (attempt.connected_at !== null) states.push(state('connected', 6_000));
  const raw = attempt.end_reason === 'no_route' ? 'error.ininedgecontrol.connection.dialplan.notReachable' : null;
  states.push({ state: 'ended', at: attempt.ended_at ?? at(30_000), disconnect_type: raw === null ? 'peer' : 'error', error_code: raw });
  return states;
}
