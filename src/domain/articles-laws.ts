/** The laws and rules that a decision of this system may cite, with their full and short names. */

export const LAWS = {
  regulation: { zh: '《信访工作条例》', en: 'Regulation', shortZh: '条例', shortEn: 'Reg.' },
  'civil-code': { zh: '《民法典》', en: 'Civil Code', shortZh: '民法典', shortEn: 'Civil Code' },
  'civil-procedure': { zh: '《民事诉讼法》', en: 'Civil Procedure Law', shortZh: '民诉法', shortEn: 'Civil Proc.' },
  reconsideration: {
    zh: '《行政复议法》',
    en: 'Administrative Reconsideration Law',
    shortZh: '复议法',
    shortEn: 'Reconsid.',
  },
  'administrative-litigation': {
    zh: '《行政诉讼法》',
    en: 'Administrative Litigation Law',
    shortZh: '行诉法',
    shortEn: 'Admin. Lit.',
  },
  'labour-arbitration': {
    zh: '《劳动争议调解仲裁法》',
    en: 'Labour Dispute Mediation and Arbitration Law',
    shortZh: '劳动仲裁法',
    shortEn: 'Labour Arb.',
  },
  mediation: { zh: '《人民调解法》', en: "People's Mediation Law", shortZh: '人民调解法', shortEn: 'Mediation' },
  'personal-information': {
    zh: '《个人信息保护法》',
    en: 'Personal Information Protection Law',
    shortZh: '个保法',
    shortEn: 'PIPL',
  },
  'e-signature': { zh: '《电子签名法》', en: 'Electronic Signature Law', shortZh: '电子签名法', shortEn: 'E-Sign.' },
  'simple-procedure': {
    zh: '《信访事项简易办理办法》',
    en: 'Measures on the Simple Procedure',
    shortZh: '简易办法',
    shortEn: 'Simple',
  },
  'rating-rules': {
    zh: '《信访事项办理群众满意度评价工作办法》',
    en: 'Measures on Satisfaction Rating',
    shortZh: '满意度评价办法',
    shortEn: 'Rating',
  },
  house: { zh: '本系统设定', en: 'set by this system', shortZh: '本系统设定', shortEn: 'set by this system' },
} as const;

export type Law = keyof typeof LAWS;
