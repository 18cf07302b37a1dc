import { saveCalendar } from '../../actors/rulebook/server/public.ts';
import type { Actor } from '../../domain/act.ts';
import { type Calendar, type CalendarYear, marksOf } from '../../domain/calendar.ts';
import { isRefusal, type Refusal, refuseState } from '../../domain/refusals.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { readReference } from '../open-city.ts';
import { draftRun } from '../recount/runs.ts';

export interface Published {
  readonly year: number;
  readonly calendarVersion: number;
  /** The run that lists every running date it would move, and waits for approval. */
  readonly run: string;
}

/**
 * Enters a year's notice of days off. New periods are counted by it from now on; what runs already is listed before and
 * after, and moves only once an administrator has approved the list. May be repeated.
 */
export async function publishYear(
  ledger: Ledger,
  actor: Actor,
  year: CalendarYear,
  key?: string,
): Promise<Published | Refusal> {
  const calendar: Calendar = {
    ...ledger.reference.calendar,
    years: { ...ledger.reference.calendar.years, [year.year]: year },
  };
  try {
    marksOf(calendar);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    return refuseState(
      'calendar',
      422,
      `这一年的放假安排有矛盾：${cause.message}`,
      `The notice contradicts itself: ${cause.message}`,
      'off',
    );
  }
  await saveCalendar(ledger.pool, { id: calendar.id, version: 0, years: { [year.year]: year } });
  ledger.reference = await readReference(ledger.pool);
  const drafted = await draftRun(ledger, actor, { kind: 'calendar', about: `${year.year}`, key });
  if (isRefusal(drafted)) return drafted;
  return { year: year.year, calendarVersion: ledger.reference.calendar.version, run: drafted.run };
}
