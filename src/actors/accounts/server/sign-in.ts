import type { Pool } from 'pg';
import type { Clock } from '../../../platform/clock/clock.ts';
import type { Refused } from '../../../platform/http/refused.ts';
import type { Keyring } from '../../../platform/secrets/keyring.ts';
import { placeOf } from '../accounts.rules.ts';
import { forgetTries, takeTry } from './limits.ts';
import { isPassword } from './passwords.ts';
import { refuseAccount, refuseForNow, type WaitRefused } from './refusals.ts';
import { type NewSession, openSession } from './sessions.ts';

/** What signing in needs around it; the ledger has it all. */
export interface SignInTools {
  readonly pool: Pool;
  readonly keyring: Keyring;
  readonly clock: Clock;
}

export interface SignedIn extends NewSession {
  readonly account: string;
  /** Wrong passwords given for this login since its last sign-in. */
  readonly failedTries: number;
}

/**
 * Opens a session for the right password. An unknown login, a wrong password and an ended account get the same answer
 * after the same time, and the same wait when repeated.
 */
export async function signIn(
  { pool, keyring, clock }: SignInTools,
  { login, password, address }: { login: string; password: string; address: string },
): Promise<SignedIn | Refused | WaitRefused> {
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
  const [session] = await Promise.all([
    openSession(pool, account.id, clock),
    pool.query('update account set failures = 0 where id = $1', [account.id]),
    forgetTries(pool, keyring, tries),
  ]);
  return { ...session, account: account.id, failedTries: account.failures };
}
