const zh = {
  hearing: (day: string, at: string, by: string) => `${day}${at === '' ? '' : `，${at}`}，${by}开听证会。`,
  hearingHeld: (day: string, by: string) => `${by}${day}开了听证会，等结论。`,
  hearingTopic: (topic: string) => `谈的是：${topic}`,
  hearingRights: '您可以去说、带证据去，可以请代理人，也可以申请听证员回避。写在听证通知书里。',
  mediation: {
    open: (kind: string, other: string) => `正在和${other}调解（${kind}）。愿意谈就谈，随时可以停；办理期限照算。`,
    agreed: (kind: string, other: string, day: string) => `${day}和${other}达成了协议（${kind}）。`,
    performed: (kind: string, other: string, day: string) => `${day}和${other}达成了协议（${kind}），约定的都履行了。`,
    broken: (kind: string, other: string, day: string) =>
      `${day}和${other}达成了协议（${kind}），有的约定还没有履行。没有履行的，可以告诉办事单位，也可以上法院。`,
  },
  promises: '约定的事',
  promise: (who: string, what: string, day: string) => `${who === '' ? '' : `${who}：`}${what}，${day}前。`,
  kept: '履行了。',
  notKept: '还没有履行。',
  confirmUntil: (day: string) =>
    `最晚${day}，您和对方可以一起请法院确认这份协议（司法确认）；确认了，就能申请强制执行。`,
  confirmed: {
    applied: '已经请法院确认，等结果。',
    confirmed: '法院确认了，可以申请强制执行。',
    refused: '法院没有确认；可以再谈，也可以起诉。',
  },
  keeps: '有协议，您的权利也一样不少：同一件事以后有需要，照样可以提。',
  rateAgain: {
    name: '再评一次',
    means: (day: string) => `您评了不满意，单位又办了一次。愿意的话，${day}以前可以再评；不评，上次的照样算数。`,
  },
  earlier: (told: string) => `以前评的也留着：${told}`,
  earlierOn: (side: string, level: string, day: string) => `${side} ${level}（${day}）`,
};
export type BesideWords = typeof zh;

const en: BesideWords = {
  hearing: (day, at, by) => `${by} holds a hearing on ${day}${at === '' ? '' : `, ${at}`}.`,
  hearingHeld: (day, by) => `${by} held a hearing on ${day}; its conclusion is to come.`,
  hearingTopic: (topic) => `About: ${topic}`,
  hearingRights:
    'You may speak and bring evidence, have an agent, and ask a member to withdraw. The notice of the hearing says how.',
  mediation: {
    open: (kind, other) =>
      `${kind} with ${other} is under way. It is up to you and can stop any time; the periods run.`,
    agreed: (kind, other, day) => `On ${day} you agreed with ${other} (${kind.toLowerCase()}).`,
    performed: (kind, other, day) =>
      `On ${day} you agreed with ${other} (${kind.toLowerCase()}), and everything promised was kept.`,
    broken: (kind, other, day) =>
      `On ${day} you agreed with ${other} (${kind.toLowerCase()}); something promised was not kept. Tell the body, or go to court.`,
  },
  promises: 'What was promised',
  promise: (who, what, day) => `${who === '' ? '' : `${who}: `}${what}, by ${day}.`,
  kept: 'Kept.',
  notKept: 'Not kept yet.',
  confirmUntil: (day) =>
    `Until ${day} you and the other side may together ask the court to confirm it (judicial confirmation); then it can be enforced.`,
  confirmed: {
    applied: 'The court has been asked to confirm it.',
    confirmed: 'The court confirmed it; it can be enforced.',
    refused: 'The court did not confirm it; you may talk again, or sue.',
  },
  keeps: 'An agreement takes no right from you: you may raise the matter again whenever you need to.',
  rateAgain: {
    name: 'Rate again',
    means: (day) =>
      `You were not satisfied, and the body did more. If you like, rate again by ${day}; if not, your first rating counts.`,
  },
  earlier: (told) => `What you rated before stays: ${told}`,
  earlierOn: (side, level, day) => `${side} ${level} (${day})`,
};

export const BESIDE_TEXTS = { zh, en };
