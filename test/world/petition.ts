import type { ActContext, Actor } from '../../src/domain/act.ts';
import type { MatterActId } from '../../src/domain/acts.ts';
import { type Day, addDays as laterBy } from '../../src/domain/days.ts';
import { evolveMatter } from '../../src/domain/evolve-matter.ts';
import type { ContentRef, InstrumentKind, InstrumentRef, MatterDraft, MatterFact } from '../../src/domain/facts.ts';
import { type Assignment, currentAssignment, type MatterState, NO_MATTER } from '../../src/domain/matter.ts';
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
import { agreeReturn, object, refuseReturn } from '../../src/petition/2-transfer/objection.rules.ts';
import {
  assign,
  destinationIsOwed,
  forward,
  proposeRoute,
  sign,
} from '../../src/petition/2-transfer/transfer.rules.ts';
import { accept, answerDirectly, notAccept, routeOut } from '../../src/petition/3-acceptance/acceptance.rules.ts';
import {
  approveExtension,
  askExtension,
  nameHandler,
  noteWork,
  refuseExtension,
} from '../../src/petition/4-handling/handling.rules.ts';
import {
  draft,
  issue,
  type OpinionItem,
  returnDraft,
  serve,
  storeScan,
} from '../../src/petition/5-reply/reply.rules.ts';
import { rate } from '../../src/petition/6-evaluation/evaluation.rules.ts';
import { askReview } from '../../src/petition/7-review/review.rules.ts';
import { bodies, by, petitionerOf, usualRole } from './people.ts';

/** The submission every story here begins with; its first matter. */
export const SUBMISSION = '990101-2026-000001';
export const MATTER = `${SUBMISSION}-1`;

/** The real rules of every act on a matter. */
export const ACTS = {
  'propose-route': proposeRoute,
  forward,
  assign,
  sign,
  object,
  'agree-return': agreeReturn,
  'refuse-return': refuseReturn,
  accept,
  'not-accept': notAccept,
  'route-out': routeOut,
  'answer-directly': answerDirectly,
  'name-handler': nameHandler,
  'note-work': noteWork,
  'ask-extension': askExtension,
  'approve-extension': approveExtension,
  'refuse-extension': refuseExtension,
  draft,
  'return-draft': returnDraft,
  issue,
  serve,
  'store-scan': storeScan,
  rate,
  'ask-review': askReview,
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
      const actor = by(submission.body, ...(submission.sealed ? (['sealed'] as const) : (['clerk'] as const)));
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
  const task = currentAssignment(state);
  const asks = act === 'agree-return' || act === 'refuse-return';
  return by((asks ? task?.from : task?.body) ?? state.office, role);
}

/** An act as it is usually done. */
export function usualAct(act: MatterActId, state: MatterState, { today }: ActContext): object {
  const assignment = currentAssignment(state)?.id;
  const task = assignment === undefined ? {} : { assignment };
  const text = content(`text-${state.seq}`);
  const sheet = paper(`paper-${state.seq}`);
  /* Whoever holds it sends it to somebody else. */
  const to = (currentAssignment(state)?.body ?? state.office) === 'd01-housing' ? 'd01-land' : 'd01-housing';
  const notice = destinationIsOwed(state) ? { notice: paper(`notice-${state.seq}`, 'destination-notice') } : {};
  switch (act) {
    case 'propose-route':
      return { route: '31(6)' };
    case 'forward':
      return { to, instrument: sheet, ...notice };
    case 'assign':
      return { to, feedbackDue: laterBy(today, 40), instrument: sheet, ...notice };
    case 'object':
    case 'approve-extension':
      return { ...task, instrument: sheet };
    case 'accept':
      return { ...task, route: '31(6)', instrument: sheet };
    case 'not-accept':
      return { ...task, reason: 'pending-elsewhere', instrument: sheet };
    case 'route-out':
      return { ...task, route: '31(1)', instrument: sheet };
    case 'answer-directly':
      return { ...task, reason: 'consultation', instrument: sheet };
    case 'name-handler':
      return { ...task, account: 'd01-housing.handler', interested: false };
    case 'note-work':
      return { ...task, on: today, kind: 'talk', content: text };
    case 'ask-extension':
      return { ...task, days: 20, content: text };
    case 'draft':
      return { ...task, items: Array.from({ length: state.requests }, () => answered()), content: text };
    case 'issue':
      return { ...task, verdicts: Array.from({ length: state.requests }, () => 'support' as const), instrument: sheet };
    case 'serve':
      return { ...task, way: 'in-person', on: today, signed: true, view: 'none', note: '' };
    case 'store-scan':
      return { instrument: Object.keys(state.instruments)[0] ?? '', file: 'scan' };
    case 'rate':
      return { side: 'body', level: 'satisfied', reason: '办得快' };
    case 'ask-review':
      return { reviewer: currentAssignment(state)?.opinion?.reviewers[0] ?? '', content: text };
    case 'sign':
    case 'agree-return':
    case 'refuse-return':
    case 'refuse-extension':
    case 'return-draft':
    case 'withdraw':
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
