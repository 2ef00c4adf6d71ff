import type { AttemptDetails } from '../bindings/AttemptDetails';
import { dashed, t } from './text';

export interface Moment {
  at: string;
  /** Milliseconds since Call was pressed. */
  after: number;
  text: string;
  /** Genesys Cloud's own words, where there are any. */
  raw: string | null;
}

/** What happened to an attempt, oldest first. */
export function timelineOf({ attempt, states }: AttemptDetails): Moment[] {
  const pressed = Date.parse(attempt.created_at);
  const moment = (at: string, text: string, raw: string | null = null): Moment => ({
    at, text, raw, after: Math.max(0, Date.parse(at) - pressed),
  });
  const moments = [moment(attempt.created_at, t('details-pressed'))];
  if (attempt.outcome_at !== null && attempt.outcome !== 'pending') {
    moments.push(moment(attempt.outcome_at, t(`details-${attempt.outcome}`)));
  }
  for (const { state, at, disconnect_type, error_code } of states) {
    // The answer of the server has said so already.
    if (state === 'requested') continue;
    const text = state === 'ended' && attempt.end_reason !== null
      ? t(`end-reason-${dashed(attempt.end_reason)}`)
      : t(`call-state-${dashed(state)}`);
    moments.push(moment(at, text, [disconnect_type, error_code].filter(Boolean).join(' · ') || null));
  }
  return moments;
}
