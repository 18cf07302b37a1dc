/** The words of choosing a body or a place. */
export const BODY_PICKER_TEXTS = {
  search: (label: string) => ({ zh: `${label}：输入名称查找`, en: `${label}: type to find` }),
  searchHint: { zh: '输入名称里的字', en: 'Type part of the name' },
  chosen: { zh: '已选', en: 'Chosen:' },
  suggested: { zh: '建议', en: 'Suggested' },
  all: { zh: '全部单位', en: 'All bodies' },
  none: { zh: '没有这样的单位，换几个字试试', en: 'No such body; try other words' },
  accused: {
    zh: '被检举控告的单位或者它下面的单位，材料不能到它那里（条例30③）',
    en: 'Complained of, or under the body complained of: nothing of this may reach it (art. 30 para. 3)',
  },
  and: { zh: '；', en: '; ' },
  division: { zh: '选到哪一级都行', en: 'Any level will do' },
  whole: { zh: '不再往下选', en: 'No narrower' },
  level: (at: number) => ({ zh: `第 ${at} 级`, en: `level ${at}` }),
};
