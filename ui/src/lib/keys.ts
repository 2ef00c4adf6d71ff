// Which keys are for whom.

/** Whether keys that are pressed go into this as text. */
export function takesText(element: Element | null): boolean {
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) return true;
  if (element instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'submit', 'range'].includes(element.type);
  return element instanceof HTMLElement && element.isContentEditable;
}

/** Whether a dialog has the window to itself. */
export function dialogOpen(): boolean {
  return document.querySelector('dialog[open]') !== null;
}

/** macOS has its shortcuts on Command; Control moves in a text there. */
export function onMac(): boolean {
  return /mac/i.test(navigator.platform);
}

/** On Linux, a program learns of a proxy by its environment alone. */
export function onLinux(): boolean {
  return /linux/i.test(navigator.platform);
}

/** On which system the window runs, as it calls itself. */
export function systemName(): string {
  return navigator.platform;
}

/** What these keys ask of the size of everything: larger, smaller, as usual. */
export function zoomAsked(event: KeyboardEvent): 1 | -1 | 0 | null {
  const held = onMac() ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
  if (!held || event.altKey) return null;
  switch (event.key) {
    case '+':
    case '=':
      return 1;
    case '-':
    case '_':
      return -1;
    case '0':
      return 0;
    default:
      return null;
  }
}

/** Which place of a list Ctrl (on macOS Command) with a digit asks for, from 0; on keyboards where digits need Shift, the key of the digit. */
export function placeAsked(event: KeyboardEvent): number | null {
  const held = onMac() ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
  if (!held || event.altKey || event.shiftKey) return null;
  const digit = /^[1-9]$/.exec(event.key)?.[0] ?? /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
  return digit === undefined ? null : Number(digit) - 1;
}

/** Whether this is Ctrl (on macOS Command) with a letter and nothing else. */
export function isCommand(event: KeyboardEvent, letter: string): boolean {
  const held = onMac() ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
  return held && !event.altKey && !event.shiftKey && event.key.toLowerCase() === letter;
}
