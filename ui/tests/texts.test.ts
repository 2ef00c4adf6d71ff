import { readFileSync } from 'node:fs';

import { FluentResource } from '@fluent/bundle';
import { expect, test } from 'vitest';

import type { Problem } from '../src/bindings/Problem';
import type { ProblemCode } from '../src/bindings/ProblemCode';
import { problem } from '../src/backend/fake/numbers';
import { asProblem, problemFacts, problemTexts } from '../src/lib/problems';
import { t } from '../src/lib/text';

const catalogue = readFileSync('../locales/en.ftl', 'utf8');
const codes = [...readFileSync('src/bindings/ProblemCode.ts', 'utf8').matchAll(/"([a-z_]+)"/g)].map((match) => match[1] as ProblemCode);

test('the catalogue is Fluent without mistakes', () => {
  const written = catalogue.split('\n').filter((line) => /^[a-z]/.test(line)).length;
  expect(new FluentResource(catalogue).body).toHaveLength(written);
});

test('fills in parameters and chooses the plural', () => {
  expect(t('agent-count', { count: 1 })).toBe('1 agent');
  expect(t('agent-count', { count: 3 })).toBe('3 agents');
});

test.each(codes)('%s is readable with nothing but its code', (code) => {
  for (const step of ['token', 'look_up', 'read_call', 'place_call', null]) {
    const { title, cause, fix, who } = problemTexts(problem(code, {}, { step }));
    for (const text of [title, cause, fix]) {
      expect(text).not.toBe('');
      expect(text).not.toMatch(/[{}!]|undefined/);
    }
    expect(['you', 'administrator']).toContain(who);
  }
});

test('a look-up that timed out does not say that a call may have been made', () => {
  const waited = (step: string) => problemTexts(problem('answer_timeout', { seconds: '10', host: 'h' }, { step })).cause;
  expect(waited('look_up')).toContain('No call was made');
  expect(waited('place_call')).toContain('may have been made');
});

test('countries and fields are shown by their names', () => {
  expect(problemTexts(problem('number_not_in_use', { country: 'DE' })).title).toContain('Germany');
  expect(problemTexts(problem('url_insecure', { field: 'api_url' })).title).toContain('Address of the API');
});

test('the copied details hold the facts, one a line', () => {
  const refused: Problem = problem('permission_missing', { permissions: 'conversation:call:add' }, {
    http_status: 403, server_code: 'missing.any.permissions', correlation_id: 'abc-1', step: 'place_call',
  });
  const lines = problemFacts(refused, { conversationId: 'conv-9', version: '0.1.0' }).split('\n');
  expect(lines).toContain('Code: permission_missing');
  expect(lines).toContain('HTTP status: 403');
  expect(lines).toContain('Correlation id: abc-1');
  expect(lines).toContain('Conversation id: conv-9');
});

test('what is not a problem becomes a defect of ours', () => {
  expect(asProblem('command place_call not found')).toMatchObject({
    code: 'internal', details: { server_message: 'command place_call not found' },
  });
  expect(asProblem({ code: 'no_such_code', params: {}, details: {} }).code).toBe('internal');
  const real = problem('disk_full');
  expect(asProblem(real)).toBe(real);
});
