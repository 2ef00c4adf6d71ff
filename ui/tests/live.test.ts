import { expect, test } from 'vitest';

import type { AttemptView } from '../src/bindings/AttemptView';
import { begun } from '../src/backend/fake/call';
import { NO_OPTIONS } from '../src/lib/call-options';
import { LiveCalls } from '../src/lib/live.svelte';

function attempt(seq: number, change: Partial<AttemptView> = {}): AttemptView {
  const request = {
    id: `id-${seq}`, profile_id: 'p', agent_id: 'a', typed: '1', country: 'US', e164: '+14155552671',
    confirmed: false, again: [], via: 'typed' as const, options: NO_OPTIONS,
  };
  return { ...begun(request, seq, 0), ...change };
}

const REFUSED = { outcome: 'refused', live: false } as const;

test('the newest call is in front', () => {
  const live = new LiveCalls();
  live.take(attempt(2));
  live.take(attempt(1));
  live.take(attempt(3));
  expect(live.front?.attempt.id).toBe('id-3');
  expect(live.others.map((call) => call.attempt.id)).toEqual(['id-2', 'id-1']);
});

test('an event that overtakes the answer of the press wins', () => {
  const live = new LiveCalls();
  live.expect('id-1');
  live.take(attempt(1, REFUSED));
  live.takeAnswer(attempt(1));
  expect(live.front?.attempt.outcome).toBe('refused');
  expect(live.pendingFor('a')).toBe(false);
});

test('a call in front stays when it ends, one behind goes', () => {
  const live = new LiveCalls();
  live.take(attempt(1));
  live.take(attempt(2));
  live.take(attempt(1, REFUSED));
  expect(live.others).toHaveLength(0);
  live.take(attempt(2, REFUSED));
  expect(live.front?.attempt.id).toBe('id-2');
  live.take(attempt(3));
  expect(live.front?.attempt.id).toBe('id-3');
  expect(live.others).toHaveLength(0);
});

test('an attempt of the past does not come on the card', () => {
  const live = new LiveCalls();
  live.take(attempt(1, REFUSED));
  expect(live.front).toBeNull();
});
