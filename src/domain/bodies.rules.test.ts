import { describe, expect, it } from 'vitest';
import { bodies } from '../../test/world/people.ts';
import { type Body, directoryOf, divisionPrefix, isUnder, nameOf, reviewersOf } from './bodies.ts';

describe('the tree of bodies', () => {
  it('a body stands under itself and everything above it', () => {
    for (const above of ['d01-housing', 'd01-gov', 'city-gov'])
      expect(isUnder(bodies, 'd01-housing', above)).toBe(true);
    for (const other of ['d02-gov', 'city-housing', 'd01-petition', 'nowhere'])
      expect(isUnder(bodies, 'd01-housing', other)).toBe(false);
  });

  it('a ring in it ends the search rather than the server', () => {
    const said = { zh: '', en: '' };
    const rest = {
      kind: 'department',
      level: 'district',
      division: '990101',
      name: said,
      short: said,
      code: '',
    } as const;
    const body = (id: string, parent: string): Body => ({
      ...rest,
      id,
      parent,
      subjects: [],
      superiors: [],
      phone: '',
      address: said,
      hours: said,
    });
    const ring = directoryOf([body('a', 'b'), body('b', 'a')]);
    expect(isUnder(ring, 'a', 'c')).toBe(false);
  });

  it('one that is gone is called by its id', () => {
    expect(nameOf(bodies, 'gone')).toEqual({ zh: 'gone', en: 'gone' });
    expect(nameOf(bodies, 'd01-housing').zh).toContain('住房');
  });
});

describe('who reviews (条例 35)', () => {
  it.each([
    ['d01-housing', ['d01-gov', 'city-housing']],
    ['d01-street-01', ['d01-gov']],
    ['d01-gov', ['city-gov']],
    ['city-housing', ['city-gov']],
    ['city-gov', []],
    ['nowhere', []],
  ])('an opinion of %s: %j', (id, reviewers) => {
    expect(reviewersOf(bodies, id).map((body) => body.id)).toEqual(reviewers);
  });

  it('never the body itself, and nobody twice, for every body of the city', () => {
    for (const { id } of bodies.all()) {
      const reviewers = reviewersOf(bodies, id).map((body) => body.id);
      expect(reviewers).not.toContain(id);
      expect(new Set(reviewers).size).toBe(reviewers.length);
    }
  });
});

describe('division codes', () => {
  it.each([
    ['990100', '9901'],
    ['990101', '990101'],
    ['990101001', '990101001'],
    ['990101000', '990101'],
    ['990101001000', '990101001'],
    ['990000', '99'],
  ])('%s without the zeros that fill it up: %s', (code, prefix) => {
    expect(divisionPrefix(code)).toBe(prefix);
  });
});
