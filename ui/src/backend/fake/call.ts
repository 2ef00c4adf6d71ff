import type { AttemptView } from '../../bindings/AttemptView';
import type { CallState } from '../../bindings/CallState';
import type { EndReason } from '../../bindings/EndReason';
import type { PlaceRequest } from '../../bindings/PlaceRequest';
import type { Problem } from '../../bindings/Problem';
import { display, problem } from './numbers';
import { PEOPLE } from './people';

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
      return [[500, unknown(problem('connection_lost', { host: 'api.mypurecloud.com' }, step))]];
    case '+12025550108':
      return [];
    default:
      return [[300, placed], [200, state('ringing_agent')], [2000, state('dialing')], [4000, state('connected')], [30_000, end('customer_hung_up')]];
  }
}

export function begun(request: PlaceRequest, seq: number, now: number): AttemptView {
  return {
    seq,
    id: request.id,
    profile_id: request.profile_id,
    agent_id: request.agent_id,
    agent_name: PEOPLE.find(({ id }) => id === request.agent_id)?.name ?? '',
    typed: request.typed,
    e164: request.e164,
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
  if (next.call_state === 'connected') next.connected_at ??= at;
  if (next.connected_at !== null) next.talk_ms = now - Date.parse(next.connected_at);
  if (!next.live) next.ended_at ??= at;
  return next;
}
