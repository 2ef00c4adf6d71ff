// What a person reads about a line of *Check connection*, on screen and in a ticket.
import type { CheckState } from '../bindings/CheckState';
import type { CheckStep } from '../bindings/CheckStep';
import type { RegionView } from '../bindings/RegionView';
import type { ConnectionCheck } from './connection-check.svelte';
import { connectionText } from './connection-text';
import { problemFacts, problemTexts } from './problems';
import type { IconName, Tone } from './status';
import { dashed, t } from './text';
import { dateAlone, exactTime } from './when';

export const STATE_LOOKS: Record<CheckState, { icon: IconName; tone: Tone; mark: string }> = {
  waiting: { icon: 'dots', tone: 'quiet-text', mark: '·' },
  running: { icon: 'refresh', tone: 'busy', mark: '·' },
  passed: { icon: 'check', tone: 'good', mark: '✔' },
  warned: { icon: 'warning', tone: 'warn', mark: '!' },
  failed: { icon: 'cross', tone: 'bad', mark: '✕' },
  skipped: { icon: 'minus', tone: 'quiet-text', mark: '–' },
};

/** Closer than this, nothing goes wrong because of the clock. */
const CLOSE_SECONDS = 5;

/** What was seen, in plain words. */
export function factsOf({ name, state, problem, facts }: CheckStep): string[] {
  const seen: string[] = [];
  const fact = (key: string) => (facts[key] === undefined || facts[key] === '' ? null : facts[key]);
  switch (name) {
    case 'proxy': {
      const proxy = fact('proxy');
      if (proxy !== null) seen.push(fact('kind') === 'explicit' ? t('check-fact-proxy-own', { proxy }) : t('check-fact-proxy-system', { proxy }));
      else if (state === 'passed') seen.push(t('check-fact-proxy-none'));
      break;
    }
    case 'name':
      if (fact('hosts') !== null) seen.push(fact('hosts') ?? '');
      break;
    case 'tls': {
      const [issuer, until] = [fact('issuer'), fact('until')];
      if (issuer !== null) seen.push(t('check-fact-issuer', { issuer }));
      if (until !== null) seen.push(t('check-fact-until', { until: dateAlone(until) }));
      break;
    }
    case 'clock': {
      const seconds = Number(fact('seconds') ?? NaN);
      if (Number.isNaN(seconds)) break;
      if (Math.abs(seconds) < CLOSE_SECONDS) seen.push(t('check-fact-clock-right'));
      else seen.push(t(seconds > 0 ? 'check-fact-clock-ahead' : 'check-fact-clock-behind', { seconds: Math.abs(seconds) }));
      break;
    }
    case 'organisation': {
      const [organisation, client, user] = [fact('organisation'), fact('client'), fact('user')];
      if (organisation !== null) seen.push(organisation);
      if (client !== null) seen.push(t('check-fact-client', { client }));
      if (user !== null) seen.push(t('check-fact-user', { user }));
      break;
    }
    case 'agent':
      if (fact('agent') !== null) seen.push(fact('agent') ?? '');
      break;
    case 'place_calls':
      if (state === 'warned' && problem === null) seen.push(t('check-fact-only-a-call'));
      break;
  }
  return seen;
}

/** How a line went, in a word or two. */
export function stateWord(step: CheckStep, steps: readonly CheckStep[]): string {
  const before = steps.slice(0, steps.findIndex(({ name }) => name === step.name));
  if (step.state === 'skipped' && before.some(({ state }) => state === 'failed')) return t('check-state-left-out');
  return t(`check-state-${step.state}`);
}

interface Surroundings {
  regions: readonly RegionView[];
  version: string | undefined;
  system: string;
}

/** The whole list as text, for a ticket. It holds no secret: nothing of the page ever did. */
export function checkAsText(check: ConnectionCheck, { regions, version = '', system }: Surroundings): string {
  const { of: profile } = check;
  const lines = [
    t('check-text-title', { version, system }),
    ...(check.at === null ? [] : [exactTime(check.at)]),
    ...(profile === null ? [] : [t('check-text-connection', { connection: connectionText(profile, regions), dialect: t(`settings-dialect-${dashed(profile.dialect)}`) })]),
    '',
  ];
  for (const step of check.steps) {
    const word = t('problem-fact', { name: t(`check-step-${dashed(step.name)}`), value: stateWord(step, check.steps) });
    lines.push([`${STATE_LOOKS[step.state].mark} ${word}`, ...factsOf(step)].join(' · '));
    if (step.problem !== null) lines.push(...problemLines(step.problem));
  }
  if (check.problem !== null) lines.push(...problemLines(check.problem));
  return lines.join('\n');
}

function problemLines(problem: NonNullable<CheckStep['problem']>): string[] {
  const { cause, fix, who } = problemTexts(problem);
  const [title = '', ...facts] = problemFacts(problem).split('\n');
  return [title, cause, fix, t(`problem-who-${who}`), ...facts].map((line) => `    ${line}`);
}
