import { createReadStream } from 'node:fs';
import { sayHoliday } from '../domain/calendar.ts';
import { type Day, parseDay, sayDay } from '../domain/days.ts';
import { type Derivation, type DueRule, type DueUnit, deriveDue, dueEnds, longestPeriod } from '../domain/due.ts';
import { nationalCalendar } from '../domain/national-calendar.ts';
import { answerRule, readRule } from './clock-rules.ts';

/** The command asks no database: it counts on the national calendar that comes with the program. */
export interface ClockArgs {
  values: Record<string, string | boolean | undefined>;
  positionals: string[];
  json: boolean;
  out(value: unknown): void;
  say(line: string): void;
}

/** Where a batch is read from and written to, and where a complaint goes. */
export interface ClockStreams {
  open(file: string): AsyncIterable<string>;
  write(text: string): void | Promise<void>;
  complain(line: string): void;
}

/** Longer lines are refused unread. */
const longestLine = 4096;

const texts = {
  from: 'from: 请写真实日期，格式 YYYY-MM-DD，如 "2026-02-02" / write a real date as YYYY-MM-DD, such as "2026-02-02"',
  n: `n: 请写 0 至 ${longestPeriod} 的整数，如 15 / write a whole number from 0 to ${longestPeriod}, such as 15`,
  unit: 'unit: 请写 "day"（日）、"workday"（工作日）或 "month"（月） / write "day", "workday" or "month"',
  line: 'line: 每行写一个 JSON 对象 / write one JSON object a line, such as {"from":"2026-02-02","n":15,"unit":"day"} or {"rule":"notice","from":"2026-02-02"}',
  longLine: `line: 超过 ${longestLine} 个字符，请每行只写一个对象 / longer than ${longestLine} characters; write one object a line`,
  tooLate: 'from: 期限超出 9999 年，请改用较早的日期 / the period ends after the year 9999; write an earlier date',
  unread: (file: string, why: string) => `batch: 无法读取 ${file}，请检查路径 / cannot be read, check the path: ${why}`,
  units: { day: '日 days', workday: '工作日 working days', month: '个月 months' },
  rawEnd: '期满日 last day counted',
  statutoryDue: '法定到期日 due in law, 24:00',
  assessmentDue: '考核到期日 due for assessment',
  rolled: '顺延跳过 rolled over',
  skipped: '未计入 not counted',
  weekend: '周末 weekend',
  calendar: '日历 calendar',
  published: '放假安排已公布 days off published',
  assumed: '放假安排尚未公布，按普通周末推算 days off not yet published: plain weeks assumed',
} as const;

/** `clock`: when a period ends, for one question or a file of them. */
export const clock = {
  summary:
    '计算期限 When does a period end? clock --from 2026-02-02 --n 15 --unit day|workday [--json] | --batch FILE|-',
  options: {
    from: { type: 'string' },
    n: { type: 'string' },
    unit: { type: 'string' },
    batch: { type: 'string' },
    json: { type: 'boolean' },
  },
  run: (args: ClockArgs): Promise<number> => runClock(args),
} as const;

/** Returns the exit code: 0, 1 if a line of a batch was refused, 2 if the question itself was. */
export async function runClock(args: ClockArgs, streams: ClockStreams = terminal): Promise<number> {
  const { from, n, unit, batch } = args.values;
  if (typeof batch === 'string') return runBatch(batch, streams);
  const question = readQuestion({ from, n: typeof n === 'string' && /^\d{1,9}$/.test(n) ? Number(n) : n, unit });
  const derivation = typeof question === 'string' ? question : answer(question, deriveDue);
  if (typeof derivation === 'string') {
    streams.complain(derivation);
    return 2;
  }
  const { rawEnd, statutoryDue, assessmentDue, calendar } = derivation;
  if (args.json) args.out({ rawEnd, statutoryDue, assessmentDue, calendar });
  else for (const line of explain(derivation)) args.say(line);
  return 0;
}

async function runBatch(file: string, streams: ClockStreams): Promise<number> {
  let number = 0;
  let refused = false;
  const reply = (line: string): string => {
    number++;
    const ends = answerLine(number === 1 && line.startsWith('\uFEFF') ? line.slice(1) : line);
    if (typeof ends !== 'string') return JSON.stringify(ends);
    refused = true;
    return JSON.stringify({ line: number, error: ends });
  };
  let rest = '';
  try {
    for await (const chunk of streams.open(file)) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      // What is kept of an overlong line is just long enough to be refused.
      if (rest.length > longestLine + 1) rest = rest.slice(0, longestLine + 2);
      if (lines.length > 0) await streams.write(`${lines.map(reply).join('\n')}\n`);
    }
  } catch (error) {
    streams.complain(texts.unread(file, error instanceof Error ? error.message : String(error)));
    return 2;
  }
  if (rest !== '') await streams.write(`${reply(rest)}\n`);
  return refused ? 1 : 0;
}

/** The dates for one line of a batch, or what is wrong with it. */
function answerLine(line: string) {
  if (line.length > longestLine + 1) return texts.longLine;
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return texts.line;
  }
  if (typeof value === 'object' && value !== null && 'rule' in value) {
    const named = readRule(value);
    return typeof named === 'string' ? named : answer(named, answerRule);
  }
  const question = readQuestion(value);
  return typeof question === 'string' ? question : answer(question, dueEnds);
}

function answer<Question, Answer>(question: Question, count: (question: Question) => Answer): Answer | string {
  try {
    return count(question);
  } catch (error) {
    // Every field was checked; what remains is a period that runs past the last year.
    if (error instanceof RangeError) return texts.tooLate;
    throw error;
  }
}

/** The question in `value`, or what is wrong with it. */
function readQuestion(value: unknown): DueRule | string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return texts.line;
  const { from, n, unit } = value as Record<string, unknown>;
  if (typeof from !== 'string' || parseDay(from) === undefined) return texts.from;
  if (typeof n !== 'number' || !Number.isInteger(n) || n < 0 || n > longestPeriod) return texts.n;
  if (!isUnit(unit)) return texts.unit;
  return { from, n, unit, calendar: nationalCalendar };
}

function isUnit(unit: unknown): unit is DueUnit {
  return unit === 'day' || unit === 'workday' || unit === 'month';
}

function explain(derivation: Derivation): string[] {
  const { from, n, unit, rolled, skipped, calendar, calendarId, calendarVersion } = derivation;
  const both = (day: Day) => `${sayDay(day, 'zh-CN')}  ${sayDay(day, 'en')}`;
  const passed = (days: Derivation['rolled']) =>
    days.map(({ day, name }) => `    ${day}  ${name ? `${name} ${sayHoliday(name, 'en')}` : texts.weekend}`);
  return [
    `${both(from)} + ${n} ${texts.units[unit]}`,
    `  ${texts.rawEnd}: ${both(derivation.rawEnd)}`,
    `  ${texts.statutoryDue}: ${both(derivation.statutoryDue)}`,
    `  ${texts.assessmentDue}: ${both(derivation.assessmentDue)}`,
    ...(skipped.length > 0 ? [`  ${texts.skipped}:`, ...passed(skipped)] : []),
    ...(rolled.length > 0 ? [`  ${texts.rolled}:`, ...passed(rolled)] : []),
    `  ${texts.calendar}: ${calendarId} ${calendarVersion}, ${texts[calendar]}`,
  ];
}

const terminal: ClockStreams = {
  open: (file) => (file === '-' ? process.stdin.setEncoding('utf8') : createReadStream(file, 'utf8')),
  write: (text) => {
    if (process.stdout.write(text)) return;
    return new Promise((resolve) => process.stdout.once('drain', resolve));
  },
  complain: (line) => {
    process.stderr.write(`${line}\n`);
  },
};
