const zh = {
  title: '评价',
  h1: '您来评',
  lead: '两边分开评，可以只评一边。只有您能评，办事的人不能代评，也不能改。评不评、评哪一档，都不影响申请复查。',
  until: (day: string) => `${day}以前都可以评。`,
  sides: {
    office: (name: string) => `${name}：登记、转送`,
    body: (name: string) => `${name}：办理、答复`,
  },
  levels: { satisfied: '满意', basically: '基本满意', unsatisfied: '不满意' },
  why: '想说的话',
  whyHint: '选“不满意”的，请写写哪里不满意，会有人重新看。',
  send: '交上评价',
  none: '请至少给一边选一档',
  reason: '不满意的，请写一句为什么，才好去改',
  closed: '现在没有可以评的。转出去以后可以评登记、转送；收到书面答复以后可以评办理。',
  done: '评价收到了，谢谢您。',
};
export type RateWords = typeof zh;

const en: RateWords = {
  title: 'Rate',
  h1: 'Your rating',
  lead: 'The two sides are rated apart; one is enough. Only you can rate; staff can neither do it for you nor change it. It makes no difference to asking for review.',
  until: (day) => `You can rate until ${day}.`,
  sides: {
    office: (name) => `${name}: registering and passing on`,
    body: (name) => `${name}: handling and answering`,
  },
  levels: { satisfied: 'Satisfied', basically: 'Mostly satisfied', unsatisfied: 'Not satisfied' },
  why: 'Anything to say',
  whyHint: 'If you are not satisfied, say what was wrong; somebody looks at it again.',
  send: 'Send the rating',
  none: 'Choose a level for at least one side',
  reason: 'If you are not satisfied, say why in a sentence',
  closed:
    'There is nothing to rate now: registering once it was passed on, handling once the written answer has reached you.',
  done: 'Your rating has arrived. Thank you.',
};

export const RATE_TEXTS = { zh, en };
