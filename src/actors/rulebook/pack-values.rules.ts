import type { Calendar } from '../../domain/calendar.ts';
import { dayFromNumber, dayNumber } from '../../domain/days.ts';
import { dueEnds } from '../../domain/due.ts';
import type { Said } from '../../domain/refusals.ts';
import { type ClockKind, type ClockRule, HOP_DAYS, type PackSettings } from '../../domain/rule-pack.ts';

/**
 * What a local or sector rule may do to a period. The law's time for a body may be cut, never lengthened; a window the law
 * gives the petitioner may be lengthened, never cut; some are exactly as the law says; where it is silent, anything sane.
 */
export type ClockLimit = 'no-longer' | 'no-shorter' | 'exact' | 'open';

export const CLOCK_LIMITS = {
  register: 'open',
  forward: 'no-longer',
  hop: 'open',
  sign: 'open',
  /* A right of the body against its sender, to the day: both sides count on it (条例 23¶3). */
  objection: 'exact',
  'objection-decision': 'open',
  dispute: 'open',
  notice: 'no-longer',
  'simple-accept': 'no-longer',
  handle: 'no-longer',
  'simple-handle': 'no-longer',
  duty: 'no-longer',
  suggestion: 'open',
  redo: 'open',
  /* Set in each order of assignment; this is only its usual length. */
  feedback: 'no-longer',
  contribution: 'open',
  supplement: 'open',
  execution: 'open',
  agreement: 'open',
  /* The court's own period. */
  'judicial-confirm': 'exact',
  'apply-review': 'no-shorter',
  'review-accept': 'open',
  review: 'no-longer',
  'apply-final': 'no-shorter',
  final: 'no-longer',
  supervision: 'open',
  proposal: 'open',
  rating: 'open',
  successor: 'open',
  'yearly-report': 'open',
} as const satisfies Record<ClockKind, ClockLimit>;

interface SettingRule {
  readonly label: Said;
  readonly article: string;
  /** Yes or no. Absent for numbers. */
  readonly yes?: true;
  readonly min?: number;
  readonly max?: number;
  readonly odd?: true;
  /** Only a rule of a place may say so (law.md E6). */
  readonly regionOnly?: true;
  /** Within these bounds the law says it. */
  readonly law?: true;
}

/** Every setting the law leaves open, or bounds on one side: what it is called, what it rests on, what is sane. */
export const SETTING_RULES = {
  extensionMaxDays: {
    label: { zh: '延长办理期限，一共不超过（日）', en: 'Extension of handling, days in all' },
    article: 'regulation:34',
    min: 0,
    max: 30,
    law: true,
  },
  extensionTimes: {
    label: { zh: '延长次数', en: 'How often it may be extended' },
    article: 'house:extension-times',
    min: 0,
    max: 2,
  },
  deemAcceptance: {
    label: { zh: '到期没有告知的，当作已受理', en: 'No notice in time counts as acceptance' },
    article: 'house:deemed-acceptance',
    yes: true,
  },
  excludeHearingInHandling: {
    label: { zh: '办理中的听证时间不算', en: 'Days of a hearing are not counted in handling' },
    article: 'house:hearing-days',
    yes: true,
    regionOnly: true,
  },
  excludeHearingInReview: {
    label: { zh: '复查中的听证时间不算', en: 'Days of a hearing are not counted in review' },
    article: 'house:hearing-days',
    yes: true,
    regionOnly: true,
  },
  hearingNoticeDays: {
    label: { zh: '听证提前几天通知', en: 'Days of notice before a hearing' },
    article: 'house:hearing-notice',
    min: 3,
    max: 30,
  },
  hearingMembers: {
    label: { zh: '听证员至少几人（单数）', en: 'Hearing members at least, an odd number' },
    article: 'house:hearing-members',
    min: 3,
    max: 15,
    odd: true,
  },
  withdrawalDays: {
    label: { zh: '撤回后几天内可以反悔', en: 'Days in which a withdrawal may be taken back' },
    article: 'house:withdrawal',
    min: 7,
    max: 365,
  },
  representatives: {
    label: { zh: '多人走访，代表不超过几人', en: 'Representatives of a group visit, at most' },
    article: 'regulation:20¶3',
    min: 5,
    max: 5,
    law: true,
  },
  agents: {
    label: { zh: '代理人不超过几人', en: 'Agents of a petitioner, at most' },
    article: 'house:agent-authority',
    min: 1,
    max: 5,
  },
  collectiveFrom: {
    label: { zh: '几人起算多人信访', en: 'A matter is collective from how many people' },
    article: 'house:collective',
    min: 2,
    max: 50,
  },
  lapseBars: {
    label: { zh: '过期没有申请复查、复核的，信访程序终结', en: 'A window for review that ends unused ends the matter' },
    article: 'house:lapse',
    yes: true,
    regionOnly: true,
  },
  alarmMinutes: {
    label: { zh: '危及人身安全的话，几分钟内要有人看', en: 'Minutes in which words of danger are seen by somebody' },
    article: 'house:danger',
    min: 5,
    max: 240,
  },
  urgentMinutes: {
    label: {
      zh: '重大、紧急的，几分钟内要上报或者决定不报',
      en: 'Minutes in which what is grave or urgent is reported, or decided not to be',
    },
    article: 'house:urgent',
    min: 15,
    max: 1440,
  },
  dangerDays: {
    label: { zh: '危险标记几天后失效', en: 'Days after which a flag of danger expires' },
    article: 'house:danger',
    min: 1,
    max: 180,
  },
  keepYears: {
    label: { zh: '档案定期保管（长期）几年', en: 'Years a file is kept (long term)' },
    article: 'house:retention',
    min: 10,
    max: 100,
  },
  keepYearsShort: {
    label: { zh: '档案定期保管（短期）几年', en: 'Years a file is kept (short term)' },
    article: 'house:retention',
    min: 5,
    max: 100,
  },
} as const satisfies Record<keyof PackSettings, SettingRule>;

export const SETTING_NAMES = Object.keys(SETTING_RULES) as readonly (keyof PackSettings)[];

export function settingRule(name: keyof PackSettings): SettingRule {
  return SETTING_RULES[name];
}

type Length = Pick<ClockRule, 'n' | 'unit'>;

/** Years of published calendars a length is tried on. */
const TRIED_YEARS = 3;

/** The shortest and the longest a length ever is in calendar days, over the newest published years. */
function daysIn({ n, unit }: Length, calendar: Calendar): { least: number; most: number } {
  if (unit === 'day') return { least: n, most: n };
  const years = Object.keys(calendar.years)
    .map(Number)
    .sort((a, b) => a - b)
    .slice(-TRIED_YEARS);
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined)
    return unit === 'month' ? { least: n * 28, most: n * 31 } : { least: n, most: n * 2 + 14 };
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (let from = dayNumber(`${first}-01-01`); from <= dayNumber(`${last}-11-30`); from++) {
    const days = dayNumber(dueEnds({ from: dayFromNumber(from), n, unit, calendar }).rawEnd) - from;
    least = Math.min(least, days);
    most = Math.max(most, days);
  }
  return { least, most };
}

/** Is `a` never longer than `b`, whatever day it begins on? */
export function isNeverLonger(a: Length, b: Length, calendar: Calendar): boolean {
  return a.unit === b.unit ? a.n <= b.n : daysIn(a, calendar).most <= daysIn(b, calendar).least;
}

/** The one length of a period, or those of the levels, the highest first. */
export function lengthsOf({ n, byLevel }: Pick<ClockRule, 'n' | 'byLevel'>): readonly number[] {
  return byLevel ? Object.values(HOP_DAYS) : [n];
}

/** 15日, 5个工作日, 2个月; 5/3/3/4日 where it hangs on the level. */
export function sayLength({ unit, ...rule }: Pick<ClockRule, 'n' | 'unit' | 'byLevel'>): Said {
  const n = lengthsOf(rule).join('/');
  const zh = { day: '日', workday: '个工作日', month: '个月' } as const;
  const en = { day: 'day', workday: 'working day', month: 'month' } as const;
  return { zh: `${n}${zh[unit]}`, en: `${n} ${en[unit]}${n === '1' ? '' : 's'}` };
}
