/**
 * Tells a press of Enter from Enter held down: after one, the key must come up before the next,
 * wherever the focus is by then. `repeat` alone is not enough, because not every system marks
 * repeated keys.
 */
export class EnterPress {
  #down = false;

  /** Whether this `keydown` is a new press of Enter. */
  isPress(event: KeyboardEvent): boolean {
    if (event.key !== 'Enter' || event.isComposing) return false;
    const fresh = !this.#down && !event.repeat;
    this.#down = true;
    return fresh;
  }

  keyUp(event: KeyboardEvent): void {
    if (event.key === 'Enter') this.#down = false;
  }

  /** The window lost the focus, so that the key comes up unseen. */
  forget(): void {
    this.#down = false;
  }
}
