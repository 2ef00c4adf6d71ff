import type { AttemptView } from '../../bindings/AttemptView';
import type { CallState } from '../../bindings/CallState';
import type { EndReason } from '../../bindings/EndReason';
import type { PlaceRequest } from '../../bindings/PlaceRequest';
import type { Problem } from '../../bindings/Problem';
import type { ProblemCode } from '../../bindings/ProblemCode';
import type { Settling } from '../../bindings/Settling';
import { display, problem } from './numbers';
import { PEOPLE } from './people';

/** A number whose call the client may only end for everybody. */
export const HANG_UP_DENIED = '+12025550111';

const SAME_NUMBER_MS = 10_000;

type Change = Partial<AttemptView>;

/** What happens to a call to a number, as steps with the milliseconds before each. */
export function plotOf(e164: string): [wait: number, change: Change][] {
  const placed: Change = { outcome: 'placed', call_state: 'requested', cancellable: false, waiting_ms: null };
  const state = (call_state: CallState): Change => ({ call_state });
  const end = (end_reason: EndReason): Change => ({ call_state: 'ended', end_reason, live: false });
  const refused = (why: Problem): Change => ({ outcome: 'refused', problem: why, live: false, cancellable: false, waiting_ms: null });
  const unknown = (why: Problem): Change => ({ outcome: 'unknown', problem: why, live: false, cancellable: false, waiting_ms: null });
  const step = { step: 'place_call', correlation_id: '7f0c9d0e-2a44-4d3e-9f62-1c2b7f8a0d55' };
  switch (e164) {
    case '+12025550100':
      return [[300, placed], [200, state('ringing_agent')], [2000, state('dialing')], [1500, end('busy')]];
    case '+12025550102':
      return [[300, placed], [200, state('ringing_agent')], [6000, end('agent_no_answer')]];
    case '+12025550104':
      return [[400, refused(problem('call_cannot_be_placed', {}, { ...step, http_status: 409, server_code: 'conversation.error.outbound.call.cannot.be.placed' }))]];
    case '+12025550105':
      return [[400, refused(problem('permission_missing', { permissions: 'conversation:call:add' }, { ...step, http_status: 403, server_code: 'missing.any.permissions' }))]];
    case '+12025550106':
      return [[300, { waiting_ms: 4000, cancellable: true }], [4000, placed], [500, state('ringing_agent')], [2000, state('dialing')], [2000, state('connected')]];
    case '+12025550107':
      return [
        [500, { ...unknown(problem('connection_lost', { host: 'api.mypurecloud.com' }, step)), settling: settling('searching') }],
        [4000, { ...placed, live: true, problem: null, settling: settling('found', { probably: true }) }],
        [4000, state('connected')], [30_000, end('customer_hung_up')],
      ];
    case '+12025550109':
      return [
        [500, { ...unknown(problem('server_error', { status: '500' }, { ...step, http_status: 500 })), settling: settling('searching') }],
        [4000, { settling: settling('not_found') }],
      ];
    case '+12025550110':
      return [
        [500, { ...unknown(problem('server_error', { status: '500' }, { ...step, http_status: 500 })), settling: settling('searching') }],
        [500, { settling: settling('could_not_search', { searched: [], permission: 'analytics:conversationDetail:view' }) }],
      ];
    case '+12025550112':
      return [
        [500, { ...unknown(problem('connection_lost', { host: 'api.mypurecloud.com' }, step)), settling: settling('searching') }],
        [4000, { settling: settling('ambiguous') }],
      ];
    case '+12025550108':
      return [];
    default:
      return [[300, placed], [200, state('ringing_agent')], [2000, state('dialing')], [4000, state('connected')], [30_000, end('customer_hung_up')]];
  }
}

/** Why a call is asked about before it is placed; the real back end decides it with the log. */
export function callAgain(request: PlaceRequest, attempts: AttemptView[], now: number): Problem | null {
  const same = attempts.find((row) => row.agent_id === request.agent_id);
  if (same?.live === true && same.outcome === 'placed' && !isConfirmed(request, 'again_live', same)) {
    return asking('again_live', same);
  }
  if (same?.outcome === 'unknown' && !isConfirmed(request, 'again_unknown', same)) return asking('again_unknown', same);
  const since = now - SAME_NUMBER_MS;
  const again = attempts.find((row) => row.e164 === request.e164 && row.outcome !== 'refused' && Date.parse(row.created_at) > since);
  if (again === undefined || again.outcome === 'pending' || isConfirmed(request, 'again_same_number', again)) return null;
  return asking('again_same_number', again, { seconds: String(Math.round((now - Date.parse(again.created_at)) / 1000)) });
}

/** From the strongest reason to the weakest. */
const REASONS: ProblemCode[] = ['again_live', 'again_unknown', 'again_same_number'];

function isConfirmed(request: PlaceRequest, code: ProblemCode, about: AttemptView): boolean {
  return request.again.some((yes) => yes.attempt_id === about.id && REASONS.indexOf(yes.code) <= REASONS.indexOf(code));
}

function asking(code: ProblemCode, about: AttemptView, more: Record<string, string> = {}): Problem {
  return problem(code, { agent: about.agent_name, number: about.display, attempt_id: about.id, ...more });
}

function settling(state: Settling['state'], change: Partial<Settling> = {}): Settling {
  const until = new Date(Date.now() + 300_000).toISOString();
  return { state, until, searched: ['socket', 'active_calls', 'analytics'], probably: false, permission: null, ...change };
}

export function begun(request: PlaceRequest, seq: number, now: number): AttemptView {
  return {
    seq,
    id: request.id,
    profile_id: request.profile_id,
    profile: null,
    agent_id: request.agent_id,
    agent_name: PEOPLE.find(({ id }) => id === request.agent_id)?.name ?? '',
    typed: request.typed,
    kind: 'e164',
    e164: request.e164,
    extension: null,
    display: display(request.e164.slice(1)),
    placed_by: 'mona@desk-17',
    via: request.via,
    outcome: 'pending',
    call_state: null,
    end_reason: null,
    conversation_id: null,
    interaction_url: null,
    problem: null,
    created_at: new Date(now).toISOString(),
    outcome_at: null,
    connected_at: null,
    ended_at: null,
    talk_ms: null,
    elapsed_ms: 0,
    live: true,
    cancellable: true,
    waiting_ms: null,
    source: null,
    hangable: false,
    settling: null,
    options: request.options,
    wrap_up: false,
    note: null,
  };
}

/** The attempt after a change, with the times that follow from it. */
export function after(before: AttemptView, change: Change, now: number): AttemptView {
  const next = { ...before, ...change };
  const at = new Date(now).toISOString();
  next.elapsed_ms = now - Date.parse(before.created_at);
  if (before.outcome === 'pending' && next.outcome !== 'pending') next.outcome_at = at;
  if (next.outcome === 'placed') {
    next.conversation_id ??= `c0a80a01-7d4e-4a39-b6a5-${before.id.slice(-12)}`;
    next.interaction_url ??= 'https://apps.mypurecloud.com/directory/';
  }
  next.hangable = next.outcome === 'placed' && next.live;
  next.source = next.hangable ? 'socket' : null;
  if (next.call_state === 'connected') next.connected_at ??= at;
  if (next.connected_at !== null) next.talk_ms = now - Date.parse(next.connected_at);
  if (!next.live) next.ended_at ??= at;
  next.wrap_up = next.call_state === 'ended' && next.options.queue_id !== null;
  return next;
}
