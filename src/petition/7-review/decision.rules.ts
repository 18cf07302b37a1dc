import { actorId, needPost } from '../../domain/act.ts';
import { startClock, stopClock, voidClocks } from '../../domain/clocks.ts';
import type { Day } from '../../domain/days.ts';
import type { ContentRef, InstrumentRef } from '../../domain/fact-parts.ts';
import { firstRefusal, isOverseer, needDay, ruled } from '../../domain/guards.ts';
import { currentAssignment, openReview } from '../../domain/matter.ts';
import type { ReviewGround } from '../../domain/proceedings.ts';
import { refuse, refuseState } from '../../domain/refusals.ts';
import type { ServiceWay } from '../../domain/vocabulary.ts';
import { mayOnReview, needGrounds, needNoHearing, theReview } from './review.rules.ts';
import { finalReviewers } from './window.rules.ts';

interface OnReview {
  readonly assignment?: string;
}

export interface ReturnReviewDraft extends OnReview {
  readonly content: ContentRef;
}

export const returnReviewDraft = ruled<ReturnReviewDraft>({
  id: 'return-review-draft',
  rule: 'review.four-eyes',
  mayBegin: mayOnReview('return-review-draft', ['drafted']),
  facts: (state, act, context) => [
    { kind: 'ReviewDraftReturned', body: { review: theReview(state).id, on: context.today, content: act.content } },
  ],
});

export interface DecideReview extends OnReview {
  readonly grounds: readonly ReviewGround[];
  readonly instrument: InstrumentRef;
  /** Revoked: days for handling again, the pack's where absent, and D21 to the body. */
  readonly redoDays?: number;
  readonly redo?: InstrumentRef;
}

/**
 * T27, T28, T29. The head issues what another drafted. Upheld or changed by 复查, the way to 复核 opens on service;
 * revoked, the body handles it again in the time the decision sets; by 复核, it is the last word (条例 36¶3).
 */
export const decideReview = ruled<DecideReview>({
  id: 'decide-review',
  rule: 'review.four-eyes',
  mayBegin(state, assignment, context) {
    const draft = openReview(state)?.draft;
    return firstRefusal(
      mayOnReview('decide-review', ['drafted'])(state, assignment, context),
      draft !== undefined && draft.author === actorId(context.actor)
        ? refuse('review.four-eyes', 409, '不能签发自己拟的稿', 'Nobody issues their own draft')
        : undefined,
      needNoHearing(state),
    );
  },
  facts(state, act, context) {
    const review = theReview(state);
    const task = state.assignments[review.assignment];
    const outcome = review.draft?.outcome ?? 'uphold';
    if (!task) return refuseState('no-assignment', 404, '没有这个办理单元', 'There is no such assignment');
    const groundless = needGrounds(outcome, act.grounds);
    if (groundless) return groundless;
    if (outcome === 'revoke' && !act.redo)
      return refuse('review.redo', 422, '责令重新办理要有通知书', 'An order to handle again needs its notice', 'redo');
    const next =
      review.level === 'review' && outcome !== 'revoke'
        ? finalReviewers(context.bodies, review.reviewer, task.body).map((body) => body.id)
        : [];
    const redo =
      outcome === 'revoke'
        ? [
            startClock(context, {
              id: `handle:${task.id}:${review.id}`,
              kind: 'redo',
              holder: task.body,
              assignment: task.id,
              from: context.today,
              n: act.redoDays,
            }),
            ...voidClocks(
              state.clocks,
              context.today,
              (_, clock) => clock.assignment === task.id && (clock.kind === 'rating' || clock.kind === 'execution'),
            ),
          ]
        : [];
    return [
      {
        kind: 'ReviewDecided',
        body: {
          review: review.id,
          on: context.today,
          author: review.draft?.author ?? '',
          approvedBy: actorId(context.actor),
          outcome,
          grounds: outcome === 'uphold' ? [] : act.grounds,
          reviewers: next,
          instrument: act.instrument,
          ...(outcome === 'revoke'
            ? { redoDays: act.redoDays ?? context.pack.clocks.redo.n, ...(act.redo ? { redo: act.redo } : {}) }
            : {}),
          clocks: [
            ...stopClock(state.clocks, `${review.level}:${review.id}`, context.today),
            ...voidClocks(state.clocks, context.today, (id) => id === `supplement:${review.id}`),
            ...redo,
          ],
        },
      },
    ];
  },
});

export interface ServeReview extends OnReview {
  readonly way: ServiceWay;
  readonly on: Day;
  readonly signed: boolean;
  readonly note: string;
  readonly content?: ContentRef;
}

/** Receipt of the 复查 opinion starts the 30 days for 复核 (条例 36¶1). No service, no window. */
export const serveReview = ruled<ServeReview>({
  id: 'serve-review',
  rule: 'service.starts-review-window',
  mayBegin: mayOnReview('serve-review', ['decided']),
  facts(state, act, context) {
    const review = theReview(state);
    const decision = review.decision;
    if (!decision) return refuseState('no-opinion', 409, '意见还没有签发', 'No opinion has been issued');
    const refusal = firstRefusal(
      needDay(act.on, 'on', { from: decision.on, to: context.today }),
      act.way === 'left' && act.note.trim() === ''
        ? refuse(
            'service.starts-review-window',
            422,
            '留置送达要写明两名见证人或影像',
            'Leaving a paper needs two witnesses or a recording on record',
            'note',
          )
        : undefined,
    );
    if (refusal) return refusal;
    return [
      {
        kind: 'ReviewServed',
        body: {
          review: review.id,
          instrument: decision.instrument,
          way: act.way,
          on: act.on,
          signed: act.signed,
          ...(act.content ? { content: act.content } : {}),
          clocks:
            decision.reviewers.length === 0
              ? []
              : [
                  startClock(context, {
                    id: `apply-final:${review.id}`,
                    kind: 'apply-final',
                    holder: 'petitioner',
                    assignment: review.assignment,
                    from: act.on,
                  }),
                ],
        },
      },
    ];
  },
});

export interface Lapse {
  readonly assignment?: string;
}

/** T30. The window ended unused. The opinion stands; only a local rule makes it the end of the matter (law.md §1.6). */
export const lapse = ruled<Lapse>({
  id: 'lapse',
  rule: 'review.lapse',
  mayBegin(state, _assignment, context) {
    return lapsedClock(state.clocks, context.today) === undefined
      ? refuse('review.lapse', 409, '还在申请期限内，或者没有开着的期限', 'No window for review has ended unused')
      : needPost('lapse', undefined, context);
  },
  facts(state, _act, context) {
    const clock = lapsedClock(state.clocks, context.today);
    if (clock === undefined) return [];
    return [
      {
        kind: 'Lapsed',
        body: {
          clock,
          on: context.today,
          ...(context.pack.settings.lapseBars ? { bars: true } : {}),
          clocks: voidClocks(state.clocks, context.today, (id) => id === clock),
        },
      },
    ];
  },
});

function lapsedClock(clocks: Parameters<typeof stopClock>[0], today: Day): string | undefined {
  return Object.entries(clocks).find(
    ([, clock]) =>
      (clock.kind === 'apply-review' || clock.kind === 'apply-final') &&
      clock.end === undefined &&
      clock.derivation.statutoryDue < today,
  )?.[0];
}

export interface FileTermination {
  readonly assignment?: string;
  readonly instrument: InstrumentRef;
}

/** T34 终结备案: all three opinions are there and served. Ends no duty to explain, mediate and help (条例 37¶3). */
export const fileTermination = ruled<FileTermination>({
  id: 'file-termination',
  rule: 'review.final',
  mayBegin(state, _assignment, context) {
    const { actor } = context;
    return firstRefusal(
      state.final?.by === 're-review'
        ? undefined
        : refuse('review.final', 409, '复核意见送达以后才能备案', 'It is filed once the re-review has been served'),
      state.terminationFiledOn === undefined
        ? undefined
        : refuseState('filed-already', 409, '已经备案', 'It has been filed already'),
      actor.kind === 'staff' && !isOverseer(state, context.bodies.find(actor.body))
        ? refuseState('other-body', 403, '由当地信访部门备案', 'The petition office of the place files it')
        : undefined,
      needPost('file-termination', undefined, context),
    );
  },
  facts: (state, act, context) => [
    {
      kind: 'TerminationFiled',
      body: {
        on: context.today,
        by: context.actor.kind === 'staff' ? context.actor.body : (currentAssignment(state)?.body ?? state.office),
        instrument: act.instrument,
      },
    },
  ],
});
