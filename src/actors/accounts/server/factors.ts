import type { Pool } from 'pg';
import type { Factors } from '../passkeys.rules.ts';

/** SQL that says whether the account of this column has a second factor, of whichever kind. */
export function hasFactorSql(account: string): string {
  return `(exists (select from account_factor f where f.account = ${account} and f.confirmed_at is not null)
           or exists (select from passkey p where p.account = ${account}))`;
}

/** The second factors of an account, and the hosts its passkeys were made at, one entry a passkey. */
export async function findFactors(
  pool: Pool,
  account: string,
): Promise<Factors & { readonly hosts: readonly string[] }> {
  const { rows } = await pool.query<{ code: boolean; hosts: string[] }>(
    `select exists (select from account_factor where account = $1 and confirmed_at is not null) as code,
            array(select host from passkey where account = $1) as hosts`,
    [account],
  );
  const { code = false, hosts = [] } = rows[0] ?? {};
  return { code, passkeys: hosts.length, hosts };
}
