import type { Role } from './vocabulary.ts';

interface ActEntry {
  readonly zh: string;
  readonly en: string;
  /** The roles that may begin it, at the body it belongs to; `petitioner` acts are never staff's, `system` is the clock. */
  readonly by: readonly Role[] | 'petitioner' | 'system';
}

const OFFICE: readonly Role[] = ['clerk', 'dispatcher'];
const HANDLING: readonly Role[] = ['handler', 'head'];
const COUNTER: readonly Role[] = ['clerk', 'handler', 'head'];
const REVIEWING: readonly Role[] = ['reviewer', 'head'];
const LEADING: readonly Role[] = ['head', 'leader'];

/**
 * Every act on a matter, in the order of the law: what it is called and which posts may begin it. The page draws one entry
 * for each; a new one does not compile until every table answers for it.
 */
const ENTRIES = {
  'propose-route': { zh: '建议途径', en: 'Propose a route', by: OFFICE },
  forward: { zh: '转送', en: 'Forward', by: ['dispatcher'] },
  assign: { zh: '交办', en: 'Assign with feedback', by: ['dispatcher'] },
  split: { zh: '分立事项', en: 'Split the matter', by: [...OFFICE, ...HANDLING] },
  merge: { zh: '并入另一事项', en: 'Merge into another matter', by: [...OFFICE, ...HANDLING] },
  unmerge: { zh: '撤销合并', en: 'Undo the merging', by: [...OFFICE, ...HANDLING] },
  relate: { zh: '关联事项', en: 'Link a related matter', by: [...OFFICE, ...HANDLING] },
  sign: { zh: '签收', en: 'Sign for receipt', by: COUNTER },
  object: { zh: '提异议退回', en: 'Object and return', by: HANDLING },
  'agree-return': { zh: '同意退回', en: 'Agree to the return', by: ['dispatcher'] },
  'refuse-return': { zh: '不同意退回', en: 'Refuse the return', by: ['dispatcher'] },
  'raise-dispute': { zh: '提请指定受理', en: 'Ask who is competent', by: HANDLING },
  'decide-competence': { zh: '指定受理单位', en: 'Decide who is competent', by: [...LEADING, 'supervisor'] },
  accept: { zh: '受理', en: 'Accept', by: HANDLING },
  'not-accept': { zh: '不予受理', en: 'Decline to accept', by: ['head', 'dispatcher'] },
  'route-out': { zh: '导入法定途径', en: 'Lead into the legal procedure', by: HANDLING },
  'answer-directly': { zh: '直接回复', en: 'Answer directly', by: ['dispatcher', 'handler', 'head'] },
  'ask-supplement': { zh: '请信访人补材料', en: 'Ask for more papers', by: HANDLING },
  'note-supplement': { zh: '材料已补', en: 'Papers have come', by: COUNTER },
  'to-ordinary': { zh: '转普通程序', en: 'Back to the ordinary procedure', by: HANDLING },
  'name-handler': { zh: '指定承办人', en: 'Name the handler', by: ['head'] },
  'declare-interest': { zh: '申报利害关系', en: 'Declare an interest', by: HANDLING },
  'ask-recusal': { zh: '申请回避', en: 'Ask an officer to withdraw', by: 'petitioner' },
  'decide-recusal': { zh: '决定回避', en: 'Decide on withdrawal', by: LEADING },
  'note-work': { zh: '记谈话、查勘', en: 'Note a talk or visit', by: HANDLING },
  'ask-contribution': { zh: '请单位协办', en: 'Ask a body to contribute', by: HANDLING },
  contribute: { zh: '回复协办意见', en: 'Give the contribution', by: HANDLING },
  'open-hearing': { zh: '决定听证', en: 'Order a hearing', by: [...HANDLING, 'reviewer'] },
  'hold-hearing': { zh: '记听证笔录', en: 'Record the hearing', by: [...HANDLING, 'reviewer'] },
  'conclude-hearing': { zh: '听证结论', en: 'Conclude the hearing', by: [...HANDLING, 'reviewer'] },
  'begin-mediation': { zh: '开始调解', en: 'Begin mediation', by: HANDLING },
  'end-mediation': { zh: '调解结果', en: 'End the mediation', by: HANDLING },
  'note-performance': { zh: '记履行情况', en: 'Note how it is kept', by: HANDLING },
  'note-confirmation': { zh: '记司法确认', en: 'Note the court’s confirmation', by: HANDLING },
  settle: { zh: '和解办结', en: 'Conclude as settled', by: ['head'] },
  'ask-extension': { zh: '提请延长', en: 'Ask for an extension', by: HANDLING },
  'consent-extension': {
    zh: '同意延长（交办单位）',
    en: 'Consent to the extension, as assigner',
    by: ['dispatcher', 'head'],
  },
  'approve-extension': { zh: '批准延长', en: 'Approve the extension', by: ['head'] },
  'refuse-extension': { zh: '不同意延长', en: 'Refuse the extension', by: ['head'] },
  'end-for-procedure': { zh: '已进法定程序，终止办理', en: 'End: it is in a legal procedure', by: ['head'] },
  draft: { zh: '拟处理意见', en: 'Draft the opinion', by: HANDLING },
  'return-draft': { zh: '退回修改', en: 'Return the draft', by: ['head'] },
  issue: { zh: '签发处理意见', en: 'Approve and issue', by: ['head'] },
  serve: { zh: '送达', en: 'Serve', by: COUNTER },
  'correct-remedy': { zh: '更正救济告知', en: 'Correct the notice of remedy', by: ['head'] },
  'report-execution': { zh: '报落实情况', en: 'Report the execution', by: HANDLING },
  'report-result': { zh: '报办结报告', en: 'Report the result to the assigner', by: ['head'] },
  'accept-report': { zh: '认定办结报告', en: 'Accept the report', by: ['dispatcher', 'head'] },
  'return-report': { zh: '退回办结报告', en: 'Return the report', by: ['dispatcher', 'head'] },
  'store-scan': { zh: '存盖章件', en: 'Store the stamped sheet', by: [...COUNTER, 'dispatcher', 'reviewer'] },
  rate: { zh: '评价', en: 'Rate', by: 'petitioner' },
  rehandle: { zh: '记再办理情况', en: 'Note what was done after the rating', by: HANDLING },
  'reopen-rating': { zh: '重开评价', en: 'Open the rating again', by: ['supervisor'] },
  revisit: { zh: '记回访', en: 'Note the follow-up', by: [...OFFICE, 'supervisor'] },
  'ask-review': { zh: '申请复查、复核', en: 'Ask for review', by: 'petitioner' },
  'record-review-request': {
    zh: '登记复查、复核申请',
    en: 'Record a request for review',
    by: [...COUNTER, 'dispatcher', 'reviewer'],
  },
  'ask-review-papers': { zh: '通知补正申请', en: 'Ask the applicant to complete the request', by: REVIEWING },
  'accept-review': { zh: '受理复查、复核', en: 'Accept the review', by: REVIEWING },
  'refuse-review': { zh: '不受理复查、复核', en: 'Decline the review', by: REVIEWING },
  'note-review': { zh: '记审查情况', en: 'Note a step of the review', by: REVIEWING },
  'draft-review': { zh: '拟复查、复核意见', en: 'Draft the review opinion', by: REVIEWING },
  'return-review-draft': { zh: '退回复查稿', en: 'Return the review draft', by: LEADING },
  'decide-review': { zh: '签发复查、复核意见', en: 'Approve and issue the review opinion', by: LEADING },
  'serve-review': { zh: '送达复查、复核意见', en: 'Serve the review opinion', by: [...REVIEWING, 'clerk'] },
  lapse: { zh: '逾期未申请', en: 'Lapse', by: 'system' },
  'file-termination': { zh: '终结备案', en: 'File the termination', by: ['supervisor', 'head'] },
  supervise: { zh: '督办', en: 'Order by supervision', by: ['supervisor'] },
  'answer-order': { zh: '回复督办', en: 'Answer the order', by: HANDLING },
  'close-order': { zh: '认定督办回复', en: 'Accept the answer', by: ['supervisor'] },
  'return-order': { zh: '退回督办回复', en: 'Return the answer', by: ['supervisor'] },
  propose: { zh: '提三项建议', en: 'Make a proposal', by: ['supervisor', 'head'] },
  'answer-proposal': { zh: '回复建议', en: 'Answer the proposal', by: ['head'] },
  withdraw: { zh: '撤回', en: 'Withdraw', by: 'petitioner' },
  'take-back-withdrawal': { zh: '收回撤回', en: 'Take back the withdrawal', by: 'petitioner' },
  'continue-ex-officio': { zh: '依职权继续办理', en: 'Continue of its own motion', by: ['head'] },
  'note-death': { zh: '记信访人去世', en: 'Note the petitioner’s death', by: COUNTER },
  'name-successor': { zh: '登记继续人', en: 'Name a successor', by: COUNTER },
  'end-without-successor': { zh: '无人继续，终止', en: 'End: nobody continues it', by: ['head'] },
  'pass-report': { zh: '移交检举件', en: 'Pass the report on', by: ['sealed'] },
  'note-report': { zh: '记检举件办理', en: 'Note work on the report', by: ['sealed'] },
  'conclude-report': { zh: '检举件办结', en: 'Conclude the report', by: ['sealed'] },
  archive: { zh: '归档', en: 'Archive', by: [...COUNTER, 'sealed'] },
  'propose-erasure': { zh: '期满，提请销毁', en: 'Term over: propose erasure', by: [...COUNTER, 'sealed'] },
  'keep-longer': { zh: '继续保管', en: 'Keep the file longer', by: ['head', 'sealed'] },
  erase: { zh: '批准销毁', en: 'Approve the erasure', by: ['head', 'sealed'] },
} as const satisfies Record<string, ActEntry>;

export type MatterActId = keyof typeof ENTRIES;

/* Object.keys answers the keys of this very literal, in its order. */
export const MATTER_ACTS = Object.keys(ENTRIES) as readonly MatterActId[] as readonly [MatterActId, ...MatterActId[]];

/** The roles that may begin each act, at the body the act belongs to. */
export const ACT_ROLES: Readonly<Record<MatterActId, ActEntry['by']>> = Object.fromEntries(
  MATTER_ACTS.map((id) => [id, ENTRIES[id].by]),
) as Record<MatterActId, ActEntry['by']>;

/** What each act is called, on buttons and in the trail. */
export const ACT_LABELS: Readonly<Record<MatterActId, { readonly zh: string; readonly en: string }>> = ENTRIES;
