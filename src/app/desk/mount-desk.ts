import { type Caller, getStaff } from '../../actors/accounts/server/public.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { mount } from '../../platform/http/mount.ts';
import type { Server } from '../../platform/http/server.ts';
import { countDesk } from './count-desk.ts';
import { countDeskRoute, listDeskRoute, listMattersRoute, listSealedRoute } from './desk.contract.ts';
import { listDesk } from './list-desk.ts';
import { listMatters } from './list-matters.ts';
import { listSealed } from './list-sealed.ts';

/** Gives the working lists, the list of all matters with its search, and the list of sealed reports their addresses. */
export function mountDesk(server: Server<Caller>, ledger: Ledger): void {
  mount(server, listDeskRoute, ({ query, actor }) => listDesk(ledger, getStaff(actor), query));
  mount(server, countDeskRoute, ({ actor }) => countDesk(ledger, getStaff(actor)));
  mount(server, listMattersRoute, ({ query, actor }) => listMatters(ledger, getStaff(actor), query));
  mount(server, listSealedRoute, ({ query, actor }) => listSealed(ledger, getStaff(actor), query));
}
