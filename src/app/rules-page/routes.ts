import { type Caller, getStaff } from '../../actors/accounts/server/public.ts';
import { endPack, layerFrom, listPacks, previewPack, publishPack } from '../../actors/rulebook/packs.contract.ts';
import { isRefusal } from '../../domain/refusals.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { mount } from '../../platform/http/mount.ts';
import type { Server } from '../../platform/http/server.ts';
import { advanceRun } from '../recount/advance.ts';
import { REQUEST_MS } from '../recount/routes.ts';
import { previewLayer } from './preview.ts';
import { endRules, publishRules } from './publish.ts';
import { readPacks } from './read.ts';

export function mountRules(server: Server<Caller>, ledger: Ledger): void {
  mount(server, listPacks, () => readPacks(ledger));

  mount(server, previewPack, ({ body }) => previewLayer(ledger, layerFrom(body)));

  mount(server, publishPack, async ({ body, key, actor }) => {
    const published = await publishRules(ledger, getStaff(actor), layerFrom(body), key);
    if (!isRefusal(published) && published.run !== undefined) await advanceRun(ledger, published.run, REQUEST_MS);
    return published;
  });

  mount(server, endPack, ({ params, body, key, actor }) =>
    endRules(ledger, getStaff(actor), params.id, { until: body.until, key }),
  );
}
