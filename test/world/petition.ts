import { MATTER_RULES } from '../../src/app/petition-page/rules-of-acts.ts';
import type { ActContext, Actor } from '../../src/domain/act.ts';
import type { MatterActId } from '../../src/domain/acts.ts';
import { type Day, addDays as laterBy } from '../../src/domain/days.ts';
import { evolveMatter } from '../../src/domain/evolve-matter.ts';
import type { MatterDraft, MatterFact } from '../../src/domain/facts.ts';
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
import { bodies, by } from './people.ts';
import { content, SUBMISSION } from './things.ts';
import { usualAct, usualActor } from './usual.ts';

export { answered, content, MATTER, paper, SUBMISSION } from './things.ts';

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

/** The refusal. Throws when the rule said yes. */
export function refusalOf(outcome: unknown): Refusal {
  if (!isRefusal(outcome)) throw new Error('expected a refusal; the rule said yes');
  return outcome;
}

/** The code of a refusal, or 'yes': what most tests of a rule compare. */
export function saidTo(outcome: unknown): string {
  return isRefusal(outcome) ? outcome.code : 'yes';
}
