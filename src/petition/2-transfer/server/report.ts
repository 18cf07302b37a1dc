import { contactOf, PAPER_KINDS } from '../../../alongside/documents/paper.contract.ts';
import { bodyOfActor, countersFor, issuePaper } from '../../../alongside/documents/server/public.ts';
import type { Actor } from '../../../domain/act.ts';
import { nameOf } from '../../../domain/bodies.ts';
import { mayRead, refuseClosed } from '../../../domain/permission.ts';
import { isRefusal, type Refusal, refuse, refuseState } from '../../../domain/refusals.ts';
import { type Acted, actWithNote, keyOf, NO_SUCH_MATTER } from '../../../ledger/act-on-matter.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { findState } from '../../../ledger/read.ts';
import { factsFor, record } from '../../../ledger/record.ts';
import { matterRef, submissionRef } from '../../../ledger/streams.ts';
import { reportTransferText } from '../dispute.papers.rules.ts';
import {
  concludeReport,
  letterFollows,
  type NoteReport,
  namesAccused,
  noteReport,
  passReport,
} from '../report.rules.ts';

interface On {
  readonly matter: string;
  readonly key?: string | undefined;
}

const NUMBER = /^\d{6}-\d{4}-\d{6,9}-\d{1,3}$/;

const NOT_IN_THE_LETTER = refuse(
  'report.sealed',
  422,
  '附言里不要写被检举的单位，对方打开材料就能看到',
  'Leave the body complained of out of the remark; the keeper there reads it in the report',
  'remark',
);

/** E27: a sealed report goes to the keeper of the competent body, and its letter with it; the covering paper says nothing of it. */
export async function passTheReport(
  ledger: Ledger,
  actor: Actor,
  input: On & { to: string; remark: string },
): Promise<Acted | Refusal> {
  const { bodies } = ledger.reference;
  if (!NUMBER.test(input.matter)) return NO_SUCH_MATTER;
  const ref = matterRef(input.matter);
  const before = await findState(ledger, ref);
  if (!before || !mayRead(before, ref.region, actor, bodies)) return refuseClosed(before, actor) ?? NO_SUCH_MATTER;
  const letter = submissionRef(before.submissions[0] ?? '');
  const others = ((await findState(ledger, letter))?.matters ?? [])
    .filter((other) => other !== ref.id)
    .map((other) => matterRef(other));
  const key = keyOf(input);
  const done = await record<Acted>(ledger, {
    actor,
    verb: 'matter.pass-report',
    streams: [ref, letter, ...others],
    counters: countersFor(ledger, actor, ['report-transfer']),
    ...(key ? { key: { region: ref.region, ...key } } : {}),
    decide(tools) {
      const state = tools.read(ref);
      const context = tools.context(state.pack);
      const issuer = bodyOfActor(ledger, actor);
      if (!issuer || !mayRead(state, ref.region, actor, bodies)) return refuseClosed(state, actor) ?? NO_SUCH_MATTER;
      const refusal = passReport.mayBegin(state, undefined, context);
      if (refusal) return refusal;
      if (namesAccused(input.remark, state.accused, bodies)) return NOT_IN_THE_LETTER;
      const kind = 'report-transfer';
      const instrument = issuePaper(tools, ref, issuer, {
        kind,
        title: PAPER_KINDS[kind].zh,
        addressee: nameOf(bodies, input.to).zh,
        paragraphs: reportTransferText(ref.id, input.remark),
        date: context.today,
        contact: contactOf(issuer),
      });
      const facts = passReport.decide(state, { to: input.to, instrument }, context);
      if (isRefusal(facts)) return facts;
      const rest = others.map((other) => tools.read(other));
      const along = letterFollows(tools.read(letter), rest, input.to, context);
      return {
        facts: [factsFor(ref, facts), ...(along.length > 0 ? [factsFor(letter, along)] : [])],
        answer: { matter: ref.id, seq: state.seq + facts.length, facts: facts.map((fact) => fact.kind) },
      };
    },
  });
  return isRefusal(done) ? done : done.answer;
}

const NO_TEXT = refuseState('empty', 422, '写明情况', 'Say what was done', 'text');

export function noteOnReport(ledger: Ledger, actor: Actor, input: On & { text: string }): Promise<Acted | Refusal> {
  return actWithNote<NoteReport>(ledger, actor, input, {
    verb: 'matter.note-report',
    rule: noteReport,
    note: { text: input.text },
    missing: NO_TEXT,
    act: (content) => ({ content }),
  });
}

export function concludeTheReport(
  ledger: Ledger,
  actor: Actor,
  input: On & { text: string },
): Promise<Acted | Refusal> {
  return actWithNote<NoteReport>(ledger, actor, input, {
    verb: 'matter.conclude-report',
    rule: concludeReport,
    note: { text: input.text },
    missing: NO_TEXT,
    act: (content) => ({ content }),
  });
}
