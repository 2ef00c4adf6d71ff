// A press of Call, and what it was asked.
import type { AttemptView } from '../bindings/AttemptView';
import type { Confirmed } from '../bindings/Confirmed';
import type { ProblemCode } from '../bindings/ProblemCode';

/** What asks whether to call although another call may be on. */
export const AGAIN: ReadonlySet<ProblemCode> = new Set(['again_live', 'again_unknown', 'again_same_number']);

/** The questions that a press has answered already. */
export interface Answers {
  /** To call a *possible* number. */
  confirmed?: boolean;
  /** To call although another call may be on: which one, and why. */
  again?: Confirmed[];
}

/** A press as it was made: its question is about this agent and this number, and about no others. */
export interface Asked {
  profileId: string;
  agentId: string;
  typed: string;
  country: string;
  confirmed: boolean;
  again: Confirmed[];
}

/** Whether the reason for which an attempt is asked about still holds. */
export function stillAsks(code: ProblemCode, attempt: AttemptView): boolean {
  if (code === 'again_live') return attempt.outcome === 'placed' && attempt.live;
  if (code === 'again_unknown') return attempt.outcome === 'unknown';
  return attempt.outcome !== 'refused' && attempt.outcome !== 'unknown';
}

/** Resolves with `wanted`, or after `ms` without it. */
export function atMost(ms: number, wanted: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)));
  return Promise.race([wanted, limit]).finally(() => clearTimeout(timer));
}
