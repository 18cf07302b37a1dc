import { type Caller, getPetitioner, getStaff } from '../../../actors/accounts/server/public.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { mount } from '../../../platform/http/mount.ts';
import type { Server } from '../../../platform/http/server.ts';
import {
  askContributionRoute,
  askSupplementRoute,
  consentExtensionRoute,
  contributeRoute,
  decideRecusalRoute,
  declareInterestRoute,
  endForProcedureRoute,
  noteSupplementRoute,
  toOrdinaryRoute,
} from '../beside.contract.ts';
import {
  approveExtensionRoute,
  askExtensionRoute,
  nameHandlerRoute,
  noteWorkRoute,
  refuseExtensionRoute,
} from '../handling.contract.ts';
import { handOver, readHandover } from '../handover.contract.ts';
import { askRecusalRoute } from '../recusal.contract.ts';
import {
  askForPapers,
  askToContribute,
  backToOrdinary,
  consentToExtension,
  endForTheProcedure,
  giveContribution,
  noteThePapers,
} from './beside.ts';
import { approveTheExtension, askForExtension, nameTheHandler, noteTheWork, refuseTheExtension } from './handling.ts';
import { handOverAll, viewInHand } from './handover.ts';
import { askForRecusal, decideOnRecusal, declareAnInterest } from './recusal.ts';

export function mountHandling(server: Server<Caller>, ledger: Ledger): void {
  mount(server, readHandover, ({ actor }) => viewInHand(ledger, getStaff(actor)));
  mount(server, handOver, ({ body, key, actor }) => handOverAll(ledger, getStaff(actor), { ...body, key }));
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
  mount(server, askSupplementRoute, ({ params, body, key, actor }) =>
    askForPapers(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, noteSupplementRoute, ({ params, body, key, actor }) =>
    noteThePapers(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, toOrdinaryRoute, ({ params, body, key, actor }) =>
    backToOrdinary(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, askContributionRoute, ({ params, body, key, actor }) =>
    askToContribute(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, contributeRoute, ({ params, body, key, actor }) =>
    giveContribution(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, endForProcedureRoute, ({ params, body, key, actor }) =>
    endForTheProcedure(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, consentExtensionRoute, ({ params, body, key, actor }) =>
    consentToExtension(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, declareInterestRoute, ({ params, body, key, actor }) =>
    declareAnInterest(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, decideRecusalRoute, ({ params, body, key, actor }) =>
    decideOnRecusal(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, askRecusalRoute, ({ params, body, key, actor }) =>
    askForRecusal(ledger, getPetitioner(actor), { ...params, ...body, key }),
  );
}
