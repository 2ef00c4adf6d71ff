import type { OfferView } from '../bindings/OfferView';
import type { Problem } from '../bindings/Problem';
import type { Via } from '../bindings/Via';
import type { Dial } from './dial.svelte';

/** How many texts are kept to go back to. */
const KEPT = 3;

/** What was in the number field before something else was filled in. */
export interface Earlier {
  text: string;
  via: Via;
}

/** Numbers that come in from outside, and those that had to make room for them. */
export class Offers {
  /** The latest first. */
  earlier: Earlier[] = $state.raw([]);
  /** Why the last one could not be filled in. */
  problem: Problem | null = $state.raw(null);

  readonly #dial: Dial;
  readonly #shown: () => void;
  readonly #seen = new Set<number>();
  #latest = 0;

  /** `shown` is told when a number was filled in that nobody in this window asked for. */
  constructor(dial: Dial, shown: () => void) {
    this.#dial = dial;
    this.#shown = shown;
  }

  /** Shows what came in, once nobody is in the middle of typing or calling. */
  take(offer: OfferView): void {
    if (this.#seen.has(offer.id)) return;
    this.#seen.add(offer.id);
    this.#dial.whenFree('number', () => this.#show(offer));
  }

  /** Puts a text into the field and keeps what was there. */
  fill(text: string, via: Via): void {
    const { typed, via: before } = this.#dial;
    const line = oneLine(text);
    this.problem = null;
    this.#dial.fill(line, via);
    this.earlier = this.earlier.filter((earlier) => earlier.text !== line);
    // What came from the history is still there.
    if (typed !== line && before !== 'history') this.#keep({ text: typed, via: before });
  }

  /** Changes places with what is in the field. */
  takeBack({ text, via }: Earlier): void {
    this.fill(text, via);
  }

  /** This text was called, so that nobody needs it back. */
  forget(text: string): void {
    this.earlier = this.earlier.filter((earlier) => earlier.text !== text);
  }

  forgetAll(): void {
    this.earlier = [];
  }

  #show(offer: OfferView): void {
    if (offer.problem !== null) {
      this.problem = offer.problem;
    } else if (offer.id < this.#latest) {
      // A later one overtook it.
      const text = oneLine(offer.text);
      if (text !== this.#dial.typed) this.#keep({ text, via: offer.via });
    } else {
      this.#latest = offer.id;
      this.fill(offer.text, offer.via);
      this.#shown();
    }
  }

  #keep(earlier: Earlier): void {
    if (earlier.text.trim() === '') return;
    const all = [earlier, ...this.earlier.filter(({ text }) => text !== earlier.text)];
    // What a person typed cannot be had again from where it came.
    const excess = all.length > KEPT ? (all.findLast(({ via }) => via !== 'typed') ?? all.at(-1)) : undefined;
    this.earlier = all.filter((kept) => kept !== excess);
  }
}

/**
 * A field of one line drops line breaks, and would run the numbers on two lines, or in two cells, into
 * one. Digits on both sides stay apart, also those of one number that was broken in two: a number that
 * nobody wrote must not come of it.
 */
export function oneLine(text: string): string {
  const parts = text.split(/[\t\v\f\r\n\u0085\u2028\u2029]+/).map((part) => part.trim()).filter((part) => part !== '');
  let digitsBefore = false;
  return parts.reduce((before, part) => {
    const digits = /\p{Nd}/u.test(part);
    const joined = before + (digitsBefore && digits ? ' | ' : ' ') + part;
    digitsBefore ||= digits;
    return joined;
  }, '').trim();
}
