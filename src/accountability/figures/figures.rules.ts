import type { Said } from '../../domain/refusals.ts';
import type { ClockKind } from '../../domain/rule-pack.ts';
import type { RatedSide } from '../../domain/vocabulary.ts';

/** Bounds, in days, that answer times of imported ledgers are counted by. */
export const ANSWER_BOUNDS = [15, 30, 60, 90] as const;

/** Per cent with two decimals; null (shown as "—") where there is nothing to divide by. */
export function share(numerator: number, denominator: number): number | null {
  return denominator === 0 ? null : Math.round((numerator * 10_000) / denominator) / 100;
}

/**
 * A rate against an earlier one. Percentage points and relative change are different numbers, and each is named: from
 * 60 % to 75 % is +15 points and +25 %.
 */
export function compareRates(
  now: number | null,
  before: number | null,
): { readonly points: number | null; readonly relative: number | null } {
  if (now === null || before === null) return { points: null, relative: null };
  return { points: Math.round((now - before) * 100) / 100, relative: share(now - before, before) };
}

/** 同比 of a count: per cent of the earlier one. */
export function compareCounts(
  now: number,
  before: number,
): { readonly difference: number; readonly relative: number | null } {
  return { difference: now - before, relative: share(now - before, before) };
}

/** The classes a clock falls into when it is counted. */
export const CLOCK_PARTS = ['met', 'late', 'overdue', 'not-due', 'void'] as const;
export type ClockPart = (typeof CLOCK_PARTS)[number];
export const RATING_PARTS = ['satisfied', 'basically', 'unsatisfied', 'expired'] as const;
export type RatingPart = (typeof RATING_PARTS)[number];
export const RECEIVED_PARTS = ['letter', 'visit', 'net', 'phone', 'unknown'] as const;
export type ReceivedPart = (typeof RECEIVED_PARTS)[number];
export type PartId = ClockPart | RatingPart | ReceivedPart;

export const PART_NAMES = {
  met: { zh: '按期', en: 'In time' },
  late: { zh: '超期', en: 'Late' },
  overdue: { zh: '超期未办', en: 'Overdue, not done' },
  'not-due': { zh: '未到期', en: 'Not yet due' },
  void: { zh: '已失效（退回、撤回），不计', en: 'Void (returned, withdrawn), left out' },
  satisfied: { zh: '满意', en: 'Satisfied' },
  basically: { zh: '基本满意', en: 'Basically satisfied' },
  unsatisfied: { zh: '不满意', en: 'Not satisfied' },
  expired: { zh: '超期未评价', en: 'Not rated in time' },
  letter: { zh: '来信', en: 'Letters' },
  visit: { zh: '来访', en: 'Visits' },
  net: { zh: '网信', en: 'Net' },
  phone: { zh: '来电', en: 'Calls' },
  unknown: { zh: '来源未载明', en: 'Not stated by the source' },
} as const satisfies Record<PartId, Said>;

/** How an indicator is counted: as data, printed beside every number (law.md §4.2). */
export interface Indicator {
  readonly name: Said;
  readonly formula: Said;
  readonly window: Said;
  readonly counts:
    | { readonly of: 'clock'; readonly kind: ClockKind }
    | { readonly of: 'acceptance-by-assessment' }
    | { readonly of: 'rating'; readonly side: RatedSide }
    | { readonly of: 'submission' };
  readonly numerator: readonly PartId[];
  readonly denominator: readonly PartId[];
  /** Shown beside, in neither. */
  readonly leftOut: readonly PartId[];
}

const DUE_IN_WINDOW: Said = {
  zh: '法定到期日在期间内（首尾两天都算）',
  en: 'statutory due date within the period, both days included',
};
const CLOCK_FORMULA = {
  zh: '按期 ÷（按期＋超期＋超期未办）；未到期和已失效的不计；历史台账不计',
  en: 'in time ÷ (in time + late + overdue); not yet due and void ones left out, imported history too',
} as const;

export const INDICATORS = {
  'forwarded-in-time': {
    name: { zh: '及时转送率（信访部门15日）', en: 'Forwarded in time (petition office, 15 days)' },
    formula: CLOCK_FORMULA,
    window: DUE_IN_WINDOW,
    counts: { of: 'clock', kind: 'forward' },
    numerator: ['met'],
    denominator: ['met', 'late', 'overdue'],
    leftOut: ['not-due', 'void'],
  },
  'accepted-in-time': {
    name: {
      zh: '及时受理率（责任单位，自收到之日起15日告知）',
      en: 'Accepted in time (told within 15 days of its own receipt)',
    },
    formula: CLOCK_FORMULA,
    window: DUE_IN_WINDOW,
    counts: { of: 'clock', kind: 'notice' },
    numerator: ['met'],
    denominator: ['met', 'late', 'overdue'],
    leftOut: ['not-due', 'void'],
  },
  'accepted-by-assessment': {
    name: { zh: '及时受理率（考核口径，登记后30日）', en: 'Accepted in time (as assessed: 30 days from registration)' },
    formula: {
      zh: '登记后30日内告知受理与否的 ÷（30日内＋超过30日＋到期仍未告知）；不顺延节假日；撤回的不计',
      en: 'told within 30 days of registration ÷ (within + later + still not told); no rolling over holidays; withdrawn ones left out',
    },
    window: { zh: '登记日加30日在期间内', en: 'day of registration plus 30 days within the period' },
    counts: { of: 'acceptance-by-assessment' },
    numerator: ['met'],
    denominator: ['met', 'late', 'overdue'],
    leftOut: ['not-due', 'void'],
  },
  'answered-in-time': {
    name: { zh: '按期答复率（60日及延长）', en: 'Answered in time (60 days and extensions)' },
    formula: {
      zh: '按期 ÷（按期＋超期＋未到期未答复＋超期未答复）；已失效的不计；历史台账不计',
      en: 'in time ÷ (in time + late + not answered, not yet due + not answered, overdue); void ones left out, imported history too',
    },
    window: DUE_IN_WINDOW,
    counts: { of: 'clock', kind: 'handle' },
    numerator: ['met'],
    denominator: ['met', 'late', 'not-due', 'overdue'],
    leftOut: ['void'],
  },
  'participation-office': {
    name: { zh: '群众参评率（对信访部门）', en: 'Participation (petition office)' },
    formula: { zh: '已评价 ÷（已评价＋超期未评价）', en: 'rated ÷ (rated + not rated in time)' },
    window: {
      zh: '评价日在期间内；未评价的按评价截止日',
      en: 'day of rating within the period; for those not rated, the last day of the window',
    },
    counts: { of: 'rating', side: 'office' },
    numerator: ['satisfied', 'basically', 'unsatisfied'],
    denominator: ['satisfied', 'basically', 'unsatisfied', 'expired'],
    leftOut: [],
  },
  'participation-body': {
    name: { zh: '群众参评率（对责任单位）', en: 'Participation (responsible body)' },
    formula: { zh: '已评价 ÷（已评价＋超期未评价）', en: 'rated ÷ (rated + not rated in time)' },
    window: {
      zh: '评价日在期间内；未评价的按评价截止日',
      en: 'day of rating within the period; for those not rated, the last day of the window',
    },
    counts: { of: 'rating', side: 'body' },
    numerator: ['satisfied', 'basically', 'unsatisfied'],
    denominator: ['satisfied', 'basically', 'unsatisfied', 'expired'],
    leftOut: [],
  },
  'satisfaction-office': {
    name: { zh: '群众满意率（对信访部门）', en: 'Satisfaction (petition office)' },
    formula: { zh: '（满意＋基本满意）÷ 已评价', en: '(satisfied + basically satisfied) ÷ rated' },
    window: { zh: '评价日在期间内', en: 'day of rating within the period' },
    counts: { of: 'rating', side: 'office' },
    numerator: ['satisfied', 'basically'],
    denominator: ['satisfied', 'basically', 'unsatisfied'],
    leftOut: ['expired'],
  },
  'satisfaction-body': {
    name: { zh: '群众满意率（对责任单位）', en: 'Satisfaction (responsible body)' },
    formula: { zh: '（满意＋基本满意）÷ 已评价', en: '(satisfied + basically satisfied) ÷ rated' },
    window: { zh: '评价日在期间内', en: 'day of rating within the period' },
    counts: { of: 'rating', side: 'body' },
    numerator: ['satisfied', 'basically'],
    denominator: ['satisfied', 'basically', 'unsatisfied'],
    leftOut: ['expired'],
  },
  'net-share': {
    name: { zh: '网信占比', en: 'Share of net submissions' },
    formula: {
      zh: '网信件次 ÷ 总件次；渠道不明的计入总件次',
      en: 'net ÷ all submissions; those of unknown channel count among all',
    },
    window: { zh: '收到日在期间内', en: 'day of receipt within the period' },
    counts: { of: 'submission' },
    numerator: ['net'],
    denominator: ['letter', 'visit', 'net', 'phone', 'unknown'],
    leftOut: [],
  },
} as const satisfies Record<string, Indicator>;

export type IndicatorId = keyof typeof INDICATORS;
export const INDICATOR_IDS = Object.keys(INDICATORS) as readonly IndicatorId[];

/** Counts by part, as they are read from the rows. */
export type Parts = Readonly<Partial<Record<PartId, number>>>;

export interface Measured {
  readonly value: number | null;
  readonly numerator: number;
  readonly denominator: number;
}

/** The rate of an indicator from the counts of its parts. */
export function measure(id: IndicatorId, parts: Parts): Measured {
  const indicator: Indicator = INDICATORS[id];
  const sum = (ids: readonly PartId[]): number => ids.reduce((total, part) => total + (parts[part] ?? 0), 0);
  const [numerator, denominator] = [sum(indicator.numerator), sum(indicator.denominator)];
  return { value: share(numerator, denominator), numerator, denominator };
}

/** Adds counts to counts. */
export function addParts(a: Parts, b: Parts): Parts {
  const sum: Partial<Record<PartId, number>> = { ...a };
  for (const [part, count] of Object.entries(b) as [PartId, number][]) sum[part] = (sum[part] ?? 0) + count;
  return sum;
}

/** The parts an indicator shows, each once. */
export function partsOf(id: IndicatorId): readonly PartId[] {
  const { denominator, leftOut }: Indicator = INDICATORS[id];
  return [...denominator, ...leftOut];
}
