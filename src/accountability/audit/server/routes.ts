import { type Caller, getStaff } from '../../../actors/accounts/server/public.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { mount } from '../../../platform/http/mount.ts';
import type { Server } from '../../../platform/http/server.ts';
import { readTrail } from '../audit.contract.ts';
import { viewTrail } from './trail.ts';

export function mountAudit(server: Server<Caller>, ledger: Ledger): void {
  mount(server, readTrail, ({ query, actor }) => viewTrail(ledger, getStaff(actor), query));
}
