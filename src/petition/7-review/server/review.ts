import type { Actor } from '../../../domain/act.ts';
import { type Refusal, refuseState } from '../../../domain/refusals.ts';
import { type Acted, actWithNote } from '../../../ledger/act-on-matter.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { type AskReview, askReview } from '../review.rules.ts';

/** T26: why, and to which of the bodies named in the opinion. */
export function askForReview(
  ledger: Ledger,
  actor: Actor,
  input: { matter: string; reviewer: string; reason: string; key?: string | undefined },
): Promise<Acted | Refusal> {
  return actWithNote<AskReview>(ledger, actor, input, {
    verb: 'matter.ask-review',
    rule: askReview,
    note: { text: input.reason },
    missing: refuseState(
      'empty',
      422,
      '写一句：对答复哪里不同意',
      'Say in a sentence what you do not agree with',
      'reason',
    ),
    act: (content) => ({ reviewer: input.reviewer, content }),
  });
}
