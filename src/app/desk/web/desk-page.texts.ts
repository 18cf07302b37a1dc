/** The words of the desk. */
export const DESK_PAGE_TEXTS = {
  title: { zh: '工作台', en: 'Desk' },
  rail: { zh: '本岗职责', en: 'Duties of the post' },
  everything: { zh: '全部待办', en: 'Everything due' },
  arriving: { zh: '分拨', en: 'Coming in' },
  handling: { zh: '承办', en: 'Handling' },
  reviewing: { zh: '复查复核', en: 'Review' },
  looking: { zh: '跟进', en: 'Following up' },
  limits: { zh: '期限', en: 'Time limits' },
  soon: { zh: '将逾期', en: 'Due soon' },
  late: { zh: '已逾期', en: 'Late' },
  items: (count: string) => ({ zh: `${count} 件`, en: count === '1' ? '1 case' : `${count} cases` }),
  whose: { zh: '谁的', en: 'Whose' },
  ofBody: { zh: '全部', en: 'All' },
  ofMine: { zh: '我名下', en: 'Mine' },
  mineKey: { zh: '全部或我名下', en: 'All or mine' },
  updated: (time: string) => ({ zh: `${time} 更新`, en: `as at ${time}` }),
  changed: (count: number) => ({ zh: `有 ${count} 处变动，更新本表`, en: `${count} changed, update` }),
  updateKey: { zh: '更新本表', en: 'Update the list' },
  whyKey: { zh: '为何是这一天', en: 'Why this date' },
  left: { zh: '已转走', en: 'moved on' },
  sorted: { zh: '先到先排', en: 'first due first' },
  preview: { zh: '预览', en: 'Preview' },
  pickOne: { zh: '选一件，这里看原文和期限', en: 'Pick a case to read it here' },
  pickHow: {
    zh: '按 J 往下、K 往上，O 打开。打开和预览都会记入阅看记录，所以不会自动展开。',
    en: 'J goes down, K up, O opens. Reading is recorded, so nothing opens by itself.',
  },
  loading: { zh: '正在取列表', en: 'Fetching the list' },
  erased: { zh: '（内容已依法删除）', en: '(content erased by law)' },
  anonymous: { zh: '匿名', en: 'Anonymous' },
  received: (day: string) => ({ zh: `${day}收`, en: `received ${day}` }),
  asks: { zh: '请求', en: 'Asks for' },
  papers: (count: number) => ({ zh: `附件 ${count} 份`, en: count === 1 ? '1 attachment' : `${count} attachments` }),
  heldBy: (body: string, day: string) => ({ zh: `${body}，自${day}`, en: `${body}, since ${day}` }),
  inHands: { zh: '在谁手上', en: 'In whose hands' },
  last: { zh: '最近', en: 'Latest' },
  canDo: { zh: '现在能做的', en: 'What can be done now' },
  nothingOpen: { zh: '现在没有要您办的。', en: 'Nothing is for you to do now.' },
  openPage: { zh: '打开办理', en: 'Open and handle' },
  openRegister: { zh: '打开登记', en: 'Open and register' },
  noneTitle: (duty: string) => ({ zh: `“${duty}”现在是空的`, en: `“${duty}” is empty now` }),
  noneNarrowed: {
    zh: '按眼前的筛选没有相符的。清除筛选，可看到这一项的全部。',
    en: 'Nothing matches these filters. Clear them to see the whole list.',
  },
  noneLate: {
    zh: '没有逾期的。逾期从法定到期日 24:00 以后算起。',
    en: 'Nothing is late. Late begins at 24:00 of the last day in law.',
  },
  noneSoon: {
    zh: '没有将逾期的。期限用去 85% 以后会出现在这里。',
    en: 'Nothing is due soon. Cases come here once 85 % of their period has passed.',
  },
  noneAll: {
    zh: '手上没有待办的事项。新来的会自己出现在左边。',
    en: 'Nothing is waiting for you. New cases appear at the left by themselves.',
  },
};

/** What each working list holds and what takes a case out of it, told when it is empty. */
export const DUTY_LESSONS = {
  alarm: {
    zh: '来信里有轻生、伤人一类的话，会来这里：先打电话联系本人，再记下情况（条例 25）。这只是提醒，不影响受理和期限。',
    en: 'Where words of self-harm or violence were found, call the person first and note what you did (art. 25). It is only an alert: acceptance and dates stay as they are.',
  },
  urgent: {
    zh: '紧急专报送到本单位、还没有确认收到的，会来这里（条例 25）。',
    en: 'Urgent reports sent to your body and not yet confirmed stand here (art. 25).',
  },
  'to-register': {
    zh: '群众从网上提交的、窗口收下还没登记的，会来这里。登记不得拒绝；登记后 15 日内要转送或告知（条例 22）。',
    en: 'What people file online or hand in waits here to be registered. Registration is never refused; forwarding or notice follows within 15 days (art. 22).',
  },
  'to-forward': {
    zh: '登记以后、还没转送或交办的，会来这里。自收到之日起 15 日内转出（条例 22）。',
    en: 'Registered cases not yet forwarded wait here. They go out within 15 days of receipt (art. 22).',
  },
  returned: {
    zh: '责任单位退回、又回到本单位的，会来这里，另选单位转送。原来的 15 日期限照走。',
    en: 'Cases that came back wait here for another body to be chosen. The 15 days run on.',
  },
  'to-settle': {
    zh: '责任单位对转送提出异议的，会来这里：同意退回，或说明理由请其办理（条例 23）。',
    en: 'Objections to your forwarding wait here: agree to take the case back, or say why not (art. 23).',
  },
  'to-sign': { zh: '转给本单位、还没签收的，会来这里。', en: 'Cases sent to your body wait here to be signed for.' },
  'to-accept': {
    zh: '签收以后、还没告知受理与否的，会来这里。15 日内书面告知信访人（条例 23）。',
    en: 'Cases signed for wait here until the petitioner is told in writing, within 15 days, whether they are accepted (art. 23).',
  },
  'in-hand': {
    zh: '受理以后正在办的，会来这里。60 日内办结，情况复杂可延长 30 日（条例 34）。',
    en: 'Accepted cases in work stand here. They end within 60 days, extended by up to 30 where complex (art. 34).',
  },
  'to-approve': {
    zh: '起草好的处理意见和提请的延期，会来这里等负责人审签。起草人不能批自己的稿。',
    en: 'Drafts and requests for extension wait here for the head. Nobody approves a draft of their own.',
  },
  'to-serve': {
    zh: '已签发、还没送达的文书，会来这里。送达之日起，信访人有 30 日申请复查（条例 35）。',
    en: 'Issued papers not yet served wait here. From service the petitioner has 30 days to ask for review (art. 35).',
  },
  'to-arbitrate': {
    zh: '两个单位都说不归自己管的，会来这里由本单位指定（条例 24）。指定以前，最后收到的单位先拿着。',
    en: 'Where two bodies each say it is not theirs, you name the competent one (art. 24). Meanwhile whoever received it last keeps it.',
  },
  contribution: {
    zh: '别的单位牵头、请本单位协办的，会来这里，在约定的日子前回复意见。',
    en: 'Where another body leads and asks for yours, give your contribution by the day set.',
  },
  hearing: { zh: '决定了听证、还没有结论的，会来这里。', en: 'Hearings ordered and not yet concluded stand here.' },
  'to-execute': {
    zh: '支持的意见送达以后，答应的事要在写明的日子前落实；落实了在这里报告（条例 32）。',
    en: 'What a supporting opinion promised is carried out by its day and reported here (art. 32).',
  },
  'to-report': {
    zh: '交办的事项答复以后，办结报告还没有报的，会来这里（条例 22）。',
    en: 'Matters assigned with feedback whose result is not yet reported wait here (art. 22).',
  },
  'report-came': {
    zh: '下面报来的办结报告，会来这里认定或者退回。',
    en: 'Reports of results wait here to be accepted or returned.',
  },
  order: {
    zh: '督办给本单位的，会来这里；在写明的日子前回复（条例 40）。',
    en: 'Orders to your body wait here to be answered by their day (art. 40).',
  },
  'order-answered': {
    zh: '对督办的回复，会来这里认定或者退回。',
    en: 'Answers to your orders wait here to be accepted or returned.',
  },
  proposal: {
    zh: '给本单位的三项建议，会来这里；书面回复是否采纳（条例 40）。',
    en: 'Proposals to your body wait here; say in writing whether they are adopted (art. 40).',
  },
  'review-in-hand': {
    zh: '受理了的复查、复核，会来这里审查。自收到申请之日起 30 日作出意见（条例 35、36）。',
    en: 'Accepted reviews stand here. The opinion is given within 30 days of receipt (art. 35, 36).',
  },
  'review-to-approve': {
    zh: '拟好的复查、复核意见，会来这里等签发。',
    en: 'Drafted review opinions wait here for approval.',
  },
  'review-to-serve': {
    zh: '签发了、还没送达的复查、复核意见，会来这里。复查意见送达之日起，信访人有 30 日申请复核（条例 36）。',
    en: 'Issued review opinions wait here to be served. From service of a review the petitioner has 30 days for re-review (art. 36).',
  },
  watching: {
    zh: '从本单位转出、对方还没办完的，会来这里。谁转出，谁跟到底（首办负责）。',
    en: 'Cases you sent on and that others have not finished stand here: whoever sends on keeps watching.',
  },
  'review-asked': {
    zh: '信访人请本机关复查、复核的，会来这里。自收到申请之日起 30 日内作出意见（条例 35、36）。',
    en: 'Requests for review or re-review by your organ wait here. The opinion is given within 30 days of receipt (art. 35, 36).',
  },
  'imported-open': {
    zh: '从旧台账导入、当时还没办结的，会来这里。',
    en: 'Cases imported from an earlier system and open there stand here.',
  },
} as const;
