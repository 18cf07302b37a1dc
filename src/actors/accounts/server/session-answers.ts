import type { FastifyReply, FastifyRequest } from 'fastify';
import { nameOf } from '../../../domain/bodies.ts';
import { noteAudit } from '../../../ledger/audit.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import type { Refused } from '../../../platform/http/refused.ts';
import type { Response } from '../../../platform/http/route.contract.ts';
import type { readSession, signInSecond } from '../accounts.contract.ts';
import { findPasskeyPlace, kindsOf, type PasskeyPlace } from '../passkeys.rules.ts';
import { findAccounts } from './accounts.ts';
import { findSessionToken, setSessionCookie } from './cookies.ts';
import { findFactors } from './factors.ts';
import { refuseAccount } from './refusals.ts';
import { findSession } from './sessions.ts';
import type { SignedIn } from './sign-in.ts';

/** How the routes of signing in answer, and what of them goes into the trail. */
export interface SessionAnswers {
  /** Where the caller is, as passkeys see it. */
  place(request: FastifyRequest): PasskeyPlace | undefined;
  /** The session the request was sent in. */
  describe(request: FastifyRequest): Promise<Response<typeof readSession> | Refused>;
  /** Lets somebody in: the session, and its cookie. */
  enter(
    signedIn: SignedIn,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<Response<typeof signInSecond> | Refused>;
  note(who: { readonly account: string; readonly body: string }, verb: string, detail?: object): Promise<void>;
}

/** `addressOf` says at which address the caller reaches the city. */
export function sessionAnswers(ledger: Ledger, addressOf: (request: FastifyRequest) => string): SessionAnswers {
  const { pool, clock } = ledger;
  const place = (request: FastifyRequest) => findPasskeyPlace(addressOf(request));

  async function describe(request: FastifyRequest, token: string): Promise<Response<typeof readSession> | Refused> {
    const session = await findSession(pool, token, clock);
    const account = session && (await findAccounts(pool, [session.account])).get(session.account);
    if (session === undefined || account === undefined) return refuseAccount('sign-in-first');
    const { bodies } = ledger.reference;
    const { body, roles, csrf, mustChange, mustAddFactor, expiresAt } = session;
    const name = nameOf(bodies, body);
    const factors = kindsOf(await findFactors(pool, account.id));
    return {
      account: { id: account.id, name: account.name, title: account.title },
      body: { id: body, name, short: bodies.find(body)?.short ?? name },
      roles: [...roles],
      csrf,
      mustChange,
      mustAddFactor,
      secondFactor: factors.length > 0,
      factors,
      passkeysHere: place(request) !== undefined,
      expiresAt,
    };
  }

  return {
    place,
    describe: (request) => describe(request, tokenOf(request)),
    enter: async ({ token, failedTries }, request, reply) => {
      const session = await describe(request, token);
      if ('refused' in session) return session;
      setSessionCookie(reply, token);
      return { ...session, token, failedTries };
    },
    note: ({ account, body }, verb, detail = {}) => {
      const at = clock.now().toISOString();
      return noteAudit(pool, { at, actor: `staff:${account}`, body, verb, stream: `account/${account}`, detail });
    },
  };
}

/** Only for routes of staff: `authorise` has found the session by it. */
export function tokenOf(request: FastifyRequest): string {
  return findSessionToken(request)?.token ?? '';
}

/** A wait is told in a header as well. */
export function refuse(refused: Refused & { retryAfterSeconds?: number }, reply: FastifyReply): Refused {
  if (refused.retryAfterSeconds !== undefined) reply.header('retry-after', refused.retryAfterSeconds);
  return refused;
}
