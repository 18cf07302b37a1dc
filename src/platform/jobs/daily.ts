import type { Pool } from 'pg';

/** Rows of `table` that go once `column` lies more than `keepDays` days back. */
export interface Expiry {
  readonly table: string;
  readonly column: string;
  readonly keepDays: number;
}

/** What nobody needs any longer. Keys of requests and of finished jobs are kept for as long as a repeat is recognised. */
export const EXPIRIES: readonly Expiry[] = [
  { table: 'job_done', column: 'done_at', keepDays: 30 },
  { table: 'idempotency', column: 'created_at', keepDays: 30 },
  { table: 'message', column: 'created_at', keepDays: 90 },
  { table: 'session', column: 'expires_at', keepDays: 0 },
  { table: 'visit_pass', column: 'expires_at', keepDays: 0 },
  { table: 'citizen_session', column: 'expires_at', keepDays: 0 },
  /* A telephone number given back goes to somebody else some months later: the list is gone by then, the petitions stay. */
  { table: 'citizen', column: 'seen_at', keepDays: 90 },
  { table: 'phone_code', column: 'expires_at', keepDays: 0 },
  { table: 'passkey_challenge', column: 'expires_at', keepDays: 0 },
  { table: 'rate_limit', column: 'until', keepDays: 0 },
];

/** Clears what has expired at `now`. Drafts take the files along that were given with them and never sent. */
export async function clearExpired(pool: Pool, now: Date, expiries = EXPIRIES): Promise<void> {
  for (const { table, column, keepDays } of expiries) {
    await pool.query(`delete from ${table} where ${column} < $1`, [before(now, keepDays)]);
  }
  await clearDrafts(pool, now);
}

/** In two steps, files first: on shards a delete cannot look into a table that lives elsewhere. */
async function clearDrafts(pool: Pool, now: Date): Promise<void> {
  for (;;) {
    const { rows } = await pool.query<{ id: string }>('select id from draft where expires_at < $1 limit 500', [now]);
    if (rows.length === 0) return;
    const ids = rows.map(({ id }) => id);
    await pool.query('delete from file where draft = any($1::uuid[]) and stream is null', [ids]);
    await pool.query('delete from draft where id = any($1::uuid[])', [ids]);
  }
}

function before(now: Date, days: number): Date {
  return new Date(now.getTime() - days * 86_400_000);
}
