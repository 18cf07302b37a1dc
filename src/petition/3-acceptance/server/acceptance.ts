import { contactOf, PAPER_KINDS, paragraph } from '../../../alongside/documents/paper.rules.ts';
import {
  addressee,
  bodyOfActor,
  countersFor,
  issuePaper,
  readGist,
} from '../../../alongside/documents/server/public.ts';
import type { ActContext, Actor } from '../../../domain/act.ts';
import type { Body } from '../../../domain/bodies.ts';
import type { InstrumentKind } from '../../../domain/facts.ts';
import type { Assignment, MatterState } from '../../../domain/matter.ts';
import type { Gist } from '../../../domain/particulars.ts';
import { type Refusal, refuseState } from '../../../domain/refusals.ts';
import type { AnsweredReason, NotAcceptedReason, Route } from '../../../domain/vocabulary.ts';
import { type Acted, actOnMatter, keyOf, NO_SUCH_MATTER } from '../../../ledger/act-on-matter.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { acceptanceText, nonAcceptanceText, procedureText } from '../acceptance.papers.rules.ts';
import { accept, acceptanceClock, answerDirectly, notAccept, noticeIsDue, routeOut } from '../acceptance.rules.ts';

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

function noticed(
  ledger: Ledger,
  issuer: Body,
  state: MatterState,
  task: Assignment | undefined,
  matter: string,
  gist: Gist,
  contact: Contact,
) {
  const sender = task && task.mode !== 'own' ? ledger.reference.bodies.find(task.from)?.name.zh : undefined;
  return {
    number: matter,
    gist,
    receivedOn: task?.signedOn ?? state.receivedOn,
    sender,
    handler: contact.handler ?? '本单位信访工作人员',
    phone: contact.phone ?? issuer.phone,
  };
}

function sheet(kind: InstrumentKind, issuer: Body, gist: Gist, state: MatterState, context: ActContext) {
  return {
    kind,
    title: PAPER_KINDS[kind].zh,
    addressee: addressee(gist, state.petitioners),
    date: context.today,
    contact: contactOf(issuer),
  };
}

/** T14 with its notice D2, where a notice is owed. */
export async function acceptMatter(
  ledger: Ledger,
  actor: Actor,
  input: OnTask & Contact & { route: Route },
): Promise<Acted | Refusal> {
  const gist = await readGist(ledger, input.matter);
  return actOnMatter(ledger, {
    actor,
    verb: 'matter.accept',
    matter: input.matter,
    key: keyOf(input),
    counters: countersFor(ledger, actor, ['acceptance-notice']),
    decide(tools, state, ref) {
      const context = tools.context(state.pack);
      const refusal = accept.mayBegin(state, input.assignment, context);
      if (refusal) return refusal;
      const issuer = bodyOfActor(ledger, actor);
      const task = state.assignments[input.assignment];
      if (!issuer || !task) return NO_SUCH_MATTER;
      const clock = acceptanceClock(task, input.route, context);
      const due = clock?.do === 'start' ? clock.derivation.statutoryDue : undefined;
      const instrument = noticeIsDue(state)
        ? issuePaper(tools, ref, issuer, {
            ...sheet('acceptance-notice', issuer, gist, state, context),
            paragraphs: acceptanceText({
              ...noticed(ledger, issuer, state, task, ref.id, gist, input),
              on: context.today,
              route: input.route,
              due,
            }),
          })
        : undefined;
      return accept.decide(
        state,
        { assignment: task.id, route: input.route, ...(instrument ? { instrument } : {}) },
        context,
      );
    },
  });
}

/** T15 with its notice D4. */
export async function declineMatter(
  ledger: Ledger,
  actor: Actor,
  input: OnTask & Contact & { reason: NotAcceptedReason; explain: string; goTo: string },
): Promise<Acted | Refusal> {
  const gist = await readGist(ledger, input.matter);
  return actOnMatter(ledger, {
    actor,
    verb: 'matter.not-accept',
    matter: input.matter,
    key: keyOf(input),
    counters: countersFor(ledger, actor, ['non-acceptance-notice']),
    decide(tools, state, ref) {
      const context = tools.context(state.pack);
      const refusal = notAccept.mayBegin(state, input.assignment, context);
      if (refusal) return refusal;
      if (input.goTo.trim() === '')
        return refuseState('empty', 422, '写明信访人应当找哪里', 'Say where the petitioner should turn', 'goTo');
      const issuer = bodyOfActor(ledger, actor);
      const task = state.assignments[input.assignment];
      if (!issuer || !task) return NO_SUCH_MATTER;
      const instrument = noticeIsDue(state)
        ? issuePaper(tools, ref, issuer, {
            ...sheet('non-acceptance-notice', issuer, gist, state, context),
            paragraphs: nonAcceptanceText({
              ...noticed(ledger, issuer, state, task, ref.id, gist, input),
              ...input,
              phone: input.phone ?? issuer.phone,
              handler: '',
            }),
          })
        : undefined;
      return notAccept.decide(
        state,
        { assignment: task.id, reason: input.reason, ...(instrument ? { instrument } : {}) },
        context,
      );
    },
  });
}

/** T16 with its notice D6: body, time limit and papers are all needed. */
export async function leadIntoProcedure(
  ledger: Ledger,
  actor: Actor,
  input: OnTask & Contact & { route: Route; body: string; limit: string; materials: string; explain: string },
): Promise<Acted | Refusal> {
  const gist = await readGist(ledger, input.matter);
  return actOnMatter(ledger, {
    actor,
    verb: 'matter.route-out',
    matter: input.matter,
    key: keyOf(input),
    counters: countersFor(ledger, actor, ['procedure-notice']),
    decide(tools, state, ref) {
      const context = tools.context(state.pack);
      const refusal = routeOut.mayBegin(state, input.assignment, context);
      if (refusal) return refusal;
      for (const [field, zh, en] of [
        ['body', '主管机关和地址', 'the competent body and its address'],
        ['limit', '时限', 'the time limit'],
        ['materials', '需要的材料', 'the papers needed'],
      ] as const) {
        if (input[field].trim() === '') return refuseState('empty', 422, `写明${zh}`, `Say ${en}`, field);
      }
      const issuer = bodyOfActor(ledger, actor);
      const task = state.assignments[input.assignment];
      if (!issuer || !task) return NO_SUCH_MATTER;
      const instrument = noticeIsDue(state)
        ? issuePaper(tools, ref, issuer, {
            ...sheet('procedure-notice', issuer, gist, state, context),
            paragraphs: procedureText({
              ...noticed(ledger, issuer, state, task, ref.id, gist, input),
              ...input,
              phone: input.phone ?? issuer.phone,
              handler: '',
            }),
          })
        : undefined;
      return routeOut.decide(
        state,
        { assignment: task.id, route: input.route, ...(instrument ? { instrument } : {}) },
        context,
      );
    },
  });
}

/** T17 with the reply, where there is somebody to reply to. */
export async function answerMatterDirectly(
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
  const gist = await readGist(ledger, input.matter);
  return actOnMatter(ledger, {
    actor,
    verb: 'matter.answer-directly',
    matter: input.matter,
    key: keyOf(input),
    counters: countersFor(ledger, actor, ['direct-reply']),
    decide(tools, state, ref) {
      const context = tools.context(state.pack);
      const refusal = answerDirectly.mayBegin(state, input.assignment, context);
      if (refusal) return refusal;
      const issuer = bodyOfActor(ledger, actor);
      if (!issuer) return NO_SUCH_MATTER;
      if (input.answer.trim() === '')
        return refuseState(
          'empty',
          422,
          '写明怎样答复，或者为什么存件',
          'Write the answer, or why it is filed',
          'answer',
        );
      const instrument = noticeIsDue(state)
        ? issuePaper(tools, ref, issuer, {
            ...sheet('direct-reply', issuer, gist, state, context),
            paragraphs: [
              paragraph(`您反映的“${gist.title}”（编号${ref.id}）收悉，现答复如下：`),
              paragraph(input.answer.trim()),
            ],
          })
        : undefined;
      const act = { reason: input.reason, ...(input.assignment === undefined ? {} : { assignment: input.assignment }) };
      return answerDirectly.decide(
        state,
        { ...act, ...(instrument ? { instrument } : { note: tools.content(ref, 'note', { text: input.answer }) }) },
        context,
      );
    },
  });
}
