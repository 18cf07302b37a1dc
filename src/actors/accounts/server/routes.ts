import type { FastifyReply, FastifyRequest } from 'fastify';
import { nameOf } from '../../../domain/bodies.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { mount } from '../../../platform/http/mount.ts';
import { isRefused, type Refused } from '../../../platform/http/refused.ts';
import type { Response } from '../../../platform/http/route.contract.ts';
import type { Server } from '../../../platform/http/server.ts';
import * as contracts from '../accounts.contract.ts';
import { findAccounts, listAccounts } from './accounts.ts';
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
import { clearSessionCookie, findSessionToken, setSessionCookie } from './cookies.ts';
import { refuseAccount } from './refusals.ts';
import { endSession, findSession } from './sessions.ts';
import { signIn } from './sign-in.ts';

/** Signing in and out, the own password, and the staff of a body. */
export function mountAccounts(server: Server<Caller>, ledger: Ledger): void {
  const { pool, clock } = ledger;

  mount(server, contracts.signIn, async ({ body, request, reply }) => {
    const answer = await signIn(ledger, { ...body, address: request.ip });
    if (isRefused(answer)) return refuse(answer, reply);
    const { token, failedTries } = answer;
    const session = await describeSession(ledger, token);
    if (isRefused(session)) return session;
    setSessionCookie(reply, token);
    return { ...session, token, failedTries };
  });

  mount(server, contracts.readSession, ({ request }) => describeSession(ledger, tokenOf(request)));

  mount(server, contracts.signOut, async ({ request, reply }) => {
    await endSession(pool, tokenOf(request));
    clearSessionCookie(reply);
    return { signedOut: true as const };
  });

  mount(server, contracts.changePassword, async ({ body, actor, request, reply }) => {
    const { account } = getStaff(actor);
    const token = tokenOf(request);
    const refused = await changePassword(ledger, { account, token, ...body });
    return refused === undefined ? describeSession(ledger, token) : refuse(refused, reply);
  });

  mount(server, contracts.listAccounts, async ({ query, actor }) => {
    const { body, roles } = getStaff(actor);
    if (query.body !== body && !roles.includes('admin')) return refuseAccount('other-body-accounts', 'body');
    const accounts = await listAccounts(pool, query.body);
    return { accounts: accounts.map(({ id, name, title, roles }) => ({ id, name, title, roles: [...roles] })) };
  });

  mount(server, contracts.administerAccounts, ({ query, actor }) => viewAccounts(ledger, getStaff(actor), query.body));
  mount(server, contracts.createAccount, ({ body, actor }) => createAccount(ledger, getStaff(actor), body));
  mount(server, contracts.changeAccount, ({ params, body, actor }) =>
    changeAccount(ledger, getStaff(actor), params.account, body),
  );
  mount(server, contracts.endAccount, ({ params, actor }) => endAccount(ledger, getStaff(actor), params.account));
  mount(server, contracts.askReset, ({ params, actor }) => askReset(ledger, getStaff(actor), params.account));
  mount(server, contracts.endSessions, ({ params, actor }) => endSessions(ledger, getStaff(actor), params.account));
  mount(server, contracts.decideOrder, ({ params, body, actor }) =>
    decideOrder(ledger, getStaff(actor), params.order, body.confirm),
  );

  async function describeSession(
    { reference }: Ledger,
    token: string,
  ): Promise<Response<typeof contracts.readSession> | Refused> {
    const session = await findSession(pool, token, clock);
    const account = session && (await findAccounts(pool, [session.account])).get(session.account);
    if (session === undefined || account === undefined) return refuseAccount('sign-in-first');
    const { body, roles, csrf, mustChange, expiresAt } = session;
    const name = nameOf(reference.bodies, body);
    return {
      account: { id: account.id, name: account.name, title: account.title },
      body: { id: body, name, short: reference.bodies.find(body)?.short ?? name },
      roles: [...roles],
      csrf,
      mustChange,
      expiresAt,
    };
  }
}

/** Only for routes of staff: `authorise` has found the session by it. */
function tokenOf(request: FastifyRequest): string {
  return findSessionToken(request)?.token ?? '';
}

function refuse(refused: Refused & { retryAfterSeconds?: number }, reply: FastifyReply): Refused {
  if (refused.retryAfterSeconds !== undefined) reply.header('retry-after', refused.retryAfterSeconds);
  return refused;
}
