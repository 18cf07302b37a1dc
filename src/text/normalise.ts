/**
 * What a reader does not see and a search must not depend on: zero-width and bidirectional marks, soft hyphens, the byte
 * order mark, and the variation selectors that only choose between shapes of one character.
 */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
/** White space, and the control characters a database would refuse. */
const BLANK = /[\s\p{Cc}]+/gu;
/** Half of a pair, which is no character and cannot be stored. */
const LONE_SURROGATE = /\p{Cs}/gu;

/**
 * Text as it is compared: one form for each character (NFKC: full-width to half-width, ligatures and compatibility
 * ideographs resolved), lower case, single spaces, nothing invisible. Chinese stays as written; applying it twice
 * changes nothing.
 */
export function normalise(text: string): string {
  return bare(text).replace(BLANK, ' ').trim();
}

function bare(text: string): string {
  const folded = text.replace(LONE_SURROGATE, '\ufffd').replace(INVISIBLE, '').normalize('NFKC').toLowerCase();
  /* Lower case can part a letter from its mark again, and NFKC can leave something invisible. */
  return folded.normalize('NFKC').replace(INVISIBLE, '');
}

/** A Chinese character, small letter or digit that stands alone: nothing about it changes. Nearly all of a text is that. */
function isPlain(cluster: string): boolean {
  if (cluster.length !== 1) return false;
  const code = cluster.charCodeAt(0);
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
}

export interface Traced {
  readonly text: string;
  /** For each UTF-16 unit of `text`, where its character begins in the original. */
  readonly from: readonly number[];
  /** For each UTF-16 unit of `text`, where its character ends in the original. */
  readonly to: readonly number[];
}

/**
 * `normalise` with the way back, so that a match can be shown in the words as they were written. Undefined in the rare
 * case that a text does not normalise character by character.
 */
export function normaliseTraced(original: string): Traced | undefined {
  let text = '';
  const from: number[] = [];
  const to: number[] = [];
  const push = (piece: string, start: number, end: number): void => {
    text += piece;
    for (let at = 0; at < piece.length; at++) {
      from.push(start);
      to.push(end);
    }
  };
  /* A character with the marks that belong to it, which NFKC may join. */
  for (const cluster of original.matchAll(/[\s\p{Cc}]|[^\p{M}]\p{M}*|\p{M}+/gu)) {
    const [start, end] = [cluster.index, cluster.index + cluster[0].length];
    if (isPlain(cluster[0])) {
      push(cluster[0], start, end);
      continue;
    }
    for (const piece of bare(cluster[0]).split(/([\s\p{Cc}]+)/u)) {
      if (piece === '') continue;
      if (!/^[\s\p{Cc}]/u.test(piece)) push(piece, start, end);
      else if (text !== '' && !text.endsWith(' ')) push(' ', start, end);
    }
  }
  if (text.endsWith(' ')) text = text.slice(0, -1);
  return text === normalise(original) ? { text, from, to } : undefined;
}
