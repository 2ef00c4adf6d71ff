/**
 * Moves the focus among the elements of a list, as the arrows do. Whether the key was one for that;
 * at an end the focus stays.
 */
export function rove(event: KeyboardEvent, elements: readonly HTMLElement[]): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const at = elements.findIndex((element) => element === document.activeElement);
  const last = elements.length - 1;
  const to = { ArrowDown: Math.min(at + 1, last), ArrowUp: Math.max(at - 1, 0), Home: 0, End: last }[event.key];
  if (to === undefined || last < 0) return false;
  event.preventDefault();
  elements[to]?.focus();
  return true;
}
