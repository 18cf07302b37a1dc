import { type Caller, getStaff } from '../../../actors/accounts/server/public.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { mount } from '../../../platform/http/mount.ts';
import type { Server } from '../../../platform/http/server.ts';
import { acceptRoute, answerDirectlyRoute, notAcceptRoute, routeOutRoute } from '../acceptance.contract.ts';
import { acceptMatter, answerMatterDirectly, declineMatter, leadIntoProcedure } from './acceptance.ts';

export function mountAcceptance(server: Server<Caller>, ledger: Ledger): void {
  mount(server, acceptRoute, ({ params, body, key, actor }) =>
    acceptMatter(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, notAcceptRoute, ({ params, body, key, actor }) =>
    declineMatter(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, routeOutRoute, ({ params, body, key, actor }) =>
    leadIntoProcedure(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, answerDirectlyRoute, ({ params, body, key, actor }) =>
    answerMatterDirectly(ledger, getStaff(actor), { ...params, ...body, key }),
  );
}
