import type { Actor } from '../../../domain/act.ts';
import type { Note } from '../../../domain/particulars.ts';
import { type Refusal, refuseState } from '../../../domain/refusals.ts';
import { type Acted, actOnMatter, keyOf } from '../../../ledger/act-on-matter.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { askReview } from '../review.rules.ts';

/** T26: why, and to which of the bodies named in the opinion. */
export function askForReview(
  ledger: Ledger,
  actor: Actor,
  input: { matter: string; reviewer: string; reason: string; key?: string | undefined },
): Promise<Acted | Refusal> {
  return actOnMatter(ledger, {
    actor,
    verb: 'matter.ask-review',
    matter: input.matter,
    key: keyOf(input),
    decide(tools, state, ref) {
      const context = tools.context(state.pack);
      const refusal = askReview.mayBegin(state, undefined, context);
      if (refusal) return refusal;
      if (input.reason.trim() === '')
        return refuseState(
          'empty',
          422,
          '写一句：对答复哪里不同意',
          'Say in a sentence what you do not agree with',
          'reason',
        );
      const content = tools.content(ref, 'note', { text: input.reason } satisfies Note);
      return askReview.decide(state, { reviewer: input.reviewer, content }, context);
    },
  });
}
