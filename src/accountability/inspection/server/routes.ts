import { type Caller, getStaff } from '../../../actors/accounts/server/public.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { mount } from '../../../platform/http/mount.ts';
import type { Server } from '../../../platform/http/server.ts';
import { listInspections, makeInspection } from '../inspection.contract.ts';
import { exportForInspection, listExports } from './inspection.ts';

export function mountInspections(server: Server<Caller>, ledger: Ledger): void {
  mount(server, makeInspection, ({ body, actor }) => exportForInspection(ledger, getStaff(actor), body));
  mount(server, listInspections, ({ query, actor }) => listExports(ledger, getStaff(actor), query));
}
