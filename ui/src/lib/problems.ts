import type { Problem } from '../bindings/Problem';
import type { ProblemCode } from '../bindings/ProblemCode';
import { countryName } from './countries';
import { shortcutText } from './keys-text';
import { dashed, hasText, t, type TextKey, type TextParams } from './text';

export type WhoCanFix = 'you' | 'administrator';

export interface ProblemTexts {
  title: string;
  cause: string;
  fix: string;
  who: WhoCanFix;
}

/** Every parameter the problem texts use, so that a missing one is shown as words and not as a name. */
const PARAMS = [
  'country', 'calling_code', 'prefix', 'number', 'email', 'agent', 'permissions', 'message',
  'host', 'seconds', 'status', 'field', 'path', 'limit', 'keys', 'key', 'numbers', 'name', 'minutes',
] as const;

/** Those that count something: written, and agreed with, as the language does it. */
const COUNTS: readonly string[] = ['seconds', 'limit', 'numbers', 'minutes'];

const FIELDS: Record<string, TextKey> = {
  api_url: 'settings-api-url',
  login_url: 'settings-login-url',
};

/** What a person reads about a problem. */
export function problemTexts(problem: Problem): ProblemTexts {
  const params = fill(problem);
  const key = `problem-${dashed<ProblemCode>(problem.code)}` as const;
  return {
    title: t(key, params),
    cause: t(`${key}.cause`, params),
    fix: t(`${key}.fix`, params),
    who: t(`${key}.who`) === 'administrator' ? 'administrator' : 'you',
  };
}

/** A problem from whatever a command rejected with. What is not a problem is a defect of ours. */
export function asProblem(reason: unknown): Problem {
  if (isProblem(reason)) return reason;
  const message = reason instanceof Error ? reason.message : String(reason);
  return {
    code: 'internal',
    params: {},
    details: { http_status: null, server_code: null, server_message: message.slice(0, 200), correlation_id: null, step: null },
  };
}

/** A problem that the page itself notices. */
export function ownProblem(code: ProblemCode): Problem {
  return {
    code,
    params: {},
    details: { http_status: null, server_code: null, server_message: null, correlation_id: null, step: null },
  };
}

export interface ProblemFacts {
  attemptId?: string | undefined;
  conversationId?: string | null | undefined;
  at?: string | undefined;
  version?: string | undefined;
}

/** What *Copy details* puts on the clipboard: facts for support, one a line. */
export function problemFacts(problem: Problem, more: ProblemFacts = {}): string {
  const { details } = problem;
  const facts: [TextKey, string | number | null | undefined][] = [
    ['problem-fact-code', problem.code],
    ['problem-fact-step', details.step],
    ['problem-fact-status', details.http_status],
    ['problem-fact-server-code', details.server_code],
    ['problem-fact-server-message', details.server_message],
    ['problem-fact-correlation', details.correlation_id],
    ['problem-fact-attempt', more.attemptId],
    ['problem-fact-conversation', more.conversationId],
    ['problem-fact-time', more.at],
    ['problem-fact-version', more.version],
  ];
  const lines = facts
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([key, value]) => t('problem-fact', { name: t(key), value: String(value) }));
  return [problemTexts(problem).title, ...lines].join('\n');
}

function isProblem(reason: unknown): reason is Problem {
  return (
    typeof reason === 'object' && reason !== null &&
    'code' in reason && typeof reason.code === 'string' && hasText(`problem-${dashed(reason.code)}`) &&
    'params' in reason && 'details' in reason
  );
}

function fill(problem: Problem): TextParams {
  const params: TextParams = { step: problem.details.step ?? 'place_call' };
  for (const name of PARAMS) {
    const value = problem.params[name];
    params[name] = value === undefined || value === '' ? t(`param-${dashed(name)}`) : readable(name, value);
  }
  return params;
}

function readable(name: string, value: string): string | number {
  if (name === 'country') return countryName(value);
  if (name === 'keys') return shortcutText(value);
  if (COUNTS.includes(name) && /^\d+$/.test(value)) return Number(value);
  if (name === 'field' && FIELDS[value] !== undefined) return t(FIELDS[value]);
  return value;
}
