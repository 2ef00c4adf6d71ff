/** Without case and accents, so that `cafe` finds `Café`. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Whether each word that was typed stands in the text. */
export function hasWords(text: string, typed: string): boolean {
  const within = plain(text);
  return plain(typed).split(/\s+/).every((word) => within.includes(word));
}
