import type { Actor } from '../../../domain/act.ts';
import type { Day } from '../../../domain/days.ts';
import type { RevisitWay } from '../../../domain/proceedings.ts';
import { type Refusal, refuseState } from '../../../domain/refusals.ts';
import type { RatedSide } from '../../../domain/vocabulary.ts';
import { type Acted, actWithNote } from '../../../ledger/act-on-matter.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import {
  type Rehandle,
  type ReopenRating,
  type Revisit,
  rehandle,
  reopenRating,
  revisit,
} from '../after-rating.rules.ts';

interface On {
  readonly matter: string;
  readonly key?: string | undefined;
}

export function noteRehandling(ledger: Ledger, actor: Actor, input: On & { text: string }): Promise<Acted | Refusal> {
  return actWithNote<Rehandle>(ledger, actor, input, {
    verb: 'matter.rehandle',
    rule: rehandle,
    note: { text: input.text },
    missing: refuseState('empty', 422, '写明又做了什么', 'Say what more was done', 'text'),
    act: (content) => ({ content }),
  });
}

export function reopenTheRating(
  ledger: Ledger,
  actor: Actor,
  input: On & { side: RatedSide; reason: string },
): Promise<Acted | Refusal> {
  return actWithNote<ReopenRating>(ledger, actor, input, {
    verb: 'matter.reopen-rating',
    rule: reopenRating,
    tell: 'rate-again',
    note: { text: input.reason },
    missing: refuseState('empty', 422, '写明为什么请信访人再评', 'Say why the petitioner is asked again', 'reason'),
    act: (content) => ({ side: input.side, content }),
  });
}

export function noteRevisit(
  ledger: Ledger,
  actor: Actor,
  input: On & {
    on: Day;
    way: RevisitWay;
    reached: boolean;
    carriedOut: 'yes' | 'partly' | 'no' | 'unknown';
    text: string;
  },
): Promise<Acted | Refusal> {
  const { on, way, reached, carriedOut } = input;
  return actWithNote<Revisit>(ledger, actor, input, {
    verb: 'matter.revisit',
    rule: revisit,
    note: { text: input.text },
    missing: refuseState(
      'empty',
      422,
      '写明落实情况和还有什么请求',
      'Say what was carried out and what is still asked',
      'text',
    ),
    act: (content) => ({ on, way, reached, carriedOut, content }),
  });
}
