import { type ActContext, type MatterRule, needPost } from '../../domain/act.ts';
import { type ClockChange, stopClock } from '../../domain/clocks.ts';
import { sayDay } from '../../domain/days.ts';
import type { ContentRef } from '../../domain/facts.ts';
import { currentAssignment, isRated, type MatterState } from '../../domain/matter.ts';
import { countedRating, ratingWindow } from '../../domain/rating-window.ts';
import { type Refusal, refuse, refuseState } from '../../domain/refusals.ts';
import type { RatedSide, RatingLevel } from '../../domain/vocabulary.ts';

/** May this side be rated now? The office once it has sent the matter on, the body once its answer is served. */
export function mayRate(state: MatterState, side: RatedSide, context: ActContext): Refusal | undefined {
  const post = needPost('rate', undefined, context);
  if (post) return refuse('rating.only-petitioner', 403, '评价只能由信访人本人作出', 'Only the petitioner rates');
  if (!isRated(state))
    return refuse('rating.two-sides', 409, '这一件不在评价范围内', 'This one is not among those that are rated');
  if (state.ratings[side]) return refuseState('rated-already', 409, '您已经评价过了', 'You have rated already');
  const task = currentAssignment(state);
  if (!task) return refuse('rating.two-sides', 409, '转送以后才能评价', 'It can be rated once it has been forwarded');
  if (side === 'body' && task.phase !== 'served') {
    return refuse(
      'rating.two-sides',
      409,
      '收到书面答复以后才能评价办得怎么样',
      'The body can be rated once its answer has reached you',
    );
  }
  const due = ratingWindow(state, side)?.clock.derivation.statutoryDue;
  if (due !== undefined && context.today > due) {
    return refuse('rating.two-sides', 409, `评价到${sayDay(due, 'zh-CN')}截止`, `Rating ended on ${sayDay(due, 'en')}`);
  }
  return undefined;
}

export interface Rate {
  readonly assignment?: string;
  readonly side: RatedSide;
  readonly level: RatingLevel;
  readonly reason: string;
  readonly content?: ContentRef;
}

/** T35. Two sides, three levels; dissatisfaction with its reason, so that something can be done about it. */
export const rate: MatterRule<Rate> = {
  id: 'rate',
  rule: 'rating.only-petitioner',
  mayBegin(state, _assignment, context) {
    const body = mayRate(state, 'body', context);
    return body && mayRate(state, 'office', context) ? body : undefined;
  },
  decide(state, act, context) {
    const refusal = mayRate(state, act.side, context);
    if (refusal) return refusal;
    if (act.level === 'unsatisfied' && act.reason.trim() === '') {
      return refuseState(
        'empty',
        422,
        '不满意的，请写一句为什么',
        'If you are not satisfied, say why in a sentence',
        'reason',
      );
    }
    const task = currentAssignment(state);
    if (!task)
      return refuseState('no-assignment', 409, '转送以后才能评价', 'It can be rated once it has been forwarded');
    return [
      {
        kind: 'Rated',
        body: {
          assignment: task.id,
          side: act.side,
          level: act.level,
          on: context.today,
          ...(act.content ? { content: act.content } : {}),
          clocks: windowDone(state, act.side, context),
        },
      },
    ];
  },
};

/** The window of both sides ends with the second of them; that of a side rated again, with its rating. */
function windowDone(state: MatterState, side: RatedSide, context: ActContext): readonly ClockChange[] {
  const id = ratingWindow(state, side)?.id;
  const other = countedRating(state, side === 'body' ? 'office' : 'body');
  const again = state.reratable?.includes(side) ?? false;
  return id !== undefined && (again || other !== undefined) ? stopClock(state.clocks, id, context.today) : [];
}
