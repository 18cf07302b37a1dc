import { assert, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bigramsOf } from './bigrams.ts';
import { normalise } from './normalise.ts';

describe('bigramsOf', () => {
  test('the numbers are the stored ones and must never change', () => {
    expect(bigramsOf('工资')).toEqual([1575324996]);
    expect(bigramsOf('ab')).toEqual([6357090]);
    expect(bigramsOf('𠮷野')).toEqual([149534796]);
  });

  test('each pair once, none across white space', () => {
    expect(bigramsOf('工资工资')).toHaveLength(2);
    expect(bigramsOf('工 资\n款')).toEqual([]);
    expect(bigramsOf('款')).toEqual([]);
  });

  test('pairs of common characters are never confused', () => {
    assert(
      property(string({ unit: 'grapheme-ascii', minLength: 2, maxLength: 2 }), (two) => {
        const [a, b] = [two.codePointAt(0) ?? 0, two.codePointAt(1) ?? 0];
        return two.includes(' ') || bigramsOf(two)[0] === a * 65536 + b;
      }),
    );
  });

  test('every two characters of a text are found again, as 32-bit integers', () => {
    assert(
      property(string({ unit: 'binary' }), (written) => {
        const text = normalise(written);
        const grams = new Set(bigramsOf(text));
        const characters = [...text];
        return characters
          .slice(1)
          .map((character, at) => `${characters[at]}${character}`)
          .filter((two) => !two.includes(' '))
          .every((two) => bigramsOf(two).every((gram) => gram === (gram | 0) && grams.has(gram)));
      }),
    );
  });
});
