import { paragraph } from '../../../alongside/documents/paper.contract.ts';
import { actWithPaper, type PaperCase } from '../../../alongside/documents/server/public.ts';
import type { Actor } from '../../../domain/act.ts';
import { nameOf } from '../../../domain/bodies.ts';
import { type MatterState, NO_MATTER, noticeIsDue } from '../../../domain/matter.ts';
import type { Procedure } from '../../../domain/proceedings.ts';
import { type Refusal, refuseState } from '../../../domain/refusals.ts';
import type { AnsweredReason, NotAcceptedReason, Route } from '../../../domain/vocabulary.ts';
import type { Acted } from '../../../ledger/act-on-matter.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { findState } from '../../../ledger/read.ts';
import { matterRef } from '../../../ledger/streams.ts';
import { acceptanceText, nonAcceptanceText, procedureText } from '../acceptance.papers.rules.ts';
import { accept, acceptanceClock, acceptedOn, answerDirectly, routeOut } from '../acceptance.rules.ts';
import { notAccept } from '../decline.rules.ts';
import { type Standing, standingOf } from '../standing.rules.ts';

interface OnTask {
  readonly matter: string;
  readonly assignment: string;
  readonly key?: string | undefined;
}

/** Name and telephone the petitioner may ask; defaults to those of the body. */
interface Contact {
  readonly handler?: string | undefined;
  readonly phone?: string | undefined;
}

/** What every notice to the petitioner begins with. */
function noticed(ledger: Ledger, { state, task, number, issuer, gist }: PaperCase, contact: Contact) {
  const sender = task && task.mode !== 'own' ? ledger.reference.bodies.find(task.from)?.name.zh : undefined;
  return {
    number,
    gist,
    receivedOn: task?.signedOn ?? state.receivedOn,
    sender,
    handler: contact.handler ?? '本单位信访工作人员',
    phone: contact.phone ?? issuer.phone,
  };
}

/** T14 with its notice D2, where a notice is owed. */
export function acceptMatter(
  ledger: Ledger,
  actor: Actor,
  input: OnTask & Contact & { route: Route; procedure?: Procedure },
): Promise<Acted | Refusal> {
  const { assignment, route, procedure = 'ordinary' } = input;
  return actWithPaper(ledger, actor, input, {
    verb: 'matter.accept',
    rule: accept,
    kind: 'acceptance-notice',
    text(of) {
      if (!noticeIsDue(of.state) || !of.task) return undefined;
      const clock = acceptanceClock(of.state, of.task, route, of.context, procedure);
      const due = clock?.do === 'start' ? clock.derivation.statutoryDue : undefined;
      const on = acceptedOn(of.state, of.task, of.context);
      return acceptanceText({
        ...noticed(ledger, of, input),
        on,
        deemed: on < of.context.today,
        route,
        due,
        procedure,
      });
    },
    act: (instrument) => ({ assignment, route, procedure, ...(instrument ? { instrument } : {}) }),
  });
}

/** T15 with its notice D4. */
export async function declineMatter(
  ledger: Ledger,
  actor: Actor,
  input: Contact & {
    matter: string;
    assignment?: string | undefined;
    key?: string | undefined;
    reason: NotAcceptedReason;
    cites?: string | undefined;
    confirmedSame: boolean;
    explain: string;
    goTo: string;
  },
): Promise<Acted | Refusal> {
  const { assignment, reason, cites, confirmedSame, explain, goTo } = input;
  /* How the cited matter stands decides; whether this officer may open it does not (design §2). */
  const cited = cites === undefined ? undefined : ((await findState(ledger, matterRef(cites))) ?? NO_MATTER);
  return actWithPaper(ledger, actor, input, {
    verb: 'matter.not-accept',
    rule: notAccept,
    kind: reason === 'final' ? 'final-notice' : 'non-acceptance-notice',
    missing: () =>
      goTo.trim() === ''
        ? refuseState('empty', 422, '写明信访人应当找哪里', 'Say where the petitioner should turn', 'goTo')
        : undefined,
    text: (of) =>
      noticeIsDue(of.state)
        ? nonAcceptanceText({
            ...noticed(ledger, of, input),
            reason,
            explain,
            goTo,
            cites,
            standing: reason === 'pending-elsewhere' ? standing(ledger, cited) : undefined,
            final: finalOpinion(ledger, cited),
          })
        : undefined,
    act: (instrument) => ({
      reason,
      confirmedSame,
      ...(assignment === undefined ? {} : { assignment }),
      ...(cites !== undefined && cited ? { cites: { matter: cites, state: cited } } : {}),
      ...(instrument ? { instrument } : {}),
    }),
  });
}

/** How the cited matter stands, as D4 says it. */
function standing(ledger: Ledger, cited: MatterState | undefined): Standing | undefined {
  const found = cited && standingOf(cited);
  return found && { ...found, body: nameOf(ledger.reference.bodies, found.body).zh };
}

/** Number, day and body of the re-review that ended a matter, as D5 cites it. */
function finalOpinion(ledger: Ledger, cited: MatterState | undefined) {
  const review = cited?.final?.review === undefined ? undefined : cited.reviews[cited.final.review];
  const paper = cited?.instruments[review?.decision?.instrument ?? ''];
  return (
    paper && {
      number: paper.number ?? '',
      on: paper.issuedOn,
      by: nameOf(ledger.reference.bodies, paper.issuer).zh,
    }
  );
}

/** What a notice of the legal procedure must name (law.md D6). */
const NAMED = [
  ['body', '主管机关和地址', 'the competent body and its address'],
  ['limit', '时限', 'the time limit'],
  ['materials', '需要的材料', 'the papers needed'],
] as const;

/** T16 with its notice D6: body, time limit and papers are all needed. */
export function leadIntoProcedure(
  ledger: Ledger,
  actor: Actor,
  input: OnTask & Contact & { route: Route; body: string; limit: string; materials: string; explain: string },
): Promise<Acted | Refusal> {
  const { assignment, route, body, limit, materials, explain } = input;
  return actWithPaper(ledger, actor, input, {
    verb: 'matter.route-out',
    rule: routeOut,
    kind: 'procedure-notice',
    missing() {
      const gap = NAMED.find(([field]) => input[field].trim() === '');
      return gap && refuseState('empty', 422, `写明${gap[1]}`, `Say ${gap[2]}`, gap[0]);
    },
    text: (of) =>
      noticeIsDue(of.state)
        ? procedureText({ ...noticed(ledger, of, input), route, body, limit, materials, explain })
        : undefined,
    act: (instrument) => ({ assignment, route, ...(instrument ? { instrument } : {}) }),
  });
}

/** T17 with the reply, where there is somebody to reply to; otherwise a note says why it was filed. */
export function answerMatterDirectly(
  ledger: Ledger,
  actor: Actor,
  input: {
    matter: string;
    assignment?: string | undefined;
    reason: AnsweredReason;
    answer: string;
    key?: string | undefined;
  },
): Promise<Acted | Refusal> {
  const { assignment, reason, answer } = input;
  return actWithPaper(ledger, actor, input, {
    verb: 'matter.answer-directly',
    rule: answerDirectly,
    kind: 'direct-reply',
    missing: () =>
      answer.trim() === ''
        ? refuseState('empty', 422, '写明怎样答复，或者为什么存件', 'Write the answer, or why it is filed', 'answer')
        : undefined,
    text: ({ state, gist, number }) =>
      noticeIsDue(state)
        ? [paragraph(`您反映的“${gist.title}”（编号${number}）收悉，现答复如下：`), paragraph(answer.trim())]
        : undefined,
    act: (instrument, _of, note) => ({
      reason,
      ...(assignment === undefined ? {} : { assignment }),
      ...(instrument ? { instrument } : { note: note(answer) }),
    }),
  });
}
