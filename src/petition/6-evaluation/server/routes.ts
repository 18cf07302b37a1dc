import { type Caller, getPetitioner, getStaff } from '../../../actors/accounts/server/public.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { mount } from '../../../platform/http/mount.ts';
import type { Server } from '../../../platform/http/server.ts';
import { rehandleRoute, reopenRatingRoute, revisitRoute } from '../after-rating.contract.ts';
import { rateRoute } from '../evaluation.contract.ts';
import { noteRehandling, noteRevisit, reopenTheRating } from './after-rating.ts';
import { rateMatter } from './evaluation.ts';

export function mountEvaluation(server: Server<Caller>, ledger: Ledger): void {
  mount(server, rateRoute, ({ params, body, key, actor }) =>
    rateMatter(ledger, getPetitioner(actor), { ...params, ...body, key }),
  );
  mount(server, rehandleRoute, ({ params, body, key, actor }) =>
    noteRehandling(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, reopenRatingRoute, ({ params, body, key, actor }) =>
    reopenTheRating(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, revisitRoute, ({ params, body, key, actor }) =>
    noteRevisit(ledger, getStaff(actor), { ...params, ...body, key }),
  );
}
