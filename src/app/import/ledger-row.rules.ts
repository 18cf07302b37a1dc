import { type Day, dayFromNumber, dayNumber, dayOf, parseDay, startOfDay } from '../../domain/days.ts';
import type { Said } from '../../domain/refusals.ts';
import type { Channel, IdentityGrade, Purpose } from '../../domain/vocabulary.ts';

/** A moment as a source writes it. `exact` is false where only the day is stated; `at` is then 00:00 of it. */
export interface Moment {
  /** ISO UTC, with milliseconds. */
  readonly at: string;
  readonly on: Day;
  readonly exact: boolean;
}

/** One life as its source states it, and no more: what is not stated is `unknown` or absent. */
export interface LedgerRow {
  /** The source's own id of the row. */
  readonly sourceId: string;
  readonly channel: Channel | 'unknown';
  readonly purpose: Purpose | 'unknown';
  readonly identity: IdentityGrade | 'unknown';
  readonly received: Moment;
  readonly title: string;
  readonly text: string;
  /** Name of the district, as written. */
  readonly district?: string;
  /** Where, in the source's words. */
  readonly place?: string;
  /** Words of the source that our lists have no place for. */
  readonly remark?: string;
  readonly transfers?: { readonly times: number; readonly first?: Moment };
  readonly answer?: { readonly at: Moment; readonly reply: string };
  /** A reply whose day the source does not state: kept as text, not counted as an answer. */
  readonly undatedReply?: string;
}

/** Why a row cannot be taken, and which field of it. */
export interface RowRefusal {
  readonly refused: true;
  readonly field: string;
  readonly said: Said;
}

/** Reads one row of a format; `now` bounds what can have happened. */
export type ReadRow = (value: unknown, now: string) => LedgerRow | RowRefusal;

export function isRowRefusal(value: object): value is RowRefusal {
  return 'refused' in value && value.refused === true;
}

export function refuseRow(field: string, zh: string, en: string): RowRefusal {
  return { refused: true, field, said: { zh, en } };
}

const WRITTEN =
  /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:(?:T|\s+)(\d{1,2}):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?\s*(?:(Z)|([+-])(\d\d):?(\d\d))?)?$/;
const EARLIEST: Day = '1949-10-01';

/** The moment written; without a zone it is the time of Shanghai. Undefined where no such moment exists. */
export function findMoment(text: string): Moment | undefined {
  const parts = WRITTEN.exec(text.trim());
  if (!parts) return undefined;
  const [, year = '', month = '', date = '', hour, minute, second = '00', fraction = '', zulu, sign] = parts;
  const written = parseDay(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`);
  if (written === undefined || written < EARLIEST) return undefined;
  if (hour === undefined) return { at: startOfDay(written), on: written, exact: false };
  const [offsetHour, offsetMinute] = [Number(parts[10] ?? 8), Number(parts[11] ?? 0)];
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59 || offsetHour > 14 || offsetMinute > 59) {
    return undefined;
  }
  const offset = zulu ? 0 : (sign === '-' ? -1 : 1) * (offsetHour * 60 + offsetMinute);
  const minutes = dayNumber(written) * 1440 + Number(hour) * 60 + Number(minute) - offset;
  const day = Math.floor(minutes / 1440);
  const two = (value: number): string => String(value).padStart(2, '0');
  const clock = `${two(Math.floor((minutes - day * 1440) / 60))}:${two((minutes - day * 1440) % 60)}`;
  const at = `${dayFromNumber(day)}T${clock}:${second}.${fraction.slice(0, 3).padEnd(3, '0')}Z`;
  return { at, on: dayOf(at), exact: true };
}

/** True where the second moment lies before the first, as far as both are stated. */
export function isBefore(second: Moment, first: Moment): boolean {
  return second.exact && first.exact ? second.at < first.at : second.on < first.on;
}

export function isAhead(moment: Moment, now: string): boolean {
  return moment.exact ? moment.at > now : moment.on > dayOf(now);
}

/** One row of a source, read field by field; the first field at fault is the refusal. */
export interface Fields {
  /** A text or whole number that names the row. */
  id(field: string): string | RowRefusal;
  /** Text, empty where absent. */
  text(field: string): string | RowRefusal;
  /** A whole number from 0, undefined where absent. */
  count(field: string): number | undefined | RowRefusal;
  /** A moment not after `now`, undefined where absent. */
  moment(field: string): Moment | undefined | RowRefusal;
  /** A moment that must be there. */
  momentOf(field: string): Moment | RowRefusal;
  value(field: string): unknown;
}

/** The fields of a row, or a refusal where it is no object. */
export function fieldsOf(value: unknown, now: string): Fields | RowRefusal {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refuseRow('line', '每行要是一个 JSON 对象', 'each line is one JSON object');
  }
  const row: Readonly<Record<string, unknown>> = { ...value };
  const moment = (field: string): Moment | undefined | RowRefusal => {
    const given = row[field];
    if (given === undefined || given === null || given === '') return undefined;
    const found = typeof given === 'string' ? findMoment(given) : undefined;
    if (!found) {
      return refuseRow(
        field,
        `${field} 不是真实的时间，请写成 2019-03-01 或 2019-03-01T09:30:00`,
        `${field} is not a real time; write it as 2019-03-01 or 2019-03-01T09:30:00`,
      );
    }
    if (isAhead(found, now)) {
      return refuseRow(field, `${field} 晚于现在，不可能已经发生`, `${field} lies in the future`);
    }
    return found;
  };
  return {
    value: (field) => row[field],
    id(field) {
      const given = row[field];
      const id = typeof given === 'number' && Number.isSafeInteger(given) ? String(given) : given;
      if (typeof id === 'string' && /^[^\p{C}]{1,100}$/u.test(id.trim())) return id.trim();
      return refuseRow(
        field,
        `${field} 缺失或不对，要是整数或不超过100字的编号`,
        `${field} is missing or wrong: a whole number, or an id of at most 100 characters`,
      );
    },
    text(field) {
      const given = row[field];
      if (given === undefined || given === null) return '';
      return typeof given === 'string' ? given : refuseRow(field, `${field} 要是文字`, `${field} must be text`);
    },
    count(field) {
      const given = row[field];
      if (given === undefined || given === null || given === '') return undefined;
      const count = typeof given === 'string' && /^-?\d{1,6}$/.test(given) ? Number(given) : given;
      if (typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 && count < 1_000_000) return count;
      return refuseRow(field, `${field} 要是0或更大的整数`, `${field} must be a whole number, 0 or more`);
    },
    moment,
    momentOf(field) {
      return (
        moment(field) ??
        refuseRow(
          field,
          `${field} 缺失，没有收到日期不能登记`,
          `${field} is missing: a row is registered by the day it was received`,
        )
      );
    },
  };
}

/** Longest title that is made from the text where the source states none. */
const TITLE_LENGTH = 30;

/** Title and text; a row with neither has nothing to register. */
export function wordsOf(fields: Fields): { readonly title: string; readonly text: string } | RowRefusal {
  const title = fields.text('title');
  if (typeof title !== 'string') return title;
  const text = fields.text('text');
  if (typeof text !== 'string') return text;
  if (title.trim() === '' && text.trim() === '') {
    return refuseRow(
      'text',
      'title 和 text 都是空的，没有可登记的内容',
      'title and text are both empty: nothing to register',
    );
  }
  return title.trim() === '' ? { title: [...text.trim()].slice(0, TITLE_LENGTH).join(''), text } : { title, text };
}
