import { type Body, reviewersOf } from '../../domain/bodies.ts';
import type { Day } from '../../domain/days.ts';
import { sayDay } from '../../domain/days.ts';
import { clockId, currentAssignment, type MatterState, numbered, openReview } from '../../domain/matter.ts';
import type { Review } from '../../domain/matter-sides.ts';
import { REVIEW_LEVEL_LABELS, type ReviewLevel } from '../../domain/proceedings.ts';
import { type Refusal, refuse, refuseState } from '../../domain/refusals.ts';

/** What may be asked for now: at which level, of whom, until when. */
export interface ReviewWindow {
  readonly level: ReviewLevel;
  readonly assignment: string;
  readonly reviewers: readonly string[];
  /** The petitioner's clock that asking stops. */
  readonly clock: string;
  readonly due: Day;
  /** The day of service: what is filed before it is about nothing. */
  readonly from: Day;
}

/**
 * The window that service opened: 复查 after an opinion of 31(6) (条例 35), 复核 after a 复查 that did not send the matter
 * back (条例 36). After handling again there is a fresh 复查 (E40); after 复核 there is nothing more (条例 36¶3).
 */
export function reviewWindow(state: MatterState): ReviewWindow | Refusal {
  const task = currentAssignment(state);
  if (state.final) {
    return refuse(
      'review.final',
      409,
      '复核意见是信访程序的最后一步，同一事实和理由不再受理；有新的事实、理由可以重新提出',
      'Re-review is the last step of the petition procedure; the same facts and reasons are not taken up again. New facts or reasons may be raised anew',
    );
  }
  const open = openReview(state);
  if (open) {
    const level = REVIEW_LEVEL_LABELS[open.level];
    return refuseState('asked-already', 409, `已经申请了${level.zh}`, `${level.en} has been asked for already`);
  }
  const last = lastTaken(state);
  const served = last?.phase === 'served' && last.decision?.outcome !== 'revoke' ? last : undefined;
  if (served?.decision && served.service) {
    const clock = `apply-final:${served.id}`;
    const due = state.clocks[clock]?.derivation.statutoryDue;
    if (due === undefined)
      return refuse('review.final', 409, '没有上一级机关可以复核', 'There is no higher body to ask for re-review');
    return {
      level: 'final',
      assignment: served.assignment,
      reviewers: served.decision.reviewers,
      clock,
      due,
      from: served.service.on,
    };
  }
  if (task?.phase !== 'served' || !task.service) {
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
  const clock = clockId('apply-review', task);
  const due = state.clocks[clock]?.derivation.statutoryDue;
  if (due === undefined) return refuse('service.starts-review-window', 409, '还没有送达', 'It has not been served yet');
  return {
    level: 'review',
    assignment: task.id,
    reviewers: task.opinion?.reviewers ?? [],
    clock,
    due,
    from: task.service.on,
  };
}

/** The newest review that was not declined: what was declined leaves the windows as they were. */
function lastTaken(state: MatterState): Review | undefined {
  return numbered(state.reviews).findLast((review) => review.phase !== 'refused');
}

/** Refuses what was filed after the window, unless a reason is given that the reviewer will weigh (E14). */
export function refuseLate(window: ReviewWindow, filedOn: Day): Refusal | undefined {
  if (filedOn <= window.due) return undefined;
  const level = REVIEW_LEVEL_LABELS[window.level];
  return refuse(
    'review.within-30-days',
    409,
    `申请${level.zh}到${sayDay(window.due, 'zh-CN')}截止`,
    `The time to ask for ${level.en.toLowerCase()} ended on ${sayDay(window.due, 'en')}`,
  );
}

/** The bodies above a reviewer, who may re-review; itself and the body whose opinion it was are never among them. */
export function finalReviewers(bodies: Parameters<typeof reviewersOf>[0], reviewer: string, handled: string): Body[] {
  return reviewersOf(bodies, reviewer).filter((body) => body.id !== handled);
}
