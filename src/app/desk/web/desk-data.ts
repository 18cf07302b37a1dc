import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../../../ui/staff/api.ts';
import { readPetition, readSubmission } from '../../petition-page/petition-page.contract.ts';
import { countDeskRoute, listDeskRoute, listMattersRoute, listSealedRoute } from '../desk.contract.ts';
import type { DeskSearch } from './desk-search.ts';
import type { MattersSearch } from './matters-search.ts';

/** Rows fetched at once: more than a screen holds, less than a second reading of the page. */
const ROWS = 50;
const REFRESH_MS = 30_000;

const first: { readonly cursor?: string } = {};
const after = (last: { readonly next?: string | undefined }): { readonly cursor?: string } | undefined =>
  last.next === undefined ? undefined : { cursor: last.next };

/** One working list, looked at again every half minute. */
export function deskQuery(search: DeskSearch) {
  const { mine, late, soon, ...rest } = search;
  const flags = {
    ...(mine ? { mine: 'true' } : {}),
    ...(late ? { late: 'true' } : {}),
    ...(soon ? { soon: 'true' } : {}),
  };
  return infiniteQueryOptions({
    queryKey: ['desk', 'list', search],
    queryFn: ({ pageParam, signal }) =>
      call(listDeskRoute, { query: { ...rest, ...flags, ...pageParam, limit: ROWS }, signal }),
    initialPageParam: first,
    getNextPageParam: after,
    refetchInterval: REFRESH_MS,
  });
}

/** The counters of all working lists of the post. */
export const deskCountsQuery = queryOptions({
  queryKey: ['desk', 'counts'],
  queryFn: ({ signal }) => call(countDeskRoute, { signal }),
  refetchInterval: REFRESH_MS,
});

/** Matters of the scope, newest first, or those that hold the words sought. */
export function mattersQuery(search: MattersSearch) {
  return infiniteQueryOptions({
    queryKey: ['matters', search],
    queryFn: ({ pageParam, signal }) =>
      call(listMattersRoute, { query: { ...search, ...pageParam, limit: ROWS }, signal }),
    initialPageParam: first,
    getNextPageParam: after,
  });
}

/** Sealed reports, for the post that keeps them. */
export const sealedQuery = infiniteQueryOptions({
  queryKey: ['sealed'],
  queryFn: ({ pageParam, signal }) => call(listSealedRoute, { query: { ...pageParam, limit: ROWS }, signal }),
  initialPageParam: first,
  getNextPageParam: after,
});

/** One matter whole; the same key as on its page, so that opening it from the preview shows it at once. */
export function matterQuery(matter: string) {
  return queryOptions({
    queryKey: ['matter', matter],
    queryFn: ({ signal }) => call(readPetition, { params: { matter }, signal }),
  });
}

/** One submission as it arrived. */
export function submissionQuery(number: string) {
  return queryOptions({
    queryKey: ['submission', number],
    queryFn: ({ signal }) => call(readSubmission, { params: { number }, signal }),
  });
}
