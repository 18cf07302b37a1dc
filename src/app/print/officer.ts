import type { FastifyRequest } from 'fastify';
import { findSession, findSessionToken, type StaffActor } from '../../actors/accounts/server/public.ts';
import { holds, type Permission } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusals.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { readNames } from '../petition-page/names.ts';
import { NOT_YOUR_PAPER } from './print.texts.ts';

/** Who prints: stands at the foot of every office paper. */
export interface Officer {
  readonly actor: StaffActor;
  readonly name: string;
  readonly body: string;
}

/** The officer of the session cookie; undefined where nobody is signed in, or a first password is still to be changed. */
export async function findOfficer(
  ledger: Ledger,
  request: FastifyRequest,
  permission: Permission,
): Promise<Officer | Refusal | undefined> {
  const session = await findSession(ledger.pool, findSessionToken(request)?.token, ledger.clock);
  if (session === undefined || session.mustChange) return undefined;
  const actor: StaffActor = { kind: 'staff', account: session.account, body: session.body, roles: session.roles };
  if (!holds(actor, permission)) return NOT_YOUR_PAPER;
  const names = await readNames(ledger, { accounts: [session.account], division: '', category: '' });
  return { actor, name: names.account(session.account), body: names.body(session.body).zh };
}
