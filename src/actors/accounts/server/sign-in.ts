import type { Refused } from '../../../platform/http/refused.ts';
import { placeOf } from '../accounts.rules.ts';
import { type FactorKind, kindsOf, type PasskeyPlace } from '../passkeys.rules.ts';
import { findFactors } from './factors.ts';
import { forgetTries, takeTry } from './limits.ts';
import { isPassword } from './passwords.ts';
import { refuseAccount, refuseForNow, type WaitRefused } from './refusals.ts';
import { readTicket, takeCode, writeTicket } from './second-factor.ts';
import { type NewSession, openSession } from './sessions.ts';
import type { SignInTools } from './sign-in-tools.ts';

export interface SignedIn extends NewSession {
  readonly account: string;
  /** Wrong passwords given for this login since its last sign-in. */
  readonly failedTries: number;
}

/** The password was right, and a second factor is owed. */
export interface HalfSignedIn {
  readonly ticket: string;
  /** What the account can give where the caller is. */
  readonly steps: FactorKind[];
}

/**
 * Opens a session for the right password. An unknown login, a wrong password and an ended account get the same answer
 * after the same time, and the same wait when repeated.
 */
export async function signIn(
  { pool, keyring, clock }: SignInTools,
  {
    login,
    password,
    address,
    place,
  }: { login: string; password: string; address: string; place: PasskeyPlace | undefined },
): Promise<SignedIn | HalfSignedIn | Refused | WaitRefused> {
  const name = login.toLowerCase();
  const tries = { purpose: 'sign-in', who: `${name} ${placeOf(address)}` };
  const wait = await takeTry(pool, keyring, { ...tries, clock });
  if (wait > 0) return refuseForNow(wait);
  const { rows } = await pool.query<{ id: string; password: string; failures: number }>(
    'select id, password, failures from account where login = $1 and ended_on is null',
    [name],
  );
  const [account] = rows;
  /* Counted while the hash is being computed, so that the write does not show in the time of the answer. */
  const [matches] = await Promise.all([
    isPassword(password, account?.password),
    account && pool.query('update account set failures = failures + 1 where id = $1', [account.id]),
  ]);
  if (account === undefined || !matches) return refuseAccount('sign-in-wrong');
  await forgetTries(pool, keyring, tries);
  return enterProved({ pool, keyring, clock }, { ...account, place });
}

/** Whoever was proved, by password or by another who vouches: a session, or the second step where the account has one. */
export async function enterProved(
  tools: SignInTools,
  account: { readonly id: string; readonly failures: number; readonly place: PasskeyPlace | undefined },
): Promise<SignedIn | HalfSignedIn> {
  const { pool, keyring, clock } = tools;
  const { code, passkeys, hosts } = await findFactors(pool, account.id);
  if (!code && passkeys === 0) return open(tools, account);
  const steps = kindsOf({ code, passkeys: hosts.filter((host) => host === account.place?.host).length });
  return { ticket: writeTicket(keyring, account.id, clock.now()), steps };
}

/** The second step: the ticket of the first and a code. */
export async function signInSecond(
  tools: SignInTools,
  { ticket, code }: { ticket: string; code: string },
): Promise<SignedIn | Refused | WaitRefused> {
  const id = readTicket(tools.keyring, ticket, tools.clock.now());
  if (id === undefined) return refuseAccount('ticket-over');
  const refused = await takeCode(tools, id, code);
  return refused ?? openAfterSecond(tools, id);
}

/** Opens the session once both steps are done, unless the account has ended between them. */
export async function openAfterSecond(tools: SignInTools, id: string): Promise<SignedIn | Refused> {
  const { rows } = await tools.pool.query<{ id: string; failures: number }>(
    'select id, failures from account where id = $1 and ended_on is null',
    [id],
  );
  const [account] = rows;
  return account === undefined ? refuseAccount('sign-in-wrong') : open(tools, account);
}

async function open(
  { pool, clock }: SignInTools,
  { id, failures }: { id: string; failures: number },
): Promise<SignedIn> {
  const [session] = await Promise.all([
    openSession(pool, id, clock),
    pool.query('update account set failures = 0 where id = $1', [id]),
  ]);
  return { ...session, account: id, failedTries: failures };
}
