import { type Day, dayFromNumber, dayNumber, type Language, weekdayOfNumber } from './days.ts';

/**
 * One year's notice of days off. `off` and `on` may reach into the December before: the notice for 2007 made
 * 2006-12-30 a workday. A weekday off, or a weekend worked (调休), counts as the notice says.
 */
export interface CalendarYear {
  readonly year: number;
  readonly status: 'published';
  /** Days off, weekends within the holiday included. */
  readonly off: readonly Day[];
  /** Make-up workdays (调休上班). */
  readonly on: readonly Day[];
  /** The holiday each listed day belongs to, as the notice calls it. */
  readonly names: Readonly<Record<Day, string>>;
  /** Where it was published. */
  readonly source: string;
}

/** Days off by year. A year without an entry is "not yet published": see `dayKind`. Never guess one. */
export interface Calendar {
  readonly id: string;
  readonly version: number;
  readonly years: Readonly<Record<string, CalendarYear>>;
}

export interface DayKind {
  readonly works: boolean;
  readonly why: 'weekday' | 'weekend' | 'holiday' | 'makeup';
  readonly name?: string;
  /** 'assumed' in a year whose notice is not entered: weekdays are taken to work, weekends not. */
  readonly assured: 'published' | 'assumed';
}

/** Whether `day` is a working day, and why. Throws RangeError for text that is no day. */
export function dayKind(calendar: Calendar, day: Day): DayKind {
  return dayKindOfNumber(calendar, dayNumber(day));
}

/** As `dayKind`, for a number of days since 1970-01-01. */
export function dayKindOfNumber(calendar: Calendar, number: number): DayKind {
  const mark = markOf(marksOf(calendar), number);
  const works = (mark & worksBit) !== 0;
  const assured = (mark & assuredBit) !== 0 ? 'published' : 'assumed';
  if ((mark & listedBit) === 0) return { works, why: works ? 'weekday' : 'weekend', assured };
  const name = nameOf(calendar, dayFromNumber(number));
  return { works, why: works ? 'makeup' : 'holiday', ...(name === undefined ? {} : { name }), assured };
}

const englishNames: Readonly<Record<string, string>> = {
  元旦: "New Year's Day",
  春节: 'Spring Festival',
  清明节: 'Tomb-Sweeping Day',
  劳动节: 'Labour Day',
  端午节: 'Dragon Boat Festival',
  中秋节: 'Mid-Autumn Festival',
  国庆节: 'National Day',
  中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日: '70th anniversary of victory in the Second World War',
};

/** The name of a holiday in the reader's language; a local holiday without a translation keeps its own name. */
export function sayHoliday(name: string, language: Language): string {
  return language === 'zh-CN' ? name : (englishNames[name] ?? name);
}

/** A year's notice in brief: '元旦 01-01..01-03 | 春节 02-15..02-23', days as MM-DD or, of another year, YYYY-MM-DD. */
export interface Notice {
  readonly off: string;
  readonly on: string;
}

/** Spells out notices in brief, by year, as a calendar. Throws RangeError for a day that is none. */
export function readNotices(id: string, version: number, notices: Readonly<Record<string, Notice>>): Calendar {
  const years: Record<string, CalendarYear> = {};
  for (const [key, notice] of Object.entries(notices)) {
    const names: Record<Day, string> = {};
    const off = spellOut(key, notice.off, names);
    const on = spellOut(key, notice.on, names);
    years[key] = {
      year: Number(key),
      status: 'published',
      off,
      on,
      names,
      source: `国务院办公厅${key}年节假日安排通知`,
    };
  }
  return { id, version, years };
}

function spellOut(year: string, text: string, names: Record<Day, string>): Day[] {
  const days: Day[] = [];
  for (const [, name = '', first = '', last = first] of text.matchAll(/(\S+) ([\d-]+)(?:\.\.([\d-]+))?/g)) {
    const full = (day: string) => (day.length === 5 ? `${year}-${day}` : day);
    for (let n = dayNumber(full(first)); n <= dayNumber(full(last)); n++) {
      const day = dayFromNumber(n);
      names[day] = name;
      days.push(day);
    }
  }
  return days;
}

export const worksBit = 1;
export const listedBit = 2;
export const assuredBit = 4;

/** A calendar laid out for counting: one byte a day over the years it knows. */
export interface DayMarks {
  readonly first: number;
  readonly bytes: Uint8Array;
}

const laidOut = new WeakMap<Calendar, DayMarks>();

/** The marks of a calendar, made once for each calendar object. Throws RangeError if its years contradict themselves. */
export function marksOf(calendar: Calendar): DayMarks {
  const known = laidOut.get(calendar);
  if (known !== undefined) return known;
  const marks = layOut(calendar);
  laidOut.set(calendar, marks);
  return marks;
}

/** The bits of one day: `worksBit`, `listedBit` (named by a notice against its weekday), `assuredBit`. */
export function markOf(marks: DayMarks, number: number): number {
  const mark = marks.bytes[number - marks.first];
  return mark === undefined ? plainMark(number) : mark;
}

function plainMark(number: number): number {
  return weekdayOfNumber(number) % 6 === 0 ? 0 : worksBit;
}

function layOut(calendar: Calendar): DayMarks {
  const years = yearsInOrder(calendar);
  const [oldest, newest] = [years[0], years[years.length - 1]];
  if (oldest === undefined || newest === undefined) return { first: 0, bytes: new Uint8Array(0) };
  const first = dayNumber(`${pad(oldest.year - 1)}-12-01`, 'year');
  const bytes = new Uint8Array(dayNumber(`${pad(newest.year)}-12-31`, 'year') - first + 1);
  for (let i = 0; i < bytes.length; i++) bytes[i] = plainMark(first + i);
  for (const { year } of years) {
    const end = dayNumber(`${pad(year)}-12-31`);
    for (let n = dayNumber(`${pad(year)}-01-01`); n <= end; n++) bytes[n - first] = plainMark(n) | assuredBit;
  }
  // In order of year, so that what a later notice says of the December before it holds.
  for (const year of years) {
    for (const day of year.off) bytes[placeOf(year, day, 'off') - first] = listedBit | assuredBit;
    for (const day of year.on) {
      if (year.off.includes(day)) throw new RangeError(`on: ${day} is also listed as a day off; keep it in one list`);
      const n = placeOf(year, day, 'on');
      bytes[n - first] = worksBit | assuredBit | (plainMark(n) === 0 ? listedBit : 0);
    }
  }
  return { first, bytes };
}

function yearsInOrder(calendar: Calendar): CalendarYear[] {
  for (const [key, { year }] of Object.entries(calendar.years)) {
    if (`${year}` !== key || !Number.isInteger(year) || year < 1949 || year > 2999) {
      throw new RangeError(
        `year: the entry ${JSON.stringify(key)} is for ${year}; give each year its own key, 1949 to 2999`,
      );
    }
  }
  return Object.values(calendar.years).sort((a, b) => a.year - b.year);
}

function placeOf({ year }: CalendarYear, day: Day, field: string): number {
  const number = dayNumber(day, field);
  if (day < `${year - 1}-12-01` || day > `${year}-12-31`) {
    throw new RangeError(`${field}: ${day} belongs neither to ${year} nor to the December before`);
  }
  return number;
}

function nameOf(calendar: Calendar, day: Day): string | undefined {
  const year = Number(day.slice(0, 4));
  return calendar.years[`${year + 1}`]?.names[day] ?? calendar.years[`${year}`]?.names[day];
}

function pad(year: number): string {
  return `${year}`.padStart(4, '0');
}
