import type { Ledger } from '../../../ledger/ledger.ts';
import { mount } from '../../../platform/http/mount.ts';
import type { Server } from '../../../platform/http/server.ts';
import * as contracts from '../rulebook.contract.ts';
import { findCalendarYear } from './calendars.ts';
import { loadCategories } from './categories.ts';

/** Categories and calendars, for anyone: a citizen may check a date as well as an officer. */
export function mountRulebook<Caller>(server: Server<Caller>, { pool }: Pick<Ledger, 'pool'>): void {
  mount(server, contracts.listCategories, async () => ({ categories: [...(await loadCategories(pool))] }));

  mount(server, contracts.readCalendarYear, async ({ params: { year } }) => {
    const found = await findCalendarYear(pool, year);
    return found === undefined
      ? { year, status: 'not-published' as const }
      : { ...found, off: [...found.off], on: [...found.on] };
  });
}
