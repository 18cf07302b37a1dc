import { type ActContext, needPost } from '../../domain/act.ts';
import type { MatterActId } from '../../domain/acts.ts';
import { type ClockChange, endStandstill, suspendClock } from '../../domain/clocks.ts';
import { addDays, type Day } from '../../domain/days.ts';
import type { ContentRef, InstrumentRef } from '../../domain/fact-parts.ts';
import { findTask, firstRefusal, IN_HAND, needDay, needNoInterest, needOpen, ruled } from '../../domain/guards.ts';
import { clockId, type MatterState, nextName, openHearing, openReview } from '../../domain/matter.ts';
import type { Hearing } from '../../domain/matter-sides.ts';
import { isRefusal, type Refusal, refuse, refuseState } from '../../domain/refusals.ts';

/** What a hearing is of: the handling of a task, or the review that is under way; and whose it is. */
interface Subject {
  readonly assignment: string;
  readonly review?: string;
  readonly by: string;
}

function subjectOf(state: MatterState, assignment: string | undefined, context: ActContext): Subject | Refusal {
  const review = openReview(state);
  if (review && (review.phase === 'accepted' || review.phase === 'drafted'))
    return { assignment: review.assignment, review: review.id, by: review.reviewer };
  const task = findTask(state, assignment);
  if (isRefusal(task)) return task;
  const refusal = firstRefusal(
    needOpen(state),
    IN_HAND.includes(task.phase)
      ? undefined
      : refuseState('wrong-phase', 409, '受理以后、签发以前可以听证', 'A hearing is held between acceptance and issue'),
    task.route === '31(6)'
      ? undefined
      : refuse(
          'hearing.for-complex',
          409,
          '听证用于信访程序（31(6)）的重大、复杂、疑难事项',
          'Hearings are for weighty, complex or difficult matters of 31(6)',
        ),
    needNoInterest(task, context),
  );
  return refusal ?? { assignment: task.id, by: task.body };
}

export interface OrderHearing {
  readonly assignment?: string;
  readonly heldOn: Day;
  /** Hearing members, an odd number. */
  readonly members: number;
  /** Hour and place, and the topic. */
  readonly content?: ContentRef;
  readonly instrument: InstrumentRef;
}

/**
 * T21. For weighty, complex, difficult matters. Its days are left out of the count in re-review (条例 36¶2) from the order
 * to the conclusion; in handling and in 复查 only where a local rule says so (E6).
 */
export const orderHearing = ruled<OrderHearing>({
  id: 'open-hearing',
  rule: 'hearing.for-complex',
  mayBegin(state, assignment, context) {
    const subject = subjectOf(state, assignment, context);
    if (isRefusal(subject)) return subject;
    return firstRefusal(
      openHearing(state)
        ? refuseState('hearing-open', 409, '已经有一场听证', 'A hearing is ordered already')
        : undefined,
      needPost('open-hearing', subject.by, context),
    );
  },
  facts(state, act, context) {
    const subject = subjectOf(state, act.assignment, context);
    if (isRefusal(subject)) return subject;
    const { hearingNoticeDays, hearingMembers } = context.pack.settings;
    const refusal = firstRefusal(
      needDay(act.heldOn, 'heldOn', { from: addDays(context.today, hearingNoticeDays) }),
      act.members >= hearingMembers && act.members % 2 === 1
        ? undefined
        : refuse(
            'hearing.for-complex',
            422,
            `听证员不少于${hearingMembers}人，并且是单数`,
            `At least ${hearingMembers} hearing members, an odd number`,
            'members',
          ),
    );
    if (refusal) return refusal;
    return [
      {
        kind: 'HearingOrdered',
        body: {
          hearing: nextName('h', state.hearings),
          ...subject,
          on: context.today,
          heldOn: act.heldOn,
          members: act.members,
          ...(act.content ? { content: act.content } : {}),
          instrument: act.instrument,
          clocks: suspension(state, subject, context),
        },
      },
    ];
  },
});

/** The clock whose days a hearing leaves out, if it does. */
function clockOf(
  state: MatterState,
  of: { assignment: string; review?: string | undefined },
  context: ActContext,
): string | undefined {
  const { excludeHearingInHandling, excludeHearingInReview } = context.pack.settings;
  const review = of.review === undefined ? undefined : state.reviews[of.review];
  if (review) return review.level === 'final' || excludeHearingInReview ? `${review.level}:${review.id}` : undefined;
  const task = state.assignments[of.assignment];
  return task && excludeHearingInHandling ? clockId('handle', task) : undefined;
}

/** Whether the days of a hearing that is ordered now are left out of a count. */
export function standsStill(state: MatterState, assignment: string, context: ActContext): boolean {
  const subject = subjectOf(state, assignment, context);
  return !isRefusal(subject) && suspension(state, subject, context).length > 0;
}

function suspension(state: MatterState, of: Subject, context: ActContext): readonly ClockChange[] {
  const id = clockOf(state, of, context);
  return id === undefined ? [] : suspendClock(state.clocks, id, context.today);
}

function mayOnHearing(act: MatterActId) {
  return (state: MatterState, _assignment: string | undefined, context: ActContext): Refusal | undefined => {
    const hearing = openHearing(state);
    return hearing
      ? needPost(act, hearing.by, context)
      : refuseState('no-hearing', 409, '没有在办的听证', 'No hearing is ordered');
  };
}

function theHearing(state: MatterState): Hearing {
  const hearing = openHearing(state);
  if (!hearing) throw new Error('a hearing that may go on is open');
  return hearing;
}

export interface HoldHearing {
  readonly assignment?: string;
  readonly on: Day;
  readonly attended: boolean;
  /** Minutes: read back and signed (law.md D22). */
  readonly content: ContentRef;
}

export const holdHearing = ruled<HoldHearing>({
  id: 'hold-hearing',
  rule: 'hearing.for-complex',
  mayBegin(state, assignment, context) {
    return (
      mayOnHearing('hold-hearing')(state, assignment, context) ??
      (openHearing(state)?.heldOn === undefined
        ? undefined
        : refuseState('held-already', 409, '笔录已经记过', 'The minutes are on record'))
    );
  },
  facts(state, act, context) {
    const hearing = theHearing(state);
    return (
      needDay(act.on, 'on', { from: hearing.orderedOn, to: context.today }) ?? [
        {
          kind: 'HearingHeld',
          body: { hearing: hearing.id, on: act.on, attended: act.attended, content: act.content },
        },
      ]
    );
  },
});

export interface ConcludeHearing {
  readonly assignment?: string;
  /** False where it was called off. */
  readonly held: boolean;
  /** How many members carry the conclusion; more than half of them, where it is said. */
  readonly agreeing?: number;
  readonly content: ContentRef;
  readonly instrument?: InstrumentRef;
}

/** By majority of the members, in writing; or called off with its reason. What stood still goes on. */
export const concludeHearing = ruled<ConcludeHearing>({
  id: 'conclude-hearing',
  rule: 'hearing.excluded-in-final',
  mayBegin: mayOnHearing('conclude-hearing'),
  facts(state, act, context) {
    const hearing = theHearing(state);
    if (act.held && hearing.heldOn === undefined)
      return refuseState('not-held', 409, '先记听证笔录，再写结论', 'Record the hearing before its conclusion', 'held');
    if (act.held && !act.instrument)
      return refuseState('empty', 422, '写明听证结论', 'Write the conclusion', 'conclusion');
    const minority = act.held ? needMajority(hearing, act.agreeing) : undefined;
    if (minority) return minority;
    const id = clockOf(state, hearing, context);
    const clock = id === undefined ? undefined : state.clocks[id];
    return [
      {
        kind: 'HearingConcluded',
        body: {
          hearing: hearing.id,
          on: context.today,
          held: act.held,
          content: act.content,
          ...(act.instrument ? { instrument: act.instrument } : {}),
          clocks: id !== undefined && clock ? endStandstill(context, id, clock, context.today) : [],
        },
      },
    ];
  },
});

/** D22: the conclusion is that of most members. */
function needMajority({ members }: Hearing, agreeing: number | undefined): Refusal | undefined {
  if (agreeing === undefined || members === undefined) return undefined;
  return agreeing * 2 > members && agreeing <= members
    ? undefined
    : refuse(
        'hearing.for-complex',
        422,
        `听证结论要过半数听证员同意（共${members}人）`,
        `The conclusion needs more than half of the ${members} members`,
        'agreeing',
      );
}
