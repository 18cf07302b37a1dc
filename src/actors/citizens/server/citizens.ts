import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { Keyring } from '../../../platform/secrets/keyring.ts';
import type { SealedColumn } from '../../../platform/secrets/reseal.ts';
import { versionsOf } from '../../persons/server/public.ts';
import type { CodeStore } from './phone-codes.ts';

const AT_ONE_TIME = 200;

function contextOf(id: string): string {
  return `citizen/${id}`;
}

export const CITIZEN_COLUMN: SealedColumn = {
  table: 'citizen',
  key: ['id'],
  column: 'phone',
  context: ([id = '']) => contextOf(id),
};

/** Of another purpose than the hashes that petitions are found by: the two cannot be joined. */
function keyOf(keyring: Keyring, version: number, phone: string): Buffer {
  return keyring.keyedHash(`citizen ${version}`, phone, version);
}

/** The citizen of a phone that has just been confirmed, who is here from now on if they were not. */
export async function comeIn({ pool, keyring, clock }: CodeStore, phone: string): Promise<string> {
  const at = clock.now().toISOString();
  const [version, ...before] = versionsOf(keyring);
  const older = before.map((one) => keyOf(keyring, one, phone));
  const known = await pool.query<{ id: string }>(
    'update citizen set seen_at = $2 where phone_key = any($1::bytea[]) returning id',
    [older, at],
  );
  const [found] = known.rows;
  if (found !== undefined) return found.id;
  const id = randomUUID();
  const { rows } = await pool.query<{ id: string }>(
    `insert into citizen (id, phone_key, key_version, phone, created_at, seen_at) values ($1, $2, $3, $4, $5, $5)
     on conflict (phone_key) do update set seen_at = excluded.seen_at returning id`,
    [id, keyOf(keyring, version, phone), version, keyring.seal(Buffer.from(phone), contextOf(id)), at],
  );
  return rows[0]?.id ?? id;
}

/** The phone of a citizen, opened. */
export function openPhone(keyring: Keyring, id: string, sealed: Buffer): string {
  return keyring.open(sealed, contextOf(id)).toString();
}

/** Deletes all that is kept of a citizen: the phone, the list, where they are signed in. Petitions stay as they are. */
export async function deleteCitizen(pool: Pool, id: string): Promise<void> {
  await pool.query('delete from citizen where id = $1', [id]);
}

/** After a newer key was added: makes the older hashes anew, some at a time. Says how many were done. */
export async function renewCitizenKeys({ pool, keyring }: { pool: Pool; keyring: Keyring }): Promise<number> {
  const [version] = versionsOf(keyring);
  let done = 0;
  for (;;) {
    const { rows } = await pool.query<{ id: string; phone: Buffer }>(
      'select id, phone from citizen where key_version < $1 limit $2',
      [version, AT_ONE_TIME],
    );
    if (rows.length === 0) return done;
    for (const { id, phone } of rows) {
      const key = keyOf(keyring, version, openPhone(keyring, id, phone));
      const { rowCount } = await pool.query(
        `update citizen set phone_key = $2, key_version = $3
         where id = $1 and not exists (select from citizen o where o.phone_key = $2 and o.id <> $1)`,
        [id, key, version],
      );
      /* Signed in for the first time at a process that did not know the new key yet, and again at one that did. */
      if (rowCount === 0) await deleteCitizen(pool, id);
    }
    done += rows.length;
  }
}

/** Rows hashed with a key, which therefore must not be taken away. */
export async function countCitizenKeys(pool: Pool, version: number): Promise<number> {
  const { rows } = await pool.query<{ n: string }>('select count(*) as n from citizen where key_version = $1', [
    version,
  ]);
  return Number(rows[0]?.n ?? 0);
}
