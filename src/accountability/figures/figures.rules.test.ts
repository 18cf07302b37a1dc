import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addParts,
  compareCounts,
  compareRates,
  INDICATOR_IDS,
  INDICATORS,
  type Indicator,
  measure,
  PART_NAMES,
  partsOf,
  share,
} from './figures.rules.ts';

describe('a rate', () => {
  test('of nothing is none, neither 0 nor 100 %', () => {
    expect(share(0, 0)).toBeNull();
    expect(measure('accepted-in-time', {}).value).toBeNull();
    expect(measure('accepted-in-time', { void: 3, 'not-due': 4 }).value).toBeNull();
  });

  test('has two decimals', () => {
    expect(share(1, 3)).toBe(33.33);
    expect(share(2, 3)).toBe(66.67);
    expect(share(5, 5)).toBe(100);
  });

  test('lies between 0 and 100, whatever is counted', () => {
    const parts = fc.record(Object.fromEntries(Object.keys(PART_NAMES).map((part) => [part, fc.nat(10_000)])));
    fc.assert(
      fc.property(fc.constantFrom(...INDICATOR_IDS), parts, (id, counts) => {
        const { value, numerator, denominator } = measure(id, counts);
        expect(numerator).toBeLessThanOrEqual(denominator);
        if (value !== null) expect(value >= 0 && value <= 100).toBe(true);
      }),
    );
  });
});

describe('change', () => {
  test('in points and in per cent are told apart', () => {
    expect(compareRates(75, 60)).toEqual({ points: 15, relative: 25 });
    expect(compareRates(60, 75)).toEqual({ points: -15, relative: -20 });
    expect(compareRates(50, 0)).toEqual({ points: 50, relative: null });
    expect(compareRates(null, 60)).toEqual({ points: null, relative: null });
  });

  test('of a count is of the earlier one', () => {
    expect(compareCounts(90, 120)).toEqual({ difference: -30, relative: -25 });
    expect(compareCounts(5, 0)).toEqual({ difference: 5, relative: null });
  });
});

describe('the definitions', () => {
  test.each(INDICATOR_IDS)('%s: what is done is part of what was to be done, and nothing is counted twice', (id) => {
    const indicator: Indicator = INDICATORS[id];
    for (const part of indicator.numerator) expect(indicator.denominator).toContain(part);
    for (const part of indicator.leftOut) expect(indicator.denominator).not.toContain(part);
    expect(new Set(partsOf(id)).size).toBe(partsOf(id).length);
  });

  test('not yet due is no failure of acceptance, and counts among what is to be answered (law.md §4.2)', () => {
    expect(measure('accepted-in-time', { met: 1, 'not-due': 1 }).value).toBe(100);
    expect(measure('answered-in-time', { met: 1, 'not-due': 1 }).value).toBe(50);
    expect(measure('answered-in-time', { met: 1, void: 9 }).value).toBe(100);
  });

  test('satisfaction is of those who rated, participation of those who could', () => {
    const parts = { satisfied: 6, basically: 2, unsatisfied: 2, expired: 10 };
    expect(measure('satisfaction-body', parts).value).toBe(80);
    expect(measure('participation-body', parts).value).toBe(50);
  });

  test('counts add up part by part', () => {
    expect(addParts({ met: 1, late: 2 }, { late: 3, void: 1 })).toEqual({ met: 1, late: 5, void: 1 });
  });
});
