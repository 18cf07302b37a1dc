/**
 * Matters that another door can decide and we cannot (条例 31(1)-(5)). Words are enough to mention the door; nothing is
 * blocked, and the clerk, not this list, says what the matter is.
 */
export const DOORS = ['court', 'labour', 'police', 'reconsideration', 'land'] as const;
export type Door = (typeof DOORS)[number];

/** Each door's words: one of the first list, and where there is a second, one of that as well. */
const WORDS: Readonly<Record<Door, readonly [RegExp, RegExp?]>> = {
  court: [/判决|裁定书|一审|二审|终审|再审|法官|开庭|上诉|强制执行|执行局|老赖/],
  labour: [
    /辞退|开除|裁员|不用来了|解除劳动|工伤认定|加班费|拖欠工资|欠薪|不发工资|劳动合同|社保没交|没交社保|经济补偿金?/,
    /厂|公司|老板|单位|主管|用人|企业|店|工地|工资|班/,
  ],
  police: [/被打|打伤|被偷|被抢|诈骗|骗了|敲诈|报警|报案|不立案|伤情鉴定|赌博|吸毒|失踪/],
  reconsideration: [/行政处罚|处罚决定|罚款决定|罚单|吊销|许可证|不予许可|征收决定|强制拆除决定|行政复议|工伤认定书/],
  land: [/承包地|承包合同|土地承包|流转合同|承包经营权/],
};

/** The door these words point to: the first that fits. What is in court already belongs there, whatever else is said. */
export function findDoor(text: string, tried: readonly string[]): Door | undefined {
  if (tried.includes('court')) return 'court';
  return DOORS.find((door) => {
    const [first, second] = WORDS[door];
    return first.test(text) && (second === undefined || second.test(text));
  });
}

/** What each door rests on, `law:article`; the sentences beside it say the same in words. */
export const DOOR_CITATIONS: Readonly<Record<Door, readonly string[]>> = {
  court: ['regulation:20¶2', 'regulation:22¶2', 'regulation:31(1)'],
  labour: ['labour-arbitration:27', 'labour-arbitration:43', 'labour-arbitration:53', 'regulation:31(2)'],
  police: ['regulation:31(1)'],
  reconsideration: ['reconsideration:20', 'regulation:31(4)'],
  land: ['regulation:31(2)'],
};
