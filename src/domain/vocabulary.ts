/** The closed lists of the field, as data: law.md §5. Labels for people are beside them, so one list serves all pages. */

export const CHANNELS = [
  'letter',
  'visit',
  'web',
  'app',
  'wechat',
  'mailbox',
  'phone',
  'sms',
  'fax',
  'video',
  'hotline',
] as const;
export type Channel = (typeof CHANNELS)[number];
/** How channels roll up in the figures (law.md §4.1): letter, visit, phone, everything else is 网信. */
export type ChannelGroup = 'letter' | 'visit' | 'net' | 'phone';

export const PURPOSES = ['appeal', 'claim', 'suggestion', 'report', 'other'] as const;
export type Purpose = (typeof PURPOSES)[number];
/** Step A of law.md §1.5: 29 suggestions, 30 reports, 31 claims. */
export type PurposeClass = '29' | '30' | '31';

export const ROUTES = ['29', '30', '31(1)', '31(2)', '31(3)', '31(4)', '31(5)', '31(6)'] as const;
export type Route = (typeof ROUTES)[number];

export const VERDICTS = ['support', 'explain', 'not-support'] as const;
export type Verdict = (typeof VERDICTS)[number];

export const RATINGS = ['satisfied', 'basically', 'unsatisfied'] as const;
export type RatingLevel = (typeof RATINGS)[number];
export const RATED_SIDES = ['office', 'body'] as const;
export type RatedSide = (typeof RATED_SIDES)[number];

export const SERVICE_WAYS = ['in-person', 'mail', 'electronic', 'left', 'notice'] as const;
export type ServiceWay = (typeof SERVICE_WAYS)[number];

export const NOT_ACCEPTED_REASONS = ['pending-elsewhere', 'skipped-level-visit', 'final', 'outside-remit'] as const;
export type NotAcceptedReason = (typeof NOT_ACCEPTED_REASONS)[number];

export const ANSWERED_REASONS = ['consultation', 'thanks', 'unclear', 'anonymous-without-facts'] as const;
export type AnsweredReason = (typeof ANSWERED_REASONS)[number];

/** How sure we are who wrote: product row S4. Never a condition of registration. */
export const IDENTITY_GRADES = ['anonymous', 'claimed', 'phone-confirmed', 'seen-at-counter'] as const;
export type IdentityGrade = (typeof IDENTITY_GRADES)[number];

export const ROLES = [
  'clerk',
  'dispatcher',
  'handler',
  'head',
  'supervisor',
  'leader',
  'reviewer',
  'analyst',
  'admin',
  'security',
  'auditor',
  'sealed',
] as const;
export type Role = (typeof ROLES)[number];

export function purposeClass(purpose: Purpose): PurposeClass {
  if (purpose === 'suggestion') return '29';
  if (purpose === 'report') return '30';
  return '31';
}

export function channelGroup(channel: Channel): ChannelGroup {
  if (channel === 'letter' || channel === 'visit') return channel;
  if (channel === 'phone' || channel === 'hotline') return 'phone';
  return 'net';
}

interface Label {
  readonly zh: string;
  readonly en: string;
}

export const CHANNEL_LABELS = {
  letter: { zh: '来信', en: 'Letter' },
  visit: { zh: '来访', en: 'Visit' },
  web: { zh: '网上', en: 'Web' },
  app: { zh: '手机应用', en: 'App' },
  wechat: { zh: '微信', en: 'WeChat' },
  mailbox: { zh: '领导信箱', en: "Leader's mailbox" },
  phone: { zh: '来电', en: 'Call' },
  sms: { zh: '短信', en: 'Text message' },
  fax: { zh: '传真', en: 'Fax' },
  video: { zh: '视频接访', en: 'Video' },
  hotline: { zh: '热线', en: 'Hotline' },
} as const satisfies Record<Channel, Label>;

export const CHANNEL_GROUP_LABELS = {
  letter: { zh: '来信', en: 'Letters' },
  visit: { zh: '来访', en: 'Visits' },
  net: { zh: '网信', en: 'Net' },
  phone: { zh: '来电', en: 'Calls' },
} as const satisfies Record<ChannelGroup, Label>;

export const PURPOSE_LABELS = {
  appeal: { zh: '申诉', en: 'Appeal' },
  claim: { zh: '求决', en: 'Claim' },
  suggestion: { zh: '意见建议', en: 'Suggestion' },
  report: { zh: '检举控告', en: 'Report of wrongdoing' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<Purpose, Label>;

export const ROUTE_LABELS = {
  '29': { zh: '建议意见（条例29）', en: 'Suggestion (art. 29)' },
  '30': { zh: '检举控告（条例30）', en: 'Report (art. 30)' },
  '31(1)': { zh: '诉讼和政法机关程序（31(1)）', en: 'Courts and justice bodies (31(1))' },
  '31(2)': { zh: '仲裁（31(2)）', en: 'Arbitration (31(2))' },
  '31(3)': { zh: '党员申诉、申请复审等（31(3)）', en: 'Party procedures (31(3))' },
  '31(4)': { zh: '行政复议、裁决、许可等（31(4)）', en: 'Administrative procedures (31(4))' },
  '31(5)': { zh: '履行职责、查处违法（31(5)）', en: 'Performance of duty (31(5))' },
  '31(6)': { zh: '信访程序（31(6)）', en: 'Petition procedure (31(6))' },
} as const satisfies Record<Route, Label>;

export const VERDICT_LABELS = {
  support: { zh: '支持', en: 'Supported' },
  explain: { zh: '解释说明', en: 'Explained' },
  'not-support': { zh: '不支持', en: 'Not supported' },
} as const satisfies Record<Verdict, Label>;

export const RATING_LABELS = {
  satisfied: { zh: '满意', en: 'Satisfied' },
  basically: { zh: '基本满意', en: 'Basically satisfied' },
  unsatisfied: { zh: '不满意', en: 'Not satisfied' },
} as const satisfies Record<RatingLevel, Label>;

export const SIDE_LABELS = {
  office: { zh: '信访部门', en: 'Petition office' },
  body: { zh: '责任单位', en: 'Responsible body' },
} as const satisfies Record<RatedSide, Label>;

export const SERVICE_LABELS = {
  'in-person': { zh: '当面送达', en: 'In person' },
  mail: { zh: '邮寄送达', en: 'By post' },
  electronic: { zh: '电子送达', en: 'Electronically' },
  left: { zh: '留置送达', en: 'Left with witnesses' },
  notice: { zh: '公告送达', en: 'By public notice' },
} as const satisfies Record<ServiceWay, Label>;

export const NOT_ACCEPTED_LABELS = {
  'pending-elsewhere': {
    zh: '同一事项已由下级机关受理或正在办理（条例19③）',
    en: 'The same matter is being handled below (art. 19 para. 3)',
  },
  'skipped-level-visit': { zh: '越级走访（条例20①）', en: 'A visit that skipped a level (art. 20 para. 1)' },
  final: {
    zh: '已作出复核意见，事实理由相同（条例36③）',
    en: 'Re-review concluded, same facts and reasons (art. 36 para. 3)',
  },
  'outside-remit': {
    zh: '不属于本机关、本系统职权（条例23①）',
    en: 'Outside the remit of this body (art. 23 para. 1)',
  },
} as const satisfies Record<NotAcceptedReason, Label>;

export const ANSWERED_LABELS = {
  consultation: { zh: '咨询', en: 'A question, answered' },
  thanks: { zh: '感谢', en: 'Thanks' },
  unclear: { zh: '内容不清，无法联系', en: 'Unclear, and no way to ask' },
  'anonymous-without-facts': { zh: '匿名且无具体事实', en: 'Anonymous without facts to act on' },
} as const satisfies Record<AnsweredReason, Label>;

export const IDENTITY_LABELS = {
  anonymous: { zh: '匿名', en: 'Anonymous' },
  claimed: { zh: '自述', en: 'As stated' },
  'phone-confirmed': { zh: '手机已验证', en: 'Phone confirmed' },
  'seen-at-counter': { zh: '当面核对', en: 'Seen at the counter' },
} as const satisfies Record<IdentityGrade, Label>;

export const ROLE_LABELS = {
  clerk: { zh: '登记员', en: 'Intake clerk' },
  dispatcher: { zh: '分拨员', en: 'Dispatcher' },
  handler: { zh: '承办人', en: 'Handler' },
  head: { zh: '负责人', en: 'Head' },
  supervisor: { zh: '督查员', en: 'Supervisor' },
  leader: { zh: '领导', en: 'Leader' },
  reviewer: { zh: '复查复核员', en: 'Reviewer' },
  analyst: { zh: '统计员', en: 'Analyst' },
  admin: { zh: '系统管理员', en: 'Administrator' },
  security: { zh: '安全员', en: 'Security officer' },
  auditor: { zh: '审计员', en: 'Auditor' },
  sealed: { zh: '检举件专管员', en: 'Keeper of sealed reports' },
} as const satisfies Record<Role, Label>;
