import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Received } from '../../../platform/http/route.contract.ts';
import { call } from '../../../ui/staff/api.ts';
import { listSuccessions, readSuccession, type SHOWN } from '../succession.contract.ts';

export type SuccessionPageData = Received<typeof readSuccession>;
export type Shown = (typeof SHOWN)[number];

/** What is stale once something was decided: the lists, the directory, whose posts are where. */
export const REFRESHES = [['successions'], ['bodies']] as const;

export const successionsQuery = queryOptions({
  queryKey: ['successions', 'list'],
  queryFn: ({ signal }) => call(listSuccessions, { signal }),
});

const first: { readonly cursor?: string } = {};

/** One run, looked at every second while it goes on. */
export function successionQuery(run: string, show: Shown) {
  return infiniteQueryOptions({
    queryKey: ['successions', 'one', run, show],
    queryFn: ({ pageParam, signal }) =>
      call(readSuccession, { params: { run }, query: { show, ...pageParam, limit: 100 }, signal }),
    initialPageParam: first,
    getNextPageParam: (last) => (last.next === undefined ? undefined : { cursor: last.next }),
    refetchInterval: ({ state }) => {
      const run = state.data?.pages[0]?.run;
      return run?.state === 'drafting' || (run?.state === 'approved' && run.unclear === 0) ? 1_000 : false;
    },
  });
}
