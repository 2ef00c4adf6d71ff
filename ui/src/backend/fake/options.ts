import type { CallOptions } from '../../bindings/CallOptions';
import type { CallOptionsView } from '../../bindings/CallOptionsView';

/** What calls for an agent ask for. */
export class FakeOptions {
  #kept = new Map<string, CallOptions>();

  of(agentId: string, usual: CallOptions): CallOptionsView {
    const kept = this.#kept.get(agentId);
    return { agent_id: agentId, chosen: kept ?? usual, kept: kept !== undefined, queues: [], problem: null };
  }

  keep(agentId: string, options: CallOptions | null): void {
    if (options === null) this.#kept.delete(agentId);
    else this.#kept.set(agentId, options);
  }
}
