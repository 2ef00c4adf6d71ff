// Numbers for people, as the language of the window and the region of the system write them.
import { spoken } from './language.svelte';

/** `125 %`, or however it is written here. */
export function percent(value: number): string {
  const style = { style: 'percent', maximumFractionDigits: 0 } as const;
  try {
    return new Intl.NumberFormat(spoken.locale, style).format(value / 100);
  } catch {
    return new Intl.NumberFormat('en', style).format(value / 100);
  }
}
