import type { Ledger } from '../../../ledger/ledger.ts';
import { mount } from '../../../platform/http/mount.ts';
import { isRefused } from '../../../platform/http/refused.ts';
import type { Server } from '../../../platform/http/server.ts';
import * as contracts from '../passkeys.contract.ts';
import { refuseRemoval } from '../passkeys.rules.ts';
import { type Caller, getStaff } from './authorise.ts';
import { demandsFactor } from './factor-posts.ts';
import { findFactors } from './factors.ts';
import { beginPasskeySignIn, signInPasskey } from './passkey-sign-in.ts';
import { addPasskey, beginPasskey, listPasskeys, removePasskey } from './passkeys.ts';
import { refuseAccount } from './refusals.ts';
import { refuse, type SessionAnswers } from './session-answers.ts';

/** Passkeys: one's own, and signing in with one. */
export function mountPasskeys(server: Server<Caller>, ledger: Ledger, answers: SessionAnswers): void {
  const { pool } = ledger;

  mount(server, contracts.listPasskeys, ({ actor }) => listPasskeys(pool, getStaff(actor).account));

  mount(server, contracts.beginPasskey, ({ actor, request }) =>
    beginPasskey(ledger, getStaff(actor).account, answers.place(request)),
  );

  mount(server, contracts.addPasskey, async ({ body, actor, request }) => {
    const staff = getStaff(actor);
    const place = answers.place(request);
    const added = await addPasskey(ledger, staff.account, { ...body, place });
    if (isRefused(added)) return added;
    await answers.note(staff, 'passkey.add', { passkey: added.id });
    return answers.describe(request);
  });

  mount(server, contracts.removePasskey, async ({ params: { passkey }, body, actor, request, reply }) => {
    const staff = getStaff(actor);
    const last = refuseRemoval(await findFactors(pool, staff.account), await demandsFactor(pool, staff.roles));
    if (last) return refuseAccount(last);
    const refused = await removePasskey(ledger, { account: staff.account, passkey, ...body });
    if (refused) return refuse(refused, reply);
    await answers.note(staff, 'passkey.remove', { passkey });
    return answers.describe(request);
  });

  mount(server, contracts.beginPasskeySignIn, ({ body: { ticket }, request }) =>
    beginPasskeySignIn(ledger, { ticket, place: answers.place(request) }),
  );

  mount(server, contracts.signInPasskey, async ({ body, request, reply }) => {
    const answer = await signInPasskey(ledger, { ...body, place: answers.place(request) });
    return isRefused(answer) ? refuse(answer, reply) : answers.enter(answer, request, reply);
  });
}
