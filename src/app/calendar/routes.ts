import { type Caller, getStaff } from '../../actors/accounts/server/public.ts';
import { isRefusal } from '../../domain/refusals.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { mount } from '../../platform/http/mount.ts';
import type { Server } from '../../platform/http/server.ts';
import { advanceRun } from '../recount/advance.ts';
import { viewRun } from '../recount/read.ts';
import { REQUEST_MS } from '../recount/routes.ts';
import { listCalendar, publishCalendar } from './calendar.contract.ts';
import { publishYear } from './publish.ts';

export function mountCalendar(server: Server<Caller>, ledger: Ledger): void {
  mount(server, listCalendar, () => {
    const { id, version, years } = ledger.reference.calendar;
    const list = Object.values(years).sort((a, b) => b.year - a.year);
    return {
      id,
      version,
      years: list.map(({ year, off, on, source }) => ({ year, off: off.length, on: on.length, source })),
    };
  });

  mount(server, publishCalendar, async ({ params, body, key, actor }) => {
    const published = await publishYear(
      ledger,
      getStaff(actor),
      { year: params.year, status: 'published', ...body },
      key,
    );
    if (isRefusal(published)) return published;
    await advanceRun(ledger, published.run, REQUEST_MS);
    const run = await viewRun(ledger, published.run);
    return isRefusal(run) ? run : { ...published, run };
  });
}
