import type { Pool, PoolClient } from 'pg';
import { OperatorError } from '../platform/config/operator-error.ts';
import { inOperatorLanguage } from '../platform/config/operator-words.ts';
import { type Migration, readMigrations } from './migrations.ts';

/** Advisory locks on the database; the numbers only have to differ from each other and from other programs'. */
const MIGRATING = 7_212_001;
const IN_USE = 7_212_002;

const RECORD = `
  CREATE TABLE IF NOT EXISTS schema_migration (
    name text PRIMARY KEY,
    sha256 text NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT now()
  );
  COMMENT ON TABLE schema_migration IS 'The steps of the schema applied to this database, with the hash of the file each came from.'`;

/**
 * Brings the schema up to this program's: applies what is missing, each step in a transaction of its own, one program
 * at a time. Does nothing, quickly, where nothing is missing.
 * @returns the names applied, in order.
 * @throws OperatorError where an applied file has changed, the database knows steps this program does not (it is
 * older), or another command is at work on the schema that would change under it.
 */
export async function migrate({
  pool,
  say,
  migrations = readMigrations(),
}: {
  pool: Pool;
  say: (line: string) => void;
  migrations?: readonly Migration[];
}): Promise<string[]> {
  const client = await pool.connect();
  try {
    await lockSchema(client);
    const missing = missingFrom(await readApplied(client), migrations);
    if (missing.length === 0) return [];
    await demandQuiet(client);
    await client.query(RECORD);
    for (const migration of missing) {
      say(inOperatorLanguage({ zh: `更新数据库结构：${migration.name}`, en: `Schema: ${migration.name}` }));
      await apply(client, migration);
    }
    return missing.map(({ name }) => name);
  } finally {
    // The locks belong to the session: closing it frees them even where unlocking itself would fail.
    client.release(true);
  }
}

/**
 * Declares that this program works on the schema as it knows it, until released: no newer program will then change it
 * underneath.
 * @throws OperatorError where the schema is not exactly the one this program knows.
 */
export async function holdSchema({
  pool,
  migrations = readMigrations(),
}: {
  pool: Pool;
  migrations?: readonly Migration[];
}): Promise<{ release(): void }> {
  const client = await pool.connect();
  try {
    const missing = missingFrom(await pinSchema(client), migrations);
    if (missing.length > 0) {
      throw new OperatorError({
        zh: '数据库结构比本程序旧，请先运行 ./huiying migrate。',
        en: 'The schema of the database is older than this program: run ./huiying migrate first.',
      });
    }
  } catch (cause) {
    client.release(true);
    throw cause;
  }
  client.on('error', () => {});
  return { release: () => client.release(true) };
}

/** The steps applied to a database by name, each with the hash of its file. */
export type Applied = ReadonlyMap<string, string>;

/** One program at a time works on the schema: waits for the others, and holds it until the connection ends. */
export async function lockSchema(client: PoolClient): Promise<void> {
  await client.query('SELECT pg_advisory_lock($1)', [MIGRATING]);
}

/** Keeps the schema as it is, whichever it is, until the connection ends. */
export async function pinSchema(client: PoolClient): Promise<Applied> {
  await client.query('SELECT pg_advisory_lock_shared($1)', [IN_USE]);
  return await readApplied(client);
}

/**
 * Which of this program's steps make up a schema that was written down elsewhere, and which follow it.
 * @throws OperatorError where this program is older, or its files are not those that made it.
 */
export function splitMigrations(
  applied: Applied,
  migrations: readonly Migration[],
): { made: readonly Migration[]; following: readonly Migration[] } {
  const following = missingFrom(applied, migrations);
  return { made: migrations.filter((migration) => !following.includes(migration)), following };
}

/** Applies steps within the caller's transaction, which holds the lock of `lockSchema`. */
export async function applyWithin(client: PoolClient, migrations: readonly Migration[]): Promise<void> {
  await client.query(RECORD);
  for (const migration of migrations) await applyOne(client, migration);
}

async function readApplied(client: PoolClient): Promise<Applied> {
  const { rows: exists } = await client.query("SELECT to_regclass('schema_migration') IS NOT NULL AS found");
  if (!exists[0]?.found) return new Map();
  const { rows } = await client.query<{ name: string; sha256: string }>('SELECT name, sha256 FROM schema_migration');
  return new Map(rows.map(({ name, sha256 }) => [name, sha256]));
}

function missingFrom(applied: Applied, migrations: readonly Migration[]): Migration[] {
  const known = new Set(migrations.map(({ name }) => name));
  const unknown = [...applied.keys()].filter((name) => !known.has(name)).sort();
  if (unknown.length > 0) {
    throw new OperatorError({
      zh: `数据库结构比本程序新（${unknown.join('、')}）。请改用更新的程序。`,
      en: `The schema of the database is newer than this program (${unknown.join(', ')}). Use the newer program.`,
    });
  }
  const changed = migrations.filter(({ name, sha256 }) => applied.has(name) && applied.get(name) !== sha256);
  if (changed.length > 0) {
    const names = changed.map(({ name }) => name);
    throw new OperatorError({
      zh: `已应用的结构文件被改动过：${names.join('、')}。请还原文件；要再改结构，另写一个新文件。`,
      en: `Schema files were changed after they had been applied: ${names.join(', ')}. Restore them; a further change is a new file.`,
    });
  }
  return migrations.filter(({ name }) => !applied.has(name));
}

/** Waits a little for commands that are just ending, then refuses: they hold the schema they were written for. */
async function demandQuiet(client: PoolClient): Promise<void> {
  await client.query("SET lock_timeout = '3s'");
  try {
    await client.query('SELECT pg_advisory_lock($1)', [IN_USE]);
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === '55P03')) throw cause;
    throw new OperatorError({
      zh: '另一个 huiying 命令正以旧的数据库结构运行。请先停止它，再重试。',
      en: 'Another huiying command is running on the present schema, which this one would change. Stop it first, then try again.',
    });
  } finally {
    await client.query('RESET lock_timeout');
  }
}

async function apply(client: PoolClient, migration: Migration): Promise<void> {
  await client.query('BEGIN');
  try {
    await applyOne(client, migration);
    await client.query('COMMIT');
  } catch (cause) {
    await client.query('ROLLBACK');
    throw cause;
  }
}

async function applyOne(client: PoolClient, { name, sql, sha256 }: Migration): Promise<void> {
  try {
    await client.query(sql);
    await client.query('INSERT INTO schema_migration (name, sha256) VALUES ($1, $2)', [name, sha256]);
  } catch (cause) {
    throw new Error(`migration ${name}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}
