// What was pressed while a shortcut is chosen.

const MODIFIERS = ['Control', 'Alt', 'Shift', 'Meta', 'AltGraph', 'OS', 'Super'];

/** The keys that are held now, for example `Ctrl+Alt`; empty where none is. */
export function heldKeys(event: KeyboardEvent): string {
  const held = [
    event.ctrlKey && 'Ctrl',
    event.altKey && 'Alt',
    event.shiftKey && 'Shift',
    event.metaKey && 'Super',
  ];
  return held.filter((word) => word !== false).join('+');
}

/** The whole shortcut, for example `Ctrl+Alt+D`; none while only Ctrl and its like are held. */
export function shortcutOf(event: KeyboardEvent): string | null {
  if (MODIFIERS.includes(event.key) || event.key === 'Dead' || event.isComposing) return null;
  const held = heldKeys(event);
  return held === '' ? keyOf(event) : `${held}+${keyOf(event)}`;
}

/** A letter as the keyboard has it, wherever it stands; any other key by its place. */
function keyOf({ key, code }: KeyboardEvent): string {
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  return code === '' ? key : code.replace(/^Digit/, '');
}
