import type { Calendar } from './calendar.ts';
import type { Day } from './days.ts';
import { type DayRange, type DueEnds, type DueUnit, deriveDue } from './due.ts';
import { type ClockKind, HOP_DAYS, type HopLevel, NATIONAL_PACK } from './rule-pack.ts';

interface Length {
  readonly n: number;
  readonly unit: DueUnit;
  readonly article: string;
}

const ofClock = (kind: ClockKind): Length => NATIONAL_PACK.clocks[kind];

/** The periods of the law and of this system by the names under which others know them; docs/law/clocks.md lists them. */
export const NAMED_RULES = {
  forward: ofClock('forward'),
  objection: ofClock('objection'),
  notice: ofClock('notice'),
  handle: ofClock('handle'),
  /* The longest that handling may take: extended by all that the law allows, unless `facts` say by how much. */
  handleExtend: ofClock('handle'),
  simpleHop: { n: 1, unit: 'workday', article: 'simple-procedure' },
  simpleAccept: ofClock('simple-accept'),
  simpleHandle: ofClock('simple-handle'),
  applyReview: ofClock('apply-review'),
  review: ofClock('review'),
  applyFinal: ofClock('apply-final'),
  final: ofClock('final'),
  dutyRoute: ofClock('duty'),
  judicialConfirm: ofClock('judicial-confirm'),
  feedback: ofClock('feedback'),
  register: ofClock('register'),
  proposalFeedback: ofClock('proposal'),
  ratingWindow: ofClock('rating'),
  hopLimits: ofClock('hop'),
} as const satisfies Record<string, Length>;
export type NamedRule = keyof typeof NAMED_RULES;

/** What happened while a period ran. */
export type NamedFact =
  /** Approved on a day (条例 34). */
  | { readonly kind: 'extended'; readonly days: number; readonly on: Day }
  /** From its order to its conclusion (条例 36¶2). */
  | { readonly kind: 'hearing'; readonly from: Day; readonly to: Day }
  /** With a day for the result, counted from the assignment (条例 22¶1(3)). */
  | { readonly kind: 'assigned'; readonly n: number };

export interface NamedQuestion {
  readonly rule: NamedRule;
  readonly from: Day;
  /** For `hopLimits` alone. */
  readonly level?: HopLevel;
  readonly facts: readonly NamedFact[];
}

export interface NamedAnswer extends DueEnds {
  readonly rule: NamedRule;
  /** `law:article` */
  readonly article: string;
  readonly extra: number;
  readonly excluded: readonly DayRange[];
}

/** Why a fact cannot have happened to a period of this rule. */
export interface NamedRefusal {
  readonly field: 'facts' | 'level';
  readonly why:
    | 'not-extended'
    | 'before-start'
    | 'after-due'
    | 'over-30'
    | 'simple-assigned'
    | 'no-period'
    | 'no-level';
}

const MOST_EXTENSION = NATIONAL_PACK.settings.extensionMaxDays;
const SIMPLE: readonly NamedRule[] = ['simpleHop', 'simpleAccept', 'simpleHandle'];

/**
 * When a named period ends, with what happened to it. Extensions lengthen handling alone, 30 days in all, approved before
 * it ends (条例 34); a hearing is left out of re-review alone (条例 36¶2); an assignment sets the days of its feedback and
 * changes no period of the law (E42), and shuts the simple procedure (E44).
 */
export function answerNamed(question: NamedQuestion, calendar: Calendar): NamedAnswer | NamedRefusal {
  const { rule, from, facts } = question;
  const assigned = facts.findLast((fact) => fact.kind === 'assigned');
  if (assigned && SIMPLE.includes(rule)) return { field: 'facts', why: 'simple-assigned' };
  if (rule === 'feedback' && !assigned) return { field: 'facts', why: 'no-period' };
  if (rule === 'hopLimits' && question.level === undefined) return { field: 'level', why: 'no-level' };
  const length: Length = NAMED_RULES[rule];
  const n =
    rule === 'feedback' && assigned
      ? assigned.n
      : question.level !== undefined && rule === 'hopLimits'
        ? HOP_DAYS[question.level]
        : length.n;
  const excluded = rule === 'final' ? hearingsOf(facts) : [];
  let extra = 0;
  for (const fact of facts) {
    if (fact.kind !== 'extended') continue;
    if (rule !== 'handle' && rule !== 'handleExtend') return { field: 'facts', why: 'not-extended' };
    if (fact.on < from) return { field: 'facts', why: 'before-start' };
    const { statutoryDue } = deriveDue({ from, n, unit: length.unit, extra, excluded, calendar });
    if (fact.on > statutoryDue) return { field: 'facts', why: 'after-due' };
    extra += fact.days;
    if (extra > MOST_EXTENSION) return { field: 'facts', why: 'over-30' };
  }
  if (rule === 'handleExtend' && extra === 0) extra = MOST_EXTENSION;
  const {
    rawEnd,
    statutoryDue,
    assessmentDue,
    calendar: assured,
  } = deriveDue({
    from,
    n,
    unit: length.unit,
    extra,
    excluded,
    calendar,
  });
  return { rule, article: length.article, rawEnd, statutoryDue, assessmentDue, calendar: assured, extra, excluded };
}

function hearingsOf(facts: readonly NamedFact[]): readonly DayRange[] {
  return facts.flatMap((fact) => (fact.kind === 'hearing' ? [{ from: fact.from, to: fact.to }] : []));
}

export function isNamedRule(text: unknown): text is NamedRule {
  return typeof text === 'string' && Object.hasOwn(NAMED_RULES, text);
}

export function isHopLevel(text: unknown): text is HopLevel {
  return typeof text === 'string' && Object.hasOwn(HOP_DAYS, text);
}
