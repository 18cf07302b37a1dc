import type { Pool } from 'pg';
import { OperatorError } from '../platform/config/operator-error.ts';
import { AREAS, type Area, type Keyring } from '../platform/secrets/keyring.ts';
import { saveSetting } from './save-setting.ts';

/** The setting that holds a fingerprint of each key that ever sealed something here, by area and version. */
const SETTING = 'known-keys';

/** Fingerprints by area; the place in the list is the version. */
export type KnownKeys = Readonly<Partial<Record<Area, readonly string[]>>>;

export async function readKnownKeys(pool: Pool): Promise<KnownKeys> {
  const { rows } = await pool.query<{ value: KnownKeys }>('select value from setting where name = $1', [SETTING]);
  return rows[0]?.value ?? {};
}

/**
 * Holds the keys at hand against those that sealed what is here, and writes down new ones.
 * @throws OperatorError where a key is another one: whatever it sealed could not be opened, and what it would seal could
 * not be opened by the right one.
 */
export async function checkKeys(pool: Pool, keyring: Keyring): Promise<void> {
  const known = await readKnownKeys(pool);
  const now: Partial<Record<Area, readonly string[]>> = {};
  for (const area of AREAS) {
    const before = known[area] ?? [];
    const versions = keyring.versions(area);
    const newest = Math.max(before.length, ...versions);
    now[area] = Array.from({ length: newest }, (_, at) => {
      const version = at + 1;
      const made = versions.includes(version) ? keyring.fingerprint(area, version) : undefined;
      const kept = before[at];
      if (kept !== undefined && made !== undefined && kept !== made) throw wrongKey(area, version);
      return made ?? kept ?? '';
    });
    if (newest > (versions[0] ?? 0)) throw wrongKey(area, newest);
  }
  if (JSON.stringify(now) === JSON.stringify(known)) return;
  await saveSetting(pool, SETTING, now);
}

function wrongKey(area: Area, version: number): OperatorError {
  const [zh, en] = area === 'sealed' ? ['检举件', 'of sealed reports'] : ['主', 'master'];
  return new OperatorError({
    zh: `${zh}密钥（第${version}把）不是这个数据库用过的那一把，或者缺失。请放回原来的密钥，见 docs/operating/keys.md。`,
    en: `Key ${version} (${en}) is missing, or not the one this database was sealed with. Put the right one back: docs/operating/keys.md.`,
  });
}
