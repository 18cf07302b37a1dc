import { type Caller, getStaff } from '../../../actors/accounts/server/public.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { mount } from '../../../platform/http/mount.ts';
import type { Server } from '../../../platform/http/server.ts';
import {
  acceptReportRoute,
  correctRemedyRoute,
  reportExecutionRoute,
  reportResultRoute,
  returnReportRoute,
} from '../after-reply.contract.ts';
import { draftRoute, issueRoute, returnDraftRoute, serveRoute, storeScanRoute } from '../reply.contract.ts';
import {
  acceptTheReport,
  correctTheRemedy,
  reportOnExecution,
  reportTheResult,
  returnTheReport,
} from './after-reply.ts';
import { draftOpinion, issueOpinion, returnTheDraft, serveOpinion, storeTheScan } from './reply.ts';

export function mountReply(server: Server<Caller>, ledger: Ledger): void {
  mount(server, draftRoute, ({ params, body, key, actor }) =>
    draftOpinion(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, returnDraftRoute, ({ params, body, key, actor }) =>
    returnTheDraft(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, issueRoute, ({ params, body, key, actor }) =>
    issueOpinion(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, serveRoute, ({ params, body, key, actor }) =>
    serveOpinion(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, storeScanRoute, ({ params, body, key, actor }) =>
    storeTheScan(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, correctRemedyRoute, ({ params, body, key, actor }) =>
    correctTheRemedy(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, reportExecutionRoute, ({ params, body, key, actor }) =>
    reportOnExecution(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, reportResultRoute, ({ params, body, key, actor }) =>
    reportTheResult(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, acceptReportRoute, ({ params, body, key, actor }) =>
    acceptTheReport(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, returnReportRoute, ({ params, body, key, actor }) =>
    returnTheReport(ledger, getStaff(actor), { ...params, ...body, key }),
  );
}
