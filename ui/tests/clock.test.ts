import { expect, test } from 'vitest';

import { Countdown, RunningClock } from '../src/lib/clock';

test('goes on from what was measured', () => {
  let now = 1_000;
  const clock = new RunningClock(() => now);
  clock.set(7_000, true);
  now += 2_500;
  expect(clock.read()).toBe(9_500);
});

test('stands still once the call is over', () => {
  let now = 0;
  const clock = new RunningClock(() => now);
  clock.set(7_000, false);
  now += 60_000;
  expect(clock.read()).toBe(7_000);
});

test('never runs backwards when a correction is smaller', () => {
  let now = 0;
  const clock = new RunningClock(() => now);
  clock.set(5_000, true);
  now = 3_000;
  expect(clock.read()).toBe(8_000);
  clock.set(6_500, true);
  expect(clock.read()).toBe(8_000);
  now = 5_000;
  expect(clock.read()).toBe(8_500);
});

test('a countdown ends at zero', () => {
  let now = 100;
  const countdown = new Countdown(2_000, () => now);
  now = 1_600;
  expect(countdown.read()).toBe(500);
  now = 9_000;
  expect(countdown.read()).toBe(0);
});
