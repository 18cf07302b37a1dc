import type { Sentence } from '../../../platform/http/route.contract.ts';

/** Words of the forms after a rating: more was done, rate again, the follow-up. */
export const AFTER_RATING_WORDS = {
  more: { zh: '又做了什么', en: 'What more was done' },
  needMore: { zh: '写明又做了什么', en: 'Say what more was done' },
  note: { zh: '记下', en: 'Note it' },
  side: { zh: '请信访人再评哪一边', en: 'Which side is rated again' },
  needSide: { zh: '选一边', en: 'Choose a side' },
  why: { zh: '为什么', en: 'Why' },
  needWhy: { zh: '写明为什么请信访人再评', en: 'Say why the petitioner is asked again' },
  reopen: { zh: '重开评价', en: 'Open it again' },
  reopenNote: {
    zh: '原来的评价和是谁重开的都留着；评不评由信访人',
    en: 'The first rating stays, and who opened it again; the petitioner decides',
  },
  on: { zh: '哪一天', en: 'On which day' },
  needOn: { zh: '写一个日期', en: 'Give a day' },
  way: { zh: '怎样回访', en: 'How' },
  needWay: { zh: '选一种', en: 'Choose one' },
  reached: { zh: '联系上了', en: 'Reached' },
  carriedOut: { zh: '答复落实了没有', en: 'Was the answer carried out' },
  yes: { zh: '落实了', en: 'Yes' },
  partly: { zh: '部分落实', en: 'Partly' },
  no: { zh: '没有', en: 'No' },
  unknown: { zh: '说不清', en: 'Not known' },
  asked: { zh: '还有什么请求', en: 'What is still asked' },
  needAsked: { zh: '写一句', en: 'Write a sentence' },
  askedHint: {
    zh: '只记落实情况和还有什么请求，不记人',
    en: 'Only the execution and what is still asked; nothing about the person',
  },
} as const satisfies Record<string, Sentence>;
