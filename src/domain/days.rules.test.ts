import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  compare,
  dayFromNumber,
  dayNumber,
  dayOf,
  daysBetween,
  endOfDay,
  isWeekend,
  parseDay,
  sayDay,
  startOfDay,
  weekday,
} from './days.ts';

const anyNumber = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2199-12-31') });

/** The engine's own Gregorian calendar, as an oracle. */
function oracleDay(number: number): string {
  return new Date(number * 86_400_000).toISOString().slice(0, 10);
}

describe('a day', () => {
  it.each(['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31', '2026-01-31'])('%s is real', (text) => {
    expect(parseDay(text)).toBe(text);
  });

  it.each([
    '2025-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '0000-01-01',
    '2026-1-1',
    '2026-01-01 ',
    '2026-01-01\n',
    '20260101',
    '２０２６-01-01',
    '',
  ])('%j is not', (text) => {
    expect(parseDay(text)).toBeUndefined();
    expect(() => dayNumber(text, 'from')).toThrow(/^from: .* is not a day; write a real date as YYYY-MM-DD$/);
  });

  it('is numbered as the Gregorian calendar numbers it, every day of two centuries', () => {
    for (let n = dayNumber('1900-01-01'); n <= dayNumber('2100-12-31'); n++) {
      const day = oracleDay(n);
      expect(
        dayFromNumber(n) === day && dayNumber(day) === n && weekday(day) === new Date(n * 86_400_000).getUTCDay(),
      ).toBe(true);
    }
  });

  it('moves by days and back', () => {
    fc.assert(
      fc.property(anyNumber, fc.integer({ min: -9999, max: 9999 }), (number, step) => {
        const day = dayFromNumber(number);
        const moved = addDays(day, step);
        return moved === oracleDay(number + step) && daysBetween(day, moved) === step && addDays(moved, -step) === day;
      }),
      { numRuns: 2000 },
    );
  });

  it('sorts as text', () => {
    expect(['2026-03-02', '2025-12-31', '2026-03-02'].sort(compare)).toEqual([
      '2025-12-31',
      '2026-03-02',
      '2026-03-02',
    ]);
    expect(compare('2026-01-01', '2026-01-01')).toBe(0);
  });

  it('does not run past the last year', () => {
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => addDays('2026-01-01', 0.5)).toThrow(RangeError);
    expect(() => addMonths('9999-12-31', 1)).toThrow(RangeError);
  });

  it('knows weekends', () => {
    expect(['2026-03-06', '2026-03-07', '2026-03-08', '2026-03-09'].map(isWeekend)).toEqual([false, true, true, false]);
    expect(weekday('2026-03-08')).toBe(0);
  });
});

describe('months', () => {
  it.each([
    ['2025-12-31', 2, '2026-02-28'],
    ['2023-12-31', 2, '2024-02-29'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-03-31', 1, '2026-04-30'],
    ['2026-01-15', 2, '2026-03-15'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-10', -1, '2025-12-10'],
    ['2026-05-05', 0, '2026-05-05'],
  ])('%s and %i months is %s (民法典 202)', (day, count, end) => {
    expect(addMonths(day, count)).toBe(end);
  });
});

describe('instants and Shanghai days', () => {
  it.each([
    ['2026-03-01T15:59:59.999Z', '2026-03-01'],
    ['2026-03-01T16:00:00Z', '2026-03-02'],
    ['2026-03-02T00:00:00+08:00', '2026-03-02'],
    ['2026-03-01T23:59:59.999999+08:00', '2026-03-01'],
    ['2026-03-01 16:00:00.5+00', '2026-03-02'],
    ['2026-02-28T11:30-05:00', '2026-03-01'],
    ['2025-12-31T16:00:00.000Z', '2026-01-01'],
  ])('%s falls on %s', (instant, day) => {
    expect(dayOf(instant)).toBe(day);
  });

  it.each([
    '2026-03-01',
    '2026-02-30T00:00:00Z',
    '2026-03-01T24:00:00Z',
    '2026-03-01T10:00:00',
    '2026-03-01T10:60:00Z',
    '',
  ])('%j is no instant', (text) => {
    expect(() => dayOf(text)).toThrow(/^instant: /);
  });

  it('keeps no other zone', () => {
    expect(() => dayOf('2026-03-01T16:00:00Z', 'Europe/Berlin')).toThrow(/^zone: /);
  });

  it('begins and ends days at Shanghai midnight', () => {
    expect(startOfDay('2026-03-01')).toBe('2026-02-28T16:00:00.000Z');
    expect(endOfDay('2026-02-28')).toBe('2026-02-28T16:00:00.000Z');
    fc.assert(
      fc.property(anyNumber, (number) => {
        const day = dayFromNumber(number);
        const lastMoment = new Date(Date.parse(endOfDay(day)) - 1).toISOString();
        return dayOf(startOfDay(day)) === day && dayOf(lastMoment) === day && dayOf(endOfDay(day)) === addDays(day, 1);
      }),
    );
  });
});

describe('saying a day', () => {
  it('says the weekday unless told not to', () => {
    expect(sayDay('2026-03-02', 'zh-CN')).toBe('2026年3月2日（星期一）');
    expect(sayDay('2026-03-02', 'en')).toBe('Monday 2 March 2026');
    expect(sayDay('2026-03-01', 'zh-CN', { weekday: true })).toBe('2026年3月1日（星期日）');
    expect(sayDay('2026-12-31', 'zh-CN', { weekday: false })).toBe('2026年12月31日');
    expect(sayDay('2026-12-31', 'en', { weekday: false })).toBe('31 December 2026');
  });
});
