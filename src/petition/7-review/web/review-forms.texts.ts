import type { Sentence } from '../../../platform/http/route.contract.ts';

/** Sentences of the forms of a review that carry a name, a day or a number. */
export const REVIEW_FORM_TEXTS = {
  about: (level: string, respondent: string) => ({
    zh: `对${respondent}的意见申请${level}`,
    en: `${level} of an opinion of ${respondent}`,
  }),
  attacked: (title: string, number: string, day: string) => ({
    zh: `${title}${number === '' ? '' : ` ${number}`}（${day}）`,
    en: `${title}${number === '' ? '' : ` ${number}`} (${day})`,
  }),
  came: (day: string) => ({ zh: `${day} 收到`, en: `Received ${day}` }),
  cameBy: (day: string, at: string, received: string) => ({
    zh: `${day} 在${at}提出，${received} 收到`,
    en: `Handed in at ${at} on ${day}, received ${received}`,
  }),
  decideBy: (day: string) => ({ zh: `最晚 ${day} 作出意见`, en: `Decide by ${day}` }),
  said: { zh: '信访人说', en: 'The petitioner says' },
  late: { zh: '过了30日，说的原因', en: 'Past the 30 days; the reason given' },
  papersDue: (day: string) => ({ zh: `已通知补正，${day} 前交来`, en: `Papers asked for by ${day}` }),
  newHint: {
    zh: '复查、复核只看原来的请求。信里有新的请求，另外登记一件。',
    en: 'Review looks at the original requests only. New ones are registered apart.',
  },
  windowOf: (level: string, until: string) => ({
    zh: `现在可以申请${level}，到 ${until}`,
    en: `${level} may be asked for until ${until}`,
  }),
  returned: { zh: '上一稿退回了：', en: 'The last draft was returned:' },
  version: (version: number, author: string) => ({
    zh: `第 ${version} 稿，${author} 拟`,
    en: `Draft ${version}, by ${author}`,
  }),
  read: { zh: '请从头看一遍样稿再签发', en: 'Read the sample through before you approve' },
  fourEyes: {
    zh: '签发人不能是拟稿人。签发以后取文号、定稿，不能再改。',
    en: 'Whoever drafted it cannot approve it. Once issued it takes its number and its text is frozen.',
  },
  sample: { zh: '样稿', en: 'Sample' },
  notIssued: { zh: '样稿　未签发', en: 'Sample, not issued' },
  thenFinal: (until: string) => ({
    zh: `从送达次日起30日，到 ${until} 可以申请复核（最后一天放假顺延）。`,
    en: `30 days from the next day, until ${until}, to ask for re-review (later if that is a day off).`,
  }),
  thenEnded: {
    zh: '送达以后信访程序到此为止（条例36③）；有新的事实、理由可以重新提出。',
    en: 'Once served the petition procedure ends (art. 36 para. 3); new facts or reasons may be raised anew.',
  },
  thenRedo: {
    zh: '原单位已经在重新办理；对新的答复，信访人可以重新申请复查。',
    en: 'The body is handling it again; of its new answer a fresh review may be asked.',
  },
} as const satisfies Record<string, Sentence | ((...filled: never[]) => Sentence)>;

/** Labels, hints and gaps. */
export const REVIEW_FIELDS = {
  reviewer: { zh: '向谁申请', en: 'Asked of' },
  reviewerHint: { zh: '有两个的由信访人选，不替他选', en: 'Where there are two the petitioner chooses' },
  needReviewer: { zh: '选信访人申请的机关', en: 'Choose the body the petitioner asks' },
  filedOn: { zh: '哪天交来的', en: 'Day it was handed in' },
  filedHint: {
    zh: '交到哪个机关都算，以最先交到的那天为准',
    en: 'At whichever body it came first; that day counts',
  },
  needDay: { zh: '写明日期', en: 'Give the day' },
  reason: { zh: '申请的理由', en: 'Reasons given' },
  needReason: { zh: '写下申请的理由', en: 'Write down the reason given' },
  excuse: { zh: '为什么过了30日才来', en: 'Why it comes after the 30 days' },
  needExcuse: { zh: '过了期的要写明原因', en: 'A late request needs its reason' },
  list: { zh: '要补的材料', en: 'Papers wanted' },
  listHint: { zh: '一次写全；只能通知一次', en: 'The whole list; it can be asked once' },
  needList: { zh: '写明要补什么', en: 'Say what is wanted' },
  due: { zh: '哪天以前交来', en: 'To come by' },
  refusal: { zh: '不受理的理由', en: 'Reason for declining' },
  needRefusal: { zh: '选一个理由', en: 'Choose a reason' },
  explain: { zh: '说清楚', en: 'Explain' },
  explainHint: { zh: '写进告知书；该走别的途径的，写明找哪里', en: 'Goes into the notice; say where to turn instead' },
  needExplain: { zh: '用一句话说清为什么', en: 'Say in a sentence why' },
  step: { zh: '做了哪一步', en: 'Which step' },
  needStep: { zh: '选一步', en: 'Choose a step' },
  stepText: { zh: '记什么', en: 'What to note' },
  stepHint: { zh: '被复查的单位看不到', en: 'Not shown to the body under review' },
  needText: { zh: '写下做了什么、看到什么', en: 'Write what was done and found' },
  outcome: { zh: '结论', en: 'Outcome' },
  needOutcome: { zh: '选一个结论', en: 'Choose the outcome' },
  grounds: { zh: '原意见的问题（反馈给原单位）', en: 'What is wrong with it (feedback to the body)' },
  needGrounds: { zh: '至少选一个原因', en: 'Choose at least one' },
  redoDays: { zh: '几日内重新办理', en: 'Days to handle it again' },
  facts: { zh: '查明的事实', en: 'Facts found' },
  factsHint: { zh: '哪天、在哪里、谁看到什么，凭什么', en: 'When, where, who saw what, on what evidence' },
  needFacts: { zh: '写明查明的事实', en: 'Say which facts were found' },
  opinion: { zh: '意见和依据', en: 'Opinion and basis' },
  opinionHint: {
    zh: '逐项答复请求，写法规名和条款；结论那一句和救济由文书写上',
    en: 'Request by request, law and article by name; the decision and the remedy are written in',
  },
  needOpinion: { zh: '写明意见和依据', en: 'Say the opinion and its basis' },
  change: { zh: '要改什么', en: 'What needs changing' },
  needChange: { zh: '写明要改什么', en: 'Say what needs changing' },
  way: { zh: '怎么送达的', en: 'How it was served' },
  on: { zh: '送达的日子', en: 'Day of service' },
  onHint: { zh: '信访人收到的那天', en: 'The day the petitioner received it' },
  signed: { zh: '信访人在送达回证上签了字', en: 'The petitioner signed for it' },
  note: { zh: '说明（邮单号、见证人）', en: 'Note (postal number, witnesses)' },
  witnesses: { zh: '两名见证人，或者影像存在哪里', en: 'Two witnesses, or where the recording is' },
  needWitnesses: { zh: '留置送达要写明两名见证人或者影像', en: 'Leaving it needs two witnesses or a recording' },
  remark: { zh: '备注', en: 'Remark' },
} as const satisfies Record<string, Sentence>;

/** What follows from each outcome, so that it is chosen knowingly. */
export const OUTCOME_MEANS = {
  uphold: {
    review: { zh: '送达后30日内可以申请复核', en: 'Re-review may be asked for within 30 days of service' },
    final: { zh: '送达后信访程序终结（条例36③）', en: 'Once served the procedure ends (art. 36 para. 3)' },
  },
  revoke: {
    review: { zh: '原单位重新办理；新答复可以重新申请复查', en: 'Handled again; of the new answer a fresh review' },
    final: { zh: '原单位重新办理；新答复可以重新申请复查', en: 'Handled again; of the new answer a fresh review' },
  },
  change: {
    review: { zh: '以本意见为准；可以申请复核', en: 'This opinion stands instead; re-review is open' },
    final: { zh: '以本意见为准；信访程序终结', en: 'This opinion stands instead; the procedure ends' },
  },
} as const;

interface ActWords {
  readonly button: Sentence;
  readonly note?: Sentence;
}

export const REVIEW_ACT_WORDS = {
  'record-review-request': {
    button: { zh: '登记申请', en: 'Record the request' },
    note: { zh: '当场交到复查、复核机关的案头', en: 'It stands on the desk of the reviewing body at once' },
  },
  'ask-review-papers': {
    button: { zh: '通知补正', en: 'Ask for papers' },
    note: { zh: '30日不停', en: 'The 30 days go on' },
  },
  'accept-review': {
    button: { zh: '受理，出告知书', en: 'Accept and notify' },
    note: { zh: '30日从收到申请算起，不从今天算', en: 'The 30 days run from receipt, not from today' },
  },
  'refuse-review': {
    button: { zh: '不受理，出告知书', en: 'Decline and notify' },
    note: { zh: '原来的答复不变', en: 'The answer stands as before' },
  },
  'note-review': { button: { zh: '记下', en: 'Note it' } },
  'draft-review': {
    button: { zh: '送负责人', en: 'Put before the head' },
    note: { zh: '由别人签发', en: 'Somebody else issues it' },
  },
  'return-review-draft': { button: { zh: '退回拟稿人', en: 'Return to the author' } },
  'decide-review': {
    button: { zh: '签发', en: 'Approve and issue' },
    note: { zh: '期限到此停止，接着要送达', en: 'The period stops here; service comes next' },
  },
  'serve-review': { button: { zh: '记下送达', en: 'Record the service' } },
  'file-termination': {
    button: { zh: '备案', en: 'File it' },
    note: {
      zh: '备案不免除解释、疏导和帮扶（条例37③）',
      en: 'Filing ends no duty to explain, mediate and help (art. 37 para. 3)',
    },
  },
} as const satisfies Record<string, ActWords>;
