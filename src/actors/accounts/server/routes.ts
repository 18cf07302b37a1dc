import type { FastifyReply, FastifyRequest } from 'fastify';
import { nameOf } from '../../../domain/bodies.ts';
import { noteAudit } from '../../../ledger/audit.ts';
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
import { readFactorPosts } from './factor-posts.ts';
import { refuseAccount } from './refusals.ts';
import { beginFactor, confirmFactor, hasFactor, removeFactor } from './second-factor.ts';
import { endOtherSessions, endSession, findSession, listSessions } from './sessions.ts';
import { type SignedIn, signIn, signInSecond } from './sign-in.ts';

/** Signing in and out, the own password, and the staff of a body. */
export function mountAccounts(server: Server<Caller>, ledger: Ledger): void {
  const { pool, clock } = ledger;

  mount(server, contracts.signIn, async ({ body, request, reply }) => {
    const answer = await signIn(ledger, { ...body, address: request.ip });
    if (isRefused(answer)) return refuse(answer, reply);
    return 'ticket' in answer ? answer : enter(answer, reply);
  });

  mount(server, contracts.signInSecond, async ({ body, reply }) => {
    const answer = await signInSecond(ledger, body);
    return isRefused(answer) ? refuse(answer, reply) : enter(answer, reply);
  });

  async function enter({ token, failedTries }: SignedIn, reply: FastifyReply) {
    const session = await describeSession(ledger, token);
    if (isRefused(session)) return session;
    setSessionCookie(reply, token);
    return { ...session, token, failedTries };
  }

  mount(server, contracts.beginFactor, ({ actor }) => beginFactor(ledger, getStaff(actor).account));

  mount(server, contracts.confirmFactor, async ({ body, actor, request, reply }) => {
    const { account, body: post } = getStaff(actor);
    const refused = await confirmFactor(ledger, account, body.code);
    if (refused) return refuse(refused, reply);
    await note({ account, body: post }, 'factor.confirm');
    return describeSession(ledger, tokenOf(request));
  });

  mount(server, contracts.removeFactor, async ({ body, actor, request, reply }) => {
    const { account, body: post, roles } = getStaff(actor);
    const demanded = await readFactorPosts(pool);
    if (roles.some((role) => demanded.includes(role))) return refuseAccount('factor-demanded');
    const refused = await removeFactor(ledger, { account, ...body });
    if (refused) return refuse(refused, reply);
    await note({ account, body: post }, 'factor.remove');
    return describeSession(ledger, tokenOf(request));
  });

  mount(server, contracts.listSessions, async ({ actor, request }) => ({
    sessions: [...(await listSessions(pool, { account: getStaff(actor).account, token: tokenOf(request), clock }))],
  }));

  mount(server, contracts.endOtherSessions, async ({ actor, request }) => {
    const { account, body: post } = getStaff(actor);
    const ended = await endOtherSessions(pool, { account, token: tokenOf(request) });
    await note({ account, body: post }, 'session.end-others');
    return { ended };
  });

  function note({ account, body }: { account: string; body: string }, verb: string): Promise<void> {
    const at = clock.now().toISOString();
    return noteAudit(pool, { at, actor: `staff:${account}`, body, verb, stream: `account/${account}`, detail: {} });
  }

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

  async function describeSession(
    { reference }: Ledger,
    token: string,
  ): Promise<Response<typeof contracts.readSession> | Refused> {
    const session = await findSession(pool, token, clock);
    const account = session && (await findAccounts(pool, [session.account])).get(session.account);
    if (session === undefined || account === undefined) return refuseAccount('sign-in-first');
    const { body, roles, csrf, mustChange, mustAddFactor, expiresAt } = session;
    const name = nameOf(reference.bodies, body);
    return {
      account: { id: account.id, name: account.name, title: account.title },
      body: { id: body, name, short: reference.bodies.find(body)?.short ?? name },
      roles: [...roles],
      csrf,
      mustChange,
      mustAddFactor,
      secondFactor: await hasFactor(pool, account.id),
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
