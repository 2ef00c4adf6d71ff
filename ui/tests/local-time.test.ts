import { afterEach, expect, test, vi } from 'vitest';

import { localTime } from '../src/lib/local-time';
import { leave, one, pass, show, type } from './screen';

afterEach(leave);

const AFTERNOON = new Date('2026-11-20T15:30:00Z');

test('one zone gives its time', () => {
  expect(localTime(['Europe/Berlin'], AFTERNOON)).toMatchObject({ to: null, night: 'no' });
  expect(localTime(['Europe/Berlin'], AFTERNOON)?.from).toMatch(/^4:30\sPM$/);
});

test('several zones give a range from the earliest to the latest', () => {
  const time = localTime(['America/New_York', 'America/Los_Angeles', 'America/Denver'], AFTERNOON);
  expect(time?.from).toMatch(/^7:30/);
  expect(time?.to).toMatch(/^10:30/);
  expect(time?.night).toBe('partly');
});

test('zones with one time give that time', () => {
  expect(localTime(['Europe/Berlin', 'Europe/Busingen'], AFTERNOON)?.to).toBeNull();
});

test('a range over midnight begins with the evening', () => {
  const time = localTime(['Asia/Vladivostok', 'Europe/Moscow'], new Date('2026-11-20T18:30:00Z'));
  expect(time?.from).toMatch(/^9:30/);
  expect(time?.to).toMatch(/^4:30/);
  expect(time?.night).toBe('yes');
});

test.each([['20:59', 'no'], ['21:00', 'yes'], ['07:59', 'yes'], ['08:00', 'no']])('at %s it is night: %s', (at, night) => {
  expect(localTime(['UTC'], new Date(`2026-11-20T${at}:00Z`))?.night).toBe(night);
});

test('a zone this system does not know is left out', () => {
  expect(localTime(['Mars/Olympus'], AFTERNOON)).toBeNull();
  expect(localTime(['Mars/Olympus', 'UTC'], AFTERNOON)?.to).toBeNull();
  expect(localTime([], AFTERNOON)).toBeNull();
});

test('the time stands beside the number and goes on', async () => {
  await show();
  vi.setSystemTime(new Date('2026-11-20T15:59:30Z'));
  await type('number-input', '+49 30 1234567');
  expect(one('number-local-time').textContent).toContain('4:59');
  await pass(60_000);
  expect(one('number-local-time').textContent).toContain('5:00');
  await type('number-input', '+1 202 555 0150');
  expect(one('number-local-time').dataset['night']).toBe('no');
  vi.setSystemTime(new Date('2026-11-21T05:59:30Z'));
  await pass(60_000);
  expect(one('number-local-time').dataset['night']).toBe('yes');
  expect(one('number-local-time').textContent).toContain('night');
});
