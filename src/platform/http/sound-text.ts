import type { core } from 'zod';
import type { Sentence } from './route.contract.ts';

const SAID: Sentence = {
  zh: '里有不能保存的字符（空字符或半个字符），请删去后再发',
  en: 'holds a character that cannot be stored (NUL or half of a pair); take it out and send it again',
};

/** As many as an answer names. */
const MOST = 20;

/**
 * The texts in a request that no database keeps: with NUL, or with half of a surrogate pair. JSON can write both, and what
 * is only found when the row is written is found too late to say which field it was.
 */
export function findUnsound(value: unknown): core.$ZodIssue[] {
  const found: core.$ZodIssue[] = [];
  look(value, [], found);
  return found;
}

function look(value: unknown, path: PropertyKey[], found: core.$ZodIssue[]): void {
  if (found.length >= MOST) return;
  if (typeof value === 'string') {
    if (!isSound(value)) found.push(issueAt(path));
  } else if (Array.isArray(value)) {
    for (const [at, part] of value.entries()) look(part, [...path, at], found);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, part] of Object.entries(value)) {
      if (isSound(name)) look(part, [...path, name], found);
      else found.push(issueAt(path));
    }
  }
}

function isSound(text: string): boolean {
  return text.isWellFormed() && !text.includes('\u0000');
}

function issueAt(path: PropertyKey[]): core.$ZodIssue {
  const name = path.map(String).join('.').slice(0, 200);
  const said =
    name === ''
      ? { zh: `内容${SAID.zh}`, en: `The request ${SAID.en}` }
      : { zh: `${name} ${SAID.zh}`, en: `${name} ${SAID.en}` };
  return { code: 'custom', path, message: said.en, params: { said } };
}
