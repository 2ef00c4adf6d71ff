// What Settings says about the look of the window, and where it leaves that to the system, what the
// system asks for. The root has the answer, and the style sheets go by it.
import type { Preferences } from '../bindings/Preferences';

const MORE_CONTRAST = '(prefers-contrast: more)';
const LESS_MOTION = '(prefers-reduced-motion: reduce)';

type Looks = Pick<Preferences, 'appearance' | 'contrast' | 'motion' | 'zoom'>;

export function showLooks({ appearance, contrast, motion, zoom }: Looks): void {
  const root = document.documentElement;
  // Without it, `light-dark()` follows the system.
  if (appearance === 'system') delete root.dataset['appearance'];
  else root.dataset['appearance'] = appearance;
  root.dataset['contrast'] = contrast === 'system' ? (asks(MORE_CONTRAST) ? 'high' : 'normal') : contrast;
  root.dataset['motion'] = motion === 'system' ? (asks(LESS_MOTION) ? 'reduced' : 'full') : motion;
  // Every measure is written in `rem`.
  root.style.fontSize = zoom === 100 ? '' : `${zoom}%`;
}

/** Calls `changed` whenever the system asks for something else. */
export function watchSystem(changed: () => void): void {
  for (const wish of [MORE_CONTRAST, LESS_MOTION]) window.matchMedia(wish).addEventListener('change', changed);
  // The language of the system, where the web view tells of it.
  window.addEventListener('languagechange', changed);
}

function asks(wish: string): boolean {
  return window.matchMedia(wish).matches;
}
