import type { FastifyRequest } from 'fastify';
import type { Ledger } from '../../../ledger/ledger.ts';
import { mount } from '../../../platform/http/mount.ts';
import { isRefused } from '../../../platform/http/refused.ts';
import type { Server } from '../../../platform/http/server.ts';
import * as contracts from '../accounts.contract.ts';
import { refuseRemoval } from '../passkeys.rules.ts';
import { listAccounts } from './accounts.ts';
import {
  askReset,
  changeAccount,
  createAccount,
  decideOrder,
  endAccount,
  endSessions,
  viewAccounts,
} from './administer.ts';
import { type Caller, getStaff } from './authorise.ts';
import { changePassword } from './change-password.ts';
import { clearSessionCookie } from './cookies.ts';
import { demandsFactor } from './factor-posts.ts';
import { findFactors } from './factors.ts';
import { mountPasskeys } from './passkey-routes.ts';
import { refuseAccount } from './refusals.ts';
import { beginFactor, confirmFactor, removeFactor } from './second-factor.ts';
import { refuse, sessionAnswers, tokenOf } from './session-answers.ts';
import { endOtherSessions, endSession, listSessions } from './sessions.ts';
import { signIn, signInSecond } from './sign-in.ts';

/**
 * Signing in and out, the own password and second factors, and the staff of a body. `addressOf` says at which address the
 * caller reaches the city: passkeys are bound to it.
 */
export function mountAccounts(
  server: Server<Caller>,
  ledger: Ledger,
  addressOf: (request: FastifyRequest) => string,
): void {
  const { pool, clock } = ledger;
  const answers = sessionAnswers(ledger, addressOf);
  mountPasskeys(server, ledger, answers);

  mount(server, contracts.signIn, async ({ body, request, reply }) => {
    const answer = await signIn(ledger, { ...body, address: request.ip, place: answers.place(request) });
    if (isRefused(answer)) return refuse(answer, reply);
    return 'ticket' in answer ? answer : answers.enter(answer, request, reply);
  });

  mount(server, contracts.signInSecond, async ({ body, request, reply }) => {
    const answer = await signInSecond(ledger, body);
    return isRefused(answer) ? refuse(answer, reply) : answers.enter(answer, request, reply);
  });

  mount(server, contracts.beginFactor, ({ actor }) => beginFactor(ledger, getStaff(actor).account));

  mount(server, contracts.confirmFactor, async ({ body, actor, request, reply }) => {
    const staff = getStaff(actor);
    const refused = await confirmFactor(ledger, staff.account, body.code);
    if (refused) return refuse(refused, reply);
    await answers.note(staff, 'factor.confirm');
    return answers.describe(request);
  });

  mount(server, contracts.removeFactor, async ({ body, actor, request, reply }) => {
    const staff = getStaff(actor);
    const last = refuseRemoval(await findFactors(pool, staff.account), await demandsFactor(pool, staff.roles));
    if (last) return refuseAccount(last);
    const refused = await removeFactor(ledger, { account: staff.account, ...body });
    if (refused) return refuse(refused, reply);
    await answers.note(staff, 'factor.remove');
    return answers.describe(request);
  });

  mount(server, contracts.listSessions, async ({ actor, request }) => ({
    sessions: [...(await listSessions(pool, { account: getStaff(actor).account, token: tokenOf(request), clock }))],
  }));

  mount(server, contracts.endOtherSessions, async ({ actor, request }) => {
    const staff = getStaff(actor);
    const ended = await endOtherSessions(pool, { account: staff.account, token: tokenOf(request) });
    await answers.note(staff, 'session.end-others');
    return { ended };
  });

  mount(server, contracts.readSession, ({ request }) => answers.describe(request));

  mount(server, contracts.signOut, async ({ request, reply }) => {
    await endSession(pool, tokenOf(request));
    clearSessionCookie(reply);
    return { signedOut: true as const };
  });

  mount(server, contracts.changePassword, async ({ body, actor, request, reply }) => {
    const { account } = getStaff(actor);
    const token = tokenOf(request);
    const refused = await changePassword(ledger, { account, token, ...body });
    return refused === undefined ? answers.describe(request) : refuse(refused, reply);
  });

  mount(server, contracts.listAccounts, async ({ query, actor }) => {
    const { body, roles } = getStaff(actor);
    if (query.body !== body && !roles.includes('admin')) return refuseAccount('other-body-accounts', 'body');
    const accounts = await listAccounts(pool, query.body);
    return { accounts: accounts.map(({ id, name, title, roles }) => ({ id, name, title, roles: [...roles] })) };
  });

  mount(server, contracts.administerAccounts, ({ query, actor }) => viewAccounts(ledger, getStaff(actor), query.body));
  mount(server, contracts.createAccount, ({ body, actor, key }) =>
    createAccount(ledger, getStaff(actor), { ...body, key }),
  );
  mount(server, contracts.changeAccount, ({ params, body, actor }) =>
    changeAccount(ledger, getStaff(actor), params.account, body),
  );
  mount(server, contracts.endAccount, ({ params, actor }) => endAccount(ledger, getStaff(actor), params.account));
  mount(server, contracts.askReset, ({ params, actor }) => askReset(ledger, getStaff(actor), params.account));
  mount(server, contracts.endSessions, ({ params, actor }) => endSessions(ledger, getStaff(actor), params.account));
  mount(server, contracts.decideOrder, ({ params, body, actor }) =>
    decideOrder(ledger, getStaff(actor), params.order, body.confirm),
  );
}
