import { type Caller, getStaff } from '../../../actors/accounts/server/public.ts';
import { actOnMatter } from '../../../ledger/act-on-matter.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { mount } from '../../../platform/http/mount.ts';
import type { Server } from '../../../platform/http/server.ts';
import { archiveRoute } from '../archive.contract.ts';
import { archive } from '../archive.rules.ts';

export function mountArchive(server: Server<Caller>, ledger: Ledger): void {
  mount(server, archiveRoute, ({ params, key, actor }) =>
    actOnMatter(ledger, {
      actor: getStaff(actor),
      verb: 'matter.archive',
      matter: params.matter,
      ...(key === undefined ? {} : { key: { key, request: { archive: params.matter } } }),
      decide: (tools, state) => archive.decide(state, {}, tools.context(state.pack)),
    }),
  );
}
