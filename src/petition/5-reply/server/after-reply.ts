import { actWithPaper, addressee } from '../../../alongside/documents/server/public.ts';
import type { Actor } from '../../../domain/act.ts';
import { nameOf, reviewersOf } from '../../../domain/bodies.ts';
import type { InstrumentKind } from '../../../domain/facts.ts';
import { papersOf } from '../../../domain/matter.ts';
import { type Refusal, refuse, refuseState } from '../../../domain/refusals.ts';
import { type Acted, actOnMatter, actWithNote, keyOf, NO_SUCH_MATTER } from '../../../ledger/act-on-matter.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { findState } from '../../../ledger/read.ts';
import { matterRef } from '../../../ledger/streams.ts';
import { remedyText, resultText, resultTitle } from '../after-reply.papers.rules.ts';
import {
  acceptReport,
  correctRemedy,
  type ReportExecution,
  type ReturnReport,
  reportExecution,
  reportResult,
  returnReport,
} from '../after-reply.rules.ts';

interface OnTask {
  readonly matter: string;
  readonly assignment: string;
  readonly key?: string | undefined;
}

/** E13. */
export function correctTheRemedy(
  ledger: Ledger,
  actor: Actor,
  input: OnTask & { explain: string },
): Promise<Acted | Refusal> {
  const { assignment, explain } = input;
  return actWithPaper(ledger, actor, input, {
    verb: 'matter.correct-remedy',
    rule: correctRemedy,
    kind: 'remedy-correction',
    tell: 'remedy',
    missing: () =>
      explain.trim() === '' ? refuseState('empty', 422, '写明漏了什么', 'Say what was left out', 'explain') : undefined,
    text: ({ state, task, number, gist, context }) => {
      const paper = state.instruments[task?.opinion?.instrument ?? ''];
      return remedyText({
        number,
        gist,
        opinion: paper?.number ? `的处理意见（${paper.number}）` : '的处理意见',
        reviewers: reviewersOf(context.bodies, task?.body ?? ''),
        explain,
      });
    },
    act: (instrument) => (instrument ? { assignment, instrument } : NO_SUCH_MATTER),
  });
}

/** T25. */
export function reportOnExecution(
  ledger: Ledger,
  actor: Actor,
  input: OnTask & { done: boolean; text: string },
): Promise<Acted | Refusal> {
  return actWithNote<ReportExecution>(ledger, actor, input, {
    verb: 'matter.report-execution',
    rule: reportExecution,
    note: { text: input.text },
    missing: refuse(
      'opinion.execution',
      422,
      '写明落实到哪一步、凭什么',
      'Say how far it is carried out, and the evidence',
      'text',
    ),
    act: (content) => ({ assignment: input.assignment, done: input.done, content }),
  });
}

const ASSIGNING: InstrumentKind = 'assignment-letter';

/** D9, signed by the head, to whoever assigned the matter. */
export async function reportTheResult(
  ledger: Ledger,
  actor: Actor,
  input: OnTask & { findings: string; handling: string; attitude: string },
): Promise<Acted | Refusal> {
  const { assignment, findings, handling, attitude } = input;
  const account = actor.kind === 'staff' ? actor.account : '';
  const before = /^\d{6}-/.test(input.matter) ? await findState(ledger, matterRef(input.matter)) : undefined;
  const handler = before?.assignments[assignment]?.handler ?? account;
  const { rows } = await ledger.pool.query<{ id: string; name: string }>(
    'select id, name from account where id = any($1)',
    [[account, handler]],
  );
  const nameOfAccount = (id: string): string => rows.find((row) => row.id === id)?.name ?? '';
  return actWithPaper(ledger, actor, input, {
    verb: 'matter.report-result',
    rule: reportResult,
    kind: 'result-report',
    missing() {
      const gap = (['findings', 'handling'] as const).find((field) => input[field].trim() === '');
      return gap && refuseState('empty', 422, '写明查明的情况和处理结果', 'Say what was found and done', gap);
    },
    head: ({ state, task, gist }) => ({
      addressee: nameOf(ledger.reference.bodies, task?.from ?? '').zh,
      title: resultTitle(addressee(gist, state.petitioners), gist),
    }),
    text: ({ state, task, number, gist, issuer }) =>
      resultText({
        number,
        gist,
        letter:
          papersOf(state).findLast((paper) => paper.kind === ASSIGNING && paper.assignment === task?.id)?.number ?? '',
        people: addressee(gist, state.petitioners),
        findings,
        handling,
        attitude,
        answer: state.instruments[task?.opinion?.instrument ?? '']?.number,
        answeredOn: task?.service?.on,
        head: nameOfAccount(account),
        handler: nameOfAccount(handler),
        phone: issuer.phone,
      }),
    act: (instrument) => (instrument ? { assignment, instrument } : NO_SUCH_MATTER),
  });
}

export function acceptTheReport(ledger: Ledger, actor: Actor, input: OnTask): Promise<Acted | Refusal> {
  return actOnMatter(ledger, {
    actor,
    verb: 'matter.accept-report',
    matter: input.matter,
    key: keyOf(input),
    decide: (tools, state) => acceptReport.decide(state, { assignment: input.assignment }, tools.context(state.pack)),
  });
}

export function returnTheReport(
  ledger: Ledger,
  actor: Actor,
  input: OnTask & { reason: string },
): Promise<Acted | Refusal> {
  return actWithNote<ReturnReport>(ledger, actor, input, {
    verb: 'matter.return-report',
    rule: returnReport,
    note: { text: input.reason },
    missing: refuseState('empty', 422, '写明哪里不够', 'Say what is lacking', 'reason'),
    act: (content) => ({ assignment: input.assignment, content }),
  });
}
