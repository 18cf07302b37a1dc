import type { Actor } from '../../../domain/act.ts';
import type { Note } from '../../../domain/particulars.ts';
import type { Refusal } from '../../../domain/refusals.ts';
import type { RatedSide, RatingLevel } from '../../../domain/vocabulary.ts';
import { type Acted, actOnMatter, keyOf } from '../../../ledger/act-on-matter.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { rate } from '../evaluation.rules.ts';

/** T35: one side of the two, by the petitioner alone. */
export function rateMatter(
  ledger: Ledger,
  actor: Actor,
  input: { matter: string; side: RatedSide; level: RatingLevel; reason: string; key?: string | undefined },
): Promise<Acted | Refusal> {
  return actOnMatter(ledger, {
    actor,
    verb: 'matter.rate',
    matter: input.matter,
    key: keyOf(input),
    decide(tools, state, ref) {
      const { side, level, reason } = input;
      const content = reason.trim() === '' ? undefined : tools.content(ref, 'note', { text: reason } satisfies Note);
      return rate.decide(state, { side, level, reason, ...(content ? { content } : {}) }, tools.context(state.pack));
    },
  });
}
