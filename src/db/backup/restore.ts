import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DatabaseError, type Pool, type PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { OperatorError } from '../../platform/config/operator-error.ts';
import type { Keyring } from '../../platform/secrets/keyring.ts';
import { type Applied, applyWithin, lockSchema, splitMigrations } from '../migrate.ts';
import { type Migration, readMigrations } from '../migrations.ts';
import { listOccupants, listTables, quoted, quotedList, settleText } from './catalog.ts';
import { withBackup } from './open-backup.ts';
import type { BackupHead, BackupTable, Manifest } from './records.ts';
import type { OnRows } from './tally.ts';
import { type BackupRead, walkBackup } from './walk-backup.ts';

/** What was loaded. */
export interface Restored {
  /** The moment of the backup's snapshot, ISO. */
  readonly at: string;
  /** The last step of the schema the backup was made under, and the steps applied after loading. */
  readonly schema: string;
  readonly following: readonly string[];
  readonly rows: number;
  readonly tables: Manifest['tables'];
}

type OnTable = (table: string) => void;

/**
 * Fills an empty database from a backup: makes the schema of that time, loads every row, brings the schema up to this
 * program's. All of it is one transaction: whatever fails, the database is as empty as before.
 * @throws OperatorError where the database is not empty, the file does not open or hold, or this program is older than it.
 */
export async function restore({
  pool,
  keyring,
  file,
  onTable = () => {},
  onRows = () => {},
  migrations = readMigrations(),
}: {
  pool: Pool;
  keyring: Keyring;
  file: string;
  /** Before each table is loaded. */
  onTable?: OnTable;
  onRows?: OnRows;
  migrations?: readonly Migration[];
}): Promise<Restored> {
  const client = await pool.connect();
  try {
    await lockSchema(client);
    await demandEmpty(client);
    await client.query('begin');
    await settleText(client);
    const { read, following } = await load(client, { keyring, file, onTable, onRows, migrations });
    await applyWithin(client, following);
    await client.query('commit');
    // The planner knows nothing of these tables yet.
    await client.query('analyze');
    return { ...summaryOf(read), following: following.map(({ name }) => name) };
  } finally {
    // Ends the lock, and the transaction wherever it stopped.
    client.release(true);
  }
}

/** Reads a backup from end to end and touches no database. @throws OperatorError where it does not open or hold. */
export async function inspectBackup({
  keyring,
  file,
  onTable = () => {},
  onRows = () => {},
  migrations = readMigrations(),
}: {
  keyring: Keyring;
  file: string;
  onTable?: OnTable;
  onRows?: OnRows;
  migrations?: readonly Migration[];
}): Promise<Restored> {
  let following: readonly Migration[] = [];
  const read = await withBackup(file, keyring, (records) =>
    walkBackup(records, {
      head: async (head) => {
        following = splitMigrations(appliedIn(head), migrations).following;
      },
      table: async (table, rows) => {
        onTable(table.name);
        for await (const _ of rows);
        return undefined;
      },
      onRows,
    }),
  );
  return { ...summaryOf(read), following: following.map(({ name }) => name) };
}

async function load(
  client: PoolClient,
  given: { keyring: Keyring; file: string; onTable: OnTable; onRows: OnRows; migrations: readonly Migration[] },
): Promise<{ read: BackupRead; following: readonly Migration[] }> {
  let following: readonly Migration[] = [];
  let indexes: readonly Index[] = [];
  let triggers: readonly Trigger[] = [];
  const read = await withBackup(given.file, given.keyring, (records) =>
    walkBackup(records, {
      head: async (head) => {
        const split = splitMigrations(appliedIn(head), given.migrations);
        following = split.following;
        await applyWithin(client, split.made);
        triggers = await disableTriggers(client);
        await emptyTables(client);
        indexes = await dropIndexes(client);
      },
      table: (table, rows) => {
        given.onTable(table.name);
        return copyInto(client, table, rows);
      },
      onRows: given.onRows,
    }),
  );
  await demandSameTables(client, given.file, read.manifest);
  await setSequences(client, read.manifest);
  for (const { definition } of indexes) await client.query(definition);
  for (const { table, name } of triggers) {
    await client.query(`alter table ${quoted(table)} enable trigger ${quoted(name)}`);
  }
  return { read, following };
}

/** @returns the rows that the database says it took. */
async function copyInto(client: PoolClient, table: BackupTable, rows: AsyncIterable<Buffer>): Promise<number> {
  const copy = client.query(copyFrom(`copy ${quoted(table.name)} (${quotedList(table.columns)}) from stdin`));
  try {
    await pipeline(Readable.from(rows, { objectMode: false }), copy);
  } catch (cause) {
    if (!(cause instanceof DatabaseError)) throw cause;
    throw new OperatorError(
      {
        zh: `数据库不接受表 ${table.name} 的数据：${cause.message}。没有留下任何数据。`,
        en: `The database did not take the rows of ${table.name}: ${cause.message}. Nothing of them was kept.`,
      },
      { cause },
    );
  }
  return copy.rowCount;
}

async function demandEmpty(client: PoolClient): Promise<void> {
  const found = await listOccupants(client);
  if (found.length === 0) return;
  throw new OperatorError({
    zh: `这个数据库不是空的（有 ${found.join('、')}），只能恢复到空的数据库。请用 --data-dir 指定新的数据文件夹，或在服务器上新建一个数据库。`,
    en: `This database is not empty (it has ${found.join(', ')}), and a backup is restored into an empty one only. Name a new data folder with --data-dir, or create a new database on the server.`,
  });
}

function appliedIn(head: BackupHead): Applied {
  return new Map(head.migrations.map(({ name, sha256 }) => [name, sha256]));
}

function summaryOf({ head, manifest }: BackupRead): Omit<Restored, 'following'> {
  return {
    at: head.at,
    schema: head.migrations.at(-1)?.name ?? '',
    rows: manifest.tables.reduce((sum, table) => sum + table.rows, 0),
    tables: manifest.tables,
  };
}

interface Trigger {
  readonly table: string;
  readonly name: string;
}

/** Triggers that refuse a change would refuse the loading's; they stand again before anyone sees the tables. */
async function disableTriggers(client: PoolClient): Promise<readonly Trigger[]> {
  const { rows } = await client.query<Trigger>(
    `select c.relname::text as table, t.tgname::text as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where c.relnamespace = 'public'::regnamespace and not t.tgisinternal and t.tgenabled = 'O' and t.tgparentid = 0`,
  );
  for (const { table, name } of rows) {
    await client.query(`alter table ${quoted(table)} disable trigger ${quoted(name)}`);
  }
  return rows;
}

/** A step of the schema may have put rows in: those of the backup take their place. */
async function emptyTables(client: PoolClient): Promise<void> {
  for (const { name } of [...(await listTables(client))].reverse()) await client.query(`delete from ${quoted(name)}`);
}

interface Index {
  readonly name: string;
  readonly definition: string;
}

/** Built once after loading, not row by row: those that no constraint needs, in the words in which to make them again. */
async function dropIndexes(client: PoolClient): Promise<readonly Index[]> {
  const { rows } = await client.query<Index>(
    `select c.relname::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i join pg_class c on c.oid = i.indexrelid
     where c.relnamespace = 'public'::regnamespace and not i.indisunique and c.relkind = 'i' and not c.relispartition
       and obj_description(i.indexrelid) is null
       and not exists (select from pg_depend d where d.objid = i.indexrelid and d.deptype in ('e', 'i'))
     order by 1`,
  );
  for (const { name } of rows) await client.query(`drop index ${quoted(name)}`);
  return rows;
}

/** Each table of the schema of that time is in the backup, though perhaps without rows. */
async function demandSameTables(client: PoolClient, file: string, manifest: Manifest): Promise<void> {
  const held = new Set(manifest.tables.map(({ name }) => name));
  const lacking = (await listTables(client)).filter(({ name }) => !held.has(name)).map(({ name }) => name);
  if (lacking.length === 0) return;
  throw new OperatorError({
    zh: `${file} 缺少表 ${lacking.join('、')}。请改用另一份备份。`,
    en: `${file} lacks the tables ${lacking.join(', ')}. Take another backup.`,
  });
}

async function setSequences(client: PoolClient, { sequences }: Manifest): Promise<void> {
  for (const { name, value } of sequences) {
    if (value !== null) await client.query('select setval($1::text::regclass, $2)', [quoted(name), value]);
  }
}
