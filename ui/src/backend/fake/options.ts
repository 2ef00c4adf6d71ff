import type { CallOptions } from '../../bindings/CallOptions';
import type { CallOptionsView } from '../../bindings/CallOptionsView';
import type { QueueView } from '../../bindings/QueueView';
import { problem } from './numbers';
import { PEOPLE } from './people';

const QUEUES: QueueView[] = [
  { id: 'queue-billing', name: 'Billing', caller_id: '+1 415-555-0100', caller_name: 'Contoso Billing' },
  { id: 'queue-support', name: 'Support for large customers in Europe', caller_id: null, caller_name: null },
];

/** The longest caller id or name. */
const LONGEST = 64;

/** What calls for an agent ask for. The fourth of the team is in no queue. */
export class FakeOptions {
  #kept = new Map<string, CallOptions>();

  of(agentId: string, usual: CallOptions, reachable: boolean): CallOptionsView {
    const kept = this.#kept.get(agentId);
    const queues = agentId === PEOPLE[3]?.id || !reachable ? [] : QUEUES;
    const why = reachable ? null : problem('unreachable', { host: 'api.mypurecloud.com' }, { step: 'look_up' });
    return { agent_id: agentId, chosen: kept ?? usual, kept: kept !== undefined, queues, problem: why };
  }

  kept(agentId: string): CallOptions | null {
    return this.#kept.get(agentId) ?? null;
  }

  keep(agentId: string, options: CallOptions | null): void {
    if ((options?.caller_id ?? '').length > LONGEST) throw problem('caller_id_invalid', { limit: String(LONGEST) });
    if ((options?.caller_name ?? '').length > LONGEST) throw problem('caller_name_invalid', { limit: String(LONGEST) });
    if (options === null) this.#kept.delete(agentId);
    else this.#kept.set(agentId, options);
  }
}
