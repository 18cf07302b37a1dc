/** Words of archiving. */
export const ARCHIVE_WORDS = {
  archive: { zh: '归档', en: 'Archive' },
  note: { zh: '归档以后照样能看、能查；有新的事实可以重新提出', en: 'It stays readable; new facts may be raised anew' },
} as const;
