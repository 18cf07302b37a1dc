/**
 * A legal day: 'YYYY-MM-DD' in the calendar of Asia/Shanghai, 0001-01-01 to 9999-12-31. Never an instant, so it cannot
 * slip by a time zone; two days compare as text. Check foreign text with `parseDay` before calling it a Day.
 */
export type Day = string;

export type Language = 'zh-CN' | 'en';

const shanghai = 'Asia/Shanghai';
const lastDayNumber = 2_932_896; // 9999-12-31
const firstDayNumber = -719_162; // 0001-01-01

/** The day written by `text`, or undefined if it is not a real date in the form YYYY-MM-DD. */
export function parseDay(text: string): Day | undefined {
  return readDayNumber(text) === undefined ? undefined : text;
}

/** Days since 1970-01-01 (negative before). Throws RangeError for text that is no day; `field` names it in the message. */
export function dayNumber(day: Day, field = 'day'): number {
  const number = readDayNumber(day);
  if (number === undefined) {
    throw new RangeError(`${field}: ${JSON.stringify(day)} is not a day; write a real date as YYYY-MM-DD`);
  }
  return number;
}

/** The day with this number of days since 1970-01-01. Throws RangeError outside the years 1 to 9999. */
export function dayFromNumber(number: number): Day {
  if (!Number.isInteger(number) || number < firstDayNumber || number > lastDayNumber) {
    throw new RangeError(`day: ${number} days from 1970-01-01 is outside the years 0001 to 9999`);
  }
  // Eras of 400 years beginning on 1 March, so that the leap day is the last of its year.
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const inEra = shifted - era * 146_097;
  const yearInEra = Math.floor(
    (inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365,
  );
  const inYear = inEra - (365 * yearInEra + Math.floor(yearInEra / 4) - Math.floor(yearInEra / 100));
  const monthFromMarch = Math.floor((5 * inYear + 2) / 153);
  const date = inYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return writeDay(yearInEra + era * 400 + (month <= 2 ? 1 : 0), month, date);
}

/** The day `count` days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
  return dayFromNumber(dayNumber(day) + count);
}

/**
 * The same date `count` months later; where that month has no such date, its last day (民法典 202): 31 December plus
 * two months is 28 or 29 February.
 */
export function addMonths(day: Day, count: number): Day {
  dayNumber(day);
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count;
  const year = Math.floor(months / 12);
  const month = months - year * 12 + 1;
  if (!Number.isInteger(months) || year < 1 || year > 9999) {
    throw new RangeError(`day: ${count} months from ${day} is outside the years 0001 to 9999`);
  }
  return writeDay(year, month, Math.min(Number(day.slice(8)), daysInMonth(year, month)));
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** 0 = Sunday ... 6 = Saturday. */
export function weekday(day: Day): number {
  return weekdayOfNumber(dayNumber(day));
}

/** 0 = Sunday ... 6 = Saturday, for a number of days since 1970-01-01. */
export function weekdayOfNumber(number: number): number {
  return (((number + 4) % 7) + 7) % 7;
}

export function isWeekend(day: Day): boolean {
  return weekday(day) % 6 === 0;
}

/** Negative when `a` is earlier than `b`, 0 when equal, else positive: for sorting. */
export function compare(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The legal day on which an instant falls. `instant` is ISO 8601 with Z or an offset.
 * Shanghai time is taken as +08:00 throughout: China has had no summer time since 1992, and the oldest records that are
 * imported start in 2006. Throws RangeError for other zones and for text that is no instant.
 */
export function dayOf(instant: string, zone = shanghai): Day {
  if (zone !== shanghai)
    throw new RangeError(`zone: ${JSON.stringify(zone)} is not kept; legal days are in ${shanghai}`);
  const parts = /^(\d{4}-\d\d-\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(?:Z|([+-])(\d\d):?(\d\d)?)$/.exec(instant);
  const number = parts?.[1] === undefined ? undefined : readDayNumber(parts[1]);
  const [hour, minute, second] = [Number(parts?.[2]), Number(parts?.[3]), Number(parts?.[4] ?? 0)];
  const [offsetHour, offsetMinute] = [Number(parts?.[6] ?? 0), Number(parts?.[7] ?? 0)];
  if (number === undefined || hour > 23 || minute > 59 || second > 59 || offsetHour > 23 || offsetMinute > 59) {
    throw new RangeError(`instant: ${JSON.stringify(instant)} is not an ISO instant such as 2026-03-01T16:00:00Z`);
  }
  const offset = (parts?.[5] === '-' ? -1 : 1) * (offsetHour * 60 + offsetMinute);
  return dayFromNumber(Math.floor((number * 1440 + hour * 60 + minute - offset + 480) / 1440));
}

/** The instant at which the day begins in Shanghai (00:00), as ISO UTC. */
export function startOfDay(day: Day): string {
  return `${dayFromNumber(dayNumber(day) - 1)}T16:00:00.000Z`;
}

/** The instant at which the day is over in Shanghai (24:00, 民法典 203), as ISO UTC: the start of the next day. */
export function endOfDay(day: Day): string {
  dayNumber(day);
  return `${day}T16:00:00.000Z`;
}

/** The instant so many minutes later, ISO UTC in whole seconds: arithmetic of the calendar, no clock is read. */
export function laterBy(now: string, minutes: number): string {
  const [, year, month, day, hour, minute, second] = /^(\d+)-(\d+)-(\d+)T(\d+):(\d+):(\d+)/.exec(now) ?? [];
  const at = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute) + minutes,
    Number(second),
  );
  const days = Math.floor(at / 86_400_000);
  const rest = at - days * 86_400_000;
  const pad = (value: number) => String(value).padStart(2, '0');
  const date = addDays('1970-01-01', days);
  return `${date}T${pad(Math.floor(rest / 3_600_000))}:${pad(Math.floor(rest / 60_000) % 60)}:${pad(Math.floor(rest / 1000) % 60)}.000Z`;
}

const weekdayNames = {
  'zh-CN': ['日', '一', '二', '三', '四', '五', '六'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const satisfies Record<Language, readonly string[]>;

const englishMonths = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** A day in words, with its weekday unless told otherwise: 2026年3月2日（星期一） / Monday 2 March 2026. */
export function sayDay(day: Day, language: Language, options: { weekday?: boolean } = {}): string {
  const withWeekday = options.weekday ?? true;
  const name = weekdayNames[language][weekday(day)];
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8))];
  if (language === 'zh-CN') return `${year}年${month}月${date}日${withWeekday ? `（星期${name}）` : ''}`;
  return `${withWeekday ? `${name} ` : ''}${date} ${englishMonths[month - 1]} ${year}`;
}

function readDayNumber(text: string): number | undefined {
  if (typeof text !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(text)) return undefined;
  const [year, month, date] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  if (year < 1 || month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return undefined;
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearInEra = marchYear - era * 400;
  const inYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1;
  const inEra = yearInEra * 365 + Math.floor(yearInEra / 4) - Math.floor(yearInEra / 100) + inYear;
  return era * 146_097 + inEra - 719_468;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function writeDay(year: number, month: number, date: number): Day {
  const yearText = year > 999 ? `${year}` : `${year}`.padStart(4, '0');
  return `${yearText}-${month < 10 ? '0' : ''}${month}-${date < 10 ? '0' : ''}${date}`;
}
