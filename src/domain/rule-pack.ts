import type { RuleId } from './rules.ts';

/** The clocks of law.md §1.10 that are in force; names are those of its Appendix A. */
export const CLOCK_KINDS = [
  'register',
  'forward',
  'sign',
  'objection',
  'objection-decision',
  'notice',
  'handle',
  'duty',
  'suggestion',
  'feedback',
  'apply-review',
  'review',
  'rating',
] as const;
export type ClockKind = (typeof CLOCK_KINDS)[number];

export interface ClockRule {
  /** C1-C16 of docs/law/clocks.md; `house` where the law names no period. */
  readonly id: string;
  readonly n: number;
  readonly unit: 'day' | 'workday' | 'month';
  /** `law:article` the length rests on. */
  readonly article: string;
  readonly rule?: RuleId;
  /** A miss is a breach of the law (true) or of a service target this installation set for itself (false). */
  readonly statutory: boolean;
}

/** A set of values by which cases are clocked. A case keeps the pack it began with (E52). */
export interface RulePack {
  readonly id: string;
  readonly version: number;
  readonly effectiveFrom: string;
  readonly name: { readonly zh: string; readonly en: string };
  /** Historical packs count days but assert no breach (design §2). */
  readonly historical: boolean;
  readonly clocks: Readonly<Record<ClockKind, ClockRule>>;
  readonly extension: { readonly maxTotalDays: number };
}

const NATIONAL_CLOCKS = {
  register: { id: 'C1', n: 1, unit: 'workday', article: 'house:register', statutory: false },
  forward: {
    id: 'C2',
    n: 15,
    unit: 'day',
    article: 'regulation:22¶1',
    rule: 'transfer.within-15-days',
    statutory: true,
  },
  sign: { id: 'house', n: 2, unit: 'workday', article: 'house:sign', statutory: false },
  objection: {
    id: 'C3',
    n: 5,
    unit: 'workday',
    article: 'regulation:23¶3',
    rule: 'objection.within-5-workdays',
    statutory: true,
  },
  'objection-decision': { id: 'C3b', n: 3, unit: 'workday', article: 'house:objection-decision', statutory: false },
  notice: { id: 'C4', n: 15, unit: 'day', article: 'regulation:23¶3', rule: 'notice.within-15-days', statutory: true },
  handle: { id: 'C5', n: 60, unit: 'day', article: 'regulation:34', rule: 'handle.within-60-days', statutory: true },
  duty: { id: 'C11', n: 2, unit: 'month', article: 'administrative-litigation:47', statutory: true },
  suggestion: {
    id: 'house',
    n: 60,
    unit: 'day',
    article: 'house:suggestion',
    rule: 'suggestion.no-60-days',
    statutory: false,
  },
  feedback: { id: 'C6', n: 60, unit: 'day', article: 'regulation:22¶1', rule: 'assign.feedback-due', statutory: true },
  'apply-review': {
    id: 'C7',
    n: 30,
    unit: 'day',
    article: 'regulation:35',
    rule: 'review.within-30-days',
    statutory: true,
  },
  review: { id: 'C8', n: 30, unit: 'day', article: 'regulation:35', statutory: true },
  rating: { id: 'C14', n: 30, unit: 'day', article: 'house:rating-window', statutory: false },
} as const satisfies Record<ClockKind, ClockRule>;

/** Defaults for the whole country; what the law leaves open is ours and says so (`house:`). */
export const NATIONAL_PACK: RulePack = {
  id: 'cn-national',
  version: 1,
  effectiveFrom: '2022-05-01',
  name: { zh: '全国通用规则', en: 'National rules' },
  historical: false,
  clocks: NATIONAL_CLOCKS,
  extension: { maxTotalDays: 30 },
};

/** For imported lives: days are counted, no breach is asserted and no window is opened. */
export const HISTORICAL_PACK: RulePack = {
  ...NATIONAL_PACK,
  id: 'historical',
  effectiveFrom: '1949-10-01',
  name: { zh: '历史台账', en: 'Historical ledger' },
  historical: true,
};

/** The pack a case of this id keeps. Throws on an id no release ever had. */
export function getPack(id: string): RulePack {
  const pack = [NATIONAL_PACK, HISTORICAL_PACK].find((known) => known.id === id);
  if (!pack) throw new Error(`rule pack "${id}" is not known`);
  return pack;
}
