import type { Calendar } from '../../src/domain/calendar.ts';
import type { DueRule, DueUnit } from '../../src/domain/due.ts';
import type { ClockKind } from '../../src/domain/rule-pack.ts';

/** What the notices of a calendar say of single days; where two name the same day, the later year's notice holds. */
function listedIn({ years }: Calendar): ReadonlyMap<string, 'off' | 'on'> {
  const listed = new Map<string, 'off' | 'on'>();
  for (const { off, on } of Object.values(years).sort((a, b) => a.year - b.year)) {
    for (const day of off) listed.set(day, 'off');
    for (const day of on) listed.set(day, 'on');
  }
  return listed;
}

const LISTED = new WeakMap<Calendar, ReadonlyMap<string, 'off' | 'on'>>();

/** A second reading of the rules that shares no code with the first: a Date walked one day at a time. */
export function oracle({ from, n, unit, calendar, extra = 0, excluded = [] }: DueRule) {
  const listed = LISTED.get(calendar) ?? listedIn(calendar);
  LISTED.set(calendar, listed);
  const text = (date: Date) => date.toISOString().slice(0, 10);
  const works = (date: Date) => {
    const said = listed.get(text(date));
    return said === undefined ? date.getUTCDay() !== 0 && date.getUTCDay() !== 6 : said === 'on';
  };
  const held = (date: Date) => excluded.some((range) => range.from <= text(date) && text(date) <= range.to);
  const guessed = (date: Date) =>
    !listed.has(text(date)) && calendar.years[String(date.getUTCFullYear())] === undefined;
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
  hop: { n: 5, unit: 'day', rest: true },
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

/**
 * From which day each counts, read once more: the facts that may start it, and the day of each that is the day of the
 * event. `received`: when the body, or the office, had it; `signed`, `accepted`, `issued`: of the task it belongs to.
 */
export const BEGINS = {
  register: { Received: 'received' },
  forward: { Opened: 'received', Signed: 'on', ObjectionAgreed: 'on' },
  hop: { Opened: 'received', Signed: 'on' },
  sign: { Forwarded: 'on', CompetenceDecided: 'on' },
  objection: { Signed: 'on' },
  'objection-decision': { Objected: 'on' },
  dispute: { DisputeRaised: 'on' },
  notice: { Opened: 'received', Signed: 'on', ObjectionAgreed: 'on' },
  'simple-accept': { Signed: 'on' },
  handle: { Accepted: 'on', RevertedToOrdinary: 'accepted' },
  'simple-handle': { Accepted: 'on' },
  duty: { Accepted: 'signed' },
  suggestion: { Accepted: 'on', RevertedToOrdinary: 'accepted' },
  redo: { ReviewDecided: 'on' },
  feedback: { Forwarded: 'on' },
  contribution: { ContributionAsked: 'on' },
  supplement: { SupplementAsked: 'on', ReviewPapersAsked: 'on' },
  execution: { Served: 'issued' },
  agreement: { MediationEnded: 'on' },
  'judicial-confirm': { MediationEnded: 'on' },
  'apply-review': { Served: 'on', RemedyCorrected: 'on' },
  'review-accept': { ReviewAsked: 'on' },
  review: { ReviewAsked: 'on' },
  'apply-final': { ReviewServed: 'on' },
  final: { ReviewAsked: 'on' },
  supervision: { Supervised: 'on', OrderReturned: 'on' },
  proposal: { Proposed: 'on' },
  rating: { Served: 'on', RatingReopened: 'on' },
  successor: { DeathNoted: 'on' },
  /* Its own history, not a matter's: 31 December of the year. */
  'yearly-report': {},
} as const satisfies Record<
  ClockKind,
  Readonly<Partial<Record<string, 'on' | 'received' | 'signed' | 'accepted' | 'issued'>>>
>;

/** What may lengthen each: `extension` (条例 34, 30 days in all), a `hearing` (条例 36¶2), or nothing. */
export const LENGTHENED_BY = {
  register: 'nothing',
  forward: 'nothing',
  hop: 'nothing',
  sign: 'nothing',
  objection: 'nothing',
  'objection-decision': 'nothing',
  dispute: 'nothing',
  notice: 'nothing',
  'simple-accept': 'nothing',
  handle: 'extension',
  'simple-handle': 'nothing',
  duty: 'nothing',
  suggestion: 'nothing',
  redo: 'nothing',
  feedback: 'nothing',
  contribution: 'nothing',
  supplement: 'nothing',
  execution: 'nothing',
  agreement: 'nothing',
  'judicial-confirm': 'nothing',
  'apply-review': 'nothing',
  'review-accept': 'nothing',
  review: 'nothing',
  'apply-final': 'nothing',
  final: 'hearing',
  supervision: 'nothing',
  proposal: 'nothing',
  rating: 'nothing',
  successor: 'nothing',
  'yearly-report': 'nothing',
} as const satisfies Record<ClockKind, 'nothing' | 'extension' | 'hearing'>;
