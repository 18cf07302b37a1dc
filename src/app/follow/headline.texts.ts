import { type Day, sayDay } from '../../domain/days.ts';
import { REVIEW_LEVEL_LABELS, type ReviewLevel } from '../../domain/proceedings.ts';
import type { Said } from '../../domain/refusals.ts';

function days(count: number): Said {
  return { zh: `${count}天`, en: `${count} day${count === 1 ? '' : 's'}` };
}

/** Whole sentence of the clock the petitioner waits for: who, what, by when, how long; said plainly when it is late. */
function waiting(who: Said, what: Said, clock: { due: Day; daysLeft: number } | undefined): Said {
  if (!clock) return { zh: `${who.zh}${what.zh}`, en: `${who.en} ${what.en}` };
  const { due, daysLeft } = clock;
  if (daysLeft < 0) {
    const late = days(-daysLeft);
    return {
      zh: `${who.zh}没有按时${what.zh}，已经迟了${late.zh}`,
      en: `${who.en} has not done this in time (${what.en}): ${late.en} late`,
    };
  }
  const left =
    daysLeft === 0
      ? { zh: '就是今天', en: 'today' }
      : { zh: `还有${days(daysLeft).zh}`, en: `${days(daysLeft).en} left` };
  return {
    zh: `${who.zh}最晚${sayDay(due, 'zh-CN')}${what.zh}，${left.zh}`,
    en: `${who.en} ${what.en} by ${sayDay(due, 'en')}, ${left.en}`,
  };
}

export const HEADLINES = {
  unregistered: (who: Said, clock: { due: Day; daysLeft: number } | undefined) =>
    waiting(who, { zh: '登记', en: 'registers it' }, clock),
  withOffice: (who: Said, clock: { due: Day; daysLeft: number } | undefined) =>
    waiting(who, { zh: '转给管得着的单位', en: 'passes it to the competent body' }, clock),
  sent: (who: Said) => ({ zh: `已经转给${who.zh}，等它签收`, en: `Passed to ${who.en}, to be signed for` }),
  objected: (who: Said) => ({
    zh: `${who.zh}认为不归它管，正在核实`,
    en: `${who.en} says it is not competent; this is being checked`,
  }),
  signed: (who: Said, clock: { due: Day; daysLeft: number } | undefined) =>
    waiting(who, { zh: '书面告知您怎么办', en: 'tells you in writing how it will be handled' }, clock),
  accepted: (who: Said, clock: { due: Day; daysLeft: number } | undefined) =>
    waiting(who, { zh: '书面答复您', en: 'answers you in writing' }, clock),
  decided: (who: Said) => ({
    zh: `${who.zh}写好了书面答复，正在送给您`,
    en: `${who.en} has issued its written answer, which is on its way to you`,
  }),
  served: (who: Said) => ({ zh: `${who.zh}已经书面答复您`, en: `${who.en} has answered you in writing` }),
  review: (who: Said, level: ReviewLevel, clock: { due: Day; daysLeft: number } | undefined) =>
    waiting(
      who,
      level === 'review'
        ? { zh: '作出复查意见', en: 'decides on your request for review' }
        : { zh: '作出复核意见', en: 'decides on your request for re-review' },
      clock,
    ),
  redo: (who: Said, clock: { due: Day; daysLeft: number } | undefined) =>
    waiting(who, { zh: '重新办理，书面答复您', en: 'handles it again and answers you in writing' }, clock),
  reviewDecided: (who: Said, level: ReviewLevel) => ({
    zh: `${who.zh}写好了书面${REVIEW_LEVEL_LABELS[level].zh}意见，正在送给您`,
    en: `${who.en} has issued its ${REVIEW_LEVEL_LABELS[level].en.toLowerCase()} opinion, which is on its way to you`,
  }),
  reviewServed: (who: Said, level: ReviewLevel, decided: Said) => ({
    zh: `${who.zh}的${REVIEW_LEVEL_LABELS[level].zh}意见已经送到您：${decided.zh}`,
    en: `The ${REVIEW_LEVEL_LABELS[level].en.toLowerCase()} opinion of ${who.en} has reached you: ${decided.en}`,
  }),
  ended: (by: 're-review' | 'lapse') =>
    by === 'lapse'
      ? {
          zh: '申请复查、复核的期限过了，信访程序到此为止；有新的事实、证据或者理由，可以重新提出',
          en: 'The time to ask for review is over and the petition procedure ends here; new facts, evidence or reasons may be raised anew',
        }
      : {
          zh: '复核意见已经送到，信访程序到此为止；有新的事实、证据或者理由，可以重新提出',
          en: 'The re-review has reached you and the petition procedure ends here; new facts, evidence or reasons may be raised anew',
        },
  settled: (who: Said) => ({
    zh: `协议已经履行，${who.zh}和解办结；您的权利一样不少`,
    en: `The agreement was kept and ${who.en} concluded it as settled; you keep every right`,
  }),
  closed: (who: Said) => ({
    zh: `${who.zh}终止了办理，告知书写明了理由`,
    en: `${who.en} ended the handling; the notice gives the reason`,
  }),
  merged: (into: string) => ({
    zh: `与编号${into}是同一件事，合在一起办`,
    en: `It is the same matter as ${into} and handled with it`,
  }),
  notAccepted: (who: Said) => ({
    zh: `${who.zh}决定不予受理，告知书写明了理由和您可以找哪里`,
    en: `${who.en} did not accept it; the notice gives the reason and says where to turn`,
  }),
  routedOut: (who: Said) => ({
    zh: `这件事要走法定途径，${who.zh}的告知书写明了怎么办`,
    en: `This goes through a legal procedure; the notice of ${who.en} says how`,
  }),
  answered: (who: Said) => ({ zh: `${who.zh}已经直接答复`, en: `${who.en} has answered directly` }),
  withdrawn: () => ({ zh: '您已经撤回，以后还可以再提', en: 'You have withdrawn it; you may raise it again' }),
  imported: (answered: boolean) =>
    answered
      ? { zh: '来源台账记载：已答复', en: 'Answered, as the earlier ledger states' }
      : { zh: '从以前的台账转入', en: 'Taken over from an earlier ledger' },
} as const;
