import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { previewNumber, problem } from '../src/backend/fake/numbers';
import { PEOPLE } from '../src/backend/fake/people';
import { FakeBackend } from '../src/backend/fake/fake';
import { NO_OPTIONS } from '../src/lib/call-options';
import { Dial, HOLD_MS, REST_MS } from '../src/lib/dial.svelte';
import { LiveCalls } from '../src/lib/live.svelte';

const [ALEX, REYES] = PEOPLE as [typeof PEOPLE[0] & object, typeof PEOPLE[0] & object];

let backend: FakeBackend;
let live: LiveCalls;
let dial: Dial;
let minted = 0;

beforeEach(async () => {
  vi.useFakeTimers();
  minted = 0;
  backend = new FakeBackend('empty');
  live = new LiveCalls();
  dial = new Dial(backend, live, () => 'contoso', () => `id-${++minted}`);
  await backend.subscribe((event) => {
    if (event.kind !== 'attempt') return;
    live.take(event.attempt);
    dial.noticeOutcome(event.attempt);
  });
  dial.agent = ALEX;
});

afterEach(() => {
  vi.useRealTimers();
});

async function typed(text: string) {
  dial.setTyped(text);
  await vi.advanceTimersByTimeAsync(50);
}

test('one press places one call, with what was on screen', async () => {
  await typed('(415) 555-2671');
  void dial.press();
  await vi.advanceTimersByTimeAsync(50);
  expect(backend.placed).toEqual([{
    id: 'id-1', profile_id: 'contoso', agent_id: ALEX.id, typed: '(415) 555-2671', country: 'US',
    e164: '+14155552671', confirmed: false, again: [], via: 'typed', options: NO_OPTIONS,
  }]);
});

test('a second press from the press to the outcome is the same press', async () => {
  backend.delay = 400;
  dial.setTyped('(415) 555-2671');
  await vi.advanceTimersByTimeAsync(500);
  void dial.press();
  expect(dial.busy).toBe(true);
  for (let time = 0; time < 8; time++) {
    void dial.press();
    await vi.advanceTimersByTimeAsync(75);
  }
  expect(backend.placed).toHaveLength(1);
});

test('the second half of a double-click is the same press, also where the outcome is there at once', async () => {
  await typed('(202) 555-0104');
  void dial.press();
  await vi.advanceTimersByTimeAsync(440);
  expect(live.front?.attempt.outcome).toBe('refused');
  void dial.press();
  await vi.advanceTimersByTimeAsync(HOLD_MS);
  expect(backend.placed).toHaveLength(1);
  void dial.press();
  await vi.advanceTimersByTimeAsync(50);
  expect(backend.placed.map(({ id }) => id)).toEqual(['id-1', 'id-2']);
});

test('a mistake in the number is pointed out when the typing rests, and not before', async () => {
  await typed('02');
  expect(dial.preview.verdict).toBe('impossible');
  expect(dial.rested).toBe(false);
  await vi.advanceTimersByTimeAsync(REST_MS - 100);
  await typed('020');
  await vi.advanceTimersByTimeAsync(REST_MS - 100);
  expect(dial.rested).toBe(false);
  await vi.advanceTimersByTimeAsync(100);
  expect(dial.rested).toBe(true);
  await typed('0207');
  dial.rest();
  expect(dial.rested).toBe(true);
});

test('Enter on what cannot be dialed says why at once', async () => {
  await typed('12');
  void dial.press();
  expect(dial.rested).toBe(true);
  await vi.advanceTimersByTimeAsync(50);
  expect(backend.placed).toHaveLength(0);
});

test('while an outcome is pending, another agent can be called for', async () => {
  await typed('(202) 555-0108');
  void dial.press();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(live.pendingFor(ALEX.id)).toBe(true);
  expect(dial.busy).toBe(true);
  await dialFor(REYES);
  expect(dial.busy).toBe(false);
});

test('a press waits until the preview of this very text is there', async () => {
  backend.delay = 300;
  dial.setTyped('(415) 555-2671');
  void dial.press();
  await vi.advanceTimersByTimeAsync(200);
  expect(backend.placed).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(200);
  expect(dial.preview.e164).toBe('+14155552671');
  expect(backend.placed).toHaveLength(1);
});

test('a text that is changed while the press waits is not dialled', async () => {
  backend.delay = 300;
  dial.setTyped('(415) 555-2671');
  void dial.press();
  await vi.advanceTimersByTimeAsync(100);
  dial.setTyped('(415) 555-2672');
  await vi.advanceTimersByTimeAsync(2_000);
  expect(backend.placed).toHaveLength(0);
});

test('a late preview of an earlier text is dropped', async () => {
  const answers: (() => void)[] = [];
  vi.spyOn(backend, 'previewNumber').mockImplementation(
    (text, country) => new Promise((done) => answers.push(() => done(previewNumber(text, country)))),
  );
  dial.setTyped('911');
  dial.setTyped('(415) 555-2671');
  answers[1]?.();
  await vi.advanceTimersByTimeAsync(0);
  answers[0]?.();
  await vi.advanceTimersByTimeAsync(0);
  expect(dial.preview).toMatchObject({ typed: '(415) 555-2671', verdict: 'valid' });
});

test('an impossible number is not sent', async () => {
  await typed('911');
  await dial.press();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(backend.placed).toHaveLength(0);
});

test('a possible number is asked about once, and the answer is the press', async () => {
  await typed('+1 555 123 4567');
  void dial.press();
  await vi.advanceTimersByTimeAsync(HOLD_MS);
  expect(dial.asking).toBe(true);
  expect(backend.placed).toHaveLength(0);
  void dial.pressAnyway();
  await vi.advanceTimersByTimeAsync(50);
  expect(backend.placed).toMatchObject([{ e164: '+15551234567', confirmed: true }]);
  expect(dial.asking).toBe(false);
});

test('a second call for an agent on a call is asked about, and the answer is another press', async () => {
  await typed('(415) 555-2671');
  void dial.press();
  await vi.advanceTimersByTimeAsync(HOLD_MS);
  await typed('(415) 555-2672');
  void dial.press();
  await vi.advanceTimersByTimeAsync(HOLD_MS);
  expect(dial.again?.code).toBe('again_live');
  expect(dial.asking).toBe(true);
  expect(dial.problem).toBeNull();
  expect(live.others).toHaveLength(0);
  void dial.pressAnyway();
  await vi.advanceTimersByTimeAsync(50);
  const yes = { code: 'again_live', attempt_id: 'id-1' };
  expect(backend.placed.map(({ id, again }) => [id, again])).toEqual([['id-1', []], ['id-2', []], ['id-3', [yes]]]);
  expect(dial.asking).toBe(false);
  expect(live.others).toHaveLength(1);
});

test('no to the question about another call places none', async () => {
  await typed('(202) 555-0107');
  void dial.press();
  await vi.advanceTimersByTimeAsync(600);
  void dial.press();
  await vi.advanceTimersByTimeAsync(HOLD_MS);
  expect(dial.again?.code).toBe('again_unknown');
  dial.dropQuestion();
  await vi.advanceTimersByTimeAsync(HOLD_MS);
  expect(dial.again).toBeNull();
  expect(live.others).toHaveLength(0);
});

test('what was confirmed of the number stays confirmed where another call is asked about', async () => {
  await typed('(415) 555-2671');
  void dial.press();
  await vi.advanceTimersByTimeAsync(HOLD_MS);
  await typed('+1 555 123 4567');
  void dial.press();
  await vi.advanceTimersByTimeAsync(HOLD_MS);
  expect(dial.again).toBeNull();
  void dial.pressAnyway();
  await vi.advanceTimersByTimeAsync(HOLD_MS);
  expect(dial.again?.code).toBe('again_live');
  void dial.pressAnyway();
  await vi.advanceTimersByTimeAsync(50);
  expect(backend.placed.at(-1)).toMatchObject({ confirmed: true, again: [{ code: 'again_live', attempt_id: 'id-1' }] });
});

test('the question goes away when the attempt that it is about has changed', async () => {
  await typed('(202) 555-0107');
  void dial.press();
  await vi.advanceTimersByTimeAsync(600);
  void dial.press();
  await vi.advanceTimersByTimeAsync(HOLD_MS);
  expect(dial.again?.code).toBe('again_unknown');
  const asked = live.front?.attempt;
  expect(dial.again?.params['attempt_id']).toBe(asked?.id);
  while (live.front?.attempt.outcome === 'unknown') await vi.advanceTimersByTimeAsync(100);
  expect(dial.asking).toBe(false);
  void dial.press();
  await vi.advanceTimersByTimeAsync(HOLD_MS);
  expect(dial.again?.code).toBe('again_live');
});

test('the question goes away when the number changes', async () => {
  await typed('+1 555 123 4567');
  void dial.press();
  await vi.advanceTimersByTimeAsync(HOLD_MS);
  await typed('+1 555 123 4568');
  expect(dial.asking).toBe(false);
});

test('without an agent nothing is sent, and the agent is asked for', async () => {
  dial.agent = null;
  await typed('(415) 555-2671');
  await dial.press();
  expect(dial.problem?.code).toBe('agent_missing');
  expect(dial.wanted).toBe('agent');
  expect(backend.placed).toHaveLength(0);
});

test('the field is emptied once the call is placed, and kept where it was refused', async () => {
  await typed('(415) 555-2671');
  void dial.press();
  await vi.advanceTimersByTimeAsync(HOLD_MS);
  expect(live.front?.attempt.outcome).toBe('placed');
  expect(dial.typed).toBe('');
  await dialFor(REYES);
  await typed('(202) 555-0104');
  void dial.press();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(live.front?.attempt.outcome).toBe('refused');
  expect(dial.typed).toBe('(202) 555-0104');
});

test('an intent that cannot be written is a problem and no call', async () => {
  vi.spyOn(backend, 'placeCall').mockRejectedValue(problem('log_unwritable'));
  await typed('(415) 555-2671');
  await dial.press();
  expect(dial.problem?.code).toBe('log_unwritable');
  expect(live.front).toBeNull();
});

test('an agent whom the server does not confirm is not kept', async () => {
  vi.spyOn(backend, 'chooseAgent').mockRejectedValue(problem('agent_mismatch'));
  await dialFor(REYES);
  expect(dial.agent).toBeNull();
  expect(dial.problem?.code).toBe('agent_mismatch');
});

async function dialFor(agent: typeof ALEX) {
  void dial.chooseAgent(agent);
  await vi.advanceTimersByTimeAsync(2_000);
}

async function onACall() {
  await typed('+1 415 555 2671');
  void dial.press();
  await vi.advanceTimersByTimeAsync(7_000);
  backend.delay = 600;
}

test('a question about one number that comes late does not stand beside another number', async () => {
  await onACall();
  dial.setTyped('+1 415 555 2671');
  await vi.advanceTimersByTimeAsync(2_000);
  void dial.press();
  await vi.advanceTimersByTimeAsync(300);
  dial.setTyped('+44 20 7946 0958');
  await vi.advanceTimersByTimeAsync(2_000);
  expect(dial.typed).toBe('+44 20 7946 0958');
  expect(dial.asking).toBe(false);
});

test('a question about one agent that comes late is not answered for another agent', async () => {
  await onACall();
  backend.delay = 0;
  void dial.chooseAgent(REYES);
  await vi.advanceTimersByTimeAsync(HOLD_MS);
  await typed('+44 20 7946 0958');
  void dial.press();
  await vi.advanceTimersByTimeAsync(1_500);
  void dial.chooseAgent(ALEX);
  await vi.advanceTimersByTimeAsync(HOLD_MS);
  expect(backend.placed).toHaveLength(2);
  backend.delay = 600;
  dial.setTyped('+1 415 555 2672');
  await vi.advanceTimersByTimeAsync(2_000);
  void dial.press();
  await vi.advanceTimersByTimeAsync(100);
  void dial.chooseAgent(REYES);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(dial.agent?.id).toBe(REYES.id);
  expect(dial.asking).toBe(false);
  void dial.pressAnyway();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(backend.placed.filter(({ agent_id, again }) => agent_id === REYES.id && again.length > 0)).toEqual([]);
});

test('what was confirmed of one number is not confirmed of the next', async () => {
  await onACall();
  dial.setTyped('+1 555 123 4567');
  await vi.advanceTimersByTimeAsync(2_000);
  void dial.press();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(dial.asking).toBe(true);
  void dial.pressAnyway();
  await vi.advanceTimersByTimeAsync(300);
  dial.setTyped('+1 555 765 4321');
  await vi.advanceTimersByTimeAsync(2_000);
  expect(dial.asking).toBe(false);
  void dial.pressAnyway();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(backend.placed.filter(({ e164 }) => e164 === '+15557654321')).toEqual([]);
});
