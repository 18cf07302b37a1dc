import type { Said } from '../../domain/refusals.ts';

/** What makes a matter an important one (条例 41¶2). */
export const MARKS = ['supervised', 'group', 'urgent', 'late'] as const;
export type Mark = (typeof MARKS)[number];

export const INSPECTION_REFUSALS = {
  office: { zh: '巡视巡察材料由信访部门提供', en: 'Material for inspection is supplied by the petition office' },
  noBody: { zh: '没有这个单位，请从名单里选', en: 'There is no such body; choose one from the list' },
  itself: {
    zh: '被巡视巡察的是本单位或者上级，由上一级信访部门提供',
    en: 'It is about your own office or what stands above it: the petition office above supplies it',
  },
  elsewhere: { zh: '这个单位不在您的区域里', en: 'That body is not within your area' },
  order: { zh: '期间的末日不能早于首日', en: 'The period ends before it begins' },
  long: { zh: '期间最长五年', en: 'A period spans five years at most' },
  many: { zh: '事项超过2万件，请把期间分短', en: 'More than 20,000 matters: ask for shorter periods' },
} as const satisfies Record<string, Said>;

export const MARK_LABELS = {
  supervised: { zh: '督办过', en: 'supervised' },
  group: { zh: '多人', en: 'collective' },
  urgent: { zh: '紧急上报', en: 'urgently reported' },
  late: { zh: '超过法定期限', en: 'past a statutory period' },
} as const satisfies Record<Mark, Said>;

/** The words of the page. */
export const INSPECTION_TEXTS = {
  title: { zh: '巡视巡察材料', en: 'Material for inspection' },
  why: {
    zh: '应巡视巡察机构的要求，提供反映被巡视巡察单位的信访情况（条例第四十一条第二款）。只含事项的类别、处理和结果，不含信访人的姓名、电话、地址和原文。',
    en: 'At the request of an inspection team: what was raised about the body inspected (art. 41 para. 2). It holds kinds, handling and results, and no name, telephone, address or text of a petitioner.',
  },
  discipline: {
    zh: '检举控告件和与它们有关的件不在里面，一律由纪检监察渠道提供（条例第三十条）。',
    en: 'Reports of wrongdoing and what belongs to them are not in it: they go through the discipline channel alone (art. 30).',
  },
  logged: {
    zh: '每次导出都登记在案，不能改、不能删。',
    en: 'Each export is registered and can be neither changed nor removed.',
  },
  inspected: { zh: '被巡视巡察的单位', en: 'The body inspected' },
  from: { zh: '从', en: 'From' },
  to: { zh: '到', en: 'To' },
  team: { zh: '哪个巡视巡察组', en: 'Which team' },
  basis: { zh: '来函文号和名称', en: 'Number and title of the request' },
  make: { zh: '导出', en: 'Export' },
  needBody: { zh: '请选单位', en: 'Choose the body' },
  needTeam: { zh: '请写哪个组', en: 'Name the team' },
  needBasis: { zh: '请写来函', en: 'Name the request' },
  needDay: { zh: '请选日期', en: 'Choose the day' },
  made: (rows: number) => ({ zh: `导出${rows}件。`, en: `${rows} matters.` }),
  save: { zh: '存成表格', en: 'Save as a table' },
  print: { zh: '打印', en: 'Print' },
  checksum: { zh: '校验值', en: 'Checksum' },
  summary: { zh: '概况', en: 'Summary' },
  result: { zh: '导出的事项', en: 'Matters exported' },
  category: { zh: '类别', en: 'Category' },
  count: { zh: '件数', en: 'Matters' },
  before: { zh: '上一同长期间', en: 'Period before' },
  dissatisfied: (count: number) => ({ zh: `不满意评价${count}件`, en: `${count} rated dissatisfied` }),
  number: { zh: '编号', en: 'Number' },
  received: { zh: '收到', en: 'Received' },
  channel: { zh: '形式', en: 'Channel' },
  purpose: { zh: '目的', en: 'Purpose' },
  place: { zh: '地方', en: 'Place' },
  about: { zh: '诉求', en: 'Request' },
  body: { zh: '在哪个单位', en: 'With' },
  state: { zh: '办到哪一步', en: 'Stands' },
  verdicts: { zh: '意见', en: 'Opinion' },
  days: { zh: '答复用了几天', en: 'Days to answer' },
  marks: { zh: '重要情况', en: 'Marks' },
  earlier: { zh: '以前的导出', en: 'Earlier exports' },
  none: { zh: '还没有导出过', en: 'Nothing was exported yet' },
  noneWhy: { zh: '有巡视巡察机构来函时，在上面导出。', en: 'Export above when a team asks for it.' },
  empty: { zh: '这段时间没有这样的事项', en: 'No such matter in this period' },
  who: { zh: '谁、什么时候', en: 'Who, and when' },
  period: { zh: '期间', en: 'Period' },
} as const;
