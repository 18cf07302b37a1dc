import type { Refused } from '../../../platform/http/refused.ts';
import { forgetTries, takeTry } from './limits.ts';
import { isPassword } from './passwords.ts';
import { refuseAccount, refuseForNow, type WaitRefused } from './refusals.ts';
import type { SignInTools } from './sign-in-tools.ts';

/** Asks for the password again, with the same waits as at sign-in: a desk left open must not be enough. */
export async function takeOwnPassword(
  { pool, keyring, clock }: SignInTools,
  account: string,
  password: string,
): Promise<Refused | WaitRefused | undefined> {
  const { rows } = await pool.query<{ password: string }>('select password from account where id = $1', [account]);
  const tries = { purpose: 'change-password', who: account };
  const wait = await takeTry(pool, keyring, { ...tries, clock });
  if (wait > 0) return refuseForNow(wait);
  if (!(await isPassword(password, rows[0]?.password))) return refuseAccount('old-password-wrong', 'password');
  await forgetTries(pool, keyring, tries);
  return undefined;
}
