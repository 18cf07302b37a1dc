import type { Refused } from '../../../platform/http/refused.ts';
import { findPasswordFault } from '../accounts.rules.ts';
import { forgetTries, takeTry } from './limits.ts';
import { hashPassword, isPassword } from './passwords.ts';
import { refuseAccount, refuseForNow, type WaitRefused } from './refusals.ts';
import type { SignInTools } from './sign-in-tools.ts';
import { findTokenId } from './tokens.ts';

/**
 * Sets an own password. The present one is asked for again, with the same waits as at sign-in: a desk left open must not
 * be enough. Every other session of the account ends; `token` is the one that stays.
 */
export async function changePassword(
  { pool, keyring, clock }: SignInTools,
  { account, token, current, password }: { account: string; token: string; current: string; password: string },
): Promise<Refused | WaitRefused | undefined> {
  const { rows } = await pool.query<{ login: string; password: string }>(
    'select login, password from account where id = $1',
    [account],
  );
  const [stored] = rows;
  if (stored === undefined) return refuseAccount('sign-in-first');
  const tries = { purpose: 'change-password', who: account };
  const wait = await takeTry(pool, keyring, { ...tries, clock });
  if (wait > 0) return refuseForNow(wait);
  if (!(await isPassword(current, stored.password))) return refuseAccount('old-password-wrong', 'current');
  await forgetTries(pool, keyring, tries);
  const fault = findPasswordFault(password, stored.login);
  if (fault !== undefined) return refuseAccount(fault, 'password');
  if (await isPassword(password, stored.password)) return refuseAccount('password-unchanged', 'password');
  await pool.query(
    `with changed as (update account set password = $2, must_change = false where id = $1 returning id)
     delete from session using changed where session.account = changed.id and session.id <> $3`,
    [account, await hashPassword(password), findTokenId(token)],
  );
  return undefined;
}
