import type { Actor } from '../../../domain/act.ts';
import { type Refusal, refuseState } from '../../../domain/refusals.ts';
import { type Acted, actWithNote } from '../../../ledger/act-on-matter.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { type AskReview, askReview, askReviewLate } from '../asking.rules.ts';

/** T26, T29: why, and to which of the bodies named in the opinion; late with a good cause, or not (E14). */
export function askForReview(
  ledger: Ledger,
  actor: Actor,
  input: {
    matter: string;
    reviewer: string;
    reason: string;
    newRequests?: readonly string[] | undefined;
    excuse?: string | undefined;
    key?: string | undefined;
  },
): Promise<Acted | Refusal> {
  const { reviewer, newRequests = [], excuse = '' } = input;
  const rule = excuse.trim() === '' ? askReview : askReviewLate;
  return actWithNote<AskReview>(ledger, actor, input, {
    verb: 'matter.ask-review',
    rule,
    note: { text: input.reason },
    missing: refuseState(
      'empty',
      422,
      '写一句：对答复哪里不同意',
      'Say in a sentence what you do not agree with',
      'reason',
    ),
    act: (content, note) => ({
      reviewer,
      content,
      newRequests: newRequests.length,
      ...(excuse.trim() === '' ? {} : { excuse: note(excuse.trim()) }),
    }),
  });
}
