import type { Ledger } from '../../ledger/ledger.ts';

/** Does a run's work while no other process does; the others wait. The lock ends with its connection, whatever happens. */
export async function alone<T>(ledger: Ledger, run: string, work: () => Promise<T>): Promise<T> {
  const client = await ledger.pool.connect();
  try {
    await client.query('select pg_advisory_lock(7212401, hashtext($1))', [run]);
    return await work();
  } finally {
    client.release(true);
  }
}
