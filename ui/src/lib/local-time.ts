import { spoken } from './language.svelte';

const NIGHT_FROM = 21;
const NIGHT_TO = 8;
const MINUTE_MS = 60_000;

/** What time it is where a number belongs. */
export interface LocalTime {
  from: string;
  /** The latest, where the number's region has more than one time. */
  to: string | null;
  night: 'no' | 'partly' | 'yes';
}

interface Reading {
  /** Minutes since an arbitrary midnight, for the order. */
  local: number;
  hour: number;
  text: string;
}

/** The time now in these zones; null where none of them is known here. */
export function localTime(zones: readonly string[], now: Date): LocalTime | null {
  const readings = zones.flatMap((zone) => read(zone, now)).sort((a, b) => a.local - b.local);
  const [first, last] = [readings[0], readings.at(-1)];
  if (first === undefined || last === undefined) return null;
  const asleep = readings.filter(({ hour }) => hour >= NIGHT_FROM || hour < NIGHT_TO).length;
  return {
    from: first.text,
    to: last.local === first.local ? null : last.text,
    night: asleep === 0 ? 'no' : asleep === readings.length ? 'yes' : 'partly',
  };
}

/** Calls `tick` at each full minute, until what it returns is called. */
export function everyMinute(tick: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const next = () => {
    timer = setTimeout(() => {
      tick();
      next();
    }, MINUTE_MS - (Date.now() % MINUTE_MS));
  };
  next();
  return () => clearTimeout(timer);
}

function read(zone: string, now: Date): Reading[] {
  try {
    const parts = new Intl.DateTimeFormat('en', {
      timeZone: zone, hourCycle: 'h23', day: 'numeric', month: 'numeric', year: 'numeric', hour: 'numeric', minute: 'numeric',
    }).formatToParts(now);
    const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((found) => found.type === type)?.value);
    const hour = part('hour');
    const local = Date.UTC(part('year'), part('month') - 1, part('day'), hour, part('minute')) / MINUTE_MS;
    return [{ local, hour, text: written(zone, now) }];
  } catch {
    // This system does not know the zone.
    return [];
  }
}

function written(zone: string, now: Date): string {
  const style = { timeZone: zone, hour: 'numeric', minute: '2-digit' } as const;
  try {
    return new Intl.DateTimeFormat(spoken.locale, style).format(now);
  } catch {
    return new Intl.DateTimeFormat('en', style).format(now);
  }
}
