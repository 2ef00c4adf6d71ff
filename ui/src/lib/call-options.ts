import type { CallOptions } from '../bindings/CallOptions';

/** A call that asks for nothing beside the number. */
export const NO_OPTIONS: CallOptions = { queue_id: null, queue_name: null, caller_id: null, caller_name: null };
