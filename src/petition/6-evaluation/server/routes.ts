import { type Caller, getPetitioner } from '../../../actors/accounts/server/public.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { mount } from '../../../platform/http/mount.ts';
import type { Server } from '../../../platform/http/server.ts';
import { rateRoute } from '../evaluation.contract.ts';
import { rateMatter } from './evaluation.ts';

export function mountEvaluation(server: Server<Caller>, ledger: Ledger): void {
  mount(server, rateRoute, ({ params, body, key, actor }) =>
    rateMatter(ledger, getPetitioner(actor), { ...params, ...body, key }),
  );
}
