import type { Ledger } from '../../../ledger/ledger.ts';
import { mount } from '../../../platform/http/mount.ts';
import type { Server } from '../../../platform/http/server.ts';
import * as contracts from '../bodies.contract.ts';
import { listDivisions } from './divisions.ts';

/** Bodies and places, for pickers. */
export function mountBodies<Caller>(server: Server<Caller>, ledger: Ledger): void {
  mount(server, contracts.listBodies, () => ({
    bodies: ledger.reference.bodies.all().map(({ subjects, ...body }) => ({ ...body, subjects: [...subjects] })),
  }));

  mount(server, contracts.listDivisions, async ({ query }) => ({
    divisions: [...(await listDivisions(ledger.pool, query.parent))],
  }));
}
