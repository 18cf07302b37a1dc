import { Pool } from 'pg';
import { log } from '../log/log.ts';
import { typeParsers } from './type-parsers.ts';

/**
 * A pool of connections whose values come back as the rest of the product expects: date, int8 and numeric as strings,
 * timestamptz as an ISO string ending in Z.
 */
export function createPool(url: string, { max }: { max: number }): Pool {
  const pool = new Pool({
    connectionString: url,
    max,
    types: typeParsers,
    // Instants must come back in UTC whatever the server's own zone is.
    options: '-c TimeZone=UTC',
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
  });
  // An idle connection that breaks (the server restarts) is replaced on the next use; unheard, it would end the process.
  /* The same for one in use: whoever uses it is told by the query that fails; an event nobody hears would end the process. */
  pool.on('connect', (client) => client.on('error', () => {}));
  pool.on('error', (cause) => log.warn('database connection lost', { reason: cause.message }));
  return pool;
}
