import { type ActContext, type MatterDecision, needPost } from '../../domain/act.ts';
import { nameOf } from '../../domain/bodies.ts';
import { startClock, stopClock, voidClocks } from '../../domain/clocks.ts';
import type { Day } from '../../domain/days.ts';
import type { ContentRef } from '../../domain/fact-parts.ts';
import { firstRefusal, needDay, ruled } from '../../domain/guards.ts';
import { type MatterState, nextName } from '../../domain/matter.ts';
import { isRefusal, refuse } from '../../domain/refusals.ts';
import { refuseLate, reviewWindow } from './window.rules.ts';

export interface AskReview {
  readonly assignment?: string;
  readonly reviewer: string;
  readonly content: ContentRef;
  /** Requests that were not in the original matter: they are a matter of their own (E15). */
  readonly newRequests?: number;
  /** Why it comes after the 30 days: illness, disaster or another good cause (E14). */
  readonly excuse?: ContentRef;
  /** Where and when it was filed, if that was another body: what is filed in time at the wrong door is in time (E16). */
  readonly filedOn?: Day;
  readonly filedAt?: string;
}

/** T26, T29. Within 30 days of receiving the written answer, at one of the bodies named in it. */
export const askReview = ruled<AskReview>({
  id: 'ask-review',
  rule: 'review.within-30-days',
  mayBegin(state, _assignment, context) {
    const post = needPost('ask-review', undefined, context);
    if (post) return post;
    const window = reviewWindow(state);
    return isRefusal(window) ? window : refuseLate(window, context.today);
  },
  facts: asked,
});

/**
 * The same, for a petitioner who comes late with a good cause. Kept apart so that a page offers the one or the other, and
 * nobody is told that a window is open which is not.
 */
export const askReviewLate: typeof askReview = ruled<AskReview>({
  id: 'ask-review',
  rule: 'review.late-with-cause',
  mayBegin(state, _assignment, context) {
    const post = needPost('ask-review', undefined, context);
    if (post) return post;
    const window = reviewWindow(state);
    return isRefusal(window) ? window : undefined;
  },
  facts: asked,
});

/** T26 for a request on paper or at the counter, at whichever body it came to. */
export const recordReviewRequest = ruled<AskReview>({
  id: 'record-review-request',
  rule: 'review.right-reviewer',
  mayBegin(state, _assignment, context) {
    const window = reviewWindow(state);
    return isRefusal(window) ? window : needPost('record-review-request', undefined, context);
  },
  facts: asked,
});

function asked(state: MatterState, act: AskReview, context: ActContext): MatterDecision {
  const window = reviewWindow(state);
  if (isRefusal(window)) return window;
  const filedOn = act.filedOn ?? context.today;
  const late = refuseLate(window, filedOn);
  const refusal = firstRefusal(
    needDay(filedOn, 'filedOn', { from: window.from, to: context.today }),
    late && act.excuse === undefined ? needCause() : undefined,
    (act.newRequests ?? 0) > 0
      ? refuse(
          'review.original-matter-only',
          422,
          '复查、复核只看原来的请求；新的请求请另外提出，会单独登记',
          'Review looks at the original requests only; raise new ones apart and they are registered on their own',
          'newRequests',
        )
      : undefined,
    window.reviewers.includes(act.reviewer) ? undefined : wrongReviewer(window.reviewers, context),
  );
  if (refusal) return refusal;
  const review = nextName('r', state.reviews);
  const clock = { holder: act.reviewer, assignment: window.assignment, from: context.today } as const;
  return [
    {
      kind: 'ReviewAsked',
      body: {
        review,
        level: window.level,
        assignment: window.assignment,
        on: context.today,
        reviewer: act.reviewer,
        content: act.content,
        ...(filedOn === context.today ? {} : { filedOn }),
        ...(act.filedAt === undefined ? {} : { filedAt: act.filedAt }),
        ...(late && act.excuse ? { excuse: act.excuse } : {}),
        clocks: [
          ...(late
            ? voidClocks(state.clocks, context.today, (id) => id === window.clock)
            : stopClock(state.clocks, window.clock, filedOn)),
          startClock(context, { id: `review-accept:${review}`, kind: 'review-accept', ...clock }),
          startClock(context, {
            id: `${window.level}:${review}`,
            kind: window.level,
            ...clock,
          }),
        ],
      },
    },
  ];
}

/** What is filed after the window is taken only with its cause, which the reviewer weighs (E14). */
function needCause() {
  return refuse(
    'review.late-with-cause',
    422,
    '已经过了30日，要写明因为什么耽误了（生病、灾害或者别的正当理由），由受理的机关判断',
    'It is past the 30 days: say what kept you (illness, disaster or another good cause); the reviewing body weighs it',
    'excuse',
  );
}

function wrongReviewer(reviewers: readonly string[], { bodies }: ActContext) {
  const names = reviewers.map((id) => nameOf(bodies, id));
  return refuse(
    'review.right-reviewer',
    422,
    `应当向${names.map((one) => one.zh).join('或者')}提出`,
    `It is to be asked of ${names.map((one) => one.en).join(' or ')}`,
    'reviewer',
  );
}
