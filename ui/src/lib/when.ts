// Dates, times and lengths of time for people, as the language of the window and the region of the
// system write them.
import { spoken } from './language.svelte';

type Style = 'shortTime' | 'dateAndTime' | 'seconds' | 'exact' | 'day' | 'dayWithYear' | 'date';

const STYLES: Record<Style, Intl.DateTimeFormatOptions> = {
  shortTime: { hour: 'numeric', minute: '2-digit' },
  dateAndTime: { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' },
  seconds: { hour: 'numeric', minute: '2-digit', second: '2-digit' },
  exact: {
    weekday: 'long', day: 'numeric', month: 'long', year: 'numeric',
    hour: 'numeric', minute: '2-digit', second: '2-digit', timeZoneName: 'short',
  },
  day: { weekday: 'long', day: 'numeric', month: 'long' },
  dayWithYear: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  date: { day: 'numeric', month: 'long', year: 'numeric' },
};

/** A format is slow to make and a history needs thousands: one of each is kept. */
const formats = new Map<string, Intl.DateTimeFormat>();

function written(style: Style, at: Date): string {
  const key = `${spoken.locale} ${style}`;
  const format = formats.get(key) ?? makeFormat(spoken.locale, STYLES[style]);
  formats.set(key, format);
  return format.format(at);
}

function makeFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(locale, options);
  } catch {
    return new Intl.DateTimeFormat('en', options);
  }
}

/** Hour and minute, local. */
export const timeOfDay = (at: string): string => written('shortTime', new Date(at));
/** Hour and minute, with the day where it is not today's, local. */
export const timeOrDate = (at: string, now: Date = new Date()): string =>
  written(dayKey(at) === dayKey(now) ? 'shortTime' : 'dateAndTime', new Date(at));
/** Hour, minute and second, local. */
export const timeWithSeconds = (at: string): string => written('seconds', new Date(at));
/** Date, time and time zone, local: what a tooltip shows. */
export const exactTime = (at: string): string => written('exact', new Date(at));

/** The day alone, local; what is no time stays as it is. */
export const dateAlone = (at: string): string => (Number.isNaN(Date.parse(at)) ? at : written('date', new Date(at)));

/** Which local day a moment belongs to, as a sortable key. */
export function dayKey(at: string | Date): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

export type DayName = { kind: 'today' } | { kind: 'yesterday' } | { kind: 'date'; text: string };

/** How a heading calls the day of `at`. */
export function dayName(at: string, now: Date = new Date()): DayName {
  const key = dayKey(at);
  if (key === dayKey(now)) return { kind: 'today' };
  // Noon, so that a day of 23 or 25 hours still leads to the day before.
  const before = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1, 12);
  if (key === dayKey(before)) return { kind: 'yesterday' };
  const date = new Date(at);
  return { kind: 'date', text: written(date.getFullYear() === now.getFullYear() ? 'day' : 'dayWithYear', date) };
}

export interface Day<Row> {
  key: string;
  name: DayName;
  rows: Row[];
}

/** Rows, newest first, by local day. */
export function byDay<Row extends { created_at: string }>(rows: readonly Row[], now: Date = new Date()): Day<Row>[] {
  const days: Day<Row>[] = [];
  for (const row of rows) {
    const key = dayKey(row.created_at);
    const last = days.at(-1);
    if (last?.key === key) last.rows.push(row);
    else days.push({ key, name: dayName(row.created_at, now), rows: [row] });
  }
  return days;
}

/** `0:42`, `12:05`, `1:02:03`. */
export function length(ms: number): string {
  const total = Math.max(0, Math.floor(ms / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  const minutes = Math.floor(total / 60);
  return minutes < 60
    ? `${minutes}:${two(total % 60)}`
    : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(total % 60)}`;
}
