import { type ActContext, actorId, needPost } from '../../domain/act.ts';
import { startClock } from '../../domain/clocks.ts';
import type { Day } from '../../domain/days.ts';
import type { ContentRef } from '../../domain/fact-parts.ts';
import { firstRefusal, isOverseer, needDay, ruled } from '../../domain/guards.ts';
import { currentAssignment, type MatterState } from '../../domain/matter.ts';
import type { RevisitWay } from '../../domain/proceedings.ts';
import { reratingId } from '../../domain/rating-window.ts';
import { type Refusal, refuse, refuseState } from '../../domain/refusals.ts';
import type { RatedSide } from '../../domain/vocabulary.ts';

interface OnMatter {
  readonly assignment?: string;
}

export interface Rehandle extends OnMatter {
  readonly content: ContentRef;
}

/** S8. After a dissatisfied rating the body does more, and says what; only that opens the way to a second rating. */
export const rehandle = ruled<Rehandle>({
  id: 'rehandle',
  rule: 'rating.reopened-with-log',
  mayBegin(state, _assignment, context) {
    const task = currentAssignment(state);
    return firstRefusal(
      task?.phase === 'served' && state.ratings.body?.level === 'unsatisfied'
        ? undefined
        : refuseState('not-dissatisfied', 409, '没有不满意的评价要再办理', 'There is no dissatisfied rating to act on'),
      needPost('rehandle', task?.body, context),
    );
  },
  facts: (state, act, context) => [
    {
      kind: 'Rehandled',
      body: { assignment: currentAssignment(state)?.id ?? '', on: context.today, content: act.content },
    },
  ],
});

export interface ReopenRating extends OnMatter {
  readonly side: RatedSide;
  readonly content: ContentRef;
}

function needOverseer(state: MatterState, act: 'reopen-rating' | 'revisit', context: ActContext): Refusal | undefined {
  const { actor } = context;
  return firstRefusal(
    actor.kind === 'staff' && !isOverseer(state, context.bodies.find(actor.body))
      ? refuseState('other-body', 403, '由当地信访部门来做', 'This is for the petition office of the place')
      : undefined,
    needPost(act, undefined, context),
  );
}

/**
 * E48. Only of a dissatisfied side, after more was done, by the petition office, with the reason on record. The side has a
 * window of its own; the first rating stays beside, and counts until there is another.
 */
export const reopenRating = ruled<ReopenRating>({
  id: 'reopen-rating',
  rule: 'rating.reopened-with-log',
  mayBegin(state, _assignment, context) {
    const overseer = needOverseer(state, 'reopen-rating', context);
    if (overseer) return overseer;
    if (state.ratings.body === undefined && state.ratings.office === undefined)
      return refuseState('not-rated', 409, '还没有评价过', 'It has not been rated');
    return state.rehandledOn === undefined ? needMore(409) : undefined;
  },
  facts(state, act, context) {
    const rated = state.ratings[act.side];
    if (rated === undefined)
      return refuseState('not-rated', 422, '这一边还没有评价过', 'This side has not been rated', 'side');
    if (rated.level !== 'unsatisfied')
      return refuse(
        'rating.reopened-with-log',
        422,
        '只有评了不满意的一边，才请信访人再评',
        'Only a side rated as not satisfied is opened again',
        'side',
      );
    if ((state.rehandledOn ?? '') < rated.on) return needMore(422, 'side');
    const id = reratingId(state, act.side);
    return [
      {
        kind: 'RatingReopened',
        body: {
          side: act.side,
          by: actorId(context.actor),
          on: context.today,
          content: act.content,
          clocks:
            id === undefined
              ? []
              : [
                  startClock(context, {
                    id,
                    kind: 'rating',
                    holder: 'petitioner',
                    assignment: currentAssignment(state)?.id,
                    from: context.today,
                  }),
                ],
        },
      },
    ];
  },
});

/** What was done before the dissatisfied rating opens nothing, and each thing done opens one rating. */
function needMore(status: 409 | 422, field?: string): Refusal {
  return refuse(
    'rating.reopened-with-log',
    status,
    '先再办理并记下做了什么，才能请信访人再评',
    'More has to be done and noted first; only then may the petitioner be asked to rate again',
    field,
  );
}

export interface Revisit extends OnMatter {
  readonly on: Day;
  readonly way: RevisitWay;
  readonly reached: boolean;
  readonly carriedOut: 'yes' | 'partly' | 'no' | 'unknown';
  readonly content: ContentRef;
}

/** T35 回访: whether the answer was carried out, and what is still asked. Nothing about the person. */
export const revisit = ruled<Revisit>({
  id: 'revisit',
  rule: 'revisit.only-execution',
  mayBegin(state, _assignment, context) {
    return firstRefusal(
      state.sealed ? refuse('report.sealed', 409, '检举控告件封存', 'A report of wrongdoing is sealed') : undefined,
      state.phase === 'open' || state.phase === 'none'
        ? refuseState('not-answered', 409, '答复送达以后才回访', 'The follow-up comes after the answer has been served')
        : undefined,
      needOverseer(state, 'revisit', context),
    );
  },
  facts(_state, act, context) {
    const { on, way, reached, carriedOut, content } = act;
    return (
      needDay(on, 'on', { to: context.today }) ?? [
        { kind: 'Revisited', body: { on, way, reached, carriedOut: reached ? carriedOut : 'unknown', content } },
      ]
    );
  },
});
