import { useQueries } from '@tanstack/react-query';
import type { CSSProperties, ReactNode } from 'react';
import { readCalendarYear } from '../../../actors/rulebook/rulebook.contract.ts';
import type { Received } from '../../../platform/http/route.contract.ts';
import { call } from '../../../ui/staff/api.ts';
import { useDates } from '../../../ui/staff/dates.ts';
import { useWords } from '../../../ui/staff/words.tsx';
import { offBy, rulerDays } from './day-ruler.rules.ts';
import type { ClockView } from './page-model.ts';
import { PETITION_PAGE_TEXTS } from './petition-page.texts.ts';

/** A period day by day: what is gone, what is left, and which days nobody works. */
export function DayRuler({ clock, today }: { readonly clock: ClockView; readonly today: string }): ReactNode {
  const w = useWords(PETITION_PAGE_TEXTS);
  const dates = useDates();
  const [from, to] = [Number(clock.from.slice(0, 4)), Number(clock.due.slice(0, 4))];
  const notice = useQueries({
    queries: Array.from({ length: Math.min(3, Math.max(1, to - from + 1)) }, (_, at) => ({
      queryKey: ['calendar', from + at],
      queryFn: () => call(readCalendarYear, { params: { year: from + at } }),
      staleTime: 3_600_000,
    })),
    combine: (years) => together(years.flatMap((year) => (year.data === undefined ? [] : [year.data]))),
  });
  const now = clock.endedOn ?? today;
  const days = rulerDays({ from: clock.from, due: clock.due, now, isOff: offBy(notice) });
  if (days === undefined) return null;
  const at = days.findIndex((one) => one.place === 'today');
  const place = (index: number): CSSProperties => ({ left: `${((index + 0.5) / days.length) * 100}%` });
  return (
    <div className="pp-ruler">
      <span className="pp-mark up first">{dates.short(clock.from)}</span>
      <span className="pp-mark up last">{dates.short(clock.due)} 24:00</span>
      <div className="pp-days" role="img" aria-label={w.ruler(dates.full(clock.from), dates.full(clock.due))}>
        {days.map((one) => (
          <i
            key={one.day}
            className={`${one.place === 'gone' ? 'past' : one.place}${one.off ? ' off' : ''}${one.place === 'due' ? ` clk ${clock.level}` : ''}`}
            title={dates.short(one.day)}
          />
        ))}
      </div>
      {at >= 0 && (
        <span className={`pp-mark down${at < 4 ? ' first' : at > days.length - 5 ? ' last' : ''}`} style={place(at)}>
          {clock.outcome === 'running' ? w.nowMark : w.restMark}
        </span>
      )}
    </div>
  );
}

function together(years: readonly Received<typeof readCalendarYear>[]): {
  readonly off: readonly string[];
  readonly on: readonly string[];
} {
  const published = years.flatMap((year) => (year.status === 'published' ? [year] : []));
  return { off: published.flatMap((year) => year.off), on: published.flatMap((year) => year.on) };
}
