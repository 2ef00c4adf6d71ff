import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import type { AgentView } from '../src/bindings/AgentView';
import { FakeBackend } from '../src/backend/fake/fake';
import { PEOPLE } from '../src/backend/fake/people';
import { AgentSearch } from '../src/lib/agent-search.svelte';
import { History } from '../src/lib/history.svelte';
import { adviceText, readinessOf } from '../src/lib/readiness';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const names = (search: AgentSearch) => search.found.map(({ name }) => name);

/** A back end whose answers come when the test says so. */
function slow(command: 'knownAgents' | 'findAgents', backend = new FakeBackend()) {
  const answers = new Map<string, (agents: AgentView[]) => void>();
  vi.spyOn(backend, command).mockImplementation((query) => new Promise((done) => answers.set(query, done)));
  const answer = async (query: string, agents: AgentView[]) => {
    answers.get(query)?.(agents);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { backend, answer };
}

test('who is known is there at every key, before the server is asked', async () => {
  const backend = new FakeBackend();
  const asked = vi.spyOn(backend, 'findAgents');
  const search = new AgentSearch(backend, () => true);
  search.type('al');
  await vi.advanceTimersByTimeAsync(0);
  expect(names(search)).toEqual(['Alexandra Reyes', 'Alex Kim']);
  expect(search.answered).toBe('al');
  expect(asked).not.toHaveBeenCalled();
  search.type('alexa');
  await vi.advanceTimersByTimeAsync(0);
  expect(names(search)).toEqual(['Alexandra Reyes']);
});

test('what the server finds is added below, and the highlighted row stays', async () => {
  const { backend, answer } = slow('findAgents');
  const search = new AgentSearch(backend, () => true);
  search.type('a');
  await vi.advanceTimersByTimeAsync(200);
  const before = names(search);
  search.move(1);
  const highlighted = search.active;
  const [alex, reyes] = PEOPLE as [AgentView, AgentView];
  await answer('a', [PEOPLE[9]!, { ...alex, presence: 'Busy' }, reyes]);
  expect(names(search)).toEqual([...before, 'Agent Example'].filter((name, index, all) => all.indexOf(name) === index));
  expect(search.found.find(({ id }) => id === alex.id)?.presence).toBe('Busy');
  expect(search.active).toBe(highlighted);
  expect(search.sectionOf(PEOPLE[9]!.id)).toBe('found');
});

test('favourites and recent agents stand first, each under its name', async () => {
  const search = new AgentSearch(new FakeBackend(), () => true);
  void search.now('');
  await vi.advanceTimersByTimeAsync(300);
  expect(search.found.map(({ id }) => search.sectionOf(id))).toEqual(['favourites', 'favourites', 'recent', 'recent']);
  expect(search.active).toBeNull();
});

test('where the server cannot be asked, who is known stays', async () => {
  const search = new AgentSearch(new FakeBackend('no-server'), () => true);
  search.type('al');
  await vi.advanceTimersByTimeAsync(500);
  expect(search.problem?.code).toBe('unreachable');
  expect(names(search)).toEqual(['Alexandra Reyes', 'Alex Kim']);
  expect(search.searching).toBe(false);
});

test('a late answer of the server to an earlier text is dropped', async () => {
  const { backend, answer } = slow('findAgents');
  const search = new AgentSearch(backend, () => true);
  search.type('al');
  await vi.advanceTimersByTimeAsync(200);
  search.type('sam');
  await vi.advanceTimersByTimeAsync(200);
  await answer('sam', PEOPLE.slice(2, 3));
  await answer('al', PEOPLE.slice(0, 2));
  expect(names(search)).toEqual(['Sam Lee']);
  expect(search.answered).toBe('sam');
});

test('a late answer about who is known to an earlier text is dropped', async () => {
  const { backend, answer } = slow('knownAgents');
  const search = new AgentSearch(backend, () => true);
  search.type('al');
  search.type('sam');
  await answer('sam', PEOPLE.slice(2, 3));
  await answer('al', PEOPLE.slice(0, 2));
  expect(names(search)).toEqual(['Sam Lee']);
});

test('a server that is quicker than this computer does not come first in the list', async () => {
  const { backend, answer } = slow('knownAgents');
  const search = new AgentSearch(backend, () => true);
  void search.now('a');
  await vi.advanceTimersByTimeAsync(300);
  expect(names(search)).toEqual([]);
  await answer('a', [PEOPLE[7]!]);
  expect(names(search)[0]).toBe('Yuki Tanaka');
  expect(names(search)).toContain('Alex Kim');
});

test('until what was typed is answered, nothing is said to answer it', async () => {
  const { backend, answer } = slow('knownAgents');
  const search = new AgentSearch(backend, () => true);
  search.type('al');
  await answer('al', PEOPLE.slice(0, 2));
  search.type('alx');
  await vi.advanceTimersByTimeAsync(120);
  expect(search.answered).toBe('al');
  expect(search.query).toBe('alx');
});

test('only the rested typing is asked of the server', async () => {
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
  expect(readinessOf(priya).at(-1)).toMatchObject({ tone: 'bad', text: 'No phone selected' });
  expect(adviceText({ code: 'no_station', blocks: true }, priya).fix).toContain('Priya Natarajan');
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
