/**
 * Asks again and again, and lets only the answer to the newest question through: an answer that
 * comes late, after a newer question, is dropped.
 */
export class Latest {
  #round = 0;

  /** The answer, or `undefined` where a newer question was asked or `drop` was called meanwhile. */
  async ask<T>(question: () => Promise<T>): Promise<{ answer: T } | undefined> {
    const round = ++this.#round;
    try {
      const answer = await question();
      return round === this.#round ? { answer } : undefined;
    } catch (error) {
      if (round === this.#round) throw error;
      return undefined;
    }
  }

  /** Lets no answer of an earlier question through. */
  drop(): void {
    this.#round++;
  }
}
