import { MATTER_RULES } from '../../src/app/petition-page/rules-of-acts.ts';
import type { ActContext, Actor } from '../../src/domain/act.ts';
import type { MatterActId } from '../../src/domain/acts.ts';
import { type Day, addDays as laterBy } from '../../src/domain/days.ts';
import { evolveMatter } from '../../src/domain/evolve-matter.ts';
import type { ContentRef, InstrumentKind, InstrumentRef, MatterDraft, MatterFact } from '../../src/domain/facts.ts';
import {
  type Assignment,
  currentAssignment,
  type MatterState,
  NO_MATTER,
  numbered,
  openHearing,
  openReview,
} from '../../src/domain/matter.ts';

import { nationalCalendar } from '../../src/domain/national-calendar.ts';
import { isRefusal, type Refusal } from '../../src/domain/refusals.ts';
import { NATIONAL_PACK } from '../../src/domain/rule-pack.ts';
import { evolveSubmission, NO_SUBMISSION, type SubmissionState } from '../../src/domain/submission.ts';
import type { RatedSide, RatingLevel, Route } from '../../src/domain/vocabulary.ts';
import {
  type Receive,
  type Registered,
  receive,
  register,
  withdraw,
} from '../../src/petition/1-intake/intake.rules.ts';
import { destinationIsOwed } from '../../src/petition/2-transfer/transfer.rules.ts';
import type { OpinionItem } from '../../src/petition/5-reply/reply.rules.ts';
import { reviewWindow } from '../../src/petition/7-review/window.rules.ts';
import { bodies, by, petitionerOf, usualRole } from './people.ts';

/** The submission every story here begins with; its first matter. */
export const SUBMISSION = '990101-2026-000001';
export const MATTER = `${SUBMISSION}-1`;

/** The real rules of every act on a matter. */
export const ACTS = {
  ...MATTER_RULES,
  withdraw: { decide: withdraw },
} as const satisfies Record<MatterActId, unknown>;

type ActOf<Id extends MatterActId> = Parameters<(typeof ACTS)[Id]['decide']>[1];
/** What an act is told besides what it usually is. */
type Told<Id extends MatterActId> = { readonly [K in keyof ActOf<Id>]?: ActOf<Id>[K] | undefined };

/** What a rule is handed: the day (10 o'clock in Shanghai), who acts, the national calendar and pack, the city. */
export function contextOn(today: Day, actor: Actor): ActContext {
  return { now: `${today}T02:00:00.000Z`, today, actor, calendar: nationalCalendar, pack: NATIONAL_PACK, bodies };
}

export const content = (id: string): ContentRef => ({ id, hash: '0'.repeat(64) });

export function paper(id: string, kind: InstrumentKind = 'opinion'): InstrumentRef {
  return { id, kind, number: `南信〔2026〕${id.replace(/\D/g, '') || '1'}号`, content: content(`text-of-${id}`) };
}

/** One request answered as 条例 32 asks. */
export function answered(more: Partial<OpinionItem> = {}): OpinionItem {
  return {
    request: '退还多收的水费',
    finding: '经查表，多收三个月水费。',
    basis: '《城市供水条例》',
    verdict: 'support',
    answer: '退还多收的水费。',
    ...more,
  };
}

/** What arrived. `office` takes it in on `receivedOn`; a petition office forwards it, another body handles it itself. */
export interface Arrived extends Partial<Omit<Receive, 'body'>> {
  readonly office?: string;
  readonly requests?: number;
  readonly accused?: readonly string[];
  readonly category?: string;
  readonly anonymous?: boolean;
}

/** A petition at one moment of its life. Every step gives a new one; a refused step throws. */
export interface Life {
  readonly today: Day;
  readonly submission: SubmissionState;
  readonly state: MatterState;
  readonly facts: readonly MatterFact[];
  /** The assignment that carries it now. Throws when the office holds it. */
  readonly task: Assignment;
  on(day: Day): Life;
  after(days: number): Life;
  /** What the rule says to this act, by the usual person unless told who. */
  trying<Id extends MatterActId>(act: Id, told?: Told<Id>, actor?: Actor): readonly MatterDraft[] | Refusal;
  done<Id extends MatterActId>(act: Id, told?: Told<Id>, actor?: Actor): Life;
  registered(): Life;
  forwardedTo(body: string): Life;
  assignedTo(body: string, feedbackDue: Day): Life;
  signed(): Life;
  objected(): Life;
  returnAgreed(): Life;
  returnRefused(): Life;
  accepted(route?: Route): Life;
  handlerNamed(account?: string): Life;
  worked(): Life;
  extensionAsked(days: number): Life;
  extended(): Life;
  drafted(): Life;
  issued(): Life;
  served(): Life;
  rated(side: RatedSide, level?: RatingLevel): Life;
  reviewAsked(reviewer?: string): Life;
  withdrawn(): Life;
}

/** A petition that has just reached its office: `aMatter().registered().forwardedTo('d01-housing').signed()`. */
export function aMatter(arrived: Arrived = {}): Life {
  const {
    office = 'd01-petition',
    requests = 1,
    accused = [],
    category = '030400',
    anonymous = false,
    ...rest
  } = arrived;
  const receivedOn = arrived.receivedOn ?? '2026-03-02';
  const act: Receive = {
    channel: 'letter',
    purpose: 'claim',
    division: '990101001',
    petitioners: 1,
    identity: anonymous ? 'anonymous' : 'claimed',
    identityClear: !anonymous,
    mayPublish: false,
    content: content('particulars'),
    ...rest,
    body: office,
    receivedOn,
  };
  const context = contextOn(receivedOn, by(office, 'clerk'));
  const submission = foldSubmission(NO_SUBMISSION, allowed(receive(NO_SUBMISSION, act, context)), context);
  return lifeOf({ today: receivedOn, submission, state: NO_MATTER, facts: [] }, { requests, accused, category });
}

type Matters = { readonly requests: number; readonly accused: readonly string[]; readonly category: string };
type Moment = Pick<Life, 'today' | 'submission' | 'state' | 'facts'>;

function lifeOf(moment: Moment, matter: Matters): Life {
  const { today, submission, state } = moment;
  const move = (next: Partial<Moment>): Life => lifeOf({ ...moment, ...next }, matter);
  const life: Life = {
    ...moment,
    get task() {
      const task = currentAssignment(state);
      if (!task) throw new Error('the office holds the matter');
      return task;
    },
    on: (day) => move({ today: day }),
    after: (days) => move({ today: laterBy(today, days) }),
    trying: (act, told = {}, actor = usualActor(act, state)) => {
      const context = contextOn(today, actor);
      const given = { ...usualAct(act, state, context), ...told };
      // Each act's own data, put together above for this very rule; a table cannot say so.
      const rule = ACTS[act] as {
        decide(of: MatterState, how: object, given: ActContext): readonly MatterDraft[] | Refusal;
      };
      return rule.decide(state, given, context);
    },
    done: (act, told, actor = usualActor(act, state)) =>
      move(foldAll(moment, allowed(life.trying(act, told, actor)), contextOn(today, actor))),
    registered: () => {
      const actor = submission.sealed
        ? by(submission.keeper ?? submission.body, 'sealed')
        : by(submission.body, 'clerk');
      const context = contextOn(today, actor);
      const opened: Registered = allowed(
        register(
          SUBMISSION,
          submission,
          { matters: [{ ...matter, purpose: asKnown(submission), content: content('gist') }] },
          context,
        ),
      );
      return move({
        ...foldAll(moment, opened.matters[0] ?? [], context),
        submission: foldSubmission(submission, opened.submission, context),
      });
    },
    forwardedTo: (to) => life.done('forward', { to }),
    assignedTo: (to, feedbackDue) => life.done('assign', { to, feedbackDue }),
    signed: () => life.done('sign'),
    objected: () => life.done('object'),
    returnAgreed: () => life.done('agree-return'),
    returnRefused: () => life.done('refuse-return'),
    accepted: (route = '31(6)') => life.done('accept', { route }),
    handlerNamed: (account = 'd01-housing.handler') => life.done('name-handler', { account }),
    worked: () => life.done('note-work'),
    extensionAsked: (days) => life.done('ask-extension', { days }),
    extended: () => life.done('approve-extension'),
    drafted: () => life.done('draft'),
    issued: () => life.done('issue'),
    served: () => life.done('serve'),
    rated: (side, level = 'satisfied') => life.done('rate', { side, level }),
    reviewAsked: (reviewer) => life.done('ask-review', reviewer === undefined ? {} : { reviewer }),
    withdrawn: () => life.done('withdraw'),
  };
  return life;
}

function asKnown({ purpose }: SubmissionState) {
  return purpose === 'unknown' ? 'other' : purpose;
}

/** The value, or the refusal as an error: for steps that a story takes for granted. */
export function allowed<T>(outcome: T | Refusal): T {
  if (isRefusal(outcome)) throw new Error(`refused: ${outcome.code}, ${outcome.said.en}`);
  return outcome;
}

/** Folds facts as the ledger does. */
export function foldAll<M extends Pick<Life, 'state' | 'facts'>>(
  before: M,
  drafts: readonly MatterDraft[],
  context: ActContext,
): M {
  let { state } = before;
  const facts = [...before.facts];
  for (const fact of drafts) {
    const seq = state.seq + 1;
    const recorded: MatterFact = { seq, fact, actor: '', occurredAt: context.now, recordedAt: context.now };
    state = evolveMatter(state, recorded);
    facts.push(recorded);
  }
  return { ...before, state, facts };
}

function foldSubmission(
  before: SubmissionState,
  drafts: readonly Parameters<typeof evolveSubmission>[1]['fact'][],
  { now }: ActContext,
): SubmissionState {
  return drafts.reduce(
    (state, fact) => evolveSubmission(state, { seq: state.seq + 1, fact, actor: '', occurredAt: now, recordedAt: now }),
    before,
  );
}

/** Who would do the act: the usual post at the body whose turn it is. */
export function usualActor(act: MatterActId, state: MatterState): Actor {
  const role = usualRole(act);
  if (role === 'petitioner') return petitionerOf(state.submissions[0] ?? SUBMISSION);
  if (role === 'system') return { kind: 'system' };
  /* The petition office declines by its dispatcher, a body by its head. */
  const declining = act === 'not-accept' && currentAssignment(state) !== undefined;
  return by(usualBody(act, state), declining ? 'head' : role);
}

const BY_SENDER: readonly MatterActId[] = [
  'agree-return',
  'refuse-return',
  'consent-extension',
  'accept-report',
  'return-report',
];
const BY_REVIEWER: readonly MatterActId[] = [
  'ask-review-papers',
  'accept-review',
  'refuse-review',
  'note-review',
  'draft-review',
  'return-review-draft',
  'decide-review',
  'serve-review',
];
const BY_OVERSEER: readonly MatterActId[] = ['supervise', 'propose', 'reopen-rating', 'revisit', 'file-termination'];

function usualBody(act: MatterActId, state: MatterState): string {
  const task = currentAssignment(state);
  const held = task?.body ?? state.office;
  if (BY_SENDER.includes(act)) return task?.from ?? state.office;
  if (BY_REVIEWER.includes(act)) return openReview(state)?.reviewer ?? held;
  if (BY_OVERSEER.includes(act)) return 'd01-petition';
  switch (act) {
    case 'decide-competence':
      return task?.dispute?.arbiter ?? held;
    case 'open-hearing':
      return openReview(state)?.reviewer ?? held;
    case 'hold-hearing':
    case 'conclude-hearing':
      return openHearing(state)?.by ?? held;
    case 'contribute':
      return Object.keys(task?.contributors ?? {}).find((id) => !task?.contributors?.[id]?.givenOn) ?? held;
    case 'answer-order':
      return numbered(state.orders).findLast((one) => one.phase === 'open')?.to ?? held;
    case 'close-order':
    case 'return-order':
      return numbered(state.orders).findLast((one) => one.phase === 'answered')?.by ?? 'd01-petition';
    case 'answer-proposal':
      return numbered(state.proposals).findLast((one) => one.adoption === undefined)?.to ?? held;
    case 'pass-report':
    case 'note-report':
    case 'conclude-report':
      return state.keeper ?? state.office;
    default:
      return held;
  }
}

/** An act as it is usually done. */
export function usualAct(act: MatterActId, state: MatterState, { today }: ActContext): object {
  const current = currentAssignment(state);
  const assignment = current?.id;
  const task = assignment === undefined ? {} : { assignment };
  const text = content(`text-${state.seq}`);
  const sheet = paper(`paper-${state.seq}`);
  /* Whoever holds it sends it to somebody else. */
  const to = (current?.body ?? state.office) === 'd01-housing' ? 'd01-land' : 'd01-housing';
  const notice = destinationIsOwed(state) ? { notice: paper(`notice-${state.seq}`, 'destination-notice') } : {};
  const soon = laterBy(today, 15);
  switch (act) {
    case 'propose-route':
      return { route: '31(6)' };
    case 'forward':
      return { to, instrument: sheet, ...notice };
    case 'assign':
      return { to, feedbackDue: laterBy(today, 40), instrument: sheet, ...notice };
    case 'split':
      return {
        into: [
          {
            id: `${SUBMISSION}-${2 + (state.splitInto?.length ?? 0)}`,
            purpose: 'claim',
            category: '030400',
            requests: 1,
            accused: [],
            content: text,
          },
        ],
        requests: 1,
        content: content(`gist-${state.seq}`),
      };
    case 'merge':
      return { into: `${SUBMISSION}-9`, receiver: { ...state, phase: 'open' }, confirmedSame: true, content: text };
    case 'unmerge':
      return { receiver: { ...state, phase: 'open' }, content: text };
    case 'relate':
      return { other: `${SUBMISSION}-8`, content: text };
    case 'object':
    case 'approve-extension':
    case 'correct-remedy':
    case 'report-result':
      return { ...task, instrument: sheet };
    case 'raise-dispute':
      return { ...task, suggests: to, content: text };
    case 'decide-competence':
      return { ...task, to: current?.dispute?.suggests ?? to, instrument: sheet };
    case 'accept':
      return { ...task, route: '31(6)', instrument: sheet };
    case 'not-accept':
      return {
        ...task,
        reason: 'pending-elsewhere',
        cites: { matter: `${SUBMISSION}-7`, state: { ...state, phase: 'open', clocks: {} } },
        confirmedSame: true,
        instrument: sheet,
      };
    case 'route-out':
      return { ...task, route: '31(1)', instrument: sheet };
    case 'answer-directly':
      return { ...task, reason: 'consultation', instrument: sheet };
    case 'ask-supplement':
      return { ...task, due: soon, instrument: sheet };
    case 'name-handler':
      return { ...task, account: `${current?.body ?? 'd01-housing'}.handler`, interested: false };
    case 'decide-recusal':
      return { ...task, account: current?.interests?.[0]?.account ?? '', granted: true, instrument: sheet };
    case 'note-work':
      return { ...task, on: today, kind: 'talk', content: text };
    case 'ask-contribution':
      return { ...task, body: to, due: soon, instrument: sheet };
    case 'open-hearing':
      return { ...task, heldOn: laterBy(today, 10), members: 5, instrument: sheet };
    case 'hold-hearing':
      return { on: today, attended: true, content: text };
    case 'conclude-hearing':
      return { held: openHearing(state)?.heldOn !== undefined, content: text, instrument: sheet };
    case 'begin-mediation':
      return { ...task, kind: 'people', consentPetitioner: true, consentOther: true, content: text };
    case 'end-mediation':
      return { agreed: true, promises: [soon], content: text, instrument: sheet };
    case 'note-performance':
      return { promise: 0, kept: true, content: text };
    case 'note-confirmation':
      return { step: 'applied', content: text };
    case 'ask-extension':
      return { ...task, days: 20, content: text };
    case 'end-for-procedure':
      return { ...task, route: '31(1)', instrument: sheet };
    case 'draft':
      return { ...task, items: Array.from({ length: state.requests }, () => answered()), content: text };
    case 'issue':
      return {
        ...task,
        verdicts: Array.from({ length: state.requests }, () => 'support' as const),
        executeBy: laterBy(today, 20),
        instrument: sheet,
        ...(current?.redo ? { renewed: content(`renewed-${state.seq}`) } : {}),
      };
    case 'serve':
      return { ...task, way: 'in-person', on: today, signed: true, view: 'none', note: '' };
    case 'report-execution':
      return { ...task, done: true, content: text };
    case 'store-scan':
      return { instrument: Object.keys(state.instruments)[0] ?? '', file: 'scan' };
    case 'rate':
      return { side: 'body', level: 'satisfied', reason: '办得快' };
    case 'reopen-rating':
      return { side: state.ratings.body ? 'body' : 'office', content: text };
    case 'revisit':
      return { on: today, way: 'phone', reached: true, carriedOut: 'yes', content: text };
    case 'ask-review':
    case 'record-review-request': {
      const window = reviewWindow(state);
      return { reviewer: isRefusal(window) ? '' : (window.reviewers[0] ?? ''), content: text };
    }
    case 'ask-review-papers':
      return { due: soon, instrument: sheet };
    case 'refuse-review':
      return { reason: 'not-a-party', instrument: sheet };
    case 'note-review':
      return { step: 'inquiry', content: text };
    case 'draft-review':
      return { outcome: 'uphold', grounds: [], facts: '事实清楚。', opinion: '予以维持。', content: text };
    case 'decide-review':
      return { grounds: ['facts'], instrument: sheet, redo: paper(`redo-${state.seq}`, 'redo-notice') };
    case 'serve-review':
      return { way: 'in-person', on: today, signed: true, note: '' };
    case 'supervise':
      return { way: 'writing', defect: 'delay', due: soon, instrument: sheet };
    case 'return-order':
      return { due: soon, content: text };
    case 'propose':
      return { to, kind: 'improve', instrument: sheet };
    case 'answer-proposal':
      return { adoption: 'adopted', content: text };
    case 'continue-ex-officio':
      return { reason: 'safety', content: text };
    case 'pass-report':
      return { to: state.keeper === 'city-discipline' ? 'city-party' : 'city-discipline', instrument: sheet };
    case 'accept-review':
    case 'file-termination':
      return { instrument: sheet };
    case 'sign':
    case 'agree-return':
    case 'refuse-return':
    case 'note-supplement':
    case 'to-ordinary':
    case 'declare-interest':
    case 'ask-recusal':
    case 'contribute':
    case 'settle':
    case 'consent-extension':
    case 'refuse-extension':
    case 'return-draft':
    case 'accept-report':
    case 'return-report':
    case 'rehandle':
    case 'return-review-draft':
    case 'lapse':
    case 'answer-order':
    case 'close-order':
    case 'withdraw':
    case 'take-back-withdrawal':
    case 'note-death':
    case 'name-successor':
    case 'end-without-successor':
    case 'note-report':
    case 'conclude-report':
    case 'archive':
      return { ...task, content: text };
  }
}

/** The refusal. Throws when the rule said yes. */
export function refusalOf(outcome: unknown): Refusal {
  if (!isRefusal(outcome)) throw new Error('expected a refusal; the rule said yes');
  return outcome;
}

/** The code of a refusal, or 'yes': what most tests of a rule compare. */
export function saidTo(outcome: unknown): string {
  return isRefusal(outcome) ? outcome.code : 'yes';
}
