/** The words of a clock. */
export const CLOCK_TEXTS = {
  none: { zh: '无期限', en: 'No time limit' },
  left: (days: number) => ({ zh: `剩 ${days} 天`, en: days === 1 ? '1 day left' : `${days} days left` }),
  today: { zh: '今天到期', en: 'Due today' },
  over: (days: number) => ({ zh: `逾 ${days} 天`, en: days === 1 ? '1 day late' : `${days} days late` }),
  met: { zh: '按期完成', en: 'Done in time' },
  late: { zh: '逾期完成', en: 'Done late' },
  void: { zh: '不再计时', en: 'No longer counted' },
};
