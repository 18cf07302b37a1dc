import type { Sentence } from '../../../platform/http/route.contract.ts';

/** Words of the forms that split, merge and link matters, and of those about whoever raised them. */
export const MATTER_FORM_TEXTS = {
  split: { zh: '分立', en: 'Split' },
  splitNote: {
    zh: '每件各自转送、各自算期限、各自答复；信件编号和回执不变',
    en: 'Each is routed, clocked and answered on its own; the number and receipt stay',
  },
  stays: { zh: '留在这件里的', en: 'What stays here' },
  staysHint: {
    zh: '检举的内容不要留在这里，分出去的检举件会封存',
    en: 'Leave no accusation here; a report that is split off is sealed',
  },
  needStays: { zh: '这件里至少留一项请求', en: 'At least one request stays here' },
  more: { zh: '再分出一件', en: 'Split off another' },
} as const satisfies Record<string, Sentence>;

interface FormWords {
  readonly button: Sentence;
  readonly note?: Sentence;
}

export const MATTER_ACT_WORDS = {
  merge: {
    button: { zh: '并入', en: 'Merge' },
    note: {
      zh: '这件不再单独算期限；信照样计数，查询码照样能查',
      en: 'It has no clock of its own any more; the letter stays counted and its code still works',
    },
  },
  unmerge: {
    button: { zh: '撤销合并', en: 'Undo the merging' },
    note: { zh: '合并期间的天数不计算', en: 'The days it was merged are not counted' },
  },
  relate: {
    button: { zh: '关联', en: 'Link' },
    note: { zh: '各人的权利各归各', en: 'Everyone keeps their own rights' },
  },
  'continue-ex-officio': { button: { zh: '继续办理', en: 'Continue' } },
  'note-death': {
    button: { zh: '记下', en: 'Note it' },
    note: { zh: '不终止办理；等家人或者其他继续人', en: 'Nothing ends; a successor is waited for' },
  },
  'name-successor': { button: { zh: '登记继续人', en: 'Name the successor' } },
  'end-without-successor': { button: { zh: '终止', en: 'End it' } },
} as const satisfies Record<string, FormWords>;

export const MATTER_FIELD_WORDS = {
  into: { zh: '并入哪一件（编号）', en: 'Into which matter (number)' },
  intoHint: { zh: '例如 990103-2026-000417-1', en: 'For example 990103-2026-000417-1' },
  needInto: { zh: '写那一件的编号', en: 'Give the number of that matter' },
  confirmedSame: {
    zh: '我核对过：同一信访人、同一事实、同一请求',
    en: 'I have compared: same person, same facts, same request',
  },
  needSame: { zh: '要由您核对过才能合并', en: 'Merging needs your comparison' },
  other: { zh: '关联哪一件（编号）', en: 'With which matter (number)' },
  reason: { zh: '为什么', en: 'Why' },
  needReason: { zh: '写一句为什么', en: 'Say why in a sentence' },
  exOfficio: { zh: '因为', en: 'Because of' },
  needExOfficio: { zh: '选一个原因', en: 'Choose a reason' },
  explain: { zh: '说明', en: 'Explanation' },
  needExplain: { zh: '写明情况', en: 'Say what it is about' },
  howKnown: { zh: '怎样得知、什么时候', en: 'How and when it became known' },
  name: { zh: '姓名', en: 'Name' },
  needName: { zh: '写姓名', en: 'Give the name' },
  phone: { zh: '电话（查询时核对后四位）', en: 'Telephone (its last four digits open the petition)' },
  address: { zh: '地址', en: 'Address' },
  relation: { zh: '与信访人的关系', en: 'Relation to the petitioner' },
  needRelation: { zh: '写明关系', en: 'Say the relation' },
} as const satisfies Record<string, Sentence>;
