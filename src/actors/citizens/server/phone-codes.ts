import { randomInt } from 'node:crypto';
import type { Pool } from 'pg';
import { isMobile } from '../../../domain/ids.ts';
import type { Clock } from '../../../platform/clock/clock.ts';
import { isSame } from '../../../platform/http/csrf.ts';
import type { Keyring } from '../../../platform/secrets/keyring.ts';
import { hitLimit } from '../../accounts/server/public.ts';
import { CODE_GOOD_MINUTES, CODE_TRIES, CODES_A_PHONE, CODES_A_PLACE, digitsOf } from '../citizens.rules.ts';

/** What codes are kept in. */
export interface CodeStore {
  readonly pool: Pool;
  readonly keyring: Keyring;
  readonly clock: Clock;
}

/** A phone to be confirmed, and the draft or visit that asks: a code is good for the two together. */
export interface Asking {
  readonly holder: string;
  readonly phone: string;
}

/** Sends a code to a phone, in the words of the installation. */
export type TellCode = (phone: string, code: string) => Promise<void>;

function hashOf(keyring: Keyring, { holder, phone }: Asking, code: string): Buffer {
  return keyring.keyedHash('phone-code', JSON.stringify([holder, phone, code]));
}

/** Sends a new code to a mobile phone, unless that phone or this address has had enough of them for an hour. */
export async function sendCodeTo(
  store: CodeStore,
  asking: Asking,
  { address, tell }: { address: string; tell: TellCode },
): Promise<'sent' | 'not-mobile' | 'too-many'> {
  const { pool, keyring, clock } = store;
  const { phone } = asking;
  if (!isMobile(phone)) return 'not-mobile';
  const hour = { windowSeconds: 3600, clock };
  const toPhone = { purpose: 'phone-code', who: phone, limit: CODES_A_PHONE, ...hour };
  const fromPlace = { purpose: 'phone-code-place', who: address, limit: CODES_A_PLACE, ...hour };
  const mayPhone = await hitLimit(pool, keyring, toPhone);
  const mayPlace = await hitLimit(pool, keyring, fromPlace);
  if (!mayPhone || !mayPlace) return 'too-many';
  await tell(phone, await makeCode(store, asking));
  return 'sent';
}

/** Makes a new code; the one before it ends. */
async function makeCode({ pool, keyring, clock }: CodeStore, asking: Asking): Promise<string> {
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  await pool.query(
    `insert into phone_code (holder, code_hash, phone_hash, tries, expires_at) values ($1, $2, $3, 0, $4)
     on conflict (holder) do update
       set code_hash = excluded.code_hash, phone_hash = excluded.phone_hash, tries = 0, expires_at = excluded.expires_at`,
    [
      asking.holder,
      hashOf(keyring, asking, code),
      keyring.keyedHash('phone', asking.phone),
      new Date(clock.now().getTime() + CODE_GOOD_MINUTES * 60_000).toISOString(),
    ],
  );
  return code;
}

/** Checks a code as it was typed. Each try counts before it is looked at; `over` when it is too old or was tried too often. */
export async function checkCodeOf(
  { pool, keyring, clock }: CodeStore,
  asking: Asking,
  typed: string,
): Promise<'right' | 'wrong' | 'over'> {
  const { rows } = await pool.query<{ code_hash: Buffer; phone_hash: Buffer }>(
    `update phone_code set tries = tries + 1 where holder = $1 and tries < $2 and expires_at > $3
     returning code_hash, phone_hash`,
    [asking.holder, CODE_TRIES, clock.now().toISOString()],
  );
  const [row] = rows;
  if (row === undefined || !row.phone_hash.equals(keyring.keyedHash('phone', asking.phone))) return 'over';
  const code = hashOf(keyring, asking, digitsOf(typed));
  if (!isSame(code.toString('hex'), row.code_hash.toString('hex'))) return 'wrong';
  await endCodeOf(pool, asking.holder);
  return 'right';
}

/** Ends the code of a draft or visit that needs none any more. */
export async function endCodeOf(pool: Pool, holder: string): Promise<void> {
  await pool.query('delete from phone_code where holder = $1', [holder]);
}
