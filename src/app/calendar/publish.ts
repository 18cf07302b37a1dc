import { saveCalendar } from '../../actors/rulebook/server/public.ts';
import { type Actor, actorId } from '../../domain/act.ts';
import { type Calendar, type CalendarYear, marksOf } from '../../domain/calendar.ts';
import { recountClocks } from '../../domain/clocks.ts';
import { isRefusal, type Refusal, refuseState } from '../../domain/refusals.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { factsFor, record } from '../../ledger/record.ts';
import { matterRef, submissionRef } from '../../ledger/streams.ts';
import { readReference } from '../open-city.ts';

export interface Published {
  readonly year: number;
  readonly calendarVersion: number;
  /** Histories looked at, because a running date in them rested on a year not yet published. */
  readonly looked: number;
  /** Histories in which a date changed, or became certain. */
  readonly recounted: number;
}

/**
 * Enters a year's notice of days off and counts again every running date that rested on it. Each history gets the fact
 * that its dates were counted again; nothing moves silently. May be repeated: what is counted already stays.
 */
export async function publishYear(ledger: Ledger, actor: Actor, year: CalendarYear): Promise<Published | Refusal> {
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
  let looked = 0;
  let recounted = 0;
  let after = { region: '', stream: '' };
  for (;;) {
    const { rows } = await ledger.pool.query<{ region: string; stream: string }>(
      `select distinct region, stream from clock
       where calendar = 'assumed' and outcome = 'running' and (region, stream) > ($1, $2)
       order by region, stream limit 200`,
      [after.region, after.stream],
    );
    const last = rows.at(-1);
    if (!last) break;
    after = last;
    for (const { stream } of rows) {
      looked += 1;
      if (await recount(ledger, actor, stream)) recounted += 1;
    }
  }
  return { year: year.year, calendarVersion: ledger.reference.calendar.version, looked, recounted };
}

async function recount(ledger: Ledger, actor: Actor, stream: string): Promise<boolean> {
  const { calendar } = ledger.reference;
  const version = `${calendar.id}@${calendar.version}`;
  const ref = stream.split('-').length === 4 ? matterRef(stream) : submissionRef(stream);
  const done = await record<boolean>(ledger, {
    actor,
    verb: 'calendar.recount',
    streams: [ref],
    decide(tools) {
      const clocks = recountClocks(tools.read(ref).clocks, calendar);
      if (clocks.length === 0) return { facts: [], answer: false };
      return {
        facts: [factsFor(ref, [{ kind: 'DatesRecounted', body: { clocks, calendar: version } }])],
        answer: true,
      };
    },
  });
  if (isRefusal(done)) throw new Error(`${stream} could not be counted again for ${actorId(actor)}: ${done.said.en}`);
  return done.answer;
}
