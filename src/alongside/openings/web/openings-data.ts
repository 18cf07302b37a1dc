import { infiniteQueryOptions } from '@tanstack/react-query';
import { call } from '../../../ui/staff/api.ts';
import { listOpenings } from '../openings.contract.ts';

const REFRESH_MS = 30_000;
const first: { readonly before?: string } = {};

/** Who asked to open which report of one’s body; looked at again every half minute. */
export const openingsQuery = infiniteQueryOptions({
  queryKey: ['openings'],
  queryFn: ({ pageParam, signal }) => call(listOpenings, { query: pageParam, signal }),
  initialPageParam: first,
  getNextPageParam: ({ next }: { readonly next?: string | undefined }) =>
    next === undefined ? undefined : { before: next },
  refetchInterval: REFRESH_MS,
});

/** What shows otherwise once something was opened or sealed. */
export const OPENING_REFRESHES = [openingsQuery.queryKey, ['sealed'], ['matter'], ['submission']] as const;
