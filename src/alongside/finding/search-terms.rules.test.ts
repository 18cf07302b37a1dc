import { describe, expect, test } from 'vitest';
import { isRefusal } from '../../domain/refusals.ts';
import { nameKey, numberLine, piecesOf, readQuery, searchWords } from './search-terms.rules.ts';

function termsOf(query: string) {
  const terms = readQuery(query);
  if (isRefusal(terms)) throw new Error(terms.said.en);
  return terms;
}

function refusalOf(query: string): string | undefined {
  const terms = readQuery(query);
  return isRefusal(terms) ? terms.code : undefined;
}

/** LIKE as PostgreSQL does it, for patterns without anything escaped. */
function like(text: string, pattern: string): boolean {
  const body = pattern.replace(/^%|%$/g, '');
  if (pattern.endsWith('%')) return text.includes(body);
  return text.endsWith(body);
}

describe('reading a query', () => {
  test('words are normalised, each once', () => {
    expect(termsOf(' 工资　ＡＢ公司  工资 ').map((term) => term.text)).toEqual(['工资', 'ab公司']);
  });

  test('two characters are looked for by pairs, three by trigrams', () => {
    expect(termsOf('工资')[0]).toMatchObject({ byTrigram: false, bigrams: [1575324996], like: '%工资%' });
    expect(termsOf('拖欠工资')[0]?.byTrigram).toBe(true);
    /* Punctuation ends a trigram: a-b has none. */
    expect(termsOf('a-b-c')[0]?.byTrigram).toBe(false);
  });

  test('signs that LIKE would read stand for themselves', () => {
    expect(termsOf('50%_\\')[0]?.like).toBe('%50\\%\\_\\\\%');
  });

  test.each([
    ['', 'search-empty'],
    [' \u200b ', 'search-empty'],
    ['王', 'search-short'],
    ['工资 王', 'search-short'],
    ['𠮷', 'search-short'],
    ['字'.repeat(101), 'search-long'],
    ['一二 二三 三四 四五 五六 六七 七八 八九 九十', 'search-many'],
  ])('%j is refused: %s', (query, code) => {
    expect(refusalOf(query)).toBe(code);
  });
});

describe('numbers', () => {
  const words = searchWords({ title: '路灯', text: '坏了2027天', requests: [] }, '990101-2026-000417');
  const found = (query: string): boolean => {
    const number = termsOf(query)[0]?.number;
    return number !== undefined && like(words, number.like) && like('990101-2026-000417-2', number.matterLike ?? '%');
  };

  test('complete, from the year on, or the tail of four digits and more', () => {
    for (const query of ['990101-2026-000417', '2026-000417', '000417', '0417', '００００４１７'.slice(2)]) {
      expect(found(query), query).toBe(true);
    }
  });

  test('one matter of a submission', () => {
    expect(found('990101-2026-000417-2')).toBe(true);
    expect(found('000417-2')).toBe(true);
    expect(found('990101-2026-000417-1')).toBe(false);
  });

  test('not another number, not the head, not three digits', () => {
    for (const query of ['990101-2026-000418', '0004', '2026', '417', '990101', '2027'])
      expect(found(query), query).toBe(false);
  });

  test('the number line is not found by words, nor the text by numbers', () => {
    expect(numberLine('990101-2026-000417')).toBe('JJABAB-CACG-AAAEBH');
    expect(words.includes(termsOf('JJABAB')[0]?.text ?? '')).toBe(false);
    expect(like(words, termsOf('2027')[0]?.number?.like ?? '')).toBe(false);
  });
});

describe('names', () => {
  test('pieces of two characters, dots and spaces left out', () => {
    expect(piecesOf(nameKey('欧阳建国'))).toEqual(['欧阳', '阳建', '建国']);
    expect(nameKey('买买提·艾力')).toBe('买买提艾力');
    expect(nameKey(' John  Smith')).toBe('johnsmith');
    expect(piecesOf(nameKey('王'))).toEqual([]);
  });

  test('digits are no name', () => {
    expect(termsOf('13800000000')[0]?.namePieces).toEqual([]);
    expect(termsOf('欧阳')[0]?.namePieces).toEqual(['欧阳']);
  });
});
