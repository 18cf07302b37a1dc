import { type MatterRule, needPost } from '../../domain/act.ts';
import { startClock, stopClock } from '../../domain/clocks.ts';
import { sayDay } from '../../domain/days.ts';
import type { ContentRef } from '../../domain/facts.ts';
import { currentAssignment } from '../../domain/matter.ts';
import { refuse, refuseState } from '../../domain/refusals.ts';

export interface AskReview {
  readonly assignment?: string;
  readonly reviewer: string;
  readonly content: ContentRef;
}

/** T26. Within 30 days of receiving the written answer (条例 35), at one of the bodies named in it. */
export const askReview: MatterRule<AskReview> = {
  id: 'ask-review',
  rule: 'review.within-30-days',
  mayBegin(state, _assignment, context) {
    const post = needPost('ask-review', undefined, context);
    if (post) return post;
    const task = currentAssignment(state);
    if (task?.phase !== 'served') {
      return refuse(
        'review.within-30-days',
        409,
        '收到书面处理意见以后才能申请复查',
        'Review can be asked for once the written opinion has reached you',
      );
    }
    if (task.route !== '31(6)') {
      return refuse(
        'review.within-30-days',
        409,
        '复查只用于信访程序的处理意见',
        'Review is for opinions of the petition procedure only',
      );
    }
    if (state.reviewAsked)
      return refuseState('asked-already', 409, '已经申请过复查', 'Review has been asked for already');
    const due = state.clocks[`apply-review:${task.id}`]?.derivation.statutoryDue;
    if (due === undefined)
      return refuse('service.starts-review-window', 409, '还没有送达', 'It has not been served yet');
    return context.today > due
      ? refuse(
          'review.within-30-days',
          409,
          `申请复查到${sayDay(due, 'zh-CN')}截止`,
          `The time to ask for review ended on ${sayDay(due, 'en')}`,
        )
      : undefined;
  },
  decide(state, act, context) {
    const refusal = this.mayBegin(state, undefined, context);
    if (refusal) return refusal;
    const task = currentAssignment(state);
    if (!task) return refuseState('no-assignment', 409, '还没有答复', 'There is no answer yet');
    if (!(task.opinion?.reviewers ?? []).includes(act.reviewer)) {
      return refuse(
        'review.within-30-days',
        422,
        '请从意见书写明的复查机关里选一个',
        'Choose one of the reviewing bodies named in the opinion',
        'reviewer',
      );
    }
    return [
      {
        kind: 'ReviewAsked',
        body: {
          assignment: task.id,
          on: context.today,
          reviewer: act.reviewer,
          content: act.content,
          clocks: [
            ...stopClock(state.clocks, `apply-review:${task.id}`, context.today),
            startClock(context, {
              id: `review:${task.id}`,
              kind: 'review',
              holder: act.reviewer,
              assignment: task.id,
              from: context.today,
            }),
          ],
        },
      },
    ];
  },
};
