import { type ActContext, actorId, needPost } from '../../domain/act.ts';
import type { MatterActId } from '../../domain/acts.ts';
import { startClockTo, stopClock, voidClocks } from '../../domain/clocks.ts';
import type { Day } from '../../domain/days.ts';
import type { ContentRef, InstrumentRef } from '../../domain/fact-parts.ts';
import { firstRefusal, needDay, ruled } from '../../domain/guards.ts';
import { type MatterState, openHearing, openReview } from '../../domain/matter.ts';
import type { Review, ReviewPhase } from '../../domain/matter-sides.ts';
import type { ReviewGround, ReviewOutcome, ReviewRefusal, ReviewStep } from '../../domain/proceedings.ts';
import { isRefusal, type Refusal, refuse, refuseState } from '../../domain/refusals.ts';

/** Where a review stands. */
export const REVIEW_PHASE_LABELS = {
  asked: { zh: '待决定是否受理', en: 'waiting to be accepted' },
  accepted: { zh: '审查中', en: 'under review' },
  drafted: { zh: '意见待签发', en: 'opinion awaiting approval' },
  decided: { zh: '意见已签发，待送达', en: 'opinion issued, to be served' },
  served: { zh: '已送达', en: 'served' },
  refused: { zh: '没有受理', en: 'not accepted' },
} as const satisfies Record<ReviewPhase, { zh: string; en: string }>;

/** The open review if it stands in one of these phases and this officer's body holds it. */
export function reviewIn(
  state: MatterState,
  phases: readonly ReviewPhase[],
  act: MatterActId,
  context: ActContext,
): Review | Refusal {
  const review = openReview(state);
  if (!review) return refuseState('no-review', 409, '没有在办的复查、复核', 'No review is under way');
  if (!phases.includes(review.phase)) {
    const then = phases.map((phase) => REVIEW_PHASE_LABELS[phase]);
    const now = REVIEW_PHASE_LABELS[review.phase];
    return refuseState(
      'wrong-phase',
      409,
      `这一步在“${then.map((one) => one.zh).join('”“')}”时做；现在是“${now.zh}”`,
      `This step is for when it is ${then.map((one) => one.en).join(' or ')}; it is now ${now.en}`,
    );
  }
  return needPost(act, review.reviewer, context) ?? review;
}

/** `mayBegin` of an act on the open review. */
export function mayOnReview(act: MatterActId, phases: readonly ReviewPhase[]) {
  return (state: MatterState, _assignment: string | undefined, context: ActContext): Refusal | undefined => {
    const review = reviewIn(state, phases, act, context);
    return isRefusal(review) ? review : undefined;
  };
}

/** The open review, for the second half of a rule whose first half has found it. */
export function theReview(state: MatterState): Review {
  const review = openReview(state);
  if (!review) throw new Error('a review that may begin is open');
  return review;
}

/* Acts on a review name no assignment; the field is there for the page, which knows acts by it. */
interface OnReview {
  readonly assignment?: string;
}

export interface AskReviewPapers extends OnReview {
  readonly due: Day;
  readonly instrument: InstrumentRef;
}

/** D12. One list, once; no clock stops, as the Regulation names no stop. */
export const askReviewPapers = ruled<AskReviewPapers>({
  id: 'ask-review-papers',
  rule: 'supplement.no-stop',
  mayBegin(state, assignment, context) {
    return (
      mayOnReview('ask-review-papers', ['asked', 'accepted'])(state, assignment, context) ??
      (openReview(state)?.papersDue === undefined
        ? undefined
        : refuseState('asked-already', 409, '已经通知过一次补正', 'Papers have been asked for once already'))
    );
  },
  facts(state, act, context) {
    const review = theReview(state);
    const refusal = needDay(act.due, 'due', { from: context.today });
    if (refusal) return refusal;
    return [
      {
        kind: 'ReviewPapersAsked',
        body: {
          review: review.id,
          on: context.today,
          due: act.due,
          instrument: act.instrument,
          clocks: [
            startClockTo(context, {
              id: `supplement:${review.id}`,
              kind: 'supplement',
              holder: 'petitioner',
              assignment: review.assignment,
              from: context.today,
              to: act.due,
            }),
          ],
        },
      },
    ];
  },
});

export interface AcceptReview extends OnReview {
  readonly instrument: InstrumentRef;
}

/** D18. The 30 days run from receipt of the request, not from here (条例 35). */
export const acceptReview = ruled<AcceptReview>({
  id: 'accept-review',
  rule: 'review.decided-in-30-days',
  mayBegin: mayOnReview('accept-review', ['asked']),
  facts(state, act, context) {
    const review = theReview(state);
    return [
      {
        kind: 'ReviewAccepted',
        body: {
          review: review.id,
          on: context.today,
          instrument: act.instrument,
          clocks: stopClock(state.clocks, `review-accept:${review.id}`, context.today),
        },
      },
    ];
  },
});

export interface RefuseReview extends OnReview {
  readonly reason: ReviewRefusal;
  readonly instrument: InstrumentRef;
}

/** D18, declining: only for what the law refuses, in writing. */
export const refuseReview = ruled<RefuseReview>({
  id: 'refuse-review',
  rule: 'review.right-reviewer',
  mayBegin: mayOnReview('refuse-review', ['asked']),
  facts(state, act, context) {
    const review = theReview(state);
    if (act.reason === 'late' && review.excuse === undefined) {
      return refuse(
        'review.within-30-days',
        422,
        '申请是在期限内提出的，不能以逾期为由不受理',
        'It was asked for in time and cannot be declined as late',
        'reason',
      );
    }
    return [
      {
        kind: 'ReviewRefused',
        body: {
          review: review.id,
          on: context.today,
          reason: act.reason,
          instrument: act.instrument,
          clocks: [
            ...stopClock(state.clocks, `review-accept:${review.id}`, context.today),
            ...voidClocks(
              state.clocks,
              context.today,
              (id) => id.endsWith(`:${review.id}`) && !id.startsWith('review-accept'),
            ),
          ],
        },
      },
    ];
  },
});

export interface NoteReview extends OnReview {
  readonly step: ReviewStep;
  readonly content: ContentRef;
}

/** The body's statement, inquiries, deliberation, the legal check: the file of the review. */
export const noteReview = ruled<NoteReview>({
  id: 'note-review',
  mayBegin: mayOnReview('note-review', ['accepted', 'drafted']),
  facts: (state, act, context) => [
    {
      kind: 'ReviewNoted',
      body: { review: theReview(state).id, on: context.today, step: act.step, content: act.content },
    },
  ],
});

export interface DraftReview extends OnReview {
  readonly outcome: ReviewOutcome;
  readonly grounds: readonly ReviewGround[];
  readonly facts: string;
  readonly opinion: string;
  readonly content: ContentRef;
}

/** What is missing in a draft of D19 or D20, in the order of the paper. */
export function reviewGaps(act: Pick<DraftReview, 'outcome' | 'grounds' | 'facts' | 'opinion'>): Refusal | undefined {
  const empty = (text: string, field: string, zh: string, en: string) =>
    text.trim() === '' ? refuse('review.decided-in-30-days', 422, zh, en, field) : undefined;
  return firstRefusal(
    empty(act.facts, 'facts', '写明查明的事实', 'Say which facts were found'),
    empty(act.opinion, 'opinion', '写明意见和依据', 'Say the opinion and its basis'),
    needGrounds(act.outcome, act.grounds),
  );
}

/** Refuses while a hearing of the review has no conclusion: what was heard goes into the opinion (条例 36¶2). */
export function needNoHearing(state: MatterState): Refusal | undefined {
  return openHearing(state)?.review === undefined
    ? undefined
    : refuseState('hearing-open', 409, '听证还没有结论', 'The hearing has no conclusion yet');
}

/** Whatever does not stand names why: it goes back to the body as feedback on the quality of its work. */
export function needGrounds(outcome: ReviewOutcome, grounds: readonly ReviewGround[]): Refusal | undefined {
  return outcome !== 'uphold' && grounds.length === 0
    ? refuse(
        'review.redo',
        422,
        '撤销或者变更要选明原因，反馈给原单位',
        'A revocation or change names its grounds, which go back to the body',
        'grounds',
      )
    : undefined;
}

/** T27, first step. Not while a hearing has no conclusion. */
export const draftReview = ruled<DraftReview>({
  id: 'draft-review',
  rule: 'review.decided-in-30-days',
  mayBegin(state, assignment, context) {
    return mayOnReview('draft-review', ['accepted', 'drafted'])(state, assignment, context) ?? needNoHearing(state);
  },
  facts(state, act, context) {
    const review = theReview(state);
    return (
      reviewGaps(act) ?? [
        {
          kind: 'ReviewDrafted',
          body: {
            review: review.id,
            version: (review.draft?.version ?? 0) + 1,
            author: actorId(context.actor),
            on: context.today,
            outcome: act.outcome,
            content: act.content,
          },
        },
      ]
    );
  },
});
