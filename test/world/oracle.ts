import type { DueRule, DueUnit } from '../../src/domain/due.ts';
import { nationalCalendar } from '../../src/domain/national-calendar.ts';
import type { ClockKind } from '../../src/domain/rule-pack.ts';

const listedOff = new Set(Object.values(nationalCalendar.years).flatMap((year) => year.off));
const listedOn = new Set(Object.values(nationalCalendar.years).flatMap((year) => year.on));

/** A second reading of the rules that shares no code with the first: a Date walked one day at a time. */
export function oracle({ from, n, unit, extra = 0, excluded = [] }: DueRule) {
  const text = (date: Date) => date.toISOString().slice(0, 10);
  const works = (date: Date) =>
    listedOn.has(text(date)) || (!listedOff.has(text(date)) && date.getUTCDay() !== 0 && date.getUTCDay() !== 6);
  const held = (date: Date) => excluded.some((range) => range.from <= text(date) && text(date) <= range.to);
  const guessed = (date: Date) => {
    const year = date.getUTCFullYear();
    return !listedOn.has(text(date)) && (year < 2007 || year > 2026);
  };
  const date = new Date(`${from}T00:00:00Z`);
  const step = () => date.setUTCDate(date.getUTCDate() + 1);
  let left = n + extra;
  if (unit === 'month') {
    const end = new Date(date);
    end.setUTCMonth(end.getUTCMonth() + n);
    if (end.getUTCDate() !== date.getUTCDate()) end.setUTCDate(0); // ran over: back to the last of the month before
    left = extra + Math.round((end.getTime() - date.getTime()) / 86_400_000);
  }
  let assumed = false;
  while (left > 0) {
    step();
    if (unit === 'workday' && guessed(date)) assumed = true;
    if (held(date) || (unit === 'workday' && !works(date))) continue;
    left--;
  }
  const rawEnd = text(date);
  if (guessed(date)) assumed = true;
  while (!works(date) || held(date)) {
    step();
    if (guessed(date)) assumed = true;
  }
  return { rawEnd, statutoryDue: text(date), assessmentDue: rawEnd, calendar: assumed ? 'assumed' : 'published' };
}

/**
 * The length of every clock, read from the law once more and apart from the rule pack (law.md §1.10, Appendix A). `set`:
 * an act, an order or an agreement names its last day. `rest`: what an earlier holder left of it may be less. A clock that
 * is new does not compile until it is answered for here.
 */
export const LENGTHS = {
  register: { n: 1, unit: 'workday' },
  forward: { n: 15, unit: 'day', rest: true },
  hop: { n: 5, unit: 'day' },
  sign: { n: 2, unit: 'workday' },
  objection: { n: 5, unit: 'workday' },
  'objection-decision': { n: 3, unit: 'workday' },
  dispute: { n: 5, unit: 'workday' },
  notice: { n: 15, unit: 'day', rest: true },
  'simple-accept': { n: 3, unit: 'workday' },
  handle: { n: 60, unit: 'day' },
  'simple-handle': { n: 10, unit: 'workday' },
  duty: { n: 2, unit: 'month' },
  suggestion: { n: 60, unit: 'day' },
  redo: 'set',
  feedback: 'set',
  contribution: 'set',
  supplement: 'set',
  execution: 'set',
  agreement: 'set',
  'judicial-confirm': { n: 30, unit: 'day' },
  'apply-review': { n: 30, unit: 'day' },
  'review-accept': { n: 3, unit: 'workday' },
  review: { n: 30, unit: 'day' },
  'apply-final': { n: 30, unit: 'day' },
  final: { n: 30, unit: 'day' },
  supervision: 'set',
  proposal: { n: 30, unit: 'day' },
  rating: { n: 30, unit: 'day' },
  successor: { n: 60, unit: 'day' },
  'yearly-report': { n: 90, unit: 'day' },
} as const satisfies Record<ClockKind, 'set' | { readonly n: number; readonly unit: DueUnit; readonly rest?: true }>;
