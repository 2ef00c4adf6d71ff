// Dates, times and lengths of time for people. `Intl` throws where the system names no language
// (`navigator.language` is then "C"), so every use of it goes through here.

/** The first language `Intl` can work with; undefined means its own default. */
export function usableLanguage(wanted: readonly string[] = navigator.languages): string | undefined {
  for (const language of wanted) {
    try {
      const [usable] = Intl.DateTimeFormat.supportedLocalesOf([language]);
      if (usable !== undefined) return usable;
    } catch {
      // Not a language tag: "C", "POSIX". The next one may be.
    }
  }
  return undefined;
}

function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(usableLanguage(), options);
  } catch {
    return new Intl.DateTimeFormat('en', options);
  }
}

const shortTime = dateFormat({ hour: 'numeric', minute: '2-digit' });
const seconds = dateFormat({ hour: 'numeric', minute: '2-digit', second: '2-digit' });
const exact = dateFormat({
  weekday: 'long', day: 'numeric', month: 'long', year: 'numeric',
  hour: 'numeric', minute: '2-digit', second: '2-digit', timeZoneName: 'short',
});
const day = dateFormat({ weekday: 'long', day: 'numeric', month: 'long' });
const dayWithYear = dateFormat({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

/** Hour and minute, local. */
export const timeOfDay = (at: string): string => shortTime.format(new Date(at));
/** Hour, minute and second, local. */
export const timeWithSeconds = (at: string): string => seconds.format(new Date(at));
/** Date, time and time zone, local: what a tooltip shows. */
export const exactTime = (at: string): string => exact.format(new Date(at));

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
  const format = date.getFullYear() === now.getFullYear() ? day : dayWithYear;
  return { kind: 'date', text: format.format(date) };
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
