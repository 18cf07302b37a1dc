/** The words of sending a matter on, and of sending it back. */
export const TRANSFER_FORM_TEXTS = {
  to: { zh: '转给', en: 'Forward to' },
  assignTo: { zh: '交给', en: 'Assign to' },
  needTo: { zh: '选一个单位', en: 'Choose a body' },
  feedbackDue: { zh: '哪一天前反馈', en: 'Feedback by' },
  needFeedback: { zh: '写明反馈的日期，要在今天以后', en: 'Give a feedback date after today' },
  remark: { zh: '附言（写进函里，可空）', en: 'Remark in the letter (optional)' },
  forward: { zh: '转送', en: 'Forward' },
  assign: { zh: '交办', en: 'Assign' },
  forwardNote: {
    zh: '同时出转送函，对方签收后起算它的期限',
    en: 'A forwarding letter is made; its periods start on receipt',
  },
  assignNote: { zh: '同时出交办函，写明反馈日期', en: 'An assignment letter is made, naming the date' },
  simple: { zh: '建议简易办理', en: 'Suggest the simple procedure' },
  simpleHint: {
    zh: '初次、事实清楚、争议不大的；对方签收后3个工作日内受理，用不用简易由它定',
    en: 'For first matters with clear facts and little dispute: accepted within 3 working days of receipt; the body decides',
  },
  accused: {
    zh: '被检举控告的单位或者它下面的单位，材料不能转给它（条例30③）',
    en: 'Complained of, or under the body complained of: the material must not go there (art. 30 para. 3)',
  },
  itself: { zh: '就是转出单位自己', en: 'This is the sender itself' },
  noPlace: {
    zh: '地点、类别没有对上的单位，请从名单里选',
    en: 'Nothing fits place and category; choose from the list',
  },
  sign: { zh: '签收', en: 'Sign for it' },
  signFollows: {
    zh: '签收以后：5个工作日内可以提异议退回；15日内书面告知信访人受理还是不受理、走哪条途径。',
    en: 'From then on: 5 working days to object and return it; 15 days to tell the petitioner in writing what was decided.',
  },
  reasons: { zh: '理由', en: 'Reasons' },
  reasonsHint: {
    zh: '写清为什么不属于本单位职权，依据哪一条。会写进异议书。',
    en: 'Say why it is outside your remit, by which provision. It goes into the objection.',
  },
  needReasons: { zh: '写明理由', en: 'Give the reasons' },
  suggests: { zh: '认为该由谁办（可空）', en: 'Who should have it (optional)' },
  suggestOpen: { zh: '提出该由谁办', en: 'Say who should have it' },
  object: { zh: '提异议，要求退回', en: 'Object and ask for return' },
  objectNote: {
    zh: '转出单位同意后才退回；这期间期限照走',
    en: 'Returned once the sender agrees; the periods go on until then',
  },
  objection: { zh: '看异议书', en: 'Read the objection' },
  agreeFollows: {
    zh: '同意后由本单位重新转送，接着用剩下的转送期限；对方的期限不再计。',
    en: 'You send it elsewhere within what is left of the forwarding period; the other body’s periods no longer count.',
  },
  agree: { zh: '同意退回', en: 'Agree to the return' },
  refuse: { zh: '不同意退回', en: 'Refuse the return' },
  refuseReasons: { zh: '为什么不同意', en: 'Why not' },
  refuseNote: { zh: '对方继续办，期限从它签收那天算', en: 'The other body goes on; its periods run from its receipt' },
  route: { zh: '建议走哪条途径', en: 'Which route' },
  needRoute: { zh: '选一条途径', en: 'Choose a route' },
  propose: { zh: '记为建议', en: 'Note as a proposal' },
  proposeNote: {
    zh: '只是建议；由有权处理的单位受理时决定',
    en: 'A proposal only; the competent body decides when it accepts',
  },
};
