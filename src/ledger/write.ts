import type { Pool } from 'pg';
import { sha256 } from '../platform/secrets/keyring.ts';
import { PROJECTED, type ProjectedTable, type Row, type RowChanges } from './projections/rows.ts';

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

const columnsOf = new Map<string, readonly string[]>();

async function columns(pool: Pool, table: string): Promise<readonly string[]> {
  const known = columnsOf.get(table);
  if (known) return known;
  const { rows } = await pool.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
    [table],
  );
  const names = rows.map((row) => row.name);
  columnsOf.set(table, names);
  return names;
}

/**
 * Writes the set in one statement: the heads move (or are born) only from the seq they were read at, every other part
 * selects from that outcome. Returns false when nothing was written because a head or a counter had moved on; throws on
 * a unique violation (a repeated key) and on faults.
 */
export async function write(pool: Pool, set: WriteSet): Promise<boolean> {
  const parts: string[] = [];
  const values: string[] = [];
  const counts: string[] = [];
  const param = (rows: readonly unknown[]): string => {
    values.push(JSON.stringify(rows));
    return `$${values.length}::json`;
  };

  const moved = set.heads.filter((head) => head.expected > 0);
  const born = set.heads.filter((head) => head.expected === 0);
  const headColumns = 'region text, stream text, kind text, expected int, seq int, hash bytea, state jsonb';
  if (moved.length > 0) {
    if (moved.length > 1) {
      /* Several heads are locked in key order first, so that two acts on the same pair wait instead of deadlocking. */
      parts.push(
        `held as materialized (select s.region, s.stream from stream s join json_to_recordset(${param(moved)}) as v(${headColumns})
           on s.region = v.region and s.stream = v.stream order by s.region, s.stream for update of s)`,
      );
    }
    const from = moved.length > 1 ? `, held where held.region = s.region and held.stream = s.stream and` : ' where';
    parts.push(
      `moved as (update stream s set seq = v.seq, hash = v.hash, state = v.state
         from json_to_recordset(${param(moved)}) as v(${headColumns})${from}
         s.region = v.region and s.stream = v.stream and s.seq = v.expected returning 1)`,
    );
    counts.push('(select count(*) from moved)');
  }
  if (born.length > 0) {
    parts.push(
      `born as (insert into stream (region, stream, kind, seq, hash, state)
         select region, stream, kind, seq, hash, state from json_to_recordset(${param(born)}) as v(${headColumns})
         on conflict do nothing returning 1)`,
    );
    counts.push('(select count(*) from born)');
  }
  const counterColumns = 'region text, name text, expected bigint, value bigint';
  const drawn = set.counters.filter((counter) => counter.expected > 0);
  const begun = set.counters.filter((counter) => counter.expected === 0);
  if (drawn.length > 0) {
    parts.push(
      `drawn as (update counter c set value = v.value from json_to_recordset(${param(drawn)}) as v(${counterColumns})
         where c.region = v.region and c.name = v.name and c.value = v.expected returning 1)`,
    );
    counts.push('(select count(*) from drawn)');
  }
  if (begun.length > 0) {
    parts.push(
      `begun as (insert into counter (region, name, value)
         select region, name, value from json_to_recordset(${param(begun)}) as v(${counterColumns})
         on conflict do nothing returning 1)`,
    );
    counts.push('(select count(*) from begun)');
  }
  const wanted = set.heads.length + set.counters.length;
  parts.push(`ok as materialized (select n = ${wanted} as yes, n from (select ${counts.join(' + ')} as n) as c)`);

  let name = 0;
  for (const table of INSERTABLE) {
    const rows = set.inserts[table];
    if (!rows || rows.length === 0) continue;
    const names = (await columns(pool, table)).join(', ');
    parts.push(
      `w${name++} as (insert into ${table} (${names}) select ${qualified(names)} from json_populate_recordset(null::${table}, ${param(rows)}) r, ok where ok.yes)`,
    );
  }
  for (const table of Object.keys(PROJECTED) as ProjectedTable[]) {
    const keys = PROJECTED[table];
    const gone = set.rows.deletes[table];
    if (gone && gone.length > 0) {
      const match = keys.map((key) => `t.${key} = r.${key}`).join(' and ');
      parts.push(
        `w${name++} as (delete from ${table} t using json_populate_recordset(null::${table}, ${param(gone.map((row) => pick(row, keys)))}) r, ok where ok.yes and ${match})`,
      );
    }
    const put = set.rows.upserts[table];
    if (put && put.length > 0) {
      const all = await columns(pool, table);
      const names = all.join(', ');
      const rest = all.filter((column) => !keys.some((key) => key === column));
      const update =
        rest.length === 0
          ? 'nothing'
          : `update set ${rest.map((column) => `${column} = excluded.${column}`).join(', ')}`;
      parts.push(
        `w${name++} as (insert into ${table} (${names}) select ${qualified(names)} from json_populate_recordset(null::${table}, ${param(put)}) r, ok where ok.yes on conflict (${keys.join(', ')}) do ${update})`,
      );
    }
  }
  const text = `with ${parts.join(',\n')}\nselect case when yes then 1 when n = 0 then 0 else raise_conflict() end as written from ok`;
  const result = await pool.query<{ written: number }>({ name: statementName(text), text, values });
  return result.rows[0]?.written === 1;
}

const names = new Map<string, string>();

/** A short stable name, so that the server plans each shape of statement once a connection. */
function statementName(text: string): string {
  const known = names.get(text);
  if (known) return known;
  const name = `w_${sha256(text).toString('hex').slice(0, 24)}`;
  if (names.size < 500) names.set(text, name);
  return name;
}

function qualified(names: string): string {
  return names
    .split(', ')
    .map((column) => `r.${column}`)
    .join(', ');
}

function pick(row: Row, keys: readonly string[]): object {
  return Object.fromEntries(keys.map((key) => [key, row[key]]));
}
