import type { DueUnit } from './due.ts';
import type { RuleId } from './rules.ts';

/** The clocks of law.md §1.10; names are those of its Appendix A. C15 is counted in minutes (`urgentMinutes`). */
export const CLOCK_KINDS = [
  'register',
  'forward',
  'hop',
  'sign',
  'objection',
  'objection-decision',
  'dispute',
  'notice',
  'simple-accept',
  'handle',
  'simple-handle',
  'duty',
  'suggestion',
  'redo',
  'feedback',
  'contribution',
  'supplement',
  'execution',
  'agreement',
  'judicial-confirm',
  'apply-review',
  'review-accept',
  'review',
  'apply-final',
  'final',
  'supervision',
  'proposal',
  'rating',
  'successor',
  'yearly-report',
] as const;
export type ClockKind = (typeof CLOCK_KINDS)[number];

export interface ClockRule {
  /** C1-C16 of docs/law/clocks.md; `house` where the law names no period. */
  readonly id: string;
  readonly n: number;
  readonly unit: DueUnit;
  /** `law:article` the length rests on. */
  readonly article: string;
  readonly rule?: RuleId;
  /** A miss is a breach of the law (true) or of a service target this installation set for itself (false). */
  readonly statutory: boolean;
  /** The length hangs on the level of the body (`HOP_DAYS`); a rule of a place or sector sets one for all. */
  readonly byLevel?: true;
}

/** Days a level has to pass a matter on (law.md Appendix A, `hopLimits`; ours): the centre longer than what lies beneath. */
export const HOP_DAYS = { national: 5, province: 3, city: 3, county: 4 } as const;
export type HopLevel = keyof typeof HOP_DAYS;

/** What the law leaves open (law.md §10), one value each; every default is ours. */
export interface PackSettings {
  /** 条例 34: total days, and how often; one extension is our reading. */
  readonly extensionMaxDays: number;
  readonly extensionTimes: number;
  /** E8: no notice by the last day of C4 counts as acceptance on that day, and shows as a breach. */
  readonly deemAcceptance: boolean;
  /** Days of a hearing left out of the count: always in re-review (条例 36¶2), elsewhere only by a local rule (E6). */
  readonly excludeHearingInHandling: boolean;
  readonly excludeHearingInReview: boolean;
  readonly hearingNoticeDays: number;
  readonly hearingMembers: number;
  /** Days in which a withdrawal may be taken back (E31). */
  readonly withdrawalDays: number;
  readonly representatives: number;
  readonly agents: number;
  /** From how many people on a matter is collective, and never simple. */
  readonly collectiveFrom: number;
  /** A missed window ends the matter for good only by a local rule; the Regulation knows only re-review (law.md §1.6). */
  readonly lapseBars: boolean;
  /** 条例 25: minutes for the officer on duty, days until a flag of danger expires. */
  readonly alarmMinutes: number;
  /** C15: "in time" in minutes, from when a body learns of it until it is reported. */
  readonly urgentMinutes: number;
  readonly dangerDays: number;
  /** Years a file is kept from the year after it was archived, where it is not kept for good (archives' terms; ours). */
  readonly keepYears: number;
  readonly keepYearsShort: number;
}

/** A set of values by which cases are clocked. A case keeps the pack it began with (E52). */
export interface RulePack {
  /** Every layer it is made of, `id@version` joined by `+`; what a clock keeps. */
  readonly key: string;
  /**
   * What a case keeps: the layers of its place, and after `~` the rules of sectors in force when it began, each of which
   * binds it only while a body of that sector acts (E52).
   */
  readonly kept: string;
  readonly name: { readonly zh: string; readonly en: string };
  /** Historical packs count days but assert no breach (design §2). */
  readonly historical: boolean;
  readonly clocks: Readonly<Record<ClockKind, ClockRule>>;
  readonly settings: PackSettings;
}

const house =
  (n: number, unit: DueUnit, id = 'house') =>
  (article: string) =>
    ({ id, n, unit, article: `house:${article}`, statutory: false }) as const;

const NATIONAL_CLOCKS = {
  register: house(1, 'workday', 'C1')('register'),
  forward: {
    id: 'C2',
    n: 15,
    unit: 'day',
    article: 'regulation:22¶1',
    rule: 'transfer.within-15-days',
    statutory: true,
  },
  hop: { ...house(HOP_DAYS.national, 'day', 'C2b')('hop'), byLevel: true },
  sign: house(2, 'workday')('sign'),
  objection: {
    id: 'C3',
    n: 5,
    unit: 'workday',
    article: 'regulation:23¶3',
    rule: 'objection.within-5-workdays',
    statutory: true,
  },
  'objection-decision': house(3, 'workday', 'C3b')('objection-decision'),
  dispute: house(5, 'workday')('dispute'),
  notice: { id: 'C4', n: 15, unit: 'day', article: 'regulation:23¶3', rule: 'notice.within-15-days', statutory: true },
  'simple-accept': {
    id: 'C4s',
    n: 3,
    unit: 'workday',
    article: 'simple-procedure',
    rule: 'simple.limits',
    statutory: true,
  },
  handle: { id: 'C5', n: 60, unit: 'day', article: 'regulation:34', rule: 'handle.within-60-days', statutory: true },
  'simple-handle': {
    id: 'C5s',
    n: 10,
    unit: 'workday',
    article: 'simple-procedure',
    rule: 'simple.limits',
    statutory: true,
  },
  duty: { id: 'C11', n: 2, unit: 'month', article: 'administrative-litigation:47', statutory: true },
  suggestion: { ...house(60, 'day')('suggestion'), rule: 'suggestion.no-60-days' },
  redo: { ...house(60, 'day')('redo'), rule: 'review.redo' },
  feedback: { id: 'C6', n: 60, unit: 'day', article: 'regulation:22¶1', rule: 'assign.feedback-due', statutory: true },
  contribution: house(15, 'day')('contribution'),
  supplement: house(15, 'day')('supplement'),
  execution: { ...house(30, 'day')('execution'), rule: 'opinion.execution' },
  agreement: house(30, 'day')('agreement'),
  'judicial-confirm': {
    id: 'C13',
    n: 30,
    unit: 'day',
    article: 'mediation:33',
    rule: 'mediation.confirmation',
    statutory: true,
  },
  'apply-review': {
    id: 'C7',
    n: 30,
    unit: 'day',
    article: 'regulation:35',
    rule: 'review.within-30-days',
    statutory: true,
  },
  'review-accept': house(3, 'workday', 'C8a')('review-accept'),
  review: {
    id: 'C8',
    n: 30,
    unit: 'day',
    article: 'regulation:35',
    rule: 'review.decided-in-30-days',
    statutory: true,
  },
  'apply-final': {
    id: 'C9',
    n: 30,
    unit: 'day',
    article: 'regulation:36¶1',
    rule: 'review.within-30-days',
    statutory: true,
  },
  final: {
    id: 'C10',
    n: 30,
    unit: 'day',
    article: 'regulation:36¶1',
    rule: 'review.decided-in-30-days',
    statutory: true,
  },
  supervision: house(15, 'day')('supervision'),
  proposal: { ...house(30, 'day', 'C12')('proposal'), rule: 'proposal.answered' },
  rating: house(30, 'day', 'C14')('rating-window'),
  successor: house(60, 'day')('successor'),
  'yearly-report': house(90, 'day', 'C16')('yearly-report'),
} as const satisfies Record<ClockKind, ClockRule>;

const NATIONAL_SETTINGS: PackSettings = {
  extensionMaxDays: 30,
  extensionTimes: 1,
  deemAcceptance: true,
  excludeHearingInHandling: false,
  excludeHearingInReview: false,
  hearingNoticeDays: 7,
  hearingMembers: 5,
  withdrawalDays: 15,
  representatives: 5,
  agents: 2,
  collectiveFrom: 5,
  lapseBars: false,
  alarmMinutes: 30,
  urgentMinutes: 120,
  dangerDays: 30,
  keepYears: 30,
  keepYearsShort: 10,
};

/** Defaults for the whole country; what the law leaves open is ours and says so (`house:`). */
export const NATIONAL_PACK: RulePack = {
  key: 'cn-national@1',
  kept: 'cn-national@1',
  name: { zh: '全国通用规则', en: 'National rules' },
  historical: false,
  clocks: NATIONAL_CLOCKS,
  settings: NATIONAL_SETTINGS,
};

/** For imported lives: days are counted, no breach is asserted and no window is opened. */
export const HISTORICAL_PACK: RulePack = {
  ...NATIONAL_PACK,
  key: 'historical@1',
  kept: 'historical@1',
  name: { zh: '历史台账', en: 'Historical ledger' },
  historical: true,
};
