import type { Sentence } from '../../../platform/http/route.contract.ts';

/** Words of the forms about who is competent, and of those of a sealed report. */
export const DISPUTE_WORDS = {
  suggests: { zh: '认为应当由谁受理', en: 'Who is thought competent' },
  needBody: { zh: '选一个单位', en: 'Choose a body' },
  reasons: { zh: '理由', en: 'Reasons' },
  needReasons: { zh: '写明理由', en: 'Give the reasons' },
  raise: { zh: '提请指定', en: 'Ask for a decision' },
  raiseNote: {
    zh: '由共同的上一级决定，没有共同上一级的由联席会议协调；决定以前由本单位先拿着，期限照算（条例24）',
    en: 'The common superior decides, or the joint meeting; meanwhile you keep it and the periods run (art. 24)',
  },
  decideTo: { zh: '指定由谁受理', en: 'Who is named' },
  decide: { zh: '指定', en: 'Name' },
  decideNote: { zh: '指定以后不得再提异议', en: 'Whoever is named may not object again' },
  passTo: { zh: '移交给', en: 'Pass on to' },
  holds: { zh: '现在拿着这件', en: 'Holds it now' },
  suggested: { zh: '提出争议的单位认为归它管', en: 'Thought competent by the body that holds it' },
  remark: { zh: '附言（可空）', en: 'Remark (optional)' },
  remarkHint: {
    zh: '写进移交函；不要写被检举的人和单位，对方打开材料就能看到',
    en: 'Goes into the covering letter; leave out whom it is about, the keeper there reads it in the report',
  },
  pass: { zh: '移交', en: 'Pass on' },
  passNote: { zh: '移交以后只有对方的专管员能看', en: 'Only the keeper there can read it afterwards' },
  text: { zh: '情况', en: 'What was done' },
  needText: { zh: '写明情况', en: 'Say what was done' },
  note: { zh: '记下', en: 'Note it' },
  conclude: { zh: '办结', en: 'Conclude' },
} as const satisfies Record<string, Sentence>;
