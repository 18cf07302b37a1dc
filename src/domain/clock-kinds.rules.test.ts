import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendars } from '../../test/world/calendars.ts';
import { guidedLives } from '../../test/world/guided.ts';
import { BEGINS, LENGTHENED_BY, LENGTHS, oracle } from '../../test/world/oracle.ts';
import { aMatter, type Life } from '../../test/world/petition.ts';
import { lives, walk } from '../../test/world/walk.ts';
import type { Calendar } from './calendar.ts';
import {
  type Clock,
  type ClockChange,
  type Clocks,
  endStandstill,
  evolveClocks,
  extendClock,
  recountClocks,
  resumeVoided,
  startClock,
  startClockTo,
  stopClock,
  suspendClock,
  voidClocks,
} from './clocks.ts';
import { addDays, type Day, daysBetween } from './days.ts';
import type { DueRule, DueUnit } from './due.ts';
import { CLOCK_KINDS, type ClockKind, NATIONAL_PACK } from './rule-pack.ts';

/** What befalls a clock some days after what befell it before. */
const someEvent = fc.record({
  later: fc.nat(12),
  does: fc.constantFrom(
    'extend',
    'stand-still',
    'withdraw',
    'withdraw-in-standstill',
    'standstill-ends-withdrawn',
    'recount',
  ),
  days: fc.integer({ min: 0, max: 15 }),
  more: fc.integer({ min: 0, max: 9 }),
  calendar: calendars,
});
type Event = typeof someEvent extends fc.Arbitrary<infer E> ? E : never;

type Length = 'set' | { readonly n: number; readonly unit: DueUnit; readonly rest?: true };

const id = 'c';
const since = '2023-12-01';

/** A clock and, beside it, what a slow reader has written down of it. */
class Two {
  clocks: Clocks = {};
  private slow: DueRule;

  constructor(kind: ClockKind, from: Day, chance: number, calendar: Calendar) {
    const length: Length = LENGTHS[kind];
    const clock = { id, kind, holder: 'd01-housing', from };
    const setting = { calendar, pack: NATIONAL_PACK };
    if (length === 'set') {
      this.slow = { from, n: chance, unit: 'day', calendar };
      this.do([startClockTo(setting, { ...clock, to: addDays(from, chance) })]);
    } else {
      const n = length.rest ? chance % (length.n + 1) : length.n;
      this.slow = { from, n, unit: length.unit, calendar };
      this.do([startClock(setting, length.rest ? { ...clock, n } : clock)]);
    }
  }

  get clock(): Clock {
    const clock = this.clocks[id];
    if (!clock) throw new Error('no clock');
    return clock;
  }

  /** The last day, as the slow reader finds it. */
  get due(): Day {
    return oracle(this.slow).statutoryDue;
  }

  /** After every change both say the same, unless the clock is void or stands still and its end is not known yet. */
  private do(changes: readonly ClockChange[]): void {
    this.clocks = evolveClocks(this.clocks, changes, 1);
    if (this.clock.end === 'void' || this.clock.suspendedOn !== undefined) return;
    const { rawEnd, statutoryDue, assessmentDue, calendar } = this.clock.derivation;
    expect({ rawEnd, statutoryDue, assessmentDue, calendar }).toEqual(oracle(this.slow));
  }

  private leaveOut(from: Day, to: Day): void {
    if (from <= to) this.slow = { ...this.slow, excluded: [...(this.slow.excluded ?? []), { from, to }] };
  }

  /** Answers the day on which it is over. */
  befall({ does, days, more, calendar }: Event, today: Day): Day {
    const setting = { calendar: this.slow.calendar, pack: NATIONAL_PACK };
    const then = addDays(today, days);
    const all = (): boolean => true;
    switch (does) {
      case 'extend':
        this.slow = { ...this.slow, extra: (this.slow.extra ?? 0) + days };
        this.do([extendClock(setting, id, this.clock, days)]);
        return today;
      case 'recount':
        this.slow = { ...this.slow, calendar };
        this.do(recountClocks(this.clocks, calendar));
        return today;
      case 'stand-still':
        this.do(suspendClock(this.clocks, id, today));
        this.leaveOut(today, then);
        this.do(endStandstill(setting, id, this.clock, then));
        return then;
      case 'withdraw':
        this.do(voidClocks(this.clocks, today, all));
        this.leaveOut(addDays(today, 1), then);
        this.do(resumeVoided(setting, this.clocks, today, then, all));
        return then;
      case 'withdraw-in-standstill': {
        /* Taken back while what it stands still for still goes on: it stands still until that is over. */
        const over = addDays(then, more);
        this.do(suspendClock(this.clocks, id, today));
        this.do(voidClocks(this.clocks, today, all));
        this.do(resumeVoided(setting, this.clocks, today, then, all));
        expect(this.clock).toMatchObject({ suspendedOn: expect.any(String) });
        this.leaveOut(today, over);
        this.do(endStandstill(setting, id, this.clock, over));
        return over;
      }
      case 'standstill-ends-withdrawn': {
        /* What it stands still for is over while it is withdrawn: then it stays void until it is taken back. */
        const back = addDays(then, more);
        this.do(suspendClock(this.clocks, id, today));
        this.do(voidClocks(this.clocks, today, all));
        this.do(endStandstill(setting, id, this.clock, then));
        expect(this.clock).toMatchObject({ end: 'void', endedOn: today });
        this.leaveOut(today, back);
        this.do(resumeVoided(setting, this.clocks, today, back, all));
        return back;
      }
    }
  }
}

describe.each(CLOCK_KINDS)('%s', (kind) => {
  it('ends where a walk from day to day ends, whatever befalls it, on any calendar', () => {
    const starts = fc.integer({ min: 0, max: daysBetween(since, '2027-12-31') }).map((n) => addDays(since, n));
    fc.assert(
      fc.property(
        starts,
        fc.nat(120),
        calendars,
        fc.array(someEvent, { maxLength: 6 }),
        (from, chance, calendar, events) => {
          const two = new Two(kind, from, chance, calendar);
          events.reduce((today, event) => two.befall(event, addDays(today, event.later)), from);
          const ended = (on: Day) => evolveClocks(two.clocks, stopClock(two.clocks, id, on), 2)[id]?.end;
          expect([ended(two.due), ended(addDays(two.due, 1))]).toEqual(['met', 'late']);
        },
      ),
      { numRuns: 80, seed: 34 },
    );
  });
});

describe('in lives by chance and in guided ones', () => {
  /** Days of the events that clocks count from. */
  function daysOf(
    { state, facts }: Pick<Life, 'state' | 'facts'>,
    assignment: string | undefined,
    on: Day | undefined,
  ) {
    const task = state.assignments[assignment ?? ''];
    const issued = facts.flatMap(({ fact }) =>
      fact.kind === 'OpinionIssued' && fact.body.assignment === assignment ? [fact.body.on] : [],
    );
    return {
      on,
      received: state.receivedOn,
      signed: task?.signedOn,
      accepted: task?.acceptedOn,
      issued: issued.at(-1),
    };
  }

  it('each clock starts with an act the law starts it with, from the day of that event, and nothing else lengthens it', () => {
    const seen = new Set<string>();
    const faults = new Set<string>();
    const check = (life: Life): void => {
      const takenBack = life.facts.some(({ fact }) =>
        ['WithdrawalTakenBack', 'ContinuedExOfficio', 'Unmerged'].includes(fact.kind),
      );
      for (const [nth, { fact }] of life.facts.entries()) {
        const soFar = { state: life.state, facts: life.facts.slice(0, nth) };
        const { body, kind } = fact;
        const on = 'on' in body ? body.on : undefined;
        for (const change of 'clocks' in body ? body.clocks : []) {
          const clock = change.do === 'start' ? change.kind : life.state.clocks[change.id]?.kind;
          if (clock === undefined) continue;
          if (change.do === 'start') {
            const begins: Readonly<Partial<Record<string, keyof ReturnType<typeof daysOf>>>> = BEGINS[clock];
            const which = begins[kind];
            const day = which && daysOf(soFar, change.assignment, on)[which];
            if (day !== change.derivation.from)
              faults.add(`${clock} by ${kind} from ${change.derivation.from}, not ${day}`);
            seen.add(`${clock} ${kind}`);
          }
          if (change.do === 'extend' && LENGTHENED_BY[clock] !== 'extension') faults.add(`${clock} extended`);
          if (change.do === 'suspend' && LENGTHENED_BY[clock] !== 'hearing') faults.add(`${clock} stands still`);
          if (change.do === 'resume' && change.excluded.length > 0 && !takenBack && LENGTHENED_BY[clock] !== 'hearing')
            faults.add(`${clock} leaves out days`);
        }
      }
    };
    for (const [how, steps] of fc.sample(lives, { numRuns: 250, seed: 36 }))
      check(walk(aMatter(how).registered(), steps, () => {}));
    for (const life of guidedLives()) check(life);
    const unseen = Object.entries(BEGINS).flatMap(([clock, by]) =>
      Object.keys(by).flatMap((fact) => (seen.has(`${clock} ${fact}`) ? [] : [`${clock} ${fact}`])),
    );
    expect([...faults]).toEqual([]);
    /* A submission keeps its own clock. */
    expect(unseen).toEqual(['register Received']);
  });
});
