import { type Refusal, refuseState } from '../../domain/refusals.ts';
import { bigramsOf } from '../../text/bigrams.ts';
import { normalise } from '../../text/normalise.ts';

/** One word of a query, as it is looked for. */
export interface SearchTerm {
  /** Normalised; never white space within. At least two characters. */
  readonly text: string;
  /** LIKE pattern over `words`, escaped. */
  readonly like: string;
  /** Its pairs of characters: the index for two, and where no three letters or digits stand together. */
  readonly bigrams: readonly number[];
  /** True when the trigram index can find it: three letters, digits or ideographs in a row. */
  readonly byTrigram: boolean;
  /** Pieces of two characters of a name, before hashing; empty where no name can look like this. */
  readonly namePieces: readonly string[];
  /** Set when it may be a registration number or its tail. */
  readonly number?: NumberTerm;
}

interface NumberTerm {
  /** LIKE pattern over the last line of `words`. */
  readonly like: string;
  /** LIKE pattern over the matter's own number, where one matter of a submission was named. */
  readonly matterLike?: string;
}

export const MOST_TERMS = 8;
export const LONGEST_QUERY = 100;

/** The words of a query; all must be found. Refuses what cannot be looked for, in words that say what to do instead. */
export function readQuery(query: string): readonly SearchTerm[] | Refusal {
  const words = [...new Set(normalise(query).split(' '))].filter((word) => word !== '');
  const refused = (code: string, zh: string, en: string): Refusal => refuseState(code, 422, zh, en, 'q');
  if (words.length === 0)
    return refused('search-empty', '请写要查的词，至少两个字', 'Write what to look for, two characters or more');
  if ([...words.join(' ')].length > LONGEST_QUERY) {
    return refused(
      'search-long',
      `查询最多${LONGEST_QUERY}个字，请只留关键的词`,
      `A search has at most ${LONGEST_QUERY} characters; keep the words that matter`,
    );
  }
  if (words.length > MOST_TERMS) {
    return refused(
      'search-many',
      `一次最多查${MOST_TERMS}个词，请减少`,
      `A search has at most ${MOST_TERMS} words; leave some out`,
    );
  }
  const short = words.find((word) => [...word].length < 2);
  if (short !== undefined) {
    return refused(
      'search-short',
      `“${short}”只有一个字，查到的会太多；每个词至少写两个字`,
      `“${short}” is one character and would find too much; write two or more for each word`,
    );
  }
  return words.map(termOf);
}

function termOf(text: string): SearchTerm {
  const number = numberTerm(text);
  const name = nameKey(text);
  return {
    text,
    like: `%${escapeLike(text)}%`,
    bigrams: bigramsOf(text),
    byTrigram: /[\p{L}\p{N}]{3}/u.test(text),
    namePieces: /\p{L}/u.test(name) ? piecesOf(name) : [],
    ...(number ? { number } : {}),
  };
}

/** A complete number or the last four digits and more of one, with or without the matter's own: 990101-2026-000417-1. */
function numberTerm(text: string): NumberTerm | undefined {
  const found = /^(?<submission>(?:(?:\d{6}-)?\d{4}-)?\d{4,9})(?<at>-\d{1,3})?$/.exec(text)?.groups;
  const submission = found?.submission;
  if (submission === undefined) return undefined;
  const like = `%${numberLine(submission)}`;
  return found?.at === undefined ? { like } : { like, matterLike: `%${text}` };
}

/**
 * A number as the last line of `words`: its digits as capital letters, which normalised text never holds, so that looking
 * for digits in the text and for the tail of a number are two things.
 */
export function numberLine(submission: string): string {
  return submission.replace(/\d/g, (digit) => 'ABCDEFGHIJ'[Number(digit)] ?? '');
}

/** What `words` holds of a matter: title, text and requests, one a line, and its submission's number last. */
export function searchWords(
  gist: { title: string; text: string; requests: readonly string[] },
  submission: string,
): string {
  return [...[gist.title, gist.text, ...gist.requests].map(normalise), numberLine(submission)].join('\n');
}

/** A name as it is compared: normalised, without dots and spaces, which people leave out (买买提·艾力). */
export function nameKey(name: string): string {
  return normalise(name).replace(/[\s·•‧・.]/gu, '');
}

/** Each two neighbouring characters of a name, once; they stand in the index as keyed hashes only. */
export function piecesOf(name: string): readonly string[] {
  const characters = [...name];
  return [...new Set(characters.slice(1).map((character, at) => `${characters[at]}${character}`))];
}

/** Text that stands for itself in a LIKE pattern. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (character) => `\\${character}`);
}
