import { createHash, randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { inject } from 'vitest';
import { type Database, databaseOn } from '../../src/db/database.ts';
import { migrate } from '../../src/db/migrate.ts';
import { readMigrations } from '../../src/db/migrations.ts';
import { createPool } from '../../src/platform/postgres/pool.ts';
import { openServer } from '../../src/platform/postgres/server.ts';

/** A database of its own, migrated and empty. */
export type TestDatabase = {
  readonly url: string;
  readonly pool: Pool;
  readonly db: Database;
  /** Ends the pool and drops the database. */
  close(): Promise<void>;
};

/** Any number, the same for every worker. */
const BUILDING_TEMPLATE = 7_212_099;

/**
 * A new database cloned from the migrated template, in some 50 ms; the first call of a run starts the server and builds
 * the template. Call it in `beforeAll` and close it in `afterAll`. `template: false` gives an entirely empty one.
 */
export async function openTestDatabase({
  max = 10,
  template = true,
}: {
  max?: number;
  template?: boolean;
} = {}): Promise<TestDatabase> {
  const server = await openTestServer();
  const name = `test_${randomBytes(6).toString('hex')}`;
  await withPool(server.url, async (admin) => {
    const source = template ? await ensureTemplate(admin, server.url) : 'template1';
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${source}`);
  });
  const url = databaseUrl(server.url, name);
  const pool = createPool(url, { max });
  return {
    url,
    pool,
    db: databaseOn(pool),
    close: async () => {
      await pool.end();
      await withPool(server.url, (admin) => admin.query(`DROP DATABASE ${name} WITH (FORCE)`));
      await server.release();
    },
  };
}

/** The run's one server. It need not survive a power cut, so it does not wait for the disk. */
export function openTestServer() {
  return openServer({
    dataDir: inject('testDataDir'),
    say: () => {},
    extraSettings: ['fsync=off', 'full_page_writes=off', 'shared_buffers=128MB'],
  });
}

/** The address of another database on the same server. */
export function databaseUrl(url: string, name: string): string {
  return url.replace(/\/[^/]*$/, `/${name}`);
}

async function ensureTemplate(admin: Pool, url: string): Promise<string> {
  const migrations = readMigrations();
  const hash = createHash('sha256').update(migrations.map(({ sha256 }) => sha256).join());
  const name = `template_${hash.digest('hex').slice(0, 12)}`;
  const client = await admin.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [BUILDING_TEMPLATE]);
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount !== 0) return name;
    await client.query('DROP DATABASE IF EXISTS unfinished_template WITH (FORCE)');
    await client.query('CREATE DATABASE unfinished_template');
    await withPool(databaseUrl(url, 'unfinished_template'), (pool) => migrate({ pool, say: () => {}, migrations }));
    await client.query(`ALTER DATABASE unfinished_template RENAME TO ${name}`);
    return name;
  } finally {
    client.release(true);
  }
}

async function withPool<T>(url: string, work: (pool: Pool) => Promise<T>): Promise<T> {
  const pool = createPool(url, { max: 2 });
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
}
