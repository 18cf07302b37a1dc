import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oracle } from '../../test/world/oracle.ts';
import type { Calendar } from './calendar.ts';
import { addDays, type Day, daysBetween } from './days.ts';
import {
  type ClockLevel,
  clockLevel,
  type DayRange,
  type DueRule,
  type DueUnit,
  daysLeft,
  deriveDue,
  dueEnds,
  soonLateFrom,
} from './due.ts';
import { nationalCalendar as calendar } from './national-calendar.ts';

/** A rule on the national calendar: rule('2026-02-02', 15, 'day'). */
function rule(from: Day, n: number, unit: DueUnit, more: Partial<DueRule> = {}): DueRule {
  return { from, n, unit, calendar, ...more };
}

describe('worked examples', () => {
  it.each([
    ['2025-09-16', 15, 0, '2025-10-01', '2025-10-09'],
    ['2025-08-04', 60, 0, '2025-10-03', '2025-10-09'],
    ['2025-08-04', 60, 30, '2025-11-02', '2025-11-03'],
    ['2026-02-02', 15, 0, '2026-02-17', '2026-02-24'],
    ['2026-01-30', 30, 0, '2026-03-01', '2026-03-02'],
  ])('%s and %i + %i 日 ends on %s, rolled to %s', (from, n, extra, rawEnd, statutoryDue) => {
    const ends = { rawEnd, statutoryDue, assessmentDue: rawEnd, calendar: 'published' };
    expect(dueEnds(rule(from, n, 'day', { extra }))).toEqual(ends);
    expect(deriveDue(rule(from, n, 'day', { extra }))).toMatchObject({
      ...ends,
      from,
      n,
      extra,
      unit: 'day',
      skipped: [],
    });
  });

  it.each([
    ['2025-09-25', 5, '2025-10-09'],
    ['2026-02-12', 5, '2026-02-26'],
    ['2025-09-26', 10, '2025-10-16'],
  ])('%s and %i 工作日 ends on %s', (from, n, end) => {
    const ends = { rawEnd: end, statutoryDue: end, assessmentDue: end, calendar: 'published' };
    expect(deriveDue(rule(from, n, 'workday'))).toMatchObject({ ...ends, rolled: [] });
  });
});

describe('why this date', () => {
  it('lists the days it rolled over, by reason and holiday', () => {
    const { rolled, calendarId, calendarVersion } = deriveDue(rule('2025-09-16', 15, 'day'));
    expect(rolled).toHaveLength(8);
    expect(rolled[0]).toEqual({ day: '2025-10-01', why: 'holiday', name: '国庆节' });
    expect(rolled[5]).toEqual({ day: '2025-10-06', why: 'holiday', name: '中秋节' });
    expect([calendarId, calendarVersion]).toEqual([calendar.id, calendar.version]);
    expect(deriveDue(rule('2026-01-30', 30, 'day')).rolled).toEqual([{ day: '2026-03-01', why: 'weekend' }]);
  });

  it('lists the days a working-day count stepped over', () => {
    const { skipped } = deriveDue(rule('2025-09-25', 5, 'workday'));
    expect(skipped.map(({ day }) => day)).toEqual([
      '2025-09-27',
      ...['01', '02', '03', '04', '05', '06', '07', '08'].map((date) => `2025-10-${date}`),
    ]);
    expect(skipped[0]).toEqual({ day: '2025-09-27', why: 'weekend' });
  });

  it('does not count hearing days, and ends neither on one nor, rolled, on one', () => {
    // 10 日 from Monday 2 March 2026 end on Thursday the 12th; the hearing takes the 5th and 6th: Saturday the 14th.
    const hearing = [{ from: '2026-03-05', to: '2026-03-06' }];
    const once = deriveDue(rule('2026-03-02', 10, 'day', { excluded: hearing }));
    expect([once.rawEnd, once.statutoryDue]).toEqual(['2026-03-14', '2026-03-16']);
    expect(once.skipped).toEqual([
      { day: '2026-03-05', why: 'excluded' },
      { day: '2026-03-06', why: 'excluded' },
    ]);
    const again = deriveDue(
      rule('2026-03-02', 10, 'day', { excluded: [{ from: '2026-03-16', to: '2026-03-16' }, ...hearing] }),
    );
    expect([again.rawEnd, again.statutoryDue]).toEqual(['2026-03-14', '2026-03-17']);
    expect(again.rolled.map(({ why }) => why)).toEqual(['weekend', 'weekend', 'excluded']);
  });

  it('counts days that two hearings share once, and none on or before the first day', () => {
    const excluded = [
      { from: '2026-03-04', to: '2026-03-05' },
      { from: '2026-03-05', to: '2026-03-05' },
      { from: '2026-02-01', to: '2026-03-02' },
    ];
    expect(dueEnds(rule('2026-03-02', 3, 'day', { excluded })).rawEnd).toBe('2026-03-07');
  });
});

describe('months, leap years and empty periods', () => {
  it.each([
    ['2025-12-31', 2, '2026-02-28', '2026-02-28'], // a Saturday, made a workday
    ['2023-12-31', 2, '2024-02-29', '2024-02-29'],
    ['2026-01-31', 1, '2026-02-28', '2026-02-28'],
    ['2025-08-02', 2, '2025-10-02', '2025-10-09'],
    ['2024-02-29', 12, '2025-02-28', '2025-02-28'],
  ])('%s and %i months ends on %s, rolled to %s', (from, n, rawEnd, statutoryDue) => {
    expect(dueEnds(rule(from, n, 'month'))).toMatchObject({ rawEnd, statutoryDue, assessmentDue: rawEnd });
  });

  it('adds an extension in days after the months', () => {
    expect(dueEnds(rule('2025-12-31', 2, 'month', { extra: 10 })).rawEnd).toBe('2026-03-10');
  });

  it('passes 29 February', () => {
    expect(dueEnds(rule('2024-02-20', 15, 'day')).rawEnd).toBe('2024-03-06');
    expect(dueEnds(rule('2025-02-20', 15, 'day')).rawEnd).toBe('2025-03-07');
  });

  it.each(['day', 'workday', 'month'] as const)('a period of 0 (%s) ends on its first day, rolled', (unit) => {
    expect(dueEnds(rule('2026-03-02', 0, unit)).statutoryDue).toBe('2026-03-02');
    expect(dueEnds(rule('2026-03-01', 0, unit))).toMatchObject({ rawEnd: '2026-03-01', statutoryDue: '2026-03-02' });
  });
});

describe('years whose notice is not yet published', () => {
  it.each([
    ['2026-12-20', 10, 'day', 'published'], // ends 2026-12-30
    ['2026-12-20', 15, 'day', 'assumed'], // ends 2027-01-04
    ['2025-06-30', 0, 'day', 'published'],
    ['2026-12-24', 5, 'workday', 'published'], // ends 2026-12-31
    ['2026-12-24', 6, 'workday', 'assumed'],
    ['2026-11-30', 1, 'month', 'published'],
    ['2026-11-30', 2, 'month', 'assumed'],
    ['2006-12-20', 20, 'day', 'published'], // only the end is looked at
    ['2006-12-20', 10, 'workday', 'assumed'],
    ['2006-12-29', 5, 'workday', 'published'],
  ] as const)('%s and %i %s is %s', (from, n, unit, assured) => {
    expect(dueEnds(rule(from, n, unit)).calendar).toBe(assured);
  });

  it('is assumed when only the rolled days reach the unpublished year', () => {
    const years = Object.fromEntries(Object.entries(calendar.years).filter(([year]) => Number(year) <= 2022));
    // 2022-12-31 was a day off; what follows is not known.
    const upTo2022: Calendar = { id: 'cn', version: 1, years };
    const derived = deriveDue({ from: '2022-12-16', n: 15, unit: 'day', calendar: upTo2022 });
    expect(derived).toMatchObject({ rawEnd: '2022-12-31', statutoryDue: '2023-01-02', calendar: 'assumed' });
  });
});

describe('what is refused', () => {
  it.each([
    [{ from: '2026-02-30' }, /^from: "2026-02-30" is not a day; write a real date as YYYY-MM-DD$/],
    [{ n: -1 }, /^n: -1 is not a whole number from 0 to 3660$/],
    [{ n: 3661 }, /^n: /],
    [{ n: 1.5 }, /^n: /],
    [{ n: Number.NaN }, /^n: /],
    [{ extra: -1 }, /^extra: /],
    [{ excluded: [{ from: '2026-01-02', to: '2026-01-01' }] }, /^excluded: 2026-01-02 is after 2026-01-01/],
    [{ excluded: [{ from: '2026-01-02', to: 'x' }] }, /^excluded: "x" is not a day/],
    [{ unit: 'week' as DueUnit }, /^unit: "week" is not kept; use "day", "workday" or "month"$/],
  ])('%j', (wrong, message) => {
    expect(() => deriveDue({ ...rule('2026-01-01', 5, 'day'), ...wrong })).toThrow(RangeError);
    expect(() => deriveDue({ ...rule('2026-01-01', 5, 'day'), ...wrong })).toThrow(message);
  });

  it('takes the longest period', () => {
    expect(dueEnds(rule('2010-01-01', 3660, 'workday')).rawEnd > '2024').toBe(true);
  });
});

const someDay = fc
  .integer({ min: 0, max: daysBetween('2005-01-01', '2030-12-31') })
  .map((n) => addDays('2005-01-01', n));

const someRange = (from: Day): fc.Arbitrary<DayRange> =>
  fc.tuple(fc.integer({ min: -10, max: 120 }), fc.integer({ min: 0, max: 15 })).map(([start, length]) => {
    return { from: addDays(from, start), to: addDays(from, start + length) };
  });

const someRule: fc.Arbitrary<DueRule> = someDay.chain((from) =>
  fc.record({
    from: fc.constant(from),
    n: fc.integer({ min: 0, max: 100 }),
    unit: fc.constantFrom<DueUnit>('day', 'workday', 'month'),
    calendar: fc.constant(calendar),
    extra: fc.oneof(fc.constant(undefined), fc.integer({ min: 0, max: 40 })),
    excluded: fc.oneof(fc.constant(undefined), fc.array(someRange(from), { maxLength: 3 })),
  }),
);

describe('for all periods from 2005 to 2030', () => {
  it('agrees with a walk from day to day', () => {
    fc.assert(
      fc.property(someRule, (some) => {
        expect(dueEnds(some)).toEqual(oracle(some));
      }),
      { numRuns: 3000 },
    );
  });

  it('agrees with it from every single day, for the periods of the Regulations', () => {
    for (let from = '2005-01-01'; from <= '2030-12-31'; from = addDays(from, 1)) {
      for (const some of [rule(from, 15, 'day'), rule(from, 5, 'workday'), rule(from, 2, 'month')]) {
        const [ends, expected] = [dueEnds(some), oracle(some)];
        if (ends.rawEnd !== expected.rawEnd || ends.statutoryDue !== expected.statutoryDue) {
          expect({ ...some, ...ends }).toEqual({ ...some, ...expected });
        }
      }
    }
  });

  it('accounts for every day: skipped + counted = the whole, and rolled fills the gap to the due day', () => {
    fc.assert(
      fc.property(someRule, (some) => {
        const { from, n, unit, extra, rawEnd, statutoryDue, rolled, skipped, ...rest } = deriveDue(some);
        expect(daysBetween(rawEnd, statutoryDue)).toBe(rolled.length);
        if (unit !== 'month') expect(daysBetween(from, rawEnd) - skipped.length).toBe(n + extra);
        expect(rolled.every((passed, i) => passed.day === addDays(rawEnd, i))).toBe(true);
        expect({ rawEnd, statutoryDue, assessmentDue: rest.assessmentDue, calendar: rest.calendar }).toEqual(
          dueEnds(some),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('never ends a longer period earlier', () => {
    fc.assert(
      fc.property(someRule, (some) => {
        expect(dueEnds({ ...some, n: some.n + 1 }).statutoryDue >= dueEnds(some).statutoryDue).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the level of a clock', () => {
  const from = '2026-03-01';
  const due = '2026-04-30'; // 60 days
  it.each<[number, ClockLevel]>([
    [-1, 'normal'],
    [0, 'normal'],
    [29, 'normal'],
    [30, 'notice'],
    [44, 'notice'],
    [45, 'warning'],
    [50, 'warning'],
    [51, 'urgent'],
    [59, 'urgent'],
    [60, 'urgent'],
    [61, 'overdue'],
  ])('after %i of 60 days is %s', (passed, level) => {
    expect(clockLevel({ from, due, today: addDays(from, passed) })).toBe(level);
  });

  it('is urgent all through the due day, however short the period', () => {
    expect(clockLevel({ from, due: from, today: from })).toBe('urgent');
    expect(clockLevel({ from, due: from, today: addDays(from, 1) })).toBe('overdue');
    expect(clockLevel({ from: due, due: from, today: from })).toBe('urgent');
  });

  it('says the days left', () => {
    expect(daysLeft({ due, today: due })).toBe(0);
    expect(daysLeft({ due, today: '2026-04-28' })).toBe(2);
    expect(daysLeft({ due, today: '2026-05-01' })).toBe(-1);
  });

  it('turns urgent exactly on the day stored for "soon late", and never steps back', () => {
    const order: ClockLevel[] = ['normal', 'notice', 'warning', 'urgent', 'overdue'];
    expect(soonLateFrom({ from, due })).toBe('2026-04-21');
    fc.assert(
      fc.property(someDay, fc.integer({ min: 0, max: 400 }), (start, length) => {
        const end = addDays(start, length);
        const urgent = soonLateFrom({ from: start, due: end });
        let before = 0;
        for (let i = -1; i <= length + 1; i++) {
          const today = addDays(start, i);
          const level = clockLevel({ from: start, due: end, today });
          expect(order.indexOf(level)).toBeGreaterThanOrEqual(before);
          expect(level === 'urgent').toBe(today >= urgent && today <= end);
          before = order.indexOf(level);
        }
      }),
      { numRuns: 60 },
    );
  });
});
