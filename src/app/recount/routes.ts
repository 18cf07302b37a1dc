import { type Caller, getStaff } from '../../actors/accounts/server/public.ts';
import { isRefusal } from '../../domain/refusals.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { mount } from '../../platform/http/mount.ts';
import type { Server } from '../../platform/http/server.ts';
import { advanceRun } from './advance.ts';
import { readRun, viewRun, viewRuns } from './read.ts';
import { approveRecount, discardRecount, draftRecount, listRecounts, readRecount } from './recount.contract.ts';
import { approveRun, discardRun, draftRun } from './runs.ts';

/** A request waits so long for a list or its carrying out; what takes longer goes on in the background. */
export const REQUEST_MS = 2_000;

export function mountRecounts(server: Server<Caller>, ledger: Ledger): void {
  mount(server, listRecounts, async () => ({ runs: [...(await viewRuns(ledger))] }));

  mount(server, readRecount, ({ params, query }) => readRun(ledger, params.run, query));

  mount(server, draftRecount, async ({ body, key, actor }) => {
    const drafted = await draftRun(ledger, getStaff(actor), { ...body, key });
    if (isRefusal(drafted)) return drafted;
    await advanceRun(ledger, drafted.run, REQUEST_MS);
    return viewRun(ledger, drafted.run);
  });

  mount(server, approveRecount, async ({ params, key, actor }) => {
    const approved = await approveRun(ledger, getStaff(actor), params.run, key);
    if (isRefusal(approved)) return approved;
    await advanceRun(ledger, params.run, REQUEST_MS);
    return viewRun(ledger, params.run);
  });

  mount(server, discardRecount, async ({ params, key, actor }) => {
    const discarded = await discardRun(ledger, getStaff(actor), params.run, key);
    return isRefusal(discarded) ? discarded : viewRun(ledger, params.run);
  });
}
