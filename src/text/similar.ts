import { bigramsOf } from './bigrams.ts';
import { normalise, normaliseTraced } from './normalise.ts';

/** A piece of a text: UTF-16 offsets, the last not included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Shorter ones stand in any two letters: a greeting, the name of a street. */
const LEAST_PASSAGE = 6;

/**
 * How alike two texts are, from 0 to 1: the cosine of their sets of character pairs, as they are compared (`normalise`).
 * 1 where both hold the same pairs, 0 where they share none or one of them has none.
 */
export function similarity(a: string, b: string): number {
  const pairs = bigramsOf(normalise(a));
  const others = new Set(bigramsOf(normalise(b)));
  if (pairs.length === 0 || others.size === 0) return 0;
  const both = pairs.filter((pair) => others.has(pair)).length;
  return both / Math.sqrt(pairs.length * others.size);
}

/** The passages of `a` that stand in `b` as well, six characters and more; in order, none within another. */
export function sharedPassages(a: string, b: string): readonly Span[] {
  return passageFinder(b)(a);
}

/** The same for many texts that are held against one. Takes time and memory in proportion to the lengths. */
export function passageFinder(b: string): (a: string) => readonly Span[] {
  const pieces = piecesOf([...normalise(b)]);
  return (a) => {
    const traced = normaliseTraced(a);
    if (!traced) return [];
    const characters = [...traced.text];
    const units = offsetsOf(characters);
    const spans: Span[] = [];
    for (const [start, end] of passages(characters, pieces)) {
      /* A character written as one may count as several (㎡): two passages can meet within it. */
      const from = Math.max(traced.from[units[start] ?? 0] ?? 0, spans.at(-1)?.to ?? 0);
      const to = traced.to[(units[end] ?? 0) - 1] ?? 0;
      if (from < to) spans.push({ from, to });
    }
    return spans;
  };
}

/** Where each character begins, in UTF-16 units, and where the last one ends. */
function offsetsOf(characters: readonly string[]): readonly number[] {
  const offsets = [0];
  for (const character of characters) offsets.push((offsets.at(-1) ?? 0) + character.length);
  return offsets;
}

/** The longest pieces of `characters` that the automaton knows, as [start, end), each cut where the one before ends. */
function passages(characters: readonly string[], pieces: readonly Piece[]): readonly (readonly [number, number])[] {
  const lengths = matchLengths(characters, pieces);
  const found: [number, number][] = [];
  for (const [at, length] of lengths.entries()) {
    if (length < LEAST_PASSAGE || lengths[at + 1] === length + 1) continue;
    let start = Math.max(at + 1 - length, found.at(-1)?.[1] ?? 0);
    let end = at + 1;
    while (start < end && characters[start] === ' ') start += 1;
    while (start < end && characters[end - 1] === ' ') end -= 1;
    if (end - start >= LEAST_PASSAGE) found.push([start, end]);
  }
  return found;
}

/** For each place of `characters`, how long the longest piece is that ends there and is known. */
function matchLengths(characters: readonly string[], pieces: readonly Piece[]): readonly number[] {
  let [state, length] = [0, 0];
  return characters.map((character) => {
    while (state > 0 && pieces[state]?.next.has(character) !== true) {
      state = pieces[state]?.link ?? 0;
      length = pieces[state]?.length ?? 0;
    }
    const next = pieces[state]?.next.get(character);
    if (next === undefined) return 0;
    state = next;
    length += 1;
    return length;
  });
}

/** A state of a suffix automaton: all pieces of a text that are followed by the same things. */
interface Piece {
  /** Of its longest piece. */
  readonly length: number;
  link: number;
  readonly next: Map<string, number>;
}

/** The suffix automaton of a text: from the first state every piece of the text can be walked, and nothing else. */
function piecesOf(characters: readonly string[]): readonly Piece[] {
  const first: Piece = { length: 0, link: -1, next: new Map() };
  const pieces: Piece[] = [first];
  let last = 0;
  for (const character of characters) {
    const made = pieces.length;
    pieces.push({ length: (pieces[last] ?? first).length + 1, link: 0, next: new Map() });
    let at = last;
    last = made;
    while (at >= 0 && pieces[at]?.next.has(character) !== true) {
      pieces[at]?.next.set(character, made);
      at = pieces[at]?.link ?? -1;
    }
    const before = pieces[at];
    const known = before?.next.get(character);
    const follower = known === undefined ? undefined : pieces[known];
    if (!before || known === undefined || !follower) continue;
    const mine = pieces[made] ?? first;
    if (follower.length === before.length + 1) {
      mine.link = known;
      continue;
    }
    const copy = pieces.length;
    pieces.push({ length: before.length + 1, link: follower.link, next: new Map(follower.next) });
    while (at >= 0 && pieces[at]?.next.get(character) === known) {
      pieces[at]?.next.set(character, copy);
      at = pieces[at]?.link ?? -1;
    }
    follower.link = copy;
    mine.link = copy;
  }
  return pieces;
}
