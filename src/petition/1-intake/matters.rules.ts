import { type ActContext, actorId, needPost } from '../../domain/act.ts';
import type { MatterActId } from '../../domain/acts.ts';
import { resumeVoided, startClock, voidClocks } from '../../domain/clocks.ts';
import type { ContentRef, MatterDraft } from '../../domain/facts.ts';
import { startForwarding } from '../../domain/forwarding.ts';
import { firstRefusal, needOpen, ruled } from '../../domain/guards.ts';
import { currentAssignment, isWithOffice, type MatterState } from '../../domain/matter.ts';
import { type Refusal, refuse, refuseState } from '../../domain/refusals.ts';
import type { Purpose } from '../../domain/vocabulary.ts';

interface OnMatter {
  readonly assignment?: string;
}

/** Who orders the matters of a submission: the office while it holds them, afterwards the body that signed for one. */
function holder(state: MatterState): string {
  return isWithOffice(state) ? state.office : (currentAssignment(state)?.body ?? state.office);
}

/** Before anything was accepted: what is accepted has a notice that names its requests. */
function mayOrder(act: MatterActId, state: MatterState, context: ActContext): Refusal | undefined {
  const task = currentAssignment(state);
  return firstRefusal(
    needOpen(state),
    state.sealed ? refuse('report.sealed', 409, '检举控告件封存', 'A report of wrongdoing is sealed') : undefined,
    needPost(act, holder(state), context),
    task === undefined || task.phase === 'signed'
      ? undefined
      : refuseState(
          'wrong-phase',
          409,
          '受理以前、签收以后才能分立或者合并',
          'Matters are split or merged before acceptance, once they are signed for',
        ),
  );
}

export interface Split extends OnMatter {
  /** The parts that leave, each with its requests and its new number. */
  readonly into: readonly {
    readonly id: string;
    readonly purpose: Purpose;
    readonly category: string;
    readonly requests: number;
    readonly accused: readonly string[];
    readonly keeper?: string;
    readonly content: ContentRef;
  }[];
  /** What stays. */
  readonly requests: number;
  readonly content: ContentRef;
}

/**
 * E19, E28. One letter, several matters: each is routed, clocked and answered on its own; the submission keeps its number,
 * receipt and count, and a part that reports wrongdoing leaves sealed, without its text staying here.
 */
export const split = ruled<Split>({
  id: 'split',
  rule: 'matters.split-and-merge',
  mayBegin: (state, _assignment, context) => mayOrder('split', state, context),
  facts(_state, act, context) {
    if (act.requests < 1 || act.into.length < 1 || act.into.some((part) => part.requests < 1)) {
      return refuse(
        'matters.split-and-merge',
        422,
        '分立以后，每个事项至少要有一项请求',
        'After splitting, each matter has at least one request',
        'into',
      );
    }
    return [
      {
        kind: 'SplitOff',
        body: {
          into: act.into.map((part) => part.id),
          on: context.today,
          requests: act.requests,
          content: act.content,
        },
      },
    ];
  },
});

/** The first facts of each part: at the office or body that holds the matter, on the clock of the same receipt. */
export function partsOf(from: string, state: MatterState, act: Split, context: ActContext): readonly MatterDraft[][] {
  const task = currentAssignment(state);
  const office = holder(state);
  const since = task?.signedOn ?? state.receivedOn;
  const clocks = task
    ? [startClock(context, { id: 'notice:a1', kind: 'notice', holder: office, assignment: 'a1', from: since })]
    : startForwarding(context, context.bodies.find(office), { holder: office, from: since });
  return act.into.map((part) => {
    const sealed = part.purpose === 'report';
    return [
      {
        kind: 'Opened',
        body: {
          submission: state.submissions[0] ?? '',
          office,
          purpose: part.purpose,
          category: part.category,
          division: state.division,
          petitioners: state.petitioners,
          identityClear: state.identityClear,
          anonymous: state.anonymous,
          sealed,
          requests: part.requests,
          channel: state.channel === 'unknown' ? 'web' : state.channel,
          receivedOn: since,
          registeredOn: context.today,
          accused: part.accused,
          pack: state.pack,
          content: part.content,
          splitFrom: from,
          ...(state.first === undefined ? {} : { first: state.first }),
          ...(sealed && part.keeper ? { keeper: part.keeper } : {}),
          ...(task && !sealed ? { own: 'a1' } : {}),
          clocks: sealed ? [] : clocks,
        },
      },
    ];
  });
}

export interface Merge extends OnMatter {
  readonly into: string;
  /** How the matter stands that takes it in, and whether it is the one this was split from. */
  readonly receiver: MatterState;
  /** An officer has confirmed: the same person, the same facts and request (law.md §6, 个保法 24). */
  readonly confirmedSame: boolean;
  readonly content: ContentRef;
}

/** E20. The same matter came twice: one is handled, the other's submission joins it and stays counted. */
export const merge = ruled<Merge>({
  id: 'merge',
  rule: 'repeat.same-person-same-matter',
  mayBegin: (state, _assignment, context) => mayOrder('merge', state, context),
  facts(state, act, context) {
    const { receiver } = act;
    const refusal = firstRefusal(
      act.confirmedSame
        ? undefined
        : refuse(
            'repeat.same-person-same-matter',
            422,
            '合并要由您核对：同一信访人、同一事实和请求',
            'Merging needs your confirmation: same person, same facts, same request',
            'confirmedSame',
          ),
      receiver.sealed || receiver.phase === 'none' || receiver.phase === 'merged' || receiver.origin === 'imported'
        ? refuseState('no-receiver', 422, '不能并入这一件', 'It cannot be merged into that matter', 'into')
        : undefined,
      receiver.final
        ? refuse(
            'review.final',
            422,
            '那一件已有复核意见；同样的事实和理由用“不予受理”告知，有新事实的单独办理',
            'That matter has its re-review: decline on the same facts and reasons, or handle new facts on their own',
            'into',
          )
        : undefined,
    );
    return (
      refusal ?? [
        {
          kind: 'MergedInto',
          body: {
            into: act.into,
            on: context.today,
            content: act.content,
            clocks: voidClocks(state.clocks, context.today, () => true),
          },
        },
      ]
    );
  },
});

/** What the matter that takes another in records of it. Requests come back only to the matter they were split from. */
export function takenIn(
  from: string,
  state: MatterState,
  given: { readonly requests?: number; readonly content?: ContentRef },
  context: ActContext,
): readonly MatterDraft[] {
  return state.submissions.map((submission) => ({
    kind: 'Joined' as const,
    body: {
      submission,
      on: context.today,
      by: actorId(context.actor),
      channel: state.channel,
      receivedOn: state.receivedOn,
      matter: from,
      ...given,
    },
  }));
}

export interface Unmerge extends OnMatter {
  readonly receiver: MatterState;
  readonly content: ContentRef;
}

/** Undone while nothing was decided: its own clocks go on, and the days between do not count. */
export const unmerge = ruled<Unmerge>({
  id: 'unmerge',
  rule: 'matters.split-and-merge',
  mayBegin(state, _assignment, context) {
    if (state.phase !== 'merged')
      return refuseState('not-merged', 409, '这一件没有并入别的事项', 'It was not merged into another matter');
    return needPost('unmerge', holder(state), context);
  },
  facts(state, act, context) {
    if (act.receiver.phase !== 'open') {
      return refuseState(
        'not-open',
        409,
        '并入的那一件已经答复，不能再分开；可以另外登记',
        'The matter it went into has been answered; register it anew instead',
      );
    }
    return [
      {
        kind: 'Unmerged',
        body: {
          from: state.mergedInto ?? '',
          on: context.today,
          content: act.content,
          clocks: resumeVoided(context, state.clocks, state.closedOn ?? context.today, context.today, () => true),
        },
      },
    ];
  },
});

export interface Relate extends OnMatter {
  readonly other: string;
  readonly content: ContentRef;
}

/** E21. Another person, the same facts: linked and handled together, each keeps their own rights. */
export const relate = ruled<Relate>({
  id: 'relate',
  rule: 'repeat.same-person-same-matter',
  mayBegin(state, _assignment, context) {
    return firstRefusal(
      needOpen(state),
      state.sealed ? refuse('report.sealed', 409, '检举控告件封存', 'A report of wrongdoing is sealed') : undefined,
      needPost('relate', holder(state), context),
    );
  },
  facts(state, act, context) {
    if (state.related?.includes(act.other))
      return refuseState('related-already', 409, '已经关联', 'It is linked already', 'other');
    return [{ kind: 'Related', body: { other: act.other, on: context.today, content: act.content } }];
  },
});
