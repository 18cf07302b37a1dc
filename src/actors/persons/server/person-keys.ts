import type { Pool, PoolClient } from 'pg';
import type { Keyring } from '../../../platform/secrets/keyring.ts';

/** The setting that names the version of the key which new hashes are made with; absent: 1. Raise it to rotate. */
export const VERSION_SETTING = 'person-key-version';

/** The versions that may stand in the table, the newest first: while rotating, both are tried. */
export async function readVersions(db: Pool | PoolClient): Promise<readonly [now: number, ...before: number[]]> {
  const { rows } = await db.query<{ value: unknown }>({
    name: 'person_key_version',
    text: 'select value from setting where name = $1',
    values: [VERSION_SETTING],
  });
  const now = Number(rows[0]?.value ?? 1);
  if (!Number.isInteger(now) || now < 1)
    throw new Error(`the setting ${VERSION_SETTING} must be a whole number from 1`);
  return now === 1 ? [1] : [now, now - 1];
}

/** A thing that a person is known by, as it is kept. */
export function hashOf(keyring: Keyring, version: number, text: string): Buffer {
  return keyring.keyedHash(`person ${version}`, text);
}
