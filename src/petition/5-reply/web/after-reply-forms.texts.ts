import type { Sentence } from '../../../platform/http/route.contract.ts';

/** Words of the forms after the answer: corrected remedy, execution, the report to the assigner. */
export const AFTER_REPLY_WORDS = {
  explain: { zh: '漏了什么', en: 'What was left out' },
  correct: { zh: '更正并告知', en: 'Correct and notify' },
  correctNote: { zh: '30日从收到更正告知算', en: 'The 30 days run from the corrected notice' },
  done: { zh: '落实到哪一步', en: 'How far it is' },
  needDone: { zh: '选一个', en: 'Choose one' },
  all: { zh: '已经落实', en: 'Carried out' },
  partly: { zh: '还在落实', en: 'Being carried out' },
  evidence: { zh: '做了什么、凭什么', en: 'What was done, and the evidence' },
  needEvidence: { zh: '写明做了什么', en: 'Say what was done' },
  report: { zh: '报告', en: 'Report' },
  findings: { zh: '查明的情况', en: 'What was found' },
  needFindings: { zh: '写明查明的情况', en: 'Say what was found' },
  handling: { zh: '处理情况和结果', en: 'What was done, and the result' },
  needHandling: { zh: '写明处理结果', en: 'Say what was done' },
  attitude: { zh: '信访人的意见', en: 'How the petitioner took it' },
  sendReport: { zh: '签发办结报告', en: 'Sign and send the report' },
  sendNote: { zh: '交办期限到报出为止；退回的接着算', en: 'The assigner’s period ends with it; returned, it runs on' },
  read: { zh: '看办结报告', en: 'Read the report' },
  returnNote: { zh: '原来的交办期限接着算', en: 'The period of the assignment runs on' },
  accept: { zh: '认定', en: 'Accept' },
  lacking: { zh: '哪里不够', en: 'What is lacking' },
  needLacking: { zh: '写明哪里不够', en: 'Say what is lacking' },
  giveBack: { zh: '退回', en: 'Return' },
} as const satisfies Record<string, Sentence>;
