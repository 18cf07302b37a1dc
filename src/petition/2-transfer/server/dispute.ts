import { actWithPaper } from '../../../alongside/documents/server/public.ts';
import type { Actor } from '../../../domain/act.ts';
import { nameOf } from '../../../domain/bodies.ts';
import { type Refusal, refuseState } from '../../../domain/refusals.ts';
import { type Acted, actWithNote, NO_SUCH_MATTER } from '../../../ledger/act-on-matter.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { competenceText } from '../dispute.papers.rules.ts';
import { decideCompetence, type RaiseDispute, raiseDispute } from '../dispute.rules.ts';

interface On {
  readonly matter: string;
  readonly key?: string | undefined;
}

const NO_REASON = refuseState('empty', 422, '写明理由', 'Give the reasons', 'reasons');

/** T13, with the reasons of the body that raises it. */
export function raiseTheDispute(
  ledger: Ledger,
  actor: Actor,
  input: On & { assignment: string; suggests: string; reasons: string },
): Promise<Acted | Refusal> {
  return actWithNote<RaiseDispute>(ledger, actor, input, {
    verb: 'matter.raise-dispute',
    rule: raiseDispute,
    note: { text: input.reasons },
    missing: NO_REASON,
    act: (content) => ({ assignment: input.assignment, suggests: input.suggests, content }),
  });
}

/** D11, by the common superior or the office of the joint meeting. */
export function decideOnCompetence(
  ledger: Ledger,
  actor: Actor,
  input: On & { assignment: string; to: string; reasons: string },
): Promise<Acted | Refusal> {
  const { bodies } = ledger.reference;
  return actWithPaper(ledger, actor, input, {
    verb: 'matter.decide-competence',
    rule: decideCompetence,
    kind: 'competence-decision',
    missing: () => (input.reasons.trim() === '' ? NO_REASON : undefined),
    head: ({ task }) => ({
      addressee: [task?.body, task?.dispute?.suggests].map((id) => nameOf(bodies, id ?? '').zh).join('、'),
    }),
    text: ({ number, gist, task, context }) =>
      competenceText({
        number,
        gist,
        parties: [task?.body, task?.dispute?.suggests].map((id) => nameOf(bodies, id ?? '').zh),
        to: nameOf(bodies, input.to).zh,
        reasons: input.reasons,
        on: context.today,
      }),
    act: (instrument) => (instrument ? { assignment: input.assignment, to: input.to, instrument } : NO_SUCH_MATTER),
  });
}
