import { describe, expect, it } from 'vitest';
import { type Candidate, standsUnder, suggestBodies } from './suggest.rules.ts';

const body = (id: string, more: Partial<Candidate>): Candidate => ({
  id,
  kind: 'department',
  level: 'district',
  division: '990103',
  subjects: [],
  ...more,
});

const bodies = [
  body('city-housing', { level: 'city', division: '990100', subjects: ['030400'], parent: 'city-gov' }),
  body('north-gov', { kind: 'government' }),
  body('north-housing', { subjects: ['030400', '030200'], parent: 'north-gov' }),
  body('north-works', { subjects: ['030000'], parent: 'north-gov' }),
  body('north-petition', { kind: 'petition', parent: 'north-gov' }),
  body('bridge-street', { kind: 'street', level: 'street', division: '990103002', parent: 'north-gov' }),
  body('south-housing', { division: '990102', subjects: ['030400'] }),
  body('bridge-repairs', { parent: 'bridge-street', level: 'street', division: '990103002', subjects: ['030412'] }),
];
const open = () => false;
const ids = (category: string, division: string, isClosed: (id: string) => boolean = open) =>
  suggestBodies({ bodies, category, division, isClosed }).map((one) => one.id);

describe('suggested bodies', () => {
  it('puts the department of the place and the subject first, then the higher one, then place alone', () => {
    expect(ids('030400', '990103002')).toEqual([
      'north-housing',
      'city-housing',
      'north-works',
      'bridge-repairs',
      'bridge-street',
    ]);
  });

  it('never suggests a department of another district', () => {
    expect(ids('030400', '990103002')).not.toContain('south-housing');
    expect(ids('030400', '990102001')[0]).toBe('south-housing');
  });

  it('falls back on the street and the local petition office where nobody is competent for the subject', () => {
    expect(ids('070100', '990103002')).toEqual(['bridge-street', 'north-petition']);
  });

  it('says the reasons in both languages', () => {
    const first = suggestBodies({ bodies, category: '030400', division: '990103002', isClosed: open })[0];
    expect(first?.reasons.map((one) => one.zh)).toEqual(['主管这一类事', '问题发生在这个区县']);
    expect(first?.reasons.every((one) => one.en !== '')).toBe(true);
  });

  it('leaves out the accused body and everything under it (条例 30¶3)', () => {
    const closed = (id: string) => standsUnder(bodies, id, ['bridge-street', 'north-housing']);
    expect(ids('030400', '990103002', closed)).toEqual(['city-housing', 'north-works', 'north-petition']);
  });
});

describe('standing under a body', () => {
  it('counts the body itself and every step below', () => {
    expect(standsUnder(bodies, 'bridge-repairs', ['north-gov'])).toBe(true);
    expect(standsUnder(bodies, 'north-gov', ['north-gov'])).toBe(true);
    expect(standsUnder(bodies, 'city-housing', ['north-gov'])).toBe(false);
    expect(standsUnder(bodies, 'nobody', ['north-gov'])).toBe(false);
  });

  it('ends in a ring of parents', () => {
    const ring = [body('a', { parent: 'b' }), body('b', { parent: 'a' })];
    expect(standsUnder(ring, 'a', ['c'])).toBe(false);
  });
});
