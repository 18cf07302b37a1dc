import type { Pool } from 'pg';

/*
 * What one recorded act wrote, told again as a plain script: lock the head, write the same rows, commit. It knows nothing
 * of how `record` writes; it looks at the rows that the act's transaction left.
 */

type Row = Readonly<Record<string, unknown>>;

/** Tables an act may write: the column that names its stream (null: small enough to be looked through) and the key. */
const WRITTEN: Readonly<Record<string, { readonly by: string | null; readonly key: readonly string[] }>> = {
  stream: { by: 'stream', key: ['region', 'stream'] },
  fact: { by: 'stream', key: ['region', 'stream', 'seq'] },
  content: { by: 'stream', key: ['region', 'id'] },
  audit: { by: 'stream', key: ['region', 'id'] },
  counter: { by: null, key: ['region', 'name'] },
  outbox: { by: null, key: ['region', 'id'] },
  idempotency: { by: null, key: ['region', 'actor', 'key'] },
  desk_delta: { by: null, key: ['region', 'id'] },
  matter: { by: 'number', key: ['region', 'number'] },
  matter_body: { by: 'matter', key: ['region', 'matter', 'body'] },
  clock: { by: 'stream', key: ['region', 'stream', 'id'] },
  rating: { by: 'matter', key: ['region', 'matter', 'side'] },
  desk: { by: 'item', key: ['region', 'item', 'assignment', 'duty'] },
};

type Rows = ReadonlyMap<string, { readonly table: string; readonly row: Row }>;

/** The rows of one stream, by table and key. */
async function rowsOf(pool: Pool, stream: string, transaction?: string): Promise<Rows> {
  const found = new Map<string, { table: string; row: Row }>();
  for (const [table, { by, key }] of Object.entries(WRITTEN)) {
    const all = by === null;
    if (all && transaction === undefined) continue;
    const { rows } = await pool.query<{ row: Row }>(
      `select to_jsonb(t) as row from ${table} t where ${all ? 'xmin = $1::text::xid' : `region = $2 and ${by} = $1`}`,
      all ? [transaction] : [stream, stream.slice(0, 6)],
    );
    for (const { row } of rows) found.set(`${table}/${key.map((column) => row[column]).join('/')}`, { table, row });
  }
  return found;
}

/**
 * Has `act` done on a stream and answers the SQL of a transaction that does the same to another stream which stands as
 * the first did. Nothing else may be writing meanwhile.
 */
export async function scriptOf(
  pool: Pool,
  stream: string,
  act: () => Promise<unknown>,
): Promise<{ readonly statements: number; text(other: string): string }> {
  const before = await rowsOf(pool, stream);
  await act();
  const { rows } = await pool.query<{ xmin: string }>(
    'select xmin::text from stream where region = $1 and stream = $2',
    [stream.slice(0, 6), stream],
  );
  const after = await rowsOf(pool, stream, rows[0]?.xmin);
  const region = stream.slice(0, 6);
  const statements = [
    `select seq, hash, state from stream where region = '${region}' and stream = '${stream}' for update`,
    ...[...after].flatMap(([id, { table, row }]) => {
      const was = before.get(id)?.row;
      if (was === undefined) return [insertOf(table, row)];
      return JSON.stringify(was) === JSON.stringify(row) ? [] : [updateOf(table, was, row)];
    }),
    ...[...before].flatMap(([id, { table, row }]) =>
      after.has(id) ? [] : [`delete from ${table} where ${keyOf(table, row)}`],
    ),
  ];
  const whole = ['begin', ...statements, 'commit'].join(';\n');
  const own = stream.replace(/-\d+$/, '');
  /* New keys for the rows that have one of their own; a repeated key would be refused. */
  const ids = [...after].flatMap(([id, { table, row }]) =>
    !before.has(id) && ['audit', 'outbox', 'desk_delta', 'content'].includes(table) ? [String(row.id)] : [],
  );
  const keys = [...after.values()].flatMap(({ table, row }) => (table === 'idempotency' ? [String(row.key)] : []));
  return {
    statements: statements.length + 2,
    text: (other) => {
      let text = whole.replaceAll(own, other.replace(/-\d+$/, ''));
      for (const id of ids) text = text.replaceAll(id, crypto.randomUUID());
      for (const key of keys) text = text.replaceAll(key, crypto.randomUUID());
      return text;
    },
  };
}

function insertOf(table: string, row: Row): string {
  return `insert into ${table} (${Object.keys(row).join(', ')}) values (${Object.values(row).map(literal).join(', ')})`;
}

function updateOf(table: string, was: Row, row: Row): string {
  const changed = Object.entries(row).filter(
    ([column, value]) => JSON.stringify(value) !== JSON.stringify(was[column]),
  );
  return `update ${table} set ${changed.map(([column, value]) => `${column} = ${literal(value)}`).join(', ')} where ${keyOf(table, row)}`;
}

function keyOf(table: string, row: Row): string {
  return (WRITTEN[table]?.key ?? []).map((column) => `${column} = ${literal(row[column])}`).join(' and ');
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.includes('\\')
    ? `E'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
    : `'${text.replaceAll("'", "''")}'`;
}
