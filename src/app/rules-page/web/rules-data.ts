import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { listPacks } from '../../../actors/rulebook/packs.contract.ts';
import { readCalendarYear } from '../../../actors/rulebook/rulebook.contract.ts';
import type { Received } from '../../../platform/http/route.contract.ts';
import { call } from '../../../ui/staff/api.ts';
import { listCalendar } from '../../calendar/calendar.contract.ts';
import { listRecounts, type RunView, readRecount } from '../../recount/recount.contract.ts';

export type Packs = Received<typeof listPacks>;
export type Layer = Packs['layers'][number];
export type NationalClock = Packs['national']['clocks'][number];
export type NationalSetting = Packs['national']['settings'][number];

export const packsQuery = queryOptions({
  queryKey: ['packs'],
  queryFn: ({ signal }) => call(listPacks, { signal }),
});

export const recountsQuery = queryOptions({
  queryKey: ['recounts', 'list'],
  queryFn: ({ signal }) => call(listRecounts, { signal }),
});

const first: { readonly cursor?: string } = {};

/** Is something still going on that the page should look at again? */
export function isMoving(run: RunView | undefined): boolean {
  return run?.state === 'drafting' || run?.state === 'approved' || run?.state === 'applying';
}

/** One run, looked at every second while it goes on. */
export function recountQuery(run: string, kind: string | undefined) {
  return infiniteQueryOptions({
    queryKey: ['recounts', 'one', run, kind ?? ''],
    queryFn: ({ pageParam, signal }) =>
      call(readRecount, {
        params: { run },
        query: { ...(kind === undefined ? {} : { kind }), ...pageParam, limit: 100 },
        signal,
      }),
    initialPageParam: first,
    getNextPageParam: (last) => (last.next === undefined ? undefined : { cursor: last.next }),
    refetchInterval: ({ state }) => (isMoving(state.data?.pages[0]?.run) ? 1_000 : false),
  });
}

export const calendarQuery = queryOptions({
  queryKey: ['calendar', 'years'],
  queryFn: ({ signal }) => call(listCalendar, { signal }),
});

export function calendarYearQuery(year: number) {
  return queryOptions({
    queryKey: ['calendar', year],
    queryFn: ({ signal }) => call(readCalendarYear, { params: { year }, signal }),
  });
}
