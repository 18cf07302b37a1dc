import type { Pool } from 'pg';
import type { Clock } from '../../../platform/clock/clock.ts';

/** Removes sessions, passes and counted tries that are over. For a job, every hour or so: nothing depends on it. */
export async function clearExpired(pool: Pool, clock: Clock): Promise<void> {
  const now = [clock.now().toISOString()];
  await pool.query('delete from session where expires_at <= $1', now);
  await pool.query('delete from visit_pass where expires_at <= $1', now);
  await pool.query('delete from rate_limit where until <= $1', now);
}
