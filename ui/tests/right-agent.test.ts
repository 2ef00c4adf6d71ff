import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { FakeBackend } from '../src/backend/fake/fake';
import { problem } from '../src/backend/fake/numbers';
import { PEOPLE } from '../src/backend/fake/people';
import type { AgentView } from '../src/bindings/AgentView';
import type { Problem } from '../src/bindings/Problem';
import { CONFIRM_MS, Dial, HOLD_MS } from '../src/lib/dial.svelte';
import { LiveCalls } from '../src/lib/live.svelte';

const NUMBER = '(415) 555-2671';
const [ALEX, OTHER] = PEOPLE as [AgentView, AgentView];
let backend: FakeBackend;
let dial: Dial;

beforeEach(async () => {
  vi.useFakeTimers();
  backend = new FakeBackend('empty');
  dial = new Dial(backend, new LiveCalls(), () => 'p', () => 'id-1');
  dial.agent = ALEX;
  dial.setTyped(NUMBER);
  await vi.advanceTimersByTimeAsync(50);
});
afterEach(() => vi.useRealTimers());

function answersLater(): { no: (problem: Problem) => void } {
  const later = { no: (_: Problem) => {} };
  vi.spyOn(backend, 'chooseAgent').mockImplementation(
    () => new Promise((_, reject) => (later.no = reject)),
  );
  return later;
}

test('an agent whom the server does not confirm is not kept, also at the start', async () => {
  vi.spyOn(backend, 'chooseAgent').mockRejectedValue(problem('agent_mismatch'));
  await dial.refreshAgent();
  expect(dial.agent).toBeNull();
  expect(dial.problem?.code).toBe('agent_mismatch');
});

test('a press waits for the server to confirm the agent', async () => {
  const later = answersLater();
  const placed = vi.spyOn(backend, 'placeCall');
  void dial.chooseAgent(OTHER);
  await vi.advanceTimersByTimeAsync(HOLD_MS);
  void dial.press();
  await vi.advanceTimersByTimeAsync(600);
  later.no(problem('agent_mismatch'));
  await vi.advanceTimersByTimeAsync(CONFIRM_MS);
  expect(placed).not.toHaveBeenCalled();
  expect(dial.agent).toBeNull();
});

test('a server that does not answer about the agent holds the press up for a while only', async () => {
  answersLater();
  const placed = vi.spyOn(backend, 'placeCall');
  void dial.chooseAgent(OTHER);
  await vi.advanceTimersByTimeAsync(HOLD_MS);
  void dial.press();
  await vi.advanceTimersByTimeAsync(CONFIRM_MS - 100);
  expect(placed).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(200);
  expect(placed).toHaveBeenCalledOnce();
});

test('why an agent could not be read is said, not that there is none', async () => {
  vi.spyOn(backend, 'chooseAgent').mockRejectedValue(problem('server_error'));
  vi.spyOn(backend, 'placeCall').mockRejectedValue(problem('agent_missing'));
  await dial.chooseAgent(OTHER);
  await vi.advanceTimersByTimeAsync(HOLD_MS);
  await dial.press();
  expect(dial.problem?.code).toBe('server_error');
});

test('a number that is another one now is read again and shown', async () => {
  vi.spyOn(backend, 'placeCall').mockRejectedValue(problem('number_changed'));
  const read = vi.spyOn(backend, 'previewNumber');
  await dial.press();
  expect(dial.problem?.code).toBe('number_changed');
  expect(read).toHaveBeenCalledWith(NUMBER, 'US');
});

test('a press after a preview that failed reads the number again', async () => {
  vi.spyOn(backend, 'previewNumber').mockRejectedValue(problem('internal'));
  dial.setTyped('(415) 555-2672');
  await vi.advanceTimersByTimeAsync(50);
  await dial.press();
  await vi.advanceTimersByTimeAsync(50);
  expect(dial.problem?.code).toBe('internal');
});
