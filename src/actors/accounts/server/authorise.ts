import type { FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import type { Actor } from '../../../domain/act.ts';
import { holds, PERMISSIONS, type Permission } from '../../../domain/permission.ts';
import type { Clock } from '../../../platform/clock/clock.ts';
import { findForgery, isSameOrigin } from '../../../platform/http/csrf.ts';
import { refusedWith } from '../../../platform/http/errors.ts';
import type { Refused } from '../../../platform/http/refused.ts';
import type { RouteContract } from '../../../platform/http/route.contract.ts';
import type { Authorise } from '../../../platform/http/server.ts';
import { findPassCookie, findSessionToken } from './cookies.ts';
import { findPass, holderOf } from './passes.ts';
import { refuseAccount } from './refusals.ts';
import { actorOf, findSession } from './sessions.ts';

/** Whoever calls a route: undefined on routes open to anyone. */
export type Caller = Actor | undefined;
export type StaffActor = Extract<Actor, { kind: 'staff' }>;
export type PetitionerActor = Extract<Actor, { kind: 'petitioner' }>;

/** What somebody who must set a new password may still call. */
const BEFORE_PASSWORD_CHANGE: readonly string[] = ['/api/session', '/api/session/password'];

/** What somebody whose post takes a second factor may still call without one. */
const BEFORE_FACTOR: readonly string[] = [
  ...BEFORE_PASSWORD_CHANGE,
  '/api/session/factor',
  '/api/session/factor/confirm',
  '/api/session/passkeys/begin',
  '/api/session/passkeys',
];

/**
 * Answers, for every mounted route, who asks. By what the route's permission wants it reads the staff cookie (or a
 * bearer token) or the petitioner's pass; writing requests that a cookie speaks for must carry that session's token
 * (header `x-csrf`). A permission that the product does not know is refused.
 */
export function createAuthorise({ pool, clock }: { pool: Pool; clock: Clock }): Authorise<Caller> {
  return (request, contract) => {
    const { permission } = contract;
    if (!isPermission(permission)) return refuseAccount('not-your-post');
    if (permission === 'anyone') return admitAnyone(request);
    if (permission === 'petitioner') return admitPetitioner(request);
    return admitStaff(request, contract, permission);
  };

  async function admitStaff(
    request: FastifyRequest,
    contract: RouteContract,
    permission: Permission,
  ): Promise<StaffActor | Refused> {
    const found = findSessionToken(request);
    const session = await findSession(pool, found?.token, clock);
    if (found === undefined || session === undefined) return refuseAccount('sign-in-first');
    const forgery = found.by === 'cookie' ? findForgery(request, session.csrf) : undefined;
    if (forgery !== undefined) return forgery;
    const { mustChange, mustAddFactor } = session;
    if (mustChange && !BEFORE_PASSWORD_CHANGE.includes(contract.path)) return refuseAccount('change-password-first');
    if (mustAddFactor && !BEFORE_FACTOR.includes(contract.path)) return refuseAccount('add-factor-first');
    const actor = actorOf(session);
    return holds(actor, permission) ? actor : refuseAccount('not-your-post');
  }

  async function admitPetitioner(request: FastifyRequest): Promise<PetitionerActor | Refused> {
    const pass = await findPass(pool, findPassCookie(request), clock);
    if (pass === undefined) return refuseAccount('pass-first');
    return findForgery(request, pass.csrf) ?? holderOf(pass);
  }
}

/** There is no session to forge, but a foreign page must not sign anybody in or file in somebody's name. */
function admitAnyone(request: FastifyRequest): undefined | Refused {
  return request.method === 'GET' || isSameOrigin(request) ? undefined : refusedWith('other-site');
}

function isPermission(text: string): text is Permission {
  return Object.hasOwn(PERMISSIONS, text);
}

/** The officer who calls. Throws where the route's permission lets others in: a fault of the route, not the caller's. */
export function getStaff(caller: Caller): StaffActor {
  if (caller?.kind !== 'staff') throw new Error('this route must ask for a permission of staff');
  return caller;
}

/** The petitioner who calls; throws as `getStaff` does. */
export function getPetitioner(caller: Caller): PetitionerActor {
  if (caller?.kind !== 'petitioner') throw new Error('this route must ask for the permission petitioner');
  return caller;
}
