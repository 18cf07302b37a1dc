import { type Caller, getPetitioner, getStaff } from '../../../actors/accounts/server/public.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { mount } from '../../../platform/http/mount.ts';
import type { Server } from '../../../platform/http/server.ts';
import {
  acceptReviewRoute,
  askReviewPapersRoute,
  decideReviewRoute,
  draftReviewRoute,
  fileTerminationRoute,
  noteReviewRoute,
  recordReviewRequestRoute,
  refuseReviewRoute,
  returnReviewDraftRoute,
  serveReviewRoute,
} from '../proceeding.contract.ts';
import { askReviewRoute } from '../review.contract.ts';
import { decideTheReview, fileTheTermination, serveTheReview } from './decision.ts';
import {
  acceptTheReview,
  askForReviewPapers,
  draftTheReview,
  noteTheReview,
  recordRequest,
  refuseTheReview,
  returnTheReviewDraft,
} from './proceeding.ts';
import { askForReview } from './review.ts';

export function mountReview(server: Server<Caller>, ledger: Ledger): void {
  mount(server, askReviewRoute, ({ params, body, key, actor }) =>
    askForReview(ledger, getPetitioner(actor), { ...params, ...body, key }),
  );
  mount(server, recordReviewRequestRoute, ({ params, body, key, actor }) =>
    recordRequest(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, askReviewPapersRoute, ({ params, body, key, actor }) =>
    askForReviewPapers(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, acceptReviewRoute, ({ params, key, actor }) =>
    acceptTheReview(ledger, getStaff(actor), { ...params, key }),
  );
  mount(server, refuseReviewRoute, ({ params, body, key, actor }) =>
    refuseTheReview(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, noteReviewRoute, ({ params, body, key, actor }) =>
    noteTheReview(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, draftReviewRoute, ({ params, body, key, actor }) =>
    draftTheReview(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, returnReviewDraftRoute, ({ params, body, key, actor }) =>
    returnTheReviewDraft(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, decideReviewRoute, ({ params, body, key, actor }) =>
    decideTheReview(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, serveReviewRoute, ({ params, body, key, actor }) =>
    serveTheReview(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, fileTerminationRoute, ({ params, body, key, actor }) =>
    fileTheTermination(ledger, getStaff(actor), { ...params, ...body, key }),
  );
}
