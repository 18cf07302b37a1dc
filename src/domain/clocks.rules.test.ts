import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Clocks,
  evolveClocks,
  extendClock,
  isRunning,
  recountClocks,
  startClock,
  stopClock,
  voidClocks,
} from './clocks.ts';
import { addDays } from './days.ts';
import { nationalCalendar } from './national-calendar.ts';
import { NATIONAL_ONLY } from './packs.ts';
import { CLOCK_KINDS, HISTORICAL_PACK, NATIONAL_PACK } from './rule-pack.ts';

const setting = { calendar: nationalCalendar, pack: NATIONAL_PACK };
const start = (from: string, id = 'notice:a1') =>
  startClock(setting, { id, kind: 'notice', holder: 'd01-housing', assignment: 'a1', from });
const running = evolveClocks({}, [start('2026-03-02')], 7);

describe('a clock', () => {
  it('starts with its length, pack and reasons, from the fact that started it', () => {
    expect(running['notice:a1']).toMatchObject({
      kind: 'notice',
      holder: 'd01-housing',
      pack: 'cn-national@1',
      startedSeq: 7,
      derivation: { n: 15, unit: 'day', calendarId: nationalCalendar.id, statutoryDue: '2026-03-17' },
      extensions: [],
    });
  });

  it.each([
    ['2026-03-17', 'met'],
    ['2026-03-18', 'late'],
  ] as const)('stopped on %s is %s', (on, end) => {
    expect(evolveClocks(running, stopClock(running, 'notice:a1', on), 8)['notice:a1']).toMatchObject({
      endedOn: on,
      end,
    });
  });

  it('is judged by its day in law: a period that ends on a holiday is met on the first working day after', () => {
    const clocks = evolveClocks({}, [start('2025-09-16')], 1);
    expect(evolveClocks(clocks, stopClock(clocks, 'notice:a1', '2025-10-09'), 2)['notice:a1']?.end).toBe('met');
  });

  it('stops once, and what does not run is not stopped', () => {
    const stopped = evolveClocks(running, stopClock(running, 'notice:a1', '2026-03-10'), 8);
    expect(stopClock(stopped, 'notice:a1', '2026-03-11')).toEqual([]);
    expect(stopClock(running, 'unknown', '2026-03-11')).toEqual([]);
    expect(voidClocks(stopped, '2026-03-11', () => true)).toEqual([]);
    expect(isRunning(stopped['notice:a1'])).toBe(false);
    expect(isRunning(undefined)).toBe(false);
  });

  it('an unknown clock in history is passed over, for history cannot be refused', () => {
    const changes = [
      { do: 'stop', id: 'x', on: '2026-03-10' },
      { do: 'void', id: 'x', on: '2026-03-10' },
    ] as const;
    expect(evolveClocks(running, changes, 9)).toEqual(running);
    expect(evolveClocks(running, [], 9)).toBe(running);
  });

  it('has a length in every pack, and only house rules and the law’s own articles behind it', () => {
    for (const pack of [NATIONAL_PACK, HISTORICAL_PACK]) {
      for (const kind of CLOCK_KINDS) expect(pack.clocks[kind].n).toBeGreaterThan(0);
      expect(NATIONAL_ONLY.get(pack.key)).toBe(pack);
    }
    expect(() => NATIONAL_ONLY.get('cn-moon@1')).toThrow('cn-moon');
  });
});

describe('handle.within-60-days', () => {
  const sixty = evolveClocks(
    {},
    [startClock(setting, { id: 'handle:a1', kind: 'handle', holder: 'd01-housing', from: '2026-03-02' })],
    1,
  );

  it('is extended from its original start, so that nothing is counted twice', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 15 }), fc.integer({ min: 1, max: 15 }), (first, second) => {
        const clock = sixty['handle:a1'];
        if (!clock) throw new Error('no clock');
        const once = evolveClocks(sixty, [extendClock(setting, 'handle:a1', clock, first)], 2);
        const again = once['handle:a1'];
        if (!again) throw new Error('no clock');
        const twice = evolveClocks(once, [extendClock(setting, 'handle:a1', again, second)], 3)['handle:a1'];
        expect(twice?.derivation.rawEnd).toBe(addDays('2026-03-02', 60 + first + second));
        expect(twice?.extensions).toEqual([
          { days: first, seq: 2 },
          { days: second, seq: 3 },
        ]);
      }),
    );
  });
});

describe('counting again when a year is published', () => {
  const years = Object.fromEntries(Object.entries(nationalCalendar.years).filter(([year]) => year !== '2026'));
  const unpublished = { ...nationalCalendar, version: 0, years };
  /* 15 days from 3 February 2026 end on the 18th, a Wednesday within the Spring Festival. */
  const assumed: Clocks = evolveClocks(
    {},
    [
      startClock(
        { ...setting, calendar: unpublished },
        { id: 'forward', kind: 'forward', holder: 'd01-petition', from: '2026-02-03' },
      ),
    ],
    1,
  );

  it('moves the date that rested on a guess, and only while it runs', () => {
    expect(assumed.forward?.derivation).toMatchObject({ calendar: 'assumed', statutoryDue: '2026-02-18' });
    const counted = evolveClocks(assumed, recountClocks(assumed, nationalCalendar), 2);
    expect(counted.forward?.derivation).toMatchObject({ calendar: 'published', statutoryDue: '2026-02-24' });
    expect(recountClocks(counted, nationalCalendar)).toEqual([]);
    const ended = evolveClocks(assumed, stopClock(assumed, 'forward', '2026-02-10'), 2);
    expect(recountClocks(ended, nationalCalendar)).toEqual([]);
  });
});
