import {
  assuredBit,
  type Calendar,
  type DayKind,
  type DayMarks,
  dayKindOfNumber,
  markOf,
  marksOf,
  worksBit,
} from './calendar.ts';
import { addMonths, type Day, dayFromNumber, dayNumber, daysBetween } from './days.ts';

/** The longest period that is counted, in its own unit. */
export const longestPeriod = 3660;

/** 'day' 日 counts every day, 'workday' 工作日 only working days, 'month' 月 ends on the same date. */
export type DueUnit = 'day' | 'workday' | 'month';

/** Days from `from` to `to`, both included. */
export interface DayRange {
  readonly from: Day;
  readonly to: Day;
}

export interface DueRule {
  /** The day of the event; it is not counted, day 1 is the next day (by analogy 民法典 201, 民诉法 85). */
  readonly from: Day;
  /** Length of the period, a whole number from 0 to 3660. */
  readonly n: number;
  readonly unit: DueUnit;
  readonly calendar: Calendar;
  /** Days of extension (条例 34), 0 to 3660, added to the count: working days for 'workday', days after the last month for 'month'. */
  readonly extra?: number | undefined;
  /** Days that are not counted, such as those of a hearing (条例 36 ¶2). They may overlap. */
  readonly excluded?: readonly DayRange[] | undefined;
}

/**
 * The dates a period ends on; each duty ends at 24:00 of its day (民法典 203).
 * For working days all three are the n-th working day after `from`. A period of 0 ends on `from`, rolled like any other.
 */
export interface DueEnds {
  /** The last day as counted. */
  readonly rawEnd: Day;
  /** The last day in law: if `rawEnd` is a day off, the next working day. */
  readonly statutoryDue: Day;
  /** The day superiors measure an authority by, which is not moved. */
  readonly assessmentDue: Day;
  /** 'assumed' if a day that was looked at lies in a year whose notice of days off is not yet published. */
  readonly calendar: 'published' | 'assumed';
}

/** A day passed over, and why; `name` is the holiday. */
export interface PassedDay {
  readonly day: Day;
  readonly why: 'weekend' | 'holiday' | 'excluded';
  readonly name?: string;
}

/** Why a period ends when it does: everything that "why this date" shows. */
export interface Derivation extends DueEnds {
  readonly from: Day;
  readonly n: number;
  readonly unit: DueUnit;
  readonly extra: number;
  /** Days passed over after `rawEnd`, to reach `statutoryDue`. */
  readonly rolled: readonly PassedDay[];
  /** Days after `from` up to `rawEnd` that were not counted. */
  readonly skipped: readonly PassedDay[];
  readonly calendarId: string;
  readonly calendarVersion: number;
}

interface Count {
  readonly start: number;
  readonly raw: number;
  readonly due: number;
  readonly assured: boolean;
  readonly excluded: readonly Span[];
}

/** Numbered days, both included. */
type Span = readonly [first: number, last: number];

/** When the period ends. Throws RangeError naming the field that is wrong. */
export function dueEnds(rule: DueRule): DueEnds {
  return endsOf(count(rule));
}

/** When the period ends, and why. Throws RangeError naming the field that is wrong. */
export function deriveDue(rule: DueRule): Derivation {
  const counted = count(rule);
  const { from, n, unit, calendar, extra = 0 } = rule;
  const passed = (first: number, end: number, daysOffToo: boolean): PassedDay[] => {
    const days: PassedDay[] = [];
    for (let number = first; number < end; number++) {
      if (isIn(counted.excluded, number)) days.push({ day: dayFromNumber(number), why: 'excluded' });
      else if (daysOffToo) days.push(...dayOff(dayKindOfNumber(calendar, number), number));
    }
    return days;
  };
  return {
    from,
    n,
    unit,
    extra,
    ...endsOf(counted),
    rolled: passed(counted.raw, counted.due, true),
    skipped: passed(counted.start + 1, counted.raw, unit === 'workday'),
    calendarId: calendar.id,
    calendarVersion: calendar.version,
  };
}

function endsOf({ raw, due, assured }: Count): DueEnds {
  const rawEnd = dayFromNumber(raw);
  const statutoryDue = due === raw ? rawEnd : dayFromNumber(due);
  return { rawEnd, statutoryDue, assessmentDue: rawEnd, calendar: assured ? 'published' : 'assumed' };
}

function dayOff({ why, name }: DayKind, number: number): PassedDay[] {
  if (why !== 'weekend' && why !== 'holiday') return [];
  return [{ day: dayFromNumber(number), why, ...(name === undefined ? {} : { name }) }];
}

function count({ from, n, unit, calendar, extra = 0, excluded = [] }: DueRule): Count {
  const start = dayNumber(from, 'from');
  checkCount(n, 'n');
  checkCount(extra, 'extra');
  const spans = merge(excluded);
  const marks = marksOf(calendar);
  const { raw, assured: assuredSoFar } =
    unit === 'workday'
      ? walkWorkdays(start, n + extra, marks, spans)
      : { raw: pushOut(start, naturalEnd(from, start, n, unit) + extra, spans), assured: true };
  let assured = assuredSoFar;
  let due = raw;
  for (; ; due++) {
    const mark = markOf(marks, due);
    assured &&= (mark & assuredBit) !== 0;
    // A day that is not counted cannot be the last one either.
    if ((mark & worksBit) !== 0 && !isIn(spans, due)) return { start, raw, due, assured, excluded: spans };
  }
}

function naturalEnd(from: Day, start: number, n: number, unit: DueUnit): number {
  if (unit === 'day') return start + n;
  if (unit === 'month') return dayNumber(addMonths(from, n));
  throw new RangeError(`unit: ${JSON.stringify(unit)} is not kept; use "day", "workday" or "month"`);
}

/** The end of a period moved out by the days in it that are not counted, and by those the move brings in. */
function pushOut(start: number, end: number, excluded: readonly Span[]): number {
  let moved = end;
  for (const [first, last] of excluded) {
    const begin = Math.max(first, start + 1);
    if (begin <= moved && begin <= last) moved += last - begin + 1;
  }
  return moved;
}

function walkWorkdays(start: number, days: number, marks: DayMarks, excluded: readonly Span[]) {
  let raw = start;
  let assured = true;
  for (let left = days; left > 0; ) {
    raw++;
    const mark = markOf(marks, raw);
    assured &&= (mark & assuredBit) !== 0;
    if ((mark & worksBit) !== 0 && !isIn(excluded, raw)) left--;
  }
  return { raw, assured };
}

/** In order and without overlap. */
function merge(ranges: readonly DayRange[]): readonly Span[] {
  const spans = ranges.map((range): Span => {
    const span = [dayNumber(range.from, 'excluded'), dayNumber(range.to, 'excluded')] as const;
    if (span[0] > span[1])
      throw new RangeError(`excluded: ${range.from} is after ${range.to}; write the earlier day first`);
    return span;
  });
  const merged: Span[] = [];
  for (const span of spans.sort((a, b) => a[0] - b[0])) {
    const previous = merged.at(-1);
    if (previous !== undefined && span[0] <= previous[1] + 1) {
      merged[merged.length - 1] = [previous[0], Math.max(previous[1], span[1])];
    } else merged.push(span);
  }
  return merged;
}

function isIn(spans: readonly Span[], number: number): boolean {
  for (const [first, last] of spans) if (number >= first && number <= last) return true;
  return false;
}

function checkCount(value: number, field: string): void {
  if (!Number.isInteger(value) || value < 0 || value > longestPeriod) {
    throw new RangeError(`${field}: ${value} is not a whole number from 0 to ${longestPeriod}`);
  }
}

export type ClockLevel = 'normal' | 'notice' | 'warning' | 'urgent' | 'overdue';

/**
 * How far a clock has run, by the share of its days that have passed: under 50 % normal, under 75 % notice, under 85 %
 * warning, then urgent to 24:00 of the due day; overdue only after that. Throws RangeError for text that is no day.
 */
export function clockLevel({ from, due, today }: { from: Day; due: Day; today: Day }): ClockLevel {
  const [start, end, now] = [dayNumber(from, 'from'), dayNumber(due, 'due'), dayNumber(today, 'today')];
  if (now > end) return 'overdue';
  if (now >= urgentFrom(start, end)) return 'urgent';
  const [passed, whole] = [100 * (now - start), end - start];
  return passed < 50 * whole ? 'normal' : passed < 75 * whole ? 'notice' : 'warning';
}

/** The first day on which `clockLevel` is 'urgent': stored beside the due day, it makes "soon late" a range of an index. */
export function soonLateFrom({ from, due }: { from: Day; due: Day }): Day {
  return dayFromNumber(urgentFrom(dayNumber(from, 'from'), dayNumber(due, 'due')));
}

/** Whole days left after today: 0 on the due day itself, negative once overdue. */
export function daysLeft({ due, today }: { due: Day; today: Day }): number {
  return daysBetween(today, due);
}

/** In whole numbers, since 0.85 has no exact form; never after the due day, even where that lies before the start. */
function urgentFrom(start: number, end: number): number {
  return Math.min(end, start + Math.ceil((85 * (end - start)) / 100));
}
