import { describe, expect, it } from 'vitest';
import { findCitation } from './articles.ts';
import { CLOCK_KINDS, NATIONAL_PACK } from './rule-pack.ts';
import { citationOf, RULES, type RuleId } from './rules.ts';

const ids = Object.keys(RULES) as RuleId[];

describe('the rules', () => {
  it.each(ids)('%s rests on places that exist', (id) => {
    for (const citation of RULES[id])
      expect([citation, findCitation(citation) !== undefined]).toEqual([citation, true]);
    expect(citationOf(id)).toBe(RULES[id][0]);
  });

  it.each(CLOCK_KINDS)(
    'the clock %s rests on a place that exists, and calls itself statutory only where the law does',
    (kind) => {
      const { article, statutory } = NATIONAL_PACK.clocks[kind];
      expect(findCitation(article)).toBeDefined();
      expect(statutory).toBe(!article.startsWith('house:'));
    },
  );
});
