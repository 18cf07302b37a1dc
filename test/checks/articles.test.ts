import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkArticles, readGiven } from '../../scripts/check-articles.ts';

const good = {
  rules: { 'handle.within-60-days': ['regulation:34'], recusal: ['regulation:28¶3'] },
  page: 'Rules: none (a principle)\n\nRules: recusal [28¶3]\n\nRules: handle.within-60-days [34]\n',
  tests: new Map([['a.rules.test.ts', "describe('recusal')\nsaidTo(x) === 'handle.within-60-days'"]]),
};

describe('law, rules and tests', () => {
  it('are in step', () => {
    expect(checkArticles(readGiven(dirname(dirname(import.meta.dirname))))).toEqual([]);
    expect(checkArticles(good)).toEqual([]);
  });

  it('a rule that the page does not name is found', () => {
    expect(checkArticles({ ...good, page: 'Rules: recusal [28¶3]\n' })).toEqual([
      'handle.within-60-days cites regulation:34: name it under that article in docs/law/articles.md',
    ]);
  });

  it('a rule of the page that does not exist is found', () => {
    expect(checkArticles({ ...good, page: `${good.page}Rules: handle.at-leisure [34]\n` })).toEqual([
      'docs/law/articles.md names handle.at-leisure, which is no rule of src/domain/rules.ts',
    ]);
  });

  it('an article that only one of the two cites is found', () => {
    const page = good.page.replace('[34]', '[34 35]');
    expect(checkArticles({ ...good, page })).toEqual([
      'docs/law/articles.md rests handle.within-60-days on regulation:35, which src/domain/rules.ts does not cite',
    ]);
  });

  it('a citation that points nowhere is found', () => {
    const rules = { ...good.rules, recusal: ['regulation:28¶3', 'regulation:51'] };
    expect(checkArticles({ ...good, rules })).toContain('recusal cites regulation:51, which points nowhere');
  });

  it('a rule that no test names is found', () => {
    const tests = new Map([['a.rules.test.ts', "describe('recusal')"]]);
    expect(checkArticles({ ...good, tests })).toEqual([
      'handle.within-60-days is named by no test; write one that refuses, or does, what it says',
    ]);
  });

  it('a line that is not written as a rule is found', () => {
    expect(checkArticles({ ...good, page: `${good.page}Rules: some words\n` })).toEqual([
      'docs/law/articles.md: "some words" is not written as a rule',
    ]);
  });
});
