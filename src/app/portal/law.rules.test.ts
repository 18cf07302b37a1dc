import { describe, expect, it } from 'vitest';
import { findArticles } from './law.rules.ts';

function ids(typed: string, language: 'zh-CN' | 'en' = 'zh-CN'): string[] {
  return findArticles(typed, language).map((article) => article.id);
}

describe('looking something up in the Regulation', () => {
  it('shows all fifty where nothing is asked', () => expect(ids('  ')).toHaveLength(50));

  it.each(['34', '第三十四条', '三十四', '３４'])('finds an article by its number: %s', (typed) => {
    expect(ids(typed)).toEqual(['34']);
  });

  it('finds words, all of them', () => {
    expect(ids('复查')).toContain('35');
    expect(ids('复查 三十日以外的词')).toEqual([]);
    expect(ids('review', 'en')).toContain('35');
  });
});
