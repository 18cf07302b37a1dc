import { type Caller, getStaff } from '../../../actors/accounts/server/public.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { mount } from '../../../platform/http/mount.ts';
import type { Server } from '../../../platform/http/server.ts';
import { decideCompetenceRoute, raiseDisputeRoute } from '../dispute.contract.ts';
import { concludeReportRoute, noteReportRoute, passReportRoute } from '../report.contract.ts';
import {
  agreeReturnRoute,
  assignRoute,
  forwardRoute,
  objectRoute,
  proposeRouteRoute,
  refuseReturnRoute,
  signRoute,
} from '../transfer.contract.ts';
import { decideOnCompetence, raiseTheDispute } from './dispute.ts';
import { concludeTheReport, noteOnReport, passTheReport } from './report.ts';
import {
  agreeToReturn,
  forwardMatter,
  objectToMatter,
  proposeRouteOf,
  refuseTheReturn,
  signMatter,
} from './transfer.ts';

export function mountTransfer(server: Server<Caller>, ledger: Ledger): void {
  mount(server, proposeRouteRoute, ({ params, body, key, actor }) =>
    proposeRouteOf(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, forwardRoute, ({ params, body, key, actor }) =>
    forwardMatter(ledger, getStaff(actor), { ...params, ...body, mode: 'forward', key }),
  );
  mount(server, assignRoute, ({ params, body, key, actor }) =>
    forwardMatter(ledger, getStaff(actor), { ...params, ...body, mode: 'assign', key }),
  );
  mount(server, signRoute, ({ params, body, key, actor }) =>
    signMatter(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, objectRoute, ({ params, body, key, actor }) =>
    objectToMatter(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, agreeReturnRoute, ({ params, body, key, actor }) =>
    agreeToReturn(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, refuseReturnRoute, ({ params, body, key, actor }) =>
    refuseTheReturn(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, raiseDisputeRoute, ({ params, body, key, actor }) =>
    raiseTheDispute(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, decideCompetenceRoute, ({ params, body, key, actor }) =>
    decideOnCompetence(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, passReportRoute, ({ params, body, key, actor }) =>
    passTheReport(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, noteReportRoute, ({ params, body, key, actor }) =>
    noteOnReport(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, concludeReportRoute, ({ params, body, key, actor }) =>
    concludeTheReport(ledger, getStaff(actor), { ...params, ...body, key }),
  );
}
