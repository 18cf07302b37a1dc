import type { Pool } from 'pg';
import { PROJECTED, type ProjectedTable, type RowChanges } from './projections/rows.ts';
import { COUNTER_COLUMNS, type Column, HEAD_COLUMNS, type Part, statementOf } from './statement.ts';

/** A stream's new head. `expected` is the seq it was read at; 0 for a new stream. */
export interface HeadMove {
  readonly region: string;
  readonly stream: string;
  readonly kind: string;
  readonly expected: number;
  readonly seq: number;
  readonly hash: string;
  readonly state: unknown;
}

export interface CounterMove {
  readonly region: string;
  readonly name: string;
  readonly expected: number;
  readonly value: number;
}

/** Everything one act writes. Rows as JSON carries them (bytea as `\x` hex). */
export interface WriteSet {
  readonly heads: readonly HeadMove[];
  readonly counters: readonly CounterMove[];
  /** Plain inserts by table: facts, content, audit, outbox, idempotency and rows the slices own. */
  readonly inserts: Readonly<Record<string, readonly object[]>>;
  readonly rows: RowChanges;
}

/** Tables `record` may insert into besides the projected ones; keeps table names out of reach of callers' data. */
const INSERTABLE = [
  'fact',
  'unsealed',
  'content',
  'audit',
  'outbox',
  'idempotency',
  'desk_delta',
  'file',
  'import_source',
  'message',
] as const;
export type InsertTable = (typeof INSERTABLE)[number];

const columnsOf = new Map<string, readonly Column[]>();

async function columns(pool: Pool, table: string): Promise<readonly Column[]> {
  const known = columnsOf.get(table);
  if (known) return known;
  const { rows } = await pool.query<Column>(
    `select attname as name, typname as type from pg_attribute join pg_type t on t.oid = atttypid
     where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
    [table],
  );
  columnsOf.set(table, rows);
  return rows;
}

/**
 * Writes the set in one statement: the heads move (or are born) only from the seq they were read at, every other part
 * selects from that outcome. Returns false when nothing was written because a head or a counter had moved on; throws on
 * a unique violation (a repeated key) and on faults.
 */
export async function write(pool: Pool, set: WriteSet): Promise<boolean> {
  const old = ({ expected }: { expected: number }): boolean => expected > 0;
  const fresh = ({ expected }: { expected: number }): boolean => expected === 0;
  const gates: readonly Part[] = [
    { way: 'move', table: 'stream', rows: set.heads.filter(old), columns: HEAD_COLUMNS },
    { way: 'bear', table: 'stream', rows: set.heads.filter(fresh), columns: HEAD_COLUMNS },
    { way: 'draw', table: 'counter', rows: set.counters.filter(old), columns: COUNTER_COLUMNS },
    { way: 'begin', table: 'counter', rows: set.counters.filter(fresh), columns: COUNTER_COLUMNS },
  ];
  const parts = gates.filter(({ rows }) => rows.length > 0);
  for (const table of INSERTABLE) {
    const rows = set.inserts[table];
    if (rows && rows.length > 0) parts.push({ way: 'insert', table, rows, columns: await columns(pool, table) });
  }
  for (const table of Object.keys(PROJECTED) as ProjectedTable[]) {
    const gone = set.rows.deletes[table];
    if (gone && gone.length > 0) {
      const keys: readonly string[] = PROJECTED[table];
      const all = await columns(pool, table);
      parts.push({ way: 'delete', table, rows: gone, columns: all.filter(({ name }) => keys.includes(name)) });
    }
    const put = set.rows.upserts[table];
    if (put && put.length > 0) parts.push({ way: 'upsert', table, rows: put, columns: await columns(pool, table) });
  }
  const { name, text, values } = statementOf(parts, set.heads.length + set.counters.length);
  const result = await pool.query<{ written: number }>({ name, text, values: [...values] });
  return result.rows[0]?.written === 1;
}
