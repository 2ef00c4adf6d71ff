import { expect, test } from 'vitest';

import { byDay, dayName, exactTime, length } from '../src/lib/when';

const NOW = new Date(2026, 10, 21, 9, 0, 0);
const row = (...at: [number, number, number, number]) => ({ created_at: new Date(...at).toISOString() });

test('groups rows by local day and keeps their order', () => {
  const rows = [row(2026, 10, 21, 8), row(2026, 10, 21, 0), row(2026, 10, 20, 23), row(2026, 10, 18, 12)];
  const days = byDay(rows, NOW);
  expect(days.map(({ rows: { length: count } }) => count)).toEqual([2, 1, 1]);
  expect(days.map(({ name }) => name.kind)).toEqual(['today', 'yesterday', 'date']);
  expect(days.flatMap((day) => day.rows)).toEqual(rows);
});

test('names the year only where it is another one', () => {
  const old = dayName(row(2025, 10, 20, 12).created_at, NOW);
  const recent = dayName(row(2026, 9, 20, 12).created_at, NOW);
  expect(old.kind === 'date' && old.text).toContain('2025');
  expect(recent.kind === 'date' && recent.text).not.toContain('2026');
});

test('yesterday is right on the first of a month and of a year', () => {
  const newYear = new Date(2027, 0, 1, 0, 30);
  expect(dayName(row(2026, 11, 31, 23).created_at, newYear).kind).toBe('yesterday');
});

test.each([
  [0, '0:00'], [42_999, '0:42'], [725_000, '12:05'], [3_723_000, '1:02:03'], [-5, '0:00'],
])('%i ms is %s', (ms, text) => {
  expect(length(ms)).toBe(text);
});

test('the exact time has seconds and the year', () => {
  expect(exactTime(new Date(2026, 10, 21, 7, 5, 9).toISOString())).toMatch(/2026.*05:09/);
});
