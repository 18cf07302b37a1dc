import { type Day, dayFromNumber, dayNumber, parseDay } from '../../domain/days.ts';
import type { Said } from '../../domain/refusals.ts';

/** A notice of days off as it was read from its text. */
export interface NoticeRead {
  readonly off: readonly Day[];
  readonly on: readonly Day[];
  readonly names: Readonly<Record<Day, string>>;
  /** Lines that could not be read, with why. */
  readonly faults: readonly Said[];
}

const CLAUSE = /^\s*(?:[一二三四五六七八九十]+、)?\s*([^：:，,。\s\d]{1,24})[：:]\s*(.+)$/;
const SPAN = /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日\s*(?:至|到|-|—|–)\s*(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日/g;
const SINGLE = /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日/g;
const PLAIN = /^\s*(\d{4}-\d{2}-\d{2})(?:\s*(?:\.\.|至|~)\s*(\d{4}-\d{2}-\d{2}))?\s*(休|班|off|on)?\s*(.*)$/;

/**
 * Reads the days of a notice out of its text: either the published wording, a clause a holiday ("元旦：1月1日（周五）至3日
 * （周日）放假调休，共3天。1月10日（周日）上班。"), or a day a line ("2027-01-01..2027-01-03 休 元旦"). Nothing is guessed:
 * a line in which no day is found is told.
 */
export function readNotice(year: number, text: string): NoticeRead {
  const off = new Set<Day>();
  const on = new Set<Day>();
  const names: Record<Day, string> = {};
  const faults: Said[] = [];
  for (const line of text.split(/\n+/)) {
    if (line.trim() === '') continue;
    const found = readPlain(line) ?? readClause(year, line);
    if (found === undefined) {
      faults.push({
        zh: `看不出日期：${line.trim().slice(0, 40)}`,
        en: `No day could be read: ${line.trim().slice(0, 40)}`,
      });
      continue;
    }
    for (const day of found.off) off.add(day);
    for (const day of found.on) on.add(day);
    if (found.name !== '') for (const day of [...found.off, ...found.on]) names[day] = found.name;
  }
  const both = [...off].filter((day) => on.has(day));
  if (both.length > 0)
    faults.push({ zh: `既放假又上班：${both.join('、')}`, en: `Both off and worked: ${both.join(', ')}` });
  return { off: [...off].sort(), on: [...on].sort(), names, faults };
}

interface Found {
  readonly name: string;
  readonly off: readonly Day[];
  readonly on: readonly Day[];
}

function readPlain(line: string): Found | undefined {
  const [, first = '', last = first, way = '休', name = ''] = PLAIN.exec(line) ?? [];
  if (first === '') return undefined;
  const days = span(first, last);
  if (days === undefined) return undefined;
  const works = way === '班' || way === 'on';
  return { name: name.trim(), off: works ? [] : days, on: works ? days : [] };
}

function readClause(year: number, line: string): Found | undefined {
  const [, name = '', said = ''] = CLAUSE.exec(line) ?? [];
  if (name === '') return undefined;
  /* What stands in brackets are weekdays and lunar days, which would be read as days of their own. */
  const plain = said.replace(/（[^）]*）|\([^)]*\)/g, '');
  const off: Day[] = [];
  const on: Day[] = [];
  for (const sentence of plain.split(/[。；;]/)) {
    const works = sentence.includes('上班');
    const days = daysIn(year, sentence);
    if (works) on.push(...days);
    else if (sentence.includes('放假') || sentence.includes('休息')) off.push(...days);
  }
  return off.length === 0 && on.length === 0 ? undefined : { name, off, on };
}

function daysIn(year: number, sentence: string): readonly Day[] {
  const days: Day[] = [];
  const rest = sentence.replace(
    SPAN,
    (_, y1: string | undefined, m1: string, d1: string, y2: string | undefined, m2: string | undefined, d2: string) => {
      const first = write(Number(y1 ?? year), Number(m1), Number(d1));
      const last = write(
        Number(y2 ?? (y1 !== undefined && m2 !== undefined && Number(m2) < Number(m1) ? Number(y1) + 1 : (y1 ?? year))),
        Number(m2 ?? m1),
        Number(d2),
      );
      days.push(...(span(first, last) ?? []));
      return '';
    },
  );
  for (const [, y, m = '', d = ''] of rest.matchAll(SINGLE)) {
    const day = write(Number(y ?? year), Number(m), Number(d));
    if (parseDay(day) !== undefined) days.push(day);
  }
  return days;
}

/** Every day from first to last; undefined where one of them is no day, or the span is longer than a month. */
function span(first: Day, last: Day): readonly Day[] | undefined {
  if (parseDay(first) === undefined || parseDay(last) === undefined) return undefined;
  const [from, to] = [dayNumber(first), dayNumber(last)];
  if (to < from || to - from > 31) return undefined;
  return Array.from({ length: to - from + 1 }, (_, at) => dayFromNumber(from + at));
}

function write(year: number, month: number, date: number): Day {
  return `${year}-${`${month}`.padStart(2, '0')}-${`${date}`.padStart(2, '0')}`;
}
