import { Kysely, PostgresDialect } from 'kysely';
import type { Pool } from 'pg';
import { createPool } from '../platform/postgres/pool.ts';
import { openServer } from '../platform/postgres/server.ts';
import { holdSchema, migrate } from './migrate.ts';
import type { Tables } from './tables.ts';

/** Typed queries over the product's tables. */
export type Database = Kysely<Tables>;

/** How many connections one process keeps at most, unless it is told otherwise. */
const CONNECTIONS = 10;

/** A database by its address, with a pool of its own; `destroy()` closes that pool. */
export function openDatabase(url: string, { max = CONNECTIONS }: { max?: number } = {}): Database {
  return databaseOn(createPool(url, { max }));
}

/** Typed queries on a pool that is there already (and closed with either of the two). */
export function databaseOn(pool: Pool): Database {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}

/** A database ready for work: server running, schema as this program knows it and held so. */
export type ReadyDatabase = {
  readonly url: string;
  readonly pool: Pool;
  readonly db: Database;
  close(): Promise<void>;
};

/**
 * What a command needs before it can work: opens the server (see `openServer`), brings the schema up to date, and holds
 * it until closed.
 * @throws OperatorError for anything the operator must put right.
 */
export async function openReadyDatabase({
  dataDir,
  databaseUrl,
  say,
  max = CONNECTIONS,
}: {
  dataDir: string;
  databaseUrl?: string | undefined;
  say: (line: string) => void;
  max?: number;
}): Promise<ReadyDatabase> {
  const server = await openServer({ dataDir, databaseUrl, say });
  // One more than asked for: holding the schema takes a connection for good.
  const pool = createPool(server.url, { max: max + 1 });
  try {
    await migrate({ pool, say });
    const schema = await holdSchema({ pool });
    return {
      url: server.url,
      pool,
      db: databaseOn(pool),
      close: async () => {
        schema.release();
        await pool.end();
        await server.release();
      },
    };
  } catch (cause) {
    await pool.end();
    await server.release();
    throw cause;
  }
}
