import { randomInt } from 'node:crypto';
import { hitLimit } from '../../../actors/accounts/server/public.ts';
import { isMobile } from '../../../domain/ids.ts';
import { isSame } from '../../../platform/http/csrf.ts';
import type { Refused } from '../../../platform/http/refused.ts';
import type { Keyring } from '../../../platform/secrets/keyring.ts';
import { refuseDraft } from './draft.texts.ts';
import { type OpenDraft, type Store, saveDraft } from './drafts.ts';

export const GOOD_MINUTES = 10;
const MOST_TRIES = 5;

function hashOf(keyring: Keyring, draft: string, phone: string, code: string): Buffer {
  return keyring.keyedHash('phone-code', JSON.stringify([draft, phone, code]));
}

/** Sends a code to a phone, in the words of the installation. */
export type TellCode = (phone: string, code: string) => Promise<void>;

/** Sends a new code to the draft's phone, unless that phone or this address has had enough of them for an hour. */
export async function sendPhoneCode(
  store: Store,
  { id, filing: { phone } }: OpenDraft,
  { address, tell }: { address: string; tell: TellCode },
): Promise<Refused | undefined> {
  if (!isMobile(phone)) return refuseDraft('phone-not-mobile');
  const { pool, keyring, clock } = store;
  const hour = { windowSeconds: 3600, clock };
  const mayPhone = await hitLimit(pool, keyring, { purpose: 'phone-code', who: phone, limit: 5, ...hour });
  const mayPlace = await hitLimit(pool, keyring, { purpose: 'phone-code-place', who: address, limit: 60, ...hour });
  if (!mayPhone || !mayPlace) return refuseDraft('phone-too-many');
  await tell(phone, await makePhoneCode(store, { draft: id, phone }));
  return undefined;
}

/** Takes the code as it was typed; the draft's phone counts as confirmed from then on. */
export async function confirmPhone(store: Store, draft: OpenDraft, typed: string): Promise<Refused | undefined> {
  const code = typed.normalize('NFKC').replace(/\D/g, '');
  const { id, filing } = draft;
  const told = await checkPhoneCode(store, { draft: id, phone: filing.phone, code });
  if (told !== 'right') return refuseDraft(told === 'wrong' ? 'phone-wrong' : 'phone-over');
  await saveDraft(store, draft, { ...filing, confirmed: filing.phone });
  return undefined;
}

/** 139 **** 9912 */
export function maskedPhone(phone: string): string {
  return phone.replace(/^(\d{3})\d{4}(\d{4})$/, '$1 **** $2');
}

/** Makes a new code for a draft's phone; the one before it ends. */
async function makePhoneCode(
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
async function checkPhoneCode(
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
