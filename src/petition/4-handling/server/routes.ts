import { type Caller, getStaff } from '../../../actors/accounts/server/public.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { mount } from '../../../platform/http/mount.ts';
import type { Server } from '../../../platform/http/server.ts';
import {
  approveExtensionRoute,
  askExtensionRoute,
  nameHandlerRoute,
  noteWorkRoute,
  refuseExtensionRoute,
} from '../handling.contract.ts';
import { approveTheExtension, askForExtension, nameTheHandler, noteTheWork, refuseTheExtension } from './handling.ts';

export function mountHandling(server: Server<Caller>, ledger: Ledger): void {
  mount(server, nameHandlerRoute, ({ params, body, key, actor }) =>
    nameTheHandler(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, noteWorkRoute, ({ params, body, key, actor }) =>
    noteTheWork(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, askExtensionRoute, ({ params, body, key, actor }) =>
    askForExtension(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, approveExtensionRoute, ({ params, body, key, actor }) =>
    approveTheExtension(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, refuseExtensionRoute, ({ params, body, key, actor }) =>
    refuseTheExtension(ledger, getStaff(actor), { ...params, ...body, key }),
  );
}
