import type { Pool } from 'pg';
import * as z from 'zod';
import { type Calendar, type CalendarYear, marksOf } from '../../../domain/calendar.ts';

/** The one calendar of an installation: the national one, to which an ethnic area adds its own days off. */
const CALENDAR_ID = 'cn-national';

/** A year as its row keeps it; the year itself is the key. */
const yearSchema = z.object({
  status: z.literal('published'),
  off: z.array(z.string()),
  on: z.array(z.string()),
  names: z.record(z.string(), z.string()),
  source: z.string(),
});

interface YearRow {
  readonly year: number;
  readonly body: unknown;
  readonly version: number;
}

/**
 * The calendar as entered: a year without a row is not yet published. Its version is the sum of its years' versions, so
 * that entering a year and correcting one both raise it.
 * @throws ZodError or RangeError where a row is no calendar year.
 */
export async function loadCalendar(pool: Pool): Promise<Calendar> {
  const { rows } = await pool.query<YearRow>('select year, body, version from calendar_year order by year');
  const years: Record<string, CalendarYear> = {};
  for (const row of rows) years[`${row.year}`] = { year: row.year, ...yearSchema.parse(row.body) };
  const calendar = { id: CALENDAR_ID, version: rows.reduce((sum, { version }) => sum + version, 0), years };
  marksOf(calendar);
  return calendar;
}

/** One year and how often it was corrected, or undefined where its notice is not yet entered. */
export async function findCalendarYear(
  pool: Pool,
  year: number,
): Promise<(CalendarYear & { readonly version: number }) | undefined> {
  const { rows } = await pool.query<YearRow>('select year, body, version from calendar_year where year = $1', [year]);
  const [row] = rows;
  return row && { year: row.year, ...yearSchema.parse(row.body), version: row.version };
}

/**
 * Enters the years of a calendar and corrects those that are there already; a year that says what it said keeps its
 * version, and years not named stay as they are.
 * @throws RangeError where the years contradict themselves; nothing is written then.
 */
export async function saveCalendar(pool: Pool, calendar: Calendar): Promise<void> {
  marksOf(calendar);
  const rows = Object.values(calendar.years).map(({ year, ...body }) => ({ year, body }));
  await pool.query(
    `insert into calendar_year as kept (year, body)
     select year, body from jsonb_to_recordset($1) as given (year integer, body jsonb)
     on conflict (year) do update set body = excluded.body, version = kept.version + 1
       where kept.body is distinct from excluded.body`,
    [JSON.stringify(rows)],
  );
}
