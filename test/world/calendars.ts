import fc from 'fast-check';
import type { Calendar, CalendarYear } from '../../src/domain/calendar.ts';
import { addDays } from '../../src/domain/days.ts';
import { nationalCalendar } from '../../src/domain/national-calendar.ts';

/** The national notices up to a year: what lies after it is assumed. */
function knownUpTo(last: number): Calendar {
  const years = Object.entries(nationalCalendar.years).filter(([year]) => Number(year) <= last);
  return { ...nationalCalendar, version: last, years: Object.fromEntries(years) };
}

/** A year's notice by chance: any days off and any worked, some in the December before. */
const noticeOf = (year: number): fc.Arbitrary<CalendarYear> =>
  fc.tuple(fc.uniqueArray(fc.integer({ min: -31, max: 364 }), { maxLength: 80 }), fc.nat(80)).map(([numbers, offs]) => {
    const days = numbers.map((number) => addDays(`${year}-01-01`, number));
    const [off, on] = [days.slice(0, offs), days.slice(offs)];
    return { year, status: 'published', off, on, names: {}, source: 'by chance' };
  });

/** The national calendar as it was known in some year, or years of days off by chance with some years not published. */
export const calendars: fc.Arbitrary<Calendar> = fc.oneof(
  fc.integer({ min: 2023, max: 2026 }).map(knownUpTo),
  fc.tuple(...[2024, 2025, 2026, 2027].map((year) => fc.option(noticeOf(year)))).map((notices) => ({
    id: 'chance',
    version: 1,
    years: Object.fromEntries(notices.flatMap((one) => (one ? [[String(one.year), one]] : []))),
  })),
);
