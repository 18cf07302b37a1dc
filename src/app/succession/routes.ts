import { type Caller, getStaff } from '../../actors/accounts/server/public.ts';
import { isRefusal } from '../../domain/refusals.ts';
import type { SuccessionPlan } from '../../domain/succession.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { mount } from '../../platform/http/mount.ts';
import type { Server } from '../../platform/http/server.ts';
import { REQUEST_MS } from '../recount/routes.ts';
import { advanceSuccession } from './advance.ts';
import { readCases, viewSuccession, viewSuccessions } from './read.ts';
import { approveSuccession, designate, discardSuccession, planSuccession } from './runs.ts';
import * as contracts from './succession.contract.ts';

export function mountSuccessions(server: Server<Caller>, ledger: Ledger): void {
  mount(server, contracts.listSuccessions, async () => ({ runs: [...(await viewSuccessions(ledger))] }));

  mount(server, contracts.readSuccession, ({ params, query }) => readCases(ledger, params.run, query));

  mount(server, contracts.planSuccession, async ({ body, key, actor }) => {
    const { kind, from, to, parts, endsOn, basis } = body;
    const plan: SuccessionPlan = {
      from,
      ...(to === undefined ? {} : { to }),
      parts,
      officers: body.officers ?? to ?? parts[0]?.to ?? '',
    };
    const planned = await planSuccession(ledger, getStaff(actor), { kind, plan, endsOn, basis, key });
    if (isRefusal(planned)) return planned;
    await advanceSuccession(ledger, planned.run, REQUEST_MS);
    return viewSuccession(ledger, planned.run);
  });

  mount(server, contracts.designateSuccessor, async ({ params, body, key, actor }) => {
    const done = await designate(ledger, getStaff(actor), params.run, { ...body, key });
    if (isRefusal(done)) return done;
    await advanceSuccession(ledger, params.run, REQUEST_MS);
    return viewSuccession(ledger, params.run);
  });

  mount(server, contracts.approveSuccession, async ({ params, key, actor }) => {
    const approved = await approveSuccession(ledger, getStaff(actor), params.run, key);
    if (isRefusal(approved)) return approved;
    await advanceSuccession(ledger, params.run, REQUEST_MS);
    return viewSuccession(ledger, params.run);
  });

  mount(server, contracts.discardSuccession, async ({ params, key, actor }) => {
    const discarded = await discardSuccession(ledger, getStaff(actor), params.run, key);
    return isRefusal(discarded) ? discarded : viewSuccession(ledger, params.run);
  });
}
