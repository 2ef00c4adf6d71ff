import type { NumberCandidate } from '../../bindings/NumberCandidate';
import type { NumberPreview } from '../../bindings/NumberPreview';
import type { Problem } from '../../bindings/Problem';
import type { ProblemCode } from '../../bindings/ProblemCode';

const CODES: Record<string, string> = { US: '1', GB: '44', DE: '49', FR: '33' };

const ZONES: Record<string, string[]> = {
  US: ['America/Los_Angeles', 'America/Denver', 'America/Chicago', 'America/New_York'],
  GB: ['Europe/London'], DE: ['Europe/Berlin'], FR: ['Europe/Paris'],
};

export function problem(code: ProblemCode, params: Record<string, string> = {}, details: Partial<Problem['details']> = {}): Problem {
  return {
    code,
    params,
    details: { http_status: null, server_code: null, server_message: null, correlation_id: null, step: null, ...details },
  };
}

/** Reads a number well enough for the page to be tried; the real rules are the dialer's. */
export function previewNumber(typed: string, country: string): NumberPreview {
  const nothing: NumberPreview = {
    typed, verdict: 'empty', e164: null, display: null, country: null, extension: null, problem: null,
    kind: 'e164', candidates: [], time_zones: [],
  };
  const impossible = (why: Problem): NumberPreview => ({ ...nothing, verdict: 'impossible', problem: why });
  if (typed.trim() === '') return nothing;
  const candidates = severalIn(typed, country);
  if (candidates.length > 0) return { ...impossible(problem(candidates.length > 1 ? 'several_numbers' : 'number_among_words')), candidates };
  const [main = '', extension] = typed.replace(/^tel:/, '').split(/;ext=| ext\.? ?| x/);
  const digits = main.replace(/\D/g, '');
  if (digits === '') return impossible(problem('number_unreadable'));
  if (['911', '112', '999'].includes(digits)) return impossible(problem('number_emergency', { number: digits }));
  if (/[*#]/.test(main)) return impossible(problem('number_service_code', { number: main.trim() }));
  if (digits.length < 6) return impossible(problem('number_short', { number: digits }));
  const international = main.trim().startsWith('+') ? digits : (CODES[country] ?? '1') + digits.replace(/^0+/, '');
  const home = Object.entries(CODES).find(([, code]) => international.startsWith(code))?.[0] ?? null;
  if (home === null) return impossible(problem('number_no_country', { calling_code: international.slice(0, 3) }));
  if (home === 'US' && international.length < 11) return impossible(problem('number_too_short', { country: home }));
  if (home === 'US' && international.length > 11) return impossible(problem('number_too_long', { country: home }));
  const unused = /^1555/.test(international);
  return {
    ...nothing,
    verdict: unused ? 'possible' : 'valid',
    e164: `+${international}`,
    display: display(international),
    country: home,
    extension: extension ?? null,
    time_zones: international.startsWith('1415') ? ['America/Los_Angeles'] : (ZONES[home] ?? []),
    problem: unused ? problem('number_not_in_use', { country: home }) : null,
  };
}

/** The numbers of a text that has a comma, a semicolon or words between them, or one among words. */
function severalIn(text: string, country: string): NumberCandidate[] {
  if (/;(ext|phone-context)=/.test(text)) return [];
  const parts = text.match(/\+?\d[\d ()./-]{5,}\d/g) ?? [];
  if (parts.length === 0 || (parts.length === 1 && !/^[a-z]+ [a-z]/i.test(text.trim()))) return [];
  return parts.flatMap((part) => {
    const { e164, display, country: home } = previewNumber(part, country);
    return e164 === null || display === null ? [] : [{ text: part, e164, display, country: home }];
  });
}

export function display(digits: string): string {
  if (digits.startsWith('1')) return `+1 ${digits.slice(1, 4)}-${digits.slice(4, 7)}-${digits.slice(7)}`;
  return `+${digits.slice(0, 2)} ${digits.slice(2, 4)} ${digits.slice(4, 8)} ${digits.slice(8)}`.trim();
}
