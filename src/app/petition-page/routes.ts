import { type Caller, getStaff } from '../../actors/accounts/server/public.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { mount } from '../../platform/http/mount.ts';
import type { Server } from '../../platform/http/server.ts';
import { readPetition, readSubmission } from './petition-page.contract.ts';
import { readPetitionPage } from './petition-page.ts';
import { revealDocument } from './reveal.contract.ts';
import { revealNumber } from './reveal.ts';
import { readSubmissionPage } from './submission-page.ts';

export function mountPetitionPage(server: Server<Caller>, ledger: Ledger): void {
  mount(server, readPetition, ({ params, actor }) => readPetitionPage(ledger, getStaff(actor), params.matter));
  mount(server, revealDocument, ({ params, body, actor }) =>
    revealNumber(ledger, getStaff(actor), { number: params.number, ...body }),
  );
  mount(server, readSubmission, ({ params, actor }) => readSubmissionPage(ledger, getStaff(actor), params.number));
}
