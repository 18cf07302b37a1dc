import { assert, constantFrom, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalise } from '../../text/normalise.ts';
import { snippetOf } from './snippet.rules.ts';

const marked = (source: string, ...terms: string[]): string[] => {
  const { text, ranges } = snippetOf([source], terms);
  return ranges.map(([start, end]) => text.slice(start, end));
};

describe('snippetOf', () => {
  test('marks every word, as it was written', () => {
    expect(marked('请帮我们讨回ＡＢＣ公司拖欠的工资，工资一共３０００元。', '工资', 'abc公司')).toEqual([
      'ＡＢＣ公司',
      '工资',
      '工资',
    ]);
  });

  test('joins words that overlap', () => {
    expect(marked('拖欠工资', '拖欠工', '欠工资')).toEqual(['拖欠工资']);
  });

  test('cuts some sixty characters around the first', () => {
    const { text, ranges } = snippetOf([`${'前'.repeat(200)}工资${'后'.repeat(200)}`], ['工资']);
    expect(text).toBe(`…${'前'.repeat(29)}工资${'后'.repeat(29)}…`);
    expect(ranges).toEqual([[30, 32]]);
  });

  test('takes the first source that holds a word, else the beginning of the last', () => {
    expect(snippetOf(['甲', '乙有工资'], ['工资']).text).toBe('乙有工资');
    expect(snippetOf(['甲', '标题'], ['工资'])).toEqual({ text: '标题', ranges: [] });
    expect(snippetOf([], ['工资'])).toEqual({ text: '', ranges: [] });
  });

  test('never parts a character of two halves', () => {
    const { text } = snippetOf([`${'𠮷'.repeat(60)}工资${'𠮷'.repeat(60)}`], ['工资']);
    expect(text).toBe(text.toWellFormed());
  });

  test('what is marked is a word of the query, whatever stands around it', () => {
    assert(
      property(
        string({ unit: 'binary' }),
        constantFrom('工资', 'ab', '拖欠'),
        string({ unit: 'binary' }),
        (before, term, after) => {
          const source = `${before} ${term} ${after}`;
          return marked(source, term).every((piece) => normalise(piece).includes(term));
        },
      ),
    );
  });
});
