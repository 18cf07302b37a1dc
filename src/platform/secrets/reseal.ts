import type { Pool } from 'pg';
import type { Area, Keyring } from './keyring.ts';
import { headerOf } from './keyring.ts';

/** A column whose values a keyring sealed. Names are the program's own, never a user's. */
export interface SealedColumn {
  readonly table: string;
  /** Columns of the primary key, read as text. */
  readonly key: readonly string[];
  readonly column: string;
  /** The context the value was sealed with, from its key. */
  context(key: readonly string[]): string;
  /** SQL over `t` that is true where the row belongs to the partition of sealed reports; absent where none does. */
  readonly partition?: string;
}

const AT_ONE_TIME = 200;

/**
 * Seals anew whatever another key than the current one of its area sealed, some rows at a time, while others go on
 * working; what changes meanwhile is left to the next round. Harmless to repeat and to interrupt. Returns the rows done.
 */
export async function reseal(
  pool: Pool,
  keyring: Keyring,
  column: SealedColumn,
  onRows: (done: number) => void = () => {},
): Promise<number> {
  let done = 0;
  let after: readonly string[] | undefined;
  for (;;) {
    const rows = await findOld(pool, keyring, column, after);
    const last = rows.at(-1);
    if (last === undefined) return done;
    after = last.key;
    done += await replace(pool, column, rows, (row) =>
      keyring.seal(keyring.open(row.sealed, column.context(row.key)), column.context(row.key), row.area),
    );
    onRows(done);
  }
}

/** Rows under each key, by the header's hexadecimal digits. */
export async function countSeals(pool: Pool, { table, column }: SealedColumn): Promise<ReadonlyMap<string, number>> {
  const { rows } = await pool.query<{ header: string; n: string }>(
    `select encode(substring(${column} from 1 for 3), 'hex') as header, count(*) as n from ${table}
     where ${column} is not null group by 1`,
  );
  return new Map(rows.map(({ header, n }) => [header, Number(n)]));
}

interface OldRow {
  readonly key: readonly string[];
  readonly sealed: Buffer;
  readonly area: Area;
}

async function findOld(
  pool: Pool,
  keyring: Keyring,
  { table, key, column, partition = 'false' }: SealedColumn,
  after: readonly string[] | undefined,
): Promise<readonly OldRow[]> {
  const keys = key.map((name) => `t.${name}`);
  const from = after === undefined ? '' : `and (${keys.join(', ')}) > (${key.map((_, at) => `$${at + 3}`).join(', ')})`;
  const { rows } = await pool.query<{ key: string[]; sealed: Buffer; sealed_area: boolean }>(
    `select array[${keys.map((name) => `${name}::text`).join(', ')}] as key, t.${column} as sealed,
            ${partition} as sealed_area
     from ${table} t
     where substring(t.${column} from 1 for 3) <> case when ${partition} then $1::bytea else $2::bytea end ${from}
     order by ${keys.join(', ')} limit ${AT_ONE_TIME}`,
    [headerOf(keyring.current('sealed')), headerOf(keyring.current('common')), ...(after ?? [])],
  );
  return rows.map((row) => ({ key: row.key, sealed: row.sealed, area: row.sealed_area ? 'sealed' : 'common' }));
}

/** Only where the value still is the one that was read. */
async function replace(
  pool: Pool,
  { table, key, column }: SealedColumn,
  rows: readonly OldRow[],
  anew: (row: OldRow) => Buffer,
): Promise<number> {
  const names = key.map((_, at) => `k${at}`);
  const same = key.map((name, at) => `t.${name}::text = n.k${at}`).join(' and ');
  const { rowCount } = await pool.query(
    `update ${table} t set ${column} = n.fresh
     from unnest(${names.map((_, at) => `$${at + 3}::text[]`).join(', ')}, $1::bytea[], $2::bytea[])
       as n(${names.join(', ')}, before, fresh)
     where ${same} and t.${column} = n.before`,
    [rows.map((row) => row.sealed), rows.map(anew), ...key.map((_, at) => rows.map((row) => row.key[at] ?? ''))],
  );
  return rowCount ?? 0;
}
