import { sha256 } from '../platform/secrets/keyring.ts';
import { PROJECTED, type ProjectedTable } from './projections/rows.ts';

/** A column and its type's short name (`int4`, `jsonb`), as PostgreSQL's catalogue has them. */
export interface Column {
  readonly name: string;
  readonly type: string;
}

/** What becomes of the rows of a part. `move` and `bear` are for heads, `draw` and `begin` for counters. */
export type Way = 'move' | 'bear' | 'draw' | 'begin' | 'insert' | 'delete' | 'upsert';

/** Rows that go one way into one table. */
export interface Part {
  readonly way: Way;
  readonly table: string;
  readonly rows: readonly object[];
  /** The values of a row that the statement carries, in this order. */
  readonly columns: readonly Column[];
}

export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/**
 * Up to so many rows of a part are carried value by value: that spares the server a JSON parse and a lookup of every
 * column (measured: an eighth of its time for an act). More rows, as in an import, are carried as one JSON text, so that
 * the number of different statements stays small.
 */
const FEW = 4;

export const HEAD_COLUMNS: readonly Column[] = [
  { name: 'region', type: 'text' },
  { name: 'stream', type: 'text' },
  { name: 'kind', type: 'text' },
  { name: 'expected', type: 'int4' },
  { name: 'seq', type: 'int4' },
  { name: 'hash', type: 'bytea' },
  { name: 'state', type: 'jsonb' },
];

export const COUNTER_COLUMNS: readonly Column[] = [
  { name: 'region', type: 'text' },
  { name: 'name', type: 'text' },
  { name: 'expected', type: 'int8' },
  { name: 'value', type: 'int8' },
];

/* Texts by shape: parts, and how many rows each has. Acts have some dozens of shapes; what is beyond is made anew. */
const MOST_SHAPES = 500;
const shapes = new Map<string, { readonly name: string; readonly text: string }>();

/** The statement for these parts, heads and counters first. `wanted` heads and counters must all move, or nothing is written. */
export function statementOf(parts: readonly Part[], wanted: number): Statement {
  const shape = parts
    .map(({ way, table, rows }) => `${way} ${table} ${rows.length > FEW ? 'many' : rows.length}`)
    .join();
  const values = [...valuesOf(parts), wanted];
  const known = shapes.get(shape);
  if (known) return { ...known, values };
  const text = textOf(parts);
  /* A short stable name, so that the server plans each shape once a connection. */
  const made = { name: `w_${sha256(text).toString('hex').slice(0, 24)}`, text };
  if (shapes.size < MOST_SHAPES) shapes.set(shape, made);
  return { ...made, values };
}

function valuesOf(parts: readonly Part[]): readonly unknown[] {
  const values: unknown[] = [];
  for (const { rows, columns } of parts) {
    if (rows.length > FEW) {
      values.push(JSON.stringify(rows));
      continue;
    }
    for (const row of rows as readonly Readonly<Record<string, unknown>>[]) {
      for (const { name, type } of columns) {
        const value = row[name] ?? null;
        values.push(value !== null && (type === 'jsonb' || type === 'json') ? JSON.stringify(value) : value);
      }
    }
  }
  return values;
}

function textOf(parts: readonly Part[]): string {
  let at = 0;
  const ctes: string[] = [];
  const source = ({ rows, columns, table, way }: Part): string => {
    const names = columns.map(({ name }) => name).join(', ');
    if (rows.length > FEW) {
      at += 1;
      const own = way !== 'insert' && way !== 'upsert' && way !== 'delete';
      return own
        ? `json_to_recordset($${at}::json) as r(${columns.map(({ name, type }) => `${name} ${type}`).join(', ')})`
        : `json_populate_recordset(null::${table}, $${at}::json) r`;
    }
    const lists = rows.map(() => `(${columns.map(({ type }) => `$${++at}::${type}`).join(', ')})`);
    return `(values ${lists.join(', ')}) r(${names})`;
  };
  const isGate = ({ way }: Part): boolean => way === 'move' || way === 'bear' || way === 'draw' || way === 'begin';
  const gates = parts.filter(isGate);
  for (const part of gates) ctes.push(...gate(part, source(part)));
  const changes = parts
    .filter((part) => !isGate(part))
    .map((part, place) => `w${place} as (${change(part, source(part))})`);
  at += 1;
  const count = gates.map(({ way }) => `(select count(*) from ${GATES[way as keyof typeof GATES]})`).join(' + ');
  ctes.push(`ok as materialized (select n = $${at}::int8 as yes, n from (select ${count} as n) c)`, ...changes);
  return `with ${ctes.join(',\n')}\nselect case when yes then 1 when n = 0 then 0 else raise_conflict() end as written from ok`;
}

const GATES = { move: 'moved', bear: 'born', draw: 'drawn', begin: 'begun' } as const;

/** Moves or begins what must stand where it was read, and answers a row for each that did. */
function gate({ way, rows }: Part, source: string): readonly string[] {
  if (way === 'bear') {
    return [
      `born as (insert into stream (region, stream, kind, seq, hash, state)
         select region, stream, kind, seq, hash, state from ${source} on conflict do nothing returning 1)`,
    ];
  }
  if (way === 'begin') {
    return [
      `begun as (insert into counter (region, name, value) select region, name, value from ${source}
         on conflict do nothing returning 1)`,
    ];
  }
  if (way === 'draw') {
    return [
      `drawn as (update counter c set value = r.value from ${source}
         where c.region = r.region and c.name = r.name and c.value = r.expected returning 1)`,
    ];
  }
  if (rows.length === 1) {
    return [
      `moved as (update stream s set seq = r.seq, hash = r.hash, state = r.state from ${source}
         where s.region = r.region and s.stream = r.stream and s.seq = r.expected returning 1)`,
    ];
  }
  /* Several heads are locked in key order first, so that two acts on the same pair wait instead of deadlocking. */
  return [
    `heads as materialized (select r.* from ${source})`,
    `held as materialized (select s.region, s.stream from stream s join heads r
       on s.region = r.region and s.stream = r.stream order by s.region, s.stream for update of s)`,
    `moved as (update stream s set seq = r.seq, hash = r.hash, state = r.state from heads r, held
       where held.region = s.region and held.stream = s.stream
       and s.region = r.region and s.stream = r.stream and s.seq = r.expected returning 1)`,
  ];
}

function change({ way, table, columns }: Part, source: string): string {
  const names = columns.map(({ name }) => name);
  if (way === 'delete') {
    return `delete from ${table} t using ${source}, ok where ok.yes and ${names.map((name) => `t.${name} = r.${name}`).join(' and ')}`;
  }
  const insert = `insert into ${table} (${names.join(', ')})
    select ${names.map((name) => `r.${name}`).join(', ')} from ${source}, ok where ok.yes`;
  if (way === 'insert') return insert;
  const keys: readonly string[] = PROJECTED[table as ProjectedTable];
  const rest = names.filter((name) => !keys.includes(name));
  const then =
    rest.length === 0 ? 'nothing' : `update set ${rest.map((name) => `${name} = excluded.${name}`).join(', ')}`;
  return `${insert} on conflict (${keys.join(', ')}) do ${then}`;
}
