import { describe, expect, it } from 'vitest';
import { offBy, rulerDays } from './day-ruler.rules.ts';

const week = offBy(undefined);

describe('the days of a period', () => {
  it('begins with the day that does not count and ends with the last day', () => {
    const days = rulerDays({ from: '2026-11-30', due: '2026-12-07', now: '2026-12-02', isOff: week }) ?? [];
    expect(days.map((one) => one.place)).toEqual(['start', 'gone', 'today', 'left', 'left', 'left', 'left', 'due']);
    expect(days.filter((one) => one.off).map((one) => one.day)).toEqual(['2026-12-05', '2026-12-06']);
  });

  it('shows nothing of a period too short or too long to see', () => {
    expect(rulerDays({ from: '2026-12-01', due: '2026-12-01', now: '2026-12-01', isOff: week })).toBeUndefined();
    expect(rulerDays({ from: '2026-12-02', due: '2026-12-01', now: '2026-12-01', isOff: week })).toBeUndefined();
    expect(rulerDays({ from: '2026-01-01', due: '2026-12-01', now: '2026-12-01', isOff: week })).toBeUndefined();
  });

  it('marks no day as today once it is overdue', () => {
    const days = rulerDays({ from: '2026-11-30', due: '2026-12-02', now: '2026-12-09', isOff: week }) ?? [];
    expect(days.some((one) => one.place === 'today')).toBe(false);
  });
});

describe('days off', () => {
  it('knows holidays on workdays and workdays on weekends', () => {
    const isOff = offBy({ off: ['2026-10-01'], on: ['2026-10-10'] });
    expect([isOff('2026-10-01'), isOff('2026-10-10'), isOff('2026-10-11'), isOff('2026-10-12')]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });
});
