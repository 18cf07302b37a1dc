import { type ActContext, actorId, needPost } from '../../domain/act.ts';
import { isAccused, isPetitionOffice, keeperOf } from '../../domain/bodies.ts';
import { startClock, stopClock, voidClocks } from '../../domain/clocks.ts';
import { type Day, parseDay } from '../../domain/days.ts';
import type {
  ContentRef,
  Draft,
  FirstFlags,
  MatterDraft,
  MatterFacts,
  SubmissionDraft,
  SubmissionFacts,
} from '../../domain/facts.ts';
import { startForwarding } from '../../domain/forwarding.ts';
import { matterNumber } from '../../domain/ids.ts';
import type { MatterState } from '../../domain/matter.ts';
import { type Refusal, refuse, refuseState } from '../../domain/refusals.ts';
import type { SubmissionState } from '../../domain/submission.ts';
import type { Channel, IdentityGrade, Purpose } from '../../domain/vocabulary.ts';
import { NO_SUCH_SUBMISSION } from './not-there.rules.ts';

export interface Receive {
  readonly channel: Channel;
  readonly purpose: Purpose;
  readonly division: string;
  readonly body: string;
  /** The day it reached the body; never in the future, at most the day the server counts. */
  readonly receivedOn: Day;
  readonly postmarkedOn?: Day;
  readonly petitioners: number;
  readonly identity: IdentityGrade;
  readonly identityClear: boolean;
  readonly mayPublish: boolean;
  /** Who speaks for a group: at most five (条例 20¶3). */
  readonly representatives?: number;
  /** Someone writes for another, with or without authority shown (E34). */
  readonly agent?: 'shown' | 'missing';
  readonly queryHash?: string;
  readonly content: ContentRef;
}

/**
 * T1. Registration is never refused (条例 43, 44(1)): only a date that cannot be, or a body that does not exist, is.
 * A report of wrongdoing is sealed from its first moment (条例 30¶3), whatever door it came by.
 */
export function receive(
  state: SubmissionState,
  act: Receive,
  context: ActContext,
): readonly SubmissionDraft[] | Refusal {
  if (state.phase !== 'none')
    return refuseState('received-already', 409, '这一件已经登记过', 'This one has been received already');
  if (!parseDay(act.receivedOn)) {
    return refuseState(
      'day',
      422,
      '收到日期要写成年-月-日，例如2026-03-02',
      'Write the day received as year-month-day, like 2026-03-02',
      'receivedOn',
    );
  }
  if (act.receivedOn > context.today) {
    return refuseState(
      'day-ahead',
      422,
      '收到日期不能晚于今天',
      'The day received cannot be later than today',
      'receivedOn',
    );
  }
  if (!Number.isInteger(act.petitioners) || act.petitioners < 1 || act.petitioners > 9999) {
    return refuseState(
      'petitioners',
      422,
      '人数要在1到9999之间',
      'The number of people is between 1 and 9999',
      'petitioners',
    );
  }
  if (!context.bodies.find(act.body)) {
    return refuseState(
      'no-body',
      422,
      '没有这个单位，请从名单里选',
      'There is no such body; choose one from the list',
      'body',
    );
  }
  const { representatives: most } = context.pack.settings;
  if (act.representatives !== undefined && act.representatives > most) {
    return refuse(
      'visit.five-representatives',
      422,
      `多人走访，推选的代表不超过${most}人；其他人可以留姓名，自己查询、评价`,
      `A group elects at most ${most} representatives; the others may leave their names, to follow and to rate on their own`,
      'particulars.representatives',
    );
  }
  const sealed = act.purpose === 'report';
  const keeper = sealed ? keeperOf(context.bodies, act.body) : undefined;
  const body: SubmissionFacts['Received'] = {
    ...act,
    sealed,
    ...(keeper === undefined ? {} : { keeper }),
    pack: context.pack.kept,
    clocks: [startClock(context, { id: 'register', kind: 'register', holder: act.body, from: act.receivedOn })],
  };
  return [{ kind: 'Received', body }];
}

export interface Register {
  readonly matters: readonly RegisterMatter[];
  /** First of its matter, in five scopes, as the officer found (law.md §5.5). */
  readonly first?: FirstFlags;
}

export interface RegisterMatter {
  readonly purpose: Purpose;
  readonly category: string;
  readonly requests: number;
  readonly accused: readonly string[];
  readonly content: ContentRef;
}

/** May this viewer register it? Open to the clerks and dispatchers of the body that received it. */
export function mayRegister(state: SubmissionState, context: ActContext): Refusal | undefined {
  if (state.phase === 'none') return NO_SUCH_SUBMISSION;
  if (state.phase === 'registered')
    return refuseState('registered-already', 409, '这一件已经登记', 'It is registered already');
  const { actor } = context;
  if (actor.kind !== 'staff')
    return refuseState('staff-only', 403, '登记由信访工作人员来做', 'Registering is for the staff');
  if (state.sealed && !actor.roles.includes('sealed')) {
    return refuse(
      'report.sealed',
      403,
      '检举控告件只由专管的岗位打开',
      'Reports of wrongdoing are opened by one named post only',
    );
  }
  if (actor.body !== (state.keeper ?? state.body))
    return refuseState('other-body', 403, '这一件由收到它的单位登记', 'The body that received it registers it');
  return state.sealed || actor.roles.some((role) => role === 'clerk' || role === 'dispatcher')
    ? undefined
    : refuseState('other-post', 403, '您的岗位没有登记的职责', 'Your post does not register');
}

export interface Registered {
  readonly submission: readonly SubmissionDraft[];
  /** One list of facts a matter, in the order of `ids`. */
  readonly matters: readonly (readonly MatterDraft[])[];
  readonly ids: readonly string[];
}

/**
 * T2. The submission gets its matters. At a petition office the 15 days to forward start (条例 22); at any other body,
 * which received it directly, the 15 days to tell the petitioner (条例 23¶1-2), by an assignment to itself.
 */
export function register(id: string, state: SubmissionState, act: Register, context: ActContext): Registered | Refusal {
  const refusal = mayRegister(state, context);
  if (refusal) return refusal;
  if (act.matters.length < 1 || act.matters.length > 20) {
    return refuseState('matters', 422, '一件里要有1到20个事项', 'One submission holds 1 to 20 matters', 'matters');
  }
  const ids = act.matters.map((_, at) => matterNumber(id, at + 1));
  return {
    ids,
    submission: [
      {
        kind: 'Registered',
        body: {
          by: actorId(context.actor),
          registeredOn: context.today,
          matters: ids,
          ...(act.first ? { first: act.first } : {}),
          clocks: stopClock(state.clocks, 'register', context.today),
        },
      },
      ...leavesAccused(state, act, context),
    ],
    matters: act.matters.map((matter) => open(id, state, matter, act.first, context)),
  };
}

function open(
  id: string,
  state: SubmissionState,
  matter: RegisterMatter,
  first: FirstFlags | undefined,
  context: ActContext,
): readonly MatterDraft[] {
  const sealed = state.sealed || matter.purpose === 'report';
  const office = context.bodies.find(state.body);
  const direct = !sealed && office !== undefined && !isPetitionOffice(office);
  const since = { holder: state.body, from: state.receivedOn };
  const clocks = direct
    ? [startClock(context, { id: 'notice:a1', kind: 'notice', assignment: 'a1', ...since })]
    : startForwarding(context, office, since);
  const opened: MatterFacts['Opened'] = {
    submission: id,
    office: state.body,
    purpose: matter.purpose,
    category: matter.category,
    division: state.division,
    petitioners: state.petitioners,
    identityClear: state.identityClear,
    anonymous: state.identity === 'anonymous',
    sealed,
    requests: matter.requests,
    channel: state.channel === 'unknown' ? 'web' : state.channel,
    receivedOn: state.receivedOn,
    registeredOn: context.today,
    accused: matter.accused,
    ...(sealed ? keptBy(state, matter, context) : {}),
    ...(first ? { first: first.nation } : {}),
    pack: context.pack.kept,
    content: matter.content,
    /* A sealed report has no act of forwarding here, so no clock runs that nobody could stop. */
    clocks: sealed ? [] : clocks,
    ...(direct ? { own: 'a1' } : {}),
  };
  return [{ kind: 'Opened', body: opened }];
}

/** A letter kept at a body that it turns out to be about, or under one, goes to a keeper that is not (条例 30¶3, E27). */
function leavesAccused(state: SubmissionState, act: Register, { actor, today, bodies }: ActContext) {
  const accused = act.matters.flatMap((matter) => matter.accused);
  if (!state.sealed || !isAccused(bodies, accused, state.keeper ?? state.body)) return [];
  const to = keeperOf(bodies, state.body, accused);
  return to === undefined ? [] : [{ kind: 'KeeperChanged' as const, body: { by: actorId(actor), on: today, to } }];
}

/** A report is kept by the keeper of the body that has it; where that one is accused, by one that is not (E27). */
function keptBy(state: SubmissionState, { accused }: RegisterMatter, { bodies }: ActContext): { keeper?: string } {
  const now = state.keeper ?? keeperOf(bodies, state.body, accused);
  const keeper = now !== undefined && isAccused(bodies, accused, now) ? keeperOf(bodies, state.body, accused) : now;
  return keeper === undefined ? {} : { keeper };
}

/**
 * A lost query code is replaced by the body that received the submission, for a petitioner it has seen or called back;
 * the old code is void from then on. Sealed reports have none.
 */
export function replaceCode(
  state: SubmissionState,
  queryHash: string,
  context: ActContext,
): readonly SubmissionDraft[] | Refusal {
  const { actor } = context;
  if (state.phase === 'none') return NO_SUCH_SUBMISSION;
  if (
    actor.kind !== 'staff' ||
    actor.body !== state.body ||
    !actor.roles.some((role) => role === 'clerk' || role === 'dispatcher')
  ) {
    return refuseState('other-post', 403, '查询码由登记的单位补发', 'The office that registered it replaces the code');
  }
  if (state.sealed || state.origin === 'imported') {
    return refuseState('no-code', 409, '这一件没有查询码', 'This one has no query code');
  }
  return [{ kind: 'CodeReplaced', body: { by: actorId(actor), queryHash } }];
}

export interface Withdraw {
  readonly content: ContentRef;
}

/** May the petitioner withdraw? While the matter is open (T31). */
export function mayWithdraw(state: MatterState, context: ActContext): Refusal | undefined {
  if (state.phase !== 'open')
    return refuseState('not-open', 409, '这件事已经办结，不用撤回', 'It is concluded; there is nothing to withdraw');
  return needPost('withdraw', undefined, context);
}

/** T31. Stops every clock; the right to petition again stays whole (E55). */
export function withdraw(
  state: MatterState,
  act: Withdraw,
  context: ActContext,
): readonly Draft<MatterFacts>[] | Refusal {
  const refusal = mayWithdraw(state, context);
  if (refusal) return refusal;
  return [
    {
      kind: 'Withdrawn',
      body: { on: context.today, content: act.content, clocks: voidClocks(state.clocks, context.today, () => true) },
    },
  ];
}
