import type { Pool } from 'pg';
import type { Clock } from '../../../platform/clock/clock.ts';
import type { Keyring } from '../../../platform/secrets/keyring.ts';
import { FORGET_FAILURES_SECONDS, waitSeconds } from '../accounts.rules.ts';

/** Whose tries of what. Only a keyed hash of the two is stored, and that only until the window is over. */
export interface Tries {
  readonly purpose: string;
  readonly who: string;
}

function keyOf(keyring: Keyring, { purpose, who }: Tries): Buffer {
  return keyring.keyedHash('rate-limit', JSON.stringify([purpose, who]));
}

/**
 * Counts one more try; true while there are at most `limit` within a window, which begins with the first try. Holds
 * across processes.
 */
export async function hitLimit(
  pool: Pool,
  keyring: Keyring,
  { limit, windowSeconds, clock, ...tries }: Tries & { limit: number; windowSeconds: number; clock: Clock },
): Promise<boolean> {
  const now = clock.now();
  const { rows } = await pool.query<{ hits: number }>({
    name: 'hit_limit',
    text: `insert into rate_limit as kept (key, hits, until) values ($1, 1, $3)
           on conflict (key) do update
             set hits = case when kept.until <= $2 then 1 else least(kept.hits, $4) + 1 end,
                 until = case when kept.until <= $2 then excluded.until else kept.until end
           returning hits`,
    values: [keyOf(keyring, tries), now.toISOString(), secondsAfter(now, windowSeconds), limit],
  });
  return (rows[0]?.hits ?? 0) <= limit;
}

/**
 * Takes leave for one try that is expected to fail: counted before it is made, so that many at once do not pass
 * together. Returns the seconds to wait where it may not be made; then it is not counted either.
 */
export async function takeTry(
  pool: Pool,
  keyring: Keyring,
  { clock, ...tries }: Tries & { clock: Clock },
): Promise<number> {
  const key = keyOf(keyring, tries);
  const now = clock.now();
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('insert into rate_limit (key, hits, until) values ($1, 0, $2) on conflict (key) do nothing', [
      key,
      now.toISOString(),
    ]);
    const { rows } = await client.query<{ hits: number; until: string }>(
      'select hits, until from rate_limit where key = $1 for update',
      [key],
    );
    /* `until` is when the failures are forgotten, counted from the last of them. */
    const until = Date.parse(rows[0]?.until ?? '');
    const failures = until > now.getTime() ? (rows[0]?.hits ?? 0) : 0;
    const open = until - FORGET_FAILURES_SECONDS * 1000 + waitSeconds(failures) * 1000;
    const wait = failures === 0 ? 0 : Math.max(0, Math.ceil((open - now.getTime()) / 1000));
    if (wait === 0) {
      await client.query('update rate_limit set hits = $2, until = $3 where key = $1', [
        key,
        failures + 1,
        secondsAfter(now, FORGET_FAILURES_SECONDS),
      ]);
    }
    await client.query('commit');
    return wait;
  } catch (cause) {
    await client.query('rollback').catch(() => {});
    throw cause;
  } finally {
    client.release();
  }
}

/** Forgets the tries: one of them succeeded. */
export async function forgetTries(pool: Pool, keyring: Keyring, tries: Tries): Promise<void> {
  await pool.query('delete from rate_limit where key = $1', [keyOf(keyring, tries)]);
}

function secondsAfter(instant: Date, seconds: number): string {
  return new Date(instant.getTime() + seconds * 1000).toISOString();
}
