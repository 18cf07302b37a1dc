import { type Actor, actorId } from '../../../domain/act.ts';
import { mayRead, refuseClosed } from '../../../domain/permission.ts';
import type { ExOfficioReason } from '../../../domain/proceedings.ts';
import { isRefusal, type Refusal, refuseState } from '../../../domain/refusals.ts';
import { type Acted, actWithNote, keyOf, NO_SUCH_MATTER } from '../../../ledger/act-on-matter.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { findState } from '../../../ledger/read.ts';
import { factsFor, record } from '../../../ledger/record.ts';
import { matterRef, submissionRef } from '../../../ledger/streams.ts';
import {
  type ContinueExOfficio,
  continueExOfficio,
  endWithoutSuccessor,
  type NoteDeath,
  nameSuccessor,
  noteDeath,
  type TakeBackWithdrawal,
  takeBackWithdrawal,
} from '../standing.rules.ts';
import { peopleIndexing } from './intake.ts';

interface On {
  readonly matter: string;
  readonly key?: string | undefined;
}

const EMPTY = refuseState('empty', 422, '写一句为什么', 'Say why in a sentence', 'text');

/** E31, by the petitioner; a reason is welcome and not needed. */
export function takeBack(ledger: Ledger, actor: Actor, input: On & { reason: string }): Promise<Acted | Refusal> {
  return actWithNote<TakeBackWithdrawal>(ledger, actor, input, {
    verb: 'matter.take-back-withdrawal',
    rule: takeBackWithdrawal,
    note: { text: input.reason.trim() === '' ? '（没有写原因）' : input.reason },
    missing: EMPTY,
    act: (content) => ({ content }),
  });
}

export function continueMatter(
  ledger: Ledger,
  actor: Actor,
  input: On & { reason: ExOfficioReason; text: string },
): Promise<Acted | Refusal> {
  return actWithNote<ContinueExOfficio>(ledger, actor, input, {
    verb: 'matter.continue-ex-officio',
    rule: continueExOfficio,
    note: { text: input.text },
    missing: EMPTY,
    act: (content) => ({ reason: input.reason, content }),
  });
}

export function noteTheDeath(ledger: Ledger, actor: Actor, input: On & { text: string }): Promise<Acted | Refusal> {
  return actWithNote<NoteDeath>(ledger, actor, input, {
    verb: 'matter.note-death',
    rule: noteDeath,
    note: { text: input.text },
    missing: EMPTY,
    act: (content) => ({ content }),
  });
}

export function endWithNobody(ledger: Ledger, actor: Actor, input: On & { text: string }): Promise<Acted | Refusal> {
  return actWithNote<NoteDeath>(ledger, actor, input, {
    verb: 'matter.end-without-successor',
    rule: endWithoutSuccessor,
    note: { text: input.text },
    missing: EMPTY,
    act: (content) => ({ content }),
  });
}

/** E32: who goes on with it follows with the same code and their own telephone or name. */
export async function nameTheSuccessor(
  ledger: Ledger,
  actor: Actor,
  input: On & { name: string; phone?: string | undefined; address?: string | undefined; relation: string },
): Promise<Acted | Refusal> {
  const ref = matterRef(input.matter);
  const before = await findState(ledger, ref);
  if (!before || !mayRead(before, ref.region, actor, ledger.reference.bodies))
    return refuseClosed(before, actor) ?? NO_SUCH_MATTER;
  const source = submissionRef(before.submissions[0] ?? '');
  const key = keyOf(input);
  const done = await record<Acted>(ledger, {
    actor,
    verb: 'matter.name-successor',
    streams: [ref, source],
    ...(key ? { key: { region: ref.region, ...key } } : {}),
    decide(tools) {
      const state = tools.read(ref);
      const context = tools.context(state.pack);
      const refusal = nameSuccessor.mayBegin(state, undefined, context);
      if (refusal) return refusal;
      const { name, phone, address, relation } = input;
      const person = { name, ...(phone ? { phone } : {}), ...(address ? { address } : {}) };
      const facts = nameSuccessor.decide(
        state,
        { content: tools.content(ref, 'note', { text: `${name}（${relation}）` }) },
        context,
      );
      if (isRefusal(facts)) return facts;
      return {
        facts: [
          factsFor(ref, facts),
          factsFor(source, [
            {
              kind: 'SuccessorNamed',
              body: { by: actorId(actor), on: context.today, content: tools.content(source, 'person', person) },
            },
          ]),
        ],
        outbox: peopleIndexing(source.id),
        answer: { matter: ref.id, seq: state.seq + facts.length, facts: facts.map(({ kind }) => kind) },
      };
    },
  });
  return isRefusal(done) ? done : done.answer;
}
