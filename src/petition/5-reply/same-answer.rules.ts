import type { Assignment } from '../../domain/matter.ts';
import { type Refusal, refuse } from '../../domain/refusals.ts';
import type { Verdict } from '../../domain/vocabulary.ts';
import { similarity } from '../../text/similar.ts';

/** From this likeness on, two answers read as one: a word here and there was changed. */
export const MUCH_THE_SAME = 0.9;
/** What names a fact, a piece of evidence or an article takes at least so many characters. */
export const NEW_IN_WORDS = 10;

export interface Renewal {
  /** Of the new answer to the revoked one, 0 to 1. */
  readonly likeness: number;
  /** It is said what is new, in ten characters or more. */
  readonly named: boolean;
}

interface Item {
  readonly finding: string;
  readonly basis: string;
  readonly answer: string;
}

/** How alike two answers are in what they find, rest on and say; the words of the requests are not theirs. */
export function likenessOf(before: readonly Item[], after: readonly Item[]): number {
  const text = (items: readonly Item[]): string =>
    items.map(({ finding, basis, answer }) => `${finding}\n${basis}\n${answer}`).join('\n');
  return similarity(text(before), text(after));
}

export function renewalOf(before: readonly Item[], after: readonly Item[], said: string): Renewal {
  return { likeness: likenessOf(before, after), named: [...said.replace(/\s/g, '')].length >= NEW_IN_WORDS };
}

/**
 * E40. Revoked on facts, evidence or basis, the same outcome needs something new said; where the text is much the same
 * too, that something is named in so many words. A different outcome is a different answer.
 */
export function needNewAnswer(
  { redo }: Pick<Assignment, 'redo'>,
  act: { readonly verdicts: readonly Verdict[]; readonly renewed?: unknown; readonly renewal?: Renewal },
): Refusal | undefined {
  if (!redo?.ban || !isSame(redo.verdicts, act.verdicts)) return undefined;
  if (act.renewed === undefined) {
    return refuse(
      'review.not-the-same-answer',
      409,
      '复查以事实、证据或者依据撤销了原意见，不能以同样的事实和理由作出基本相同的意见；有新的事实、证据或者依据，请写明',
      'The opinion was revoked on facts, evidence or basis; the same answer on the same facts and reasons is not possible. If there are new ones, say which',
      'renewed',
    );
  }
  const { likeness, named } = act.renewal ?? { likeness: 0, named: true };
  if (likeness < MUCH_THE_SAME || named) return undefined;
  const share = Math.round(likeness * 100);
  return refuse(
    'review.not-the-same-answer',
    409,
    `结论和被撤销的意见一样，文字也有${share}%相同；新的事实、证据或者依据要写清楚是什么（至少${NEW_IN_WORDS}个字）`,
    `The outcome is that of the revoked opinion, and so is ${share}% of the text; say which facts, evidence or basis are new (${NEW_IN_WORDS} characters or more)`,
    'renewed',
  );
}

function isSame(before: readonly Verdict[], after: readonly Verdict[]): boolean {
  return before.length === after.length && before.every((verdict, at) => verdict === after[at]);
}
