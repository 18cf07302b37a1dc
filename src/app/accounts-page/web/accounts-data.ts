import { queryOptions } from '@tanstack/react-query';
import { administerAccounts } from '../../../actors/accounts/accounts.contract.ts';
import type { Received } from '../../../platform/http/route.contract.ts';
import { call } from '../../../ui/staff/api.ts';

export type Administered = Received<typeof administerAccounts>['accounts'][number];
export type Order = Received<typeof administerAccounts>['orders'][number];

/** What is stale once an account was changed. */
export const REFRESHES = [['accounts-admin']] as const;

export function accountsQuery(body: string | undefined) {
  return queryOptions({
    queryKey: ['accounts-admin', body ?? ''],
    queryFn: ({ signal }) => call(administerAccounts, { query: body === undefined ? {} : { body }, signal }),
  });
}
