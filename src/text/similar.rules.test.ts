import { array, assert, constantFrom, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalise } from './normalise.ts';
import { passageFinder, sharedPassages, similarity } from './similar.ts';

const anyText = string({ unit: 'binary' });
/** Few characters, so that pieces come again and again. */
const murmur = array(constantFrom('甲', '乙', '丙', ' ', '𠮷'), { maxLength: 40 }).map((all) => all.join(''));

/** The passages as they are written in `a`. */
const passagesOf = (a: string, b: string) => sharedPassages(a, b).map(({ from, to }) => a.slice(from, to));

const ROOF = '我家住在柳荫里3号楼顶楼，从去年12月起屋顶漏水，物业来看过两次，一直没有修。';
const ROOF_AGAIN = '柳荫里3号楼顶楼屋顶漏水的事去年12月就反映过，物业来看过两次，到现在一直没有修好。';
const WAGES = '工地上拖欠我们七个人三个月的工资，包工头说甲方没有给钱，请劳动监察部门查一查。';

describe('similarity', () => {
  test('the same matter told again is far from another matter', () => {
    expect(similarity(ROOF, ROOF)).toBe(1);
    expect(similarity(ROOF, ROOF_AGAIN)).toBeGreaterThan(0.5);
    expect(similarity(ROOF, WAGES)).toBeLessThan(0.1);
  });

  test('does not depend on full width, capitals or invisible marks', () => {
    expect(similarity('ＡＢＣ公司拖欠工资', 'abc公司拖欠\u200b工资')).toBe(1);
  });

  test('what has no two characters is like nothing', () => {
    for (const text of ['', ' ', '款', '款 项']) expect(similarity(text, text)).toBe(0);
  });

  test('is a share, and the same from both sides', () => {
    assert(
      property(anyText, anyText, (a, b) => {
        const alike = similarity(a, b);
        return alike >= 0 && alike <= 1 && alike === similarity(b, a);
      }),
    );
  });
});

describe('sharedPassages', () => {
  test('names what the two have in common, first to last', () => {
    expect(passagesOf(ROOF_AGAIN, ROOF)).toEqual(['柳荫里3号楼顶楼', '，物业来看过两次，']);
  });

  test('five characters are none, six are one', () => {
    expect(passagesOf('前面屋顶漏水了后面', '开头屋顶漏水了结尾')).toEqual([]);
    expect(passagesOf('前面楼屋顶漏水了后面', '开头楼屋顶漏水了结尾')).toEqual(['楼屋顶漏水了']);
  });

  test('leads back to the words as they were written', () => {
    expect(passagesOf('关于ＡＢＣ公司拖欠\u200b工资', 'abc公司拖欠工资的事')).toEqual(['ＡＢＣ公司拖欠\u200b工资']);
  });

  test('two passages that run into each other are marked one after the other', () => {
    expect(passagesOf('一二三四五六七八九十百千', '一二三四五六七八。五六七八九十百千。')).toEqual([
      '一二三四五六七八',
    ]);
    expect(passagesOf('一二三四五六七八九十百千万亿', '一二三四五六七八。七八九十百千万亿。')).toEqual([
      '一二三四五六七八',
      '九十百千万亿',
    ]);
  });

  test('each stands in the other text, six characters and more, in order, and nothing longer is missed', () => {
    assert(
      property(murmur, murmur, (a, b) => {
        const spans = sharedPassages(a, b);
        const other = normalise(b);
        const good = spans.every(({ from, to }, at) => {
          const passage = normalise(a.slice(from, to));
          return from >= (spans[at - 1]?.to ?? 0) && [...passage].length >= 6 && other.includes(passage);
        });
        return good && spans.length > 0 === hasPassage(normalise(a), other);
      }),
      { numRuns: 500 },
    );
  });

  test('whatever people write, the spans lie within the text', () => {
    assert(
      property(anyText, anyText, (a, b) => {
        const text = `${a}${b}${a}`;
        return sharedPassages(text, b).every(({ from, to }) => 0 <= from && from < to && to <= text.length);
      }),
    );
  });

  test('two letters as long as may be that say one thing over and over are done with before the test gives up', () => {
    const long = '一直没有人来修。'.repeat(2_500);
    expect(passageFinder(long)(long)).toEqual([{ from: 0, to: long.length }]);
  });
});

/** Is there a piece of six characters, not beginning or ending in a space, that both hold? The slow and sure way. */
function hasPassage(a: string, b: string): boolean {
  const characters = [...a];
  return characters.some((_, at) => {
    for (let end = at + 6; end <= characters.length; end++) {
      const piece = characters.slice(at, end).join('');
      if (piece === piece.trim() && b.includes(piece)) return true;
    }
    return false;
  });
}
