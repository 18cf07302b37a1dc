import { describe, expect, it } from 'vitest';
import { findCitation } from '../../../domain/articles.ts';
import { DOOR_CITATIONS, DOORS, findDoor } from './other-door.rules.ts';

describe('another door', () => {
  it.each([
    ['主管说订单少了，明天不用来了。我问有没有补偿。', 'labour'],
    ['老板拖欠工资三个月', 'labour'],
    ['法院判决以后一直没有执行', 'court'],
    ['邻居把我打伤了，报警以后没有人管', 'police'],
    ['城管给我开了罚单，我不服', 'reconsideration'],
    ['村里把我家的承包地给了别人', 'land'],
    ['3号楼北边的污水井往外冒脏水', undefined],
    ['孩子上学没有学位', undefined],
  ])('%s', (text, door) => {
    expect(findDoor(text, [])).toBe(door);
  });

  it('is the court’s for what is in court, whatever is said', () => {
    expect(findDoor('污水井往外冒脏水', ['court'])).toBe('court');
  });

  it('rests on articles that there are', () => {
    for (const door of DOORS) {
      for (const citation of DOOR_CITATIONS[door]) expect(findCitation(citation)).toBeDefined();
    }
  });
});
