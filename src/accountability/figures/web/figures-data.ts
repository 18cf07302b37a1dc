import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '../../../ui/staff/api.ts';
import { listFigureRoute, readFiguresRoute } from '../figures.contract.ts';
import { INDICATOR_IDS, type IndicatorId } from '../figures.rules.ts';
import type { FigureListSearch } from './figures-search.ts';
import type { Period } from './period.rules.ts';

const ROWS = 50;

/** All figures of a period; those shown stay until the next ones are there. */
export function figuresQuery(asked: Period & { readonly body?: string; readonly compare: boolean }) {
  const { compare, ...period } = asked;
  return queryOptions({
    queryKey: ['figures', asked],
    queryFn: ({ signal }) =>
      call(readFiguresRoute, { query: { ...period, ...(compare ? { compare: 'year' as const } : {}) }, signal }),
    placeholderData: keepPreviousData,
  });
}

export type Listed = IndicatorId | 'received';

/** Which number a list is of, if its address names one. */
export function findListed(name: string | undefined): Listed | undefined {
  return name === 'received' ? name : INDICATOR_IDS.find((one) => one === name);
}

/** The cases behind a number. */
export function figureListQuery(indicator: Listed, period: Period, search: FigureListSearch) {
  const query = { ...search, ...period, indicator, limit: ROWS };
  const first: { readonly cursor?: string } = {};
  return infiniteQueryOptions({
    queryKey: ['figures', 'list', query],
    queryFn: ({ pageParam, signal }) => call(listFigureRoute, { query: { ...query, ...pageParam }, signal }),
    initialPageParam: first,
    getNextPageParam: (last) => (last.next === undefined ? undefined : { cursor: last.next }),
  });
}
