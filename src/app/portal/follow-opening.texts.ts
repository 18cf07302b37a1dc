import { sayDay } from '../../domain/days.ts';
import type { Said } from '../../domain/refusals.ts';
import type { FollowModel } from '../follow/follow.contract.ts';
import { FOLLOW_TEXTS } from './follow.texts.ts';

/** The head of a petition with no matter yet, or with several. */
export function openingOf({ matters, registerClock: clock, body }: FollowModel): Said {
  const { zh, en } = FOLLOW_TEXTS;
  const count = matters.length;
  if (count > 1) return { zh: zh.several(count), en: en.several(count) };
  if (clock === undefined) return { zh: `${body.name.zh}收到了`, en: `${body.name.en} has it` };
  const which = clock.level === 'overdue' && clock.outcome === 'running' ? 'waitingLate' : 'waiting';
  return {
    zh: zh[which](body.name.zh, sayDay(clock.due, 'zh-CN')),
    en: en[which](body.name.en, sayDay(clock.due, 'en')),
  };
}
