import type { PoolClient } from 'pg';
import type { BackupTable } from './records.ts';

/** The register of steps is not copied: restoring applies the steps, and so writes it anew. */
const REGISTER = 'schema_migration';

/** Settings under which COPY writes, and reads, the same text on every version and in every zone. */
export async function settleText(client: PoolClient): Promise<void> {
  await client.query(
    `set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
     set local bytea_output = 'hex'; set local extra_float_digits = 1; set local client_encoding = 'UTF8';
     set local statement_timeout = 0; set local lock_timeout = 0; set local idle_in_transaction_session_timeout = 0`,
  );
}

/**
 * Our tables, each after those its foreign keys point to, so that they can be filled in this order. Columns that the
 * database works out itself are left out. What belongs to an extension is not ours.
 */
export async function listTables(client: PoolClient): Promise<readonly BackupTable[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; needs: string[] }>(
    `select c.relname::text as name,
            array(select a.attname::text from pg_attribute a
                  where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                  order by a.attnum) as columns,
            array(select distinct f.relname::text from pg_constraint k join pg_class f on f.oid = k.confrelid
                  where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as needs
     from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
       and c.relname <> $1
       and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
     order by c.relname`,
    [REGISTER],
  );
  const ordered: BackupTable[] = [];
  let waiting = rows;
  while (waiting.length > 0) {
    const names = new Set(waiting.map(({ name }) => name));
    const ready = waiting.filter(({ needs }) => !needs.some((need) => names.has(need)));
    if (ready.length === 0) throw new Error(`foreign keys in a circle: ${[...names].join(', ')}`);
    ordered.push(...ready.map(({ name, columns }) => ({ name, columns })));
    waiting = waiting.filter((table) => !ready.includes(table));
  }
  return ordered;
}

/** Where each sequence of ours stands; null for one that was never drawn from. Sequences know no snapshot: a later value is harmless. */
export async function readSequences(client: PoolClient): Promise<{ name: string; value: string | null }[]> {
  const { rows } = await client.query<{ name: string; value: string | null }>(
    `select sequencename::text as name, last_value as value from pg_sequences where schemaname = 'public' order by 1`,
  );
  return rows;
}

/** Up to five relations that stand in a database beside extensions', ours first; none in one that was never used. */
export async function listOccupants(client: PoolClient): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'v', 'm', 'S', 'f') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
       and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
     order by n.nspname <> 'public', 1 limit 5`,
  );
  return rows.map(({ name }) => name);
}

/** A name of the database's own within a statement. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** `"a", "b"` */
export function quotedList(names: readonly string[]): string {
  return names.map(quoted).join(', ');
}
