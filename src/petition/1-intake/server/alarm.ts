import { contactOf, PAPER_KINDS } from '../../../alongside/documents/paper.contract.ts';
import { bodyOfActor, countersFor, issuePaper } from '../../../alongside/documents/server/public.ts';
import type { ActContext, Actor } from '../../../domain/act.ts';
import { nameOf } from '../../../domain/bodies.ts';
import type { ContentRef, DangerKind, SubmissionDraft } from '../../../domain/facts.ts';
import type { Person } from '../../../domain/particulars.ts';
import { mayReadSubmission, refuseClosed } from '../../../domain/permission.ts';
import { isRefusal, type Refusal, refuseState } from '../../../domain/refusals.ts';
import type { SubmissionState } from '../../../domain/submission.ts';
import { keyOf } from '../../../ledger/act-on-matter.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { findState } from '../../../ledger/read.ts';
import { factsFor, record, type Tools } from '../../../ledger/record.ts';
import { matterRef, type StreamRef, submissionRef } from '../../../ledger/streams.ts';
import { urgentText } from '../alarm.papers.rules.ts';
import {
  acknowledge,
  flagDanger,
  liftDanger,
  mayReport,
  needCompetent,
  needDuty,
  OUTSIDE,
  receiveUrgently,
  reportUrgently,
  urgentRecipients,
} from '../alarm.rules.ts';
import { NO_SUCH_SUBMISSION } from '../not-there.rules.ts';
import { addPeople, showAuthority } from '../people.rules.ts';
import { hasInHand } from './added.ts';
import { peopleIndexing } from './intake.ts';

interface On {
  readonly number: string;
  readonly key?: string | undefined;
}

type Decided = readonly SubmissionDraft[] | Refusal;

/** An act on one submission, for those who may read it. */
async function actOnSubmission(
  ledger: Ledger,
  actor: Actor,
  input: On,
  given: {
    readonly verb: string;
    readonly inHand?: boolean;
    readonly counters?: Parameters<typeof record>[1]['counters'];
    readonly outbox?: readonly { readonly topic: string; readonly payload: object }[];
    decide(state: SubmissionState, context: ActContext, tools: Tools, ref: StreamRef<'submission'>): Decided;
  },
): Promise<{ number: string } | Refusal> {
  if (!/^\d{6}-\d{4}-\d{6,9}$/.test(input.number)) return NO_SUCH_SUBMISSION;
  const ref = submissionRef(input.number);
  const key = keyOf(input);
  const done = await record<{ number: string }>(ledger, {
    actor,
    verb: given.verb,
    streams: [ref],
    ...(given.counters ? { counters: given.counters } : {}),
    ...(key ? { key: { region: ref.region, ...key } } : {}),
    decide(tools) {
      const state = tools.read(ref);
      const may = given.inHand === true || mayReadSubmission(state, ref.id, actor, ledger.reference.bodies);
      if (state.phase === 'none' || !may) return refuseClosed(state, actor) ?? NO_SUCH_SUBMISSION;
      const facts = given.decide(state, tools.context(state.pack), tools, ref);
      if (isRefusal(facts)) return facts;
      return {
        facts: [factsFor(ref, facts)],
        outbox: (given.outbox ?? []).map((one) => ({ region: ref.region, ...one })),
        answer: { number: input.number },
      };
    },
  });
  return isRefusal(done) ? done : done.answer;
}

function noted(tools: Tools, ref: StreamRef, text: string, then: (content: ContentRef) => Decided): Decided {
  return text.trim() === ''
    ? refuseState('empty', 422, '写一句做了什么', 'Say in a sentence what was done', 'text')
    : then(tools.content(ref, 'note', { text: text.trim() }));
}

export function flagByHand(ledger: Ledger, actor: Actor, input: On & { kinds: readonly DangerKind[] }) {
  return actOnSubmission(ledger, actor, input, {
    verb: 'submission.flag-danger',
    outbox: [{ topic: 'raise-alarm', payload: { number: input.number } }],
    decide: (state, context) => needDuty(state, context) ?? flagDanger(input.kinds, context),
  });
}

export function acknowledgeAlarm(ledger: Ledger, actor: Actor, input: On & { text: string }) {
  return actOnSubmission(ledger, actor, input, {
    verb: 'submission.acknowledge-alarm',
    decide: (state, context, tools, ref) =>
      noted(tools, ref, input.text, (content) => acknowledge(state, { content }, context)),
  });
}

export function liftTheDanger(ledger: Ledger, actor: Actor, input: On & { text: string }) {
  return actOnSubmission(ledger, actor, input, {
    verb: 'submission.lift-danger',
    decide: (state, context, tools, ref) =>
      noted(tools, ref, input.text, (content) => liftDanger(state, { content }, context)),
  });
}

/** Whom a sealed submission is about, once its keeper has said so. Who that is, is never told by a refusal to others. */
async function accusedIn(ledger: Ledger, number: string): Promise<readonly string[]> {
  const state = await findState(ledger, submissionRef(number));
  const matters = state?.sealed ? state.matters : [];
  const states = await Promise.all(matters.map((matter) => findState(ledger, matterRef(matter))));
  return states.flatMap((matter) => matter?.accused ?? []);
}

/** D32 to everybody the law names, in one act (条例 25). */
export async function sendUrgentReport(
  ledger: Ledger,
  actor: Actor,
  input: On & { competent: readonly string[]; what: string; risk: string; measures: string },
) {
  const { bodies } = ledger.reference;
  const accused = await accusedIn(ledger, input.number);
  return actOnSubmission(ledger, actor, input, {
    verb: 'submission.report-urgently',
    counters: countersFor(ledger, actor, ['urgent-report']),
    outbox: [{ topic: 'tell-urgent', payload: { number: input.number } }],
    decide(state, context, tools, ref) {
      const refusal = mayReport(state, context);
      if (refusal) return refusal;
      const empty = (['what', 'risk', 'measures'] as const).find((field) => input[field].trim() === '');
      if (empty)
        return refuseState(
          'empty',
          422,
          '情况、风险、措施都要写',
          'Write what happened, the risk and the measures',
          empty,
        );
      const incomplete = needCompetent(state, input.competent, accused, bodies);
      if (incomplete) return incomplete;
      const issuer = bodyOfActor(ledger, actor);
      if (!issuer) return NO_SUCH_SUBMISSION;
      const to = urgentRecipients(bodies, issuer.id, input.competent, accused);
      const names = to.map(
        (id) => (Object.hasOwn(OUTSIDE, id) ? OUTSIDE[id as keyof typeof OUTSIDE] : nameOf(bodies, id)).zh,
      );
      const instrument = issuePaper(tools, ref, issuer, {
        kind: 'urgent-report',
        title: PAPER_KINDS['urgent-report'].zh,
        addressee: names.join('、'),
        paragraphs: urgentText({ ...input, to: names }),
        date: context.today,
        contact: contactOf(issuer),
      });
      return reportUrgently(state, { to, instrument }, context);
    },
  });
}

/** A recipient need not be able to read the submission: the report is what it receives. */
export function receiveUrgentReport(ledger: Ledger, actor: Actor, input: On & { report: string; body: string }) {
  return actOnSubmission(ledger, actor, input, {
    verb: 'submission.receive-urgent',
    inHand: true,
    decide: (state, context) => {
      const known = state.reports?.[input.report]?.to.includes(input.body) ?? false;
      return known ? receiveUrgently(state, input, context) : NO_SUCH_SUBMISSION;
    },
  });
}

export async function showTheAuthority(ledger: Ledger, actor: Actor, input: On & { text: string }) {
  const inHand = await hasInHand(ledger, actor, input.number);
  return actOnSubmission(ledger, actor, input, {
    verb: 'submission.show-authority',
    inHand,
    decide: (state, context, tools, ref) =>
      noted(tools, ref, input.text, (content) => showAuthority(state, { content, inHand }, context)),
  });
}

export async function addThePeople(ledger: Ledger, actor: Actor, input: On & { people: readonly Person[] }) {
  const inHand = await hasInHand(ledger, actor, input.number);
  const people = input.people.filter((person) => person.name.trim() !== '');
  return actOnSubmission(ledger, actor, input, {
    verb: 'submission.add-people',
    inHand,
    outbox: peopleIndexing(input.number),
    decide: (state, context, tools, ref) =>
      addPeople(state, { count: people.length, content: tools.content(ref, 'people', people), inHand }, context),
  });
}
