import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import type { AgentView } from '../src/bindings/AgentView';
import { FakeBackend } from '../src/backend/fake/fake';
import { PEOPLE } from '../src/backend/fake/people';
import { AgentSearch } from '../src/lib/agent-search.svelte';
import { History } from '../src/lib/history.svelte';
import { readinessOf, readinessWarning } from '../src/lib/readiness';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a late answer to an earlier text is dropped', async () => {
  const backend = new FakeBackend();
  const answers = new Map<string, (agents: AgentView[]) => void>();
  vi.spyOn(backend, 'findAgents').mockImplementation((query) => new Promise((done) => answers.set(query, done)));
  const search = new AgentSearch(backend, () => true);
  search.type('al');
  await vi.advanceTimersByTimeAsync(200);
  search.type('sam');
  await vi.advanceTimersByTimeAsync(200);
  answers.get('sam')?.(PEOPLE.slice(2, 3));
  await vi.advanceTimersByTimeAsync(0);
  answers.get('al')?.(PEOPLE.slice(0, 2));
  await vi.advanceTimersByTimeAsync(0);
  expect(search.found.map(({ name }) => name)).toEqual(['Sam Lee']);
  expect(search.answered).toBe('sam');
});

test('an answer is not shown for a text that was typed after it was asked', async () => {
  const backend = new FakeBackend();
  const search = new AgentSearch(backend, () => true);
  search.type('al');
  await vi.advanceTimersByTimeAsync(160);
  search.type('alx');
  await vi.advanceTimersByTimeAsync(120);
  expect(search.answered).toBeNull();
});

test('only the rested typing is asked for', async () => {
  const backend = new FakeBackend();
  const asked = vi.spyOn(backend, 'findAgents');
  const search = new AgentSearch(backend, () => false);
  for (const text of ['a', 'ag', 'agent@example.com']) {
    search.type(text);
    await vi.advanceTimersByTimeAsync(300);
  }
  await vi.advanceTimersByTimeAsync(1_000);
  expect(asked.mock.calls).toEqual([['agent@example.com']]);
});

test('an agent without a phone is said to be so', () => {
  const priya = PEOPLE[3] as AgentView;
  expect(readinessOf(priya)[0]).toMatchObject({ tone: 'warn', text: 'No phone selected' });
  expect(readinessWarning(priya)).toContain('Priya Natarajan');
  expect(readinessOf({ ...priya, readiness_known: false })).toHaveLength(1);
});

test('a presence the server made up is shown as it is', () => {
  const alex = PEOPLE[0] as AgentView;
  expect(readinessOf({ ...alex, presence: 'In der Pause' }).map(({ text }) => text)).toContain('In der Pause');
});

test('the history goes on where the last page ended, without repeating rows', async () => {
  const history = new History(new FakeBackend('many'));
  void history.reload();
  await vi.advanceTimersByTimeAsync(200);
  expect(history.rows).toHaveLength(50);
  for (let page = 0; page < 10; page++) {
    void history.loadMore();
    await vi.advanceTimersByTimeAsync(200);
  }
  expect(history.rows).toHaveLength(400);
  expect(new Set(history.rows.map(({ id }) => id)).size).toBe(400);
  expect(history.more).toBe(false);
});

test('news that come while a page is read are not overwritten by it', async () => {
  const backend = new FakeBackend();
  const history = new History(backend);
  void history.reload();
  await vi.advanceTimersByTimeAsync(200);
  const first = history.rows[0]!;
  void history.reload();
  history.take({ ...first, end_reason: 'transferred' });
  await vi.advanceTimersByTimeAsync(200);
  expect(history.rows[0]?.end_reason).toBe('transferred');
});

test('search and filter are asked of the back end', async () => {
  const history = new History(new FakeBackend());
  history.setOutcome('unknown');
  await vi.advanceTimersByTimeAsync(200);
  expect(new Set(history.rows.map(({ outcome }) => outcome))).toEqual(new Set(['unknown']));
  history.setSearch('zzz');
  await vi.advanceTimersByTimeAsync(500);
  expect(history.empty).toBe(true);
  history.clearFilter();
  await vi.advanceTimersByTimeAsync(500);
  expect(history.rows.length).toBeGreaterThan(10);
});
