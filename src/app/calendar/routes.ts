import { type Caller, getStaff } from '../../actors/accounts/server/public.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { mount } from '../../platform/http/mount.ts';
import type { Server } from '../../platform/http/server.ts';
import { publishCalendar } from './calendar.contract.ts';
import { publishYear } from './publish.ts';

export function mountCalendar(server: Server<Caller>, ledger: Ledger): void {
  mount(server, publishCalendar, ({ params, body, actor }) =>
    publishYear(ledger, getStaff(actor), { year: params.year, status: 'published', ...body }),
  );
}
