import { parseDay } from '../domain/days.ts';
import { longestPeriod } from '../domain/due.ts';
import {
  answerNamed,
  isHopLevel,
  isNamedRule,
  NAMED_RULES,
  type NamedAnswer,
  type NamedFact,
  type NamedQuestion,
  type NamedRefusal,
} from '../domain/named-rules.ts';
import { nationalCalendar } from '../domain/national-calendar.ts';
import { HOP_DAYS } from '../domain/rule-pack.ts';

const list = (names: object): string => Object.keys(names).join(', ');

/** What is wrong with a question by the name of a rule, field first, and how to write it. */
const texts = {
  rule: `rule: 请写规则名 / write the name of a rule: ${list(NAMED_RULES)}`,
  from: 'from: 请写真实日期，格式 YYYY-MM-DD，如 "2026-02-02" / write a real date as YYYY-MM-DD, such as "2026-02-02"',
  level: `level: 只用于 hopLimits，请写 / for hopLimits, write one of: ${list(HOP_DAYS)}`,
  facts:
    'facts: 请写事实的数组 / write a list of facts: {"kind":"extended","days":20,"on":DAY}, {"kind":"hearing","from":DAY,"to":DAY} or {"kind":"assigned","n":30}',
  'not-extended': 'facts: 只有办理（handle）可以延长 / only handling can be extended; write "rule":"handle"',
  'before-start': 'facts: 延长不能早于起算日 / an extension is not before the start; write a later "on"',
  'after-due':
    'facts: 期满以后不能再延长（条例34） / after the due date no extension is possible (art. 34); write an earlier "on"',
  'over-30': 'facts: 延长一共不超过30日（条例34） / extensions are 30 days in all (art. 34); write fewer "days"',
  'simple-assigned':
    'facts: 交办件不适用简易办理 / an assigned matter is not for the simple procedure; write another "rule"',
  'no-period': 'facts: feedback 要写交办的天数 / feedback needs the days set; write {"kind":"assigned","n":30}',
  'no-level': `level: 请写层级 / write the level: ${list(HOP_DAYS)}`,
} as const;

/** A question such as {"rule":"handle","from":"2025-08-04","facts":[…]}, or what is wrong with it. */
export function readRule(value: object): NamedQuestion | string {
  const { rule, from, level, facts = [] } = value as Record<string, unknown>;
  if (!isNamedRule(rule)) return texts.rule;
  if (!isDay(from)) return texts.from;
  if (level !== undefined && (rule !== 'hopLimits' || !isHopLevel(level))) return texts.level;
  if (!Array.isArray(facts)) return texts.facts;
  const read: NamedFact[] = [];
  for (const one of facts) {
    const fact = readFact(one);
    if (fact === undefined) return texts.facts;
    read.push(fact);
  }
  return { rule, from, facts: read, ...(isHopLevel(level) ? { level } : {}) };
}

function readFact(value: unknown): NamedFact | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { kind, days, on, from, to, n } = value as Record<string, unknown>;
  if (kind === 'extended') return isCount(days) && isDay(on) ? { kind, days, on } : undefined;
  if (kind === 'hearing') return isDay(from) && isDay(to) && from <= to ? { kind, from, to } : undefined;
  if (kind === 'assigned') return isCount(n) ? { kind, n } : undefined;
  return undefined;
}

function isDay(value: unknown): value is string {
  return typeof value === 'string' && parseDay(value) !== undefined;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= longestPeriod;
}

/** The dates, or why what is told cannot have happened. */
export function answerRule(question: NamedQuestion): NamedAnswer | string {
  const answer = answerNamed(question, nationalCalendar);
  return isRefusal(answer) ? texts[answer.why] : answer;
}

function isRefusal(answer: NamedAnswer | NamedRefusal): answer is NamedRefusal {
  return 'why' in answer;
}
