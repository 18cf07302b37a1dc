function chineseCount(count: number): string {
  return ['', '一', '两', '三', '四', '五', '六', '七', '八', '九'][count] ?? String(count);
}

/** The few words that components without a subject need. */
export const PLAIN_TEXTS = {
  zh: {
    skip: '直接看正文',
    display: '显示方式',
    large: '大字',
    normal: '标准字',
    footer: '更多',
    fix: '要改：',
    fixTitle: (count: number): string => `要改${chineseCount(count)}处：`,
    problems: (count: number): string => `有${chineseCount(count)}处要改，改好就能往下走`,
    kept: '您写的字都在，一个没丢。',
    cautions: '再看一眼。没有错，就再按一次往下走',
    steps: (now: number, all: number): string => `第${now}步，共${all}步`,
    done: '填好了',
    here: '在这一步',
    optional: '可以不填',
    year: '年',
    month: '月',
    day: '日',
  },
  en: {
    skip: 'Skip to content',
    display: 'Display',
    large: 'Larger text',
    normal: 'Normal text',
    footer: 'More',
    fix: 'To change: ',
    fixTitle: (count: number): string => (count === 1 ? 'One thing to change: ' : `${count} things to change: `),
    problems: (count: number): string =>
      count === 1 ? 'One thing to change, then you can go on' : `${count} things to change, then you can go on`,
    kept: 'Everything you wrote is still here.',
    cautions: 'Please look again. If it is right, just go on once more',
    steps: (now: number, all: number): string => `Step ${now} of ${all}`,
    done: 'filled in',
    here: 'you are here',
    optional: 'optional',
    year: 'year',
    month: 'month',
    day: 'day',
  },
} as const;
