import { randomBytes } from 'node:crypto';
import { PASSKEY_SECONDS } from '../passkeys.rules.ts';
import type { SignInTools } from './sign-in-tools.ts';

export interface Asked {
  readonly account: string;
  readonly purpose: 'add' | 'sign-in';
}

/** Makes what a passkey is to sign, in place of what was asked for the same purpose before. Base64url. */
export async function makeChallenge({ pool, clock }: SignInTools, { account, purpose }: Asked): Promise<string> {
  const challenge = randomBytes(32);
  await pool.query(
    `insert into passkey_challenge (account, purpose, challenge, expires_at) values ($1, $2, $3, $4)
     on conflict (account, purpose) do update set challenge = excluded.challenge, expires_at = excluded.expires_at`,
    [account, purpose, challenge, new Date(clock.now().getTime() + PASSKEY_SECONDS * 1_000).toISOString()],
  );
  return challenge.toString('base64url');
}

/** What was asked, once: whoever answers, rightly or wrongly, uses it up. */
export async function takeChallenge(
  { pool, clock }: SignInTools,
  { account, purpose }: Asked,
): Promise<string | undefined> {
  const { rows } = await pool.query<{ challenge: Buffer; expires_at: string }>(
    'delete from passkey_challenge where account = $1 and purpose = $2 returning challenge, expires_at',
    [account, purpose],
  );
  const [row] = rows;
  if (row === undefined || Date.parse(row.expires_at) < clock.now().getTime()) return undefined;
  return row.challenge.toString('base64url');
}
