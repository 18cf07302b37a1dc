import { refuseState, type Said } from '../../domain/refusals.ts';
import type { EARLIER_STATES } from './persons.contract.ts';
import type { SameBy } from './persons.rules.ts';

/** Why an officer is not told. */
export const PERSON_REFUSALS = {
  noSubmission: refuseState(
    'no-submission',
    404,
    '没有这一件，或者您不能看',
    'There is no such submission, or it is not yours to see',
  ),
  noCases: refuseState('no-cases', 403, '您的岗位不看信访件', 'Your post reads no cases'),
  sealed: { zh: '检举控告件封存，不做重复比对', en: 'A report of wrongdoing is sealed; nobody is looked up from it' },
  notFound: {
    zh: '这个编号不在查到的此前事项里，请从里面选',
    en: 'This number is not among the earlier matters found; choose one of them',
  },
};

export const EARLIER_STATE_LABELS = {
  none: { zh: '没有', en: 'none' },
  received: { zh: '待登记', en: 'to be registered' },
  registered: { zh: '已登记', en: 'registered' },
  open: { zh: '办理中', en: 'in hand' },
  answered: { zh: '已答复', en: 'answered' },
  'in-review': { zh: '复查复核中', en: 'under review' },
  ended: { zh: '已终结', en: 'ended' },
  closed: { zh: '已办结', en: 'concluded' },
  settled: { zh: '已和解', en: 'settled' },
  merged: { zh: '已并案', en: 'merged' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  archived: { zh: '已归档', en: 'archived' },
} as const satisfies Record<(typeof EARLIER_STATES)[number], Said>;

export const SAME_BY_LABELS = {
  'id-number': { zh: '证件号相同', en: 'same document number' },
  'name-phone': { zh: '姓名和电话相同', en: 'same name and phone' },
  'name-address': { zh: '姓名和地址相同', en: 'same name and address' },
  agent: { zh: '同一代理人，委托人同名', en: 'same agent, principal of the same name' },
} as const satisfies Record<SameBy, Said>;
