import type { AttemptView } from '../bindings/AttemptView';
import type { EndReason } from '../bindings/EndReason';
import type { Outcome } from '../bindings/Outcome';
import { dashed, t } from './text';
import { length } from './when';

export type Tone = 'good' | 'warn' | 'bad' | 'unsure' | 'busy' | 'quiet-text';
export type ProblemTone = 'bad' | 'warn' | 'unsure' | 'calm';
export type IconName =
  | 'check' | 'cross' | 'question' | 'phone' | 'ring' | 'dots' | 'ended' | 'warning' | 'info'
  | 'gear' | 'search' | 'down' | 'right' | 'copy' | 'external' | 'person' | 'cloud' | 'flask' | 'refresh' | 'back'
  | 'moon' | 'star' | 'star-full' | 'plus' | 'note' | 'people' | 'trash' | 'pencil' | 'minus' | 'person-plus' | 'lock' | 'duplicate';

export interface Status {
  icon: IconName;
  tone: Tone;
  word: string;
}

/** Ends in which the parties may not have reached each other: worth a second look. */
const ENDED_BADLY: ReadonlySet<EndReason> = new Set([
  'busy', 'no_answer', 'agent_no_answer', 'no_route', 'network',
]);

/** How an attempt is shown: icon, colour and word together. */
export function statusOf(attempt: AttemptView): Status {
  if (attempt.outcome !== 'placed') return outcomeStatus(attempt.outcome);
  const { call_state: state, end_reason: reason } = attempt;
  if (state === null) return outcomeStatus('placed');
  if (state !== 'ended') {
    const icon = state === 'connected' ? 'phone' : 'ring';
    return { icon, tone: 'busy', word: t(`call-state-${dashed(state)}`) };
  }
  if (reason !== null && ENDED_BADLY.has(reason)) {
    return { icon: 'ended', tone: 'warn', word: t(`end-reason-${dashed(reason)}`) };
  }
  if (attempt.connected_at !== null) {
    const word = t('history-talked', { status: t('call-state-connected'), time: length(attempt.talk_ms ?? 0) });
    return { icon: 'check', tone: 'good', word };
  }
  return { icon: 'ended', tone: 'quiet-text', word: reason === null ? t('call-state-ended') : t(`end-reason-${dashed(reason)}`) };
}

/** How the problem of an attempt is shown. What the person did on purpose is no alarm. */
export function problemTone({ outcome, problem }: AttemptView): ProblemTone {
  if (problem?.code === 'cancelled') return 'calm';
  return outcome === 'unknown' ? 'unsure' : outcome === 'placed' ? 'warn' : 'bad';
}

function outcomeStatus(outcome: Outcome): Status {
  const word = t(`outcome-${outcome}`);
  switch (outcome) {
    case 'pending':
      return { icon: 'dots', tone: 'busy', word };
    case 'placed':
      return { icon: 'check', tone: 'good', word };
    case 'refused':
      return { icon: 'cross', tone: 'bad', word };
    case 'unknown':
      return { icon: 'question', tone: 'unsure', word };
  }
}
