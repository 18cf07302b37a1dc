import type { Said } from '../../domain/refusals.ts';
import type { Duty } from './duties.rules.ts';

/** What each working list is called. */
export const DUTY_LABELS = {
  alarm: { zh: '人身危险提醒', en: 'Danger to life' },
  urgent: { zh: '紧急专报', en: 'Urgent reports' },
  'to-register': { zh: '待登记', en: 'To register' },
  'to-forward': { zh: '待分拨', en: 'To forward' },
  returned: { zh: '退回待处理', en: 'Returned' },
  'to-settle': { zh: '异议待答复', en: 'Objections to answer' },
  'to-sign': { zh: '待签收', en: 'To sign for' },
  'to-accept': { zh: '待受理', en: 'To accept' },
  'to-arbitrate': { zh: '待指定受理', en: 'Competence to decide' },
  'in-hand': { zh: '在办', en: 'In hand' },
  contribution: { zh: '待协办', en: 'To contribute' },
  hearing: { zh: '听证', en: 'Hearings' },
  'to-approve': { zh: '待审签', en: 'To approve' },
  'to-serve': { zh: '待送达', en: 'To serve' },
  'to-execute': { zh: '待落实', en: 'To carry out' },
  'to-report': { zh: '待报结', en: 'To report' },
  'report-came': { zh: '报结待认定', en: 'Reports to judge' },
  order: { zh: '督办待回复', en: 'Orders to answer' },
  'order-answered': { zh: '督办回复待认定', en: 'Answers to judge' },
  proposal: { zh: '建议待回复', en: 'Proposals to answer' },
  watching: { zh: '已转出', en: 'Sent on, watched' },
  'review-asked': { zh: '复查待受理', en: 'Reviews to accept' },
  'review-in-hand': { zh: '复查审查中', en: 'Reviews in hand' },
  'review-to-approve': { zh: '复查待签发', en: 'Reviews to approve' },
  'review-to-serve': { zh: '复查待送达', en: 'Reviews to serve' },
  'imported-open': { zh: '历史未办结', en: 'Open from earlier systems' },
} as const satisfies Record<Duty, Said>;

/** Sentences of the working lists. */
export const DESK_TEXTS = {
  late: { zh: '已超期', en: 'Late' },
  soon: { zh: '即将到期', en: 'Due soon' },
  mine: { zh: '我的', en: 'Mine' },
  /** A counter that stopped counting. */
  capped: { zh: '999+', en: '999+' },
  /** Where the content row was erased: the file is gone, its facts are not. */
  erased: { zh: '（内容已依法删除）', en: '(content erased by law)' },
  anonymous: { zh: '匿名', en: 'Anonymous' },
} as const satisfies Record<string, Said>;
