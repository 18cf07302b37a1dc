import { randomInt } from 'node:crypto';
import type { Pool } from 'pg';
import type { Clock } from '../../../platform/clock/clock.ts';
import { isSame } from '../../../platform/http/csrf.ts';
import type { Keyring } from '../../../platform/secrets/keyring.ts';

const GOOD_MINUTES = 10;
const MOST_TRIES = 5;

interface Store {
  readonly pool: Pool;
  readonly keyring: Keyring;
  readonly clock: Clock;
}

function hashOf(keyring: Keyring, draft: string, phone: string, code: string): Buffer {
  return keyring.keyedHash('phone-code', JSON.stringify([draft, phone, code]));
}

/** Makes a new code for a draft's phone; the one before it ends. Whoever calls sends it. */
export async function makePhoneCode(
  { pool, keyring, clock }: Store,
  { draft, phone }: { draft: string; phone: string },
): Promise<string> {
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  await pool.query(
    `insert into phone_code (draft, code_hash, phone_hash, tries, expires_at) values ($1, $2, $3, 0, $4)
     on conflict (draft) do update
       set code_hash = excluded.code_hash, phone_hash = excluded.phone_hash, tries = 0, expires_at = excluded.expires_at`,
    [
      draft,
      hashOf(keyring, draft, phone, code),
      keyring.keyedHash('phone', phone),
      new Date(clock.now().getTime() + GOOD_MINUTES * 60_000).toISOString(),
    ],
  );
  return code;
}

/** Checks a code that was typed. Each try counts before it is looked at; `over` when it is too old or was tried too often. */
export async function checkPhoneCode(
  { pool, keyring, clock }: Store,
  { draft, phone, code }: { draft: string; phone: string; code: string },
): Promise<'right' | 'wrong' | 'over'> {
  const { rows } = await pool.query<{ code_hash: Buffer; phone_hash: Buffer }>(
    `update phone_code set tries = tries + 1 where draft = $1 and tries < $2 and expires_at > $3
     returning code_hash, phone_hash`,
    [draft, MOST_TRIES, clock.now().toISOString()],
  );
  const [row] = rows;
  if (row === undefined || !row.phone_hash.equals(keyring.keyedHash('phone', phone))) return 'over';
  if (!isSame(hashOf(keyring, draft, phone, code).toString('hex'), row.code_hash.toString('hex'))) return 'wrong';
  await pool.query('delete from phone_code where draft = $1', [draft]);
  return 'right';
}

/** Whether a code for this phone is still good, so that coming back to the page sends no second one. */
export async function hasPhoneCode({ pool, keyring, clock }: Store, draft: string, phone: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    'select 1 from phone_code where draft = $1 and phone_hash = $2 and tries < $3 and expires_at > $4',
    [draft, keyring.keyedHash('phone', phone), MOST_TRIES, clock.now().toISOString()],
  );
  return rowCount === 1;
}
