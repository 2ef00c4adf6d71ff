// How keys are written for people: as they stand on the keyboard of their language.
import { onMac } from './keys';
import { t } from './text';

/** A letter with Ctrl, or with Command on macOS. */
export function commandText(key: string): string {
  return onMac() ? `⌘${key}` : t('keys-ctrl', { key });
}

/** The keys of a shortcut such as `Ctrl+Alt+D`, each by itself. */
export function shortcutKeys(shortcut: string): string[] {
  return shortcut.split('+').map(keyName);
}

/** The same in one word, for a sentence. */
export function shortcutText(shortcut: string): string {
  return shortcutKeys(shortcut).join('+');
}

function keyName(word: string): string {
  switch (word) {
    case 'Ctrl':
      return t('key-ctrl');
    case 'Alt':
      return onMac() ? '⌥' : t('key-alt');
    case 'Shift':
      return t('key-shift');
    case 'Super':
      return onMac() ? '⌘' : t('key-super');
    default:
      return word.replace(/^(?:Key|Digit)(?=.$)/, '');
  }
}
