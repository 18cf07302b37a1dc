/** Words of archiving, and of a file whose term is over. */
export const ARCHIVE_WORDS = {
  archive: { zh: '归档', en: 'Archive' },
  note: { zh: '归档以后照样能看、能查；有新的事实可以重新提出', en: 'It stays readable; new facts may be raised anew' },
  term: { zh: '保管期限', en: 'Kept for' },
  terms: {
    permanent: { zh: '永久', en: 'Good' },
    long: { zh: '长期（规则里的年数，从次年起算）', en: 'The long term (years of the rules, from next year)' },
    short: { zh: '短期（规则里的年数，从次年起算）', en: 'The short term (years of the rules, from next year)' },
  },
  propose: { zh: '提请销毁', en: 'Propose erasure' },
  proposeNote: {
    zh: '保管期满。提请以后由负责人决定：销毁，或者继续保管',
    en: 'The term is over. The head then decides: erase it, or keep it longer',
  },
  keep: { zh: '继续保管', en: 'Keep it longer' },
  why: { zh: '理由', en: 'Why' },
  whyNeeded: { zh: '请写明为什么继续保管', en: 'Say why it is kept longer' },
  erase: { zh: '批准销毁', en: 'Approve the erasure' },
  eraseNote: {
    zh: '来信、答复、附件和当事人信息都会删除，不能恢复；日期、单位、结果和校验值留下',
    en: 'Letters, answers, files and who the people were are deleted for good; days, bodies, outcomes and hashes remain',
  },
} as const;
