import { type Caller, getPetitioner } from '../../../actors/accounts/server/public.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { mount } from '../../../platform/http/mount.ts';
import type { Server } from '../../../platform/http/server.ts';
import { askReviewRoute } from '../review.contract.ts';
import { askForReview } from './review.ts';

export function mountReview(server: Server<Caller>, ledger: Ledger): void {
  mount(server, askReviewRoute, ({ params, body, key, actor }) =>
    askForReview(ledger, getPetitioner(actor), { ...params, ...body, key }),
  );
}
