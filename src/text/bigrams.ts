/**
 * The pairs of neighbouring characters in a text, each once, as 32-bit integers that never change from one run or version
 * to the next (they are stored). Pairs of the basic plane are told apart exactly; rarer characters may share a number, so
 * a hit is checked against the text. Pairs with white space are left out: no search term holds any.
 */
export function bigramsOf(text: string): number[] {
  const found = new Set<number>();
  let before: number | undefined;
  for (const character of text) {
    const point = isBlank(character) ? undefined : character.codePointAt(0);
    if (before !== undefined && point !== undefined) found.add(pair(before, point));
    before = point;
  }
  return [...found];
}

function isBlank(character: string): boolean {
  return character === ' ' || character === '\n' || character === '\t';
}

/** Low halves side by side; the planes above the first are mixed in. */
function pair(first: number, second: number): number {
  const planes = (first >>> 16) * 17 + (second >>> 16);
  return ((first & 0xffff) << 16) ^ (second & 0xffff) ^ Math.imul(planes, 0x9e3779b1);
}
