import type { Pool } from 'pg';
import { contentHolds } from './content.ts';
import type { Ledger } from './ledger.ts';
import { checkHistory, checkLog, type KeptNote, type LogChecked } from './log/check-log.ts';
import { PROJECTED, type ProjectedTable, type Row } from './projections/rows.ts';
import { factHash, fold, projectAny } from './record.ts';
import { STREAM_KINDS, type StreamKindName } from './streams.ts';

export interface Verified {
  readonly streams: number;
  readonly facts: number;
  readonly rows: number;
  /** The log over all facts; absent where one history alone was looked at. */
  readonly log?: Omit<LogChecked, 'wrong'>;
  /** The first wrong places, named; empty when all holds. */
  readonly wrong: readonly string[];
}

interface StreamRow {
  region: string;
  stream: string;
  kind: StreamKindName;
  seq: number;
  hash: Buffer;
  state: unknown;
}

/**
 * Replays every history: chain of hashes, folded state against the stored one, projected rows against the stored ones,
 * rows that no stream projects, counters against the rows they count; then the log over all facts with its checkpoints,
 * and those that were `kept` outside. Reads only.
 */
export async function verify(
  ledger: Ledger,
  only?: { region: string; stream: string },
  kept: readonly KeptNote[] = [],
): Promise<Verified> {
  const wrong: string[] = [];
  const counts = { streams: 0, facts: 0, rows: 0 };
  let after = { region: '', stream: '' };
  for (;;) {
    const { rows } = await ledger.pool.query<StreamRow>(
      `select region, stream, kind, seq, hash, state from stream
       where (region, stream) > ($1, $2) and ($3::text is null or (region = $3 and stream = $4))
       order by region, stream limit 500`,
      [after.region, after.stream, only?.region ?? null, only?.stream ?? null],
    );
    const last = rows.at(-1);
    if (!last) break;
    after = { region: last.region, stream: last.stream };
    await verifyBatch(ledger.pool, rows, counts, wrong);
  }
  if (only) {
    wrong.push(...(await checkHistory(ledger.pool, only)));
    return { ...counts, wrong: wrong.slice(0, 100) };
  }
  await verifyOrphans(ledger.pool, wrong);
  await verifyCounters(ledger.pool, wrong);
  const { wrong: inLog, ...log } = await checkLog(ledger, kept);
  return { ...counts, log, wrong: [...wrong, ...inLog].slice(0, 100) };
}

async function verifyBatch(
  pool: Pool,
  streams: readonly StreamRow[],
  counts: { streams: number; facts: number; rows: number },
  wrong: string[],
): Promise<void> {
  const keys = [streams.map((row) => row.region), streams.map((row) => row.stream)];
  const facts = await pool.query<{
    region: string;
    stream: string;
    seq: number;
    kind: string;
    actor: string;
    occurred_at: string;
    recorded_at: string;
    body: object;
    prev_hash: Buffer | null;
    hash: Buffer;
  }>(
    `select f.* from unnest($1::text[], $2::text[]) as k(region, stream)
     join fact f on f.region = k.region and f.stream = k.stream order by f.region, f.stream, f.seq`,
    keys,
  );
  const byStream = Map.groupBy(facts.rows, (fact) => `${fact.region}/${fact.stream}`);
  const expected = new Map<ProjectedTable, Row[]>();
  for (const head of streams) {
    counts.streams += 1;
    let state: unknown = STREAM_KINDS[head.kind].empty;
    let hash: Buffer | undefined;
    let seq = 0;
    for (const row of byStream.get(`${head.region}/${head.stream}`) ?? []) {
      counts.facts += 1;
      seq += 1;
      if (row.seq !== seq) wrong.push(`${head.stream}: fact ${seq} is missing`);
      const stamp = { actor: row.actor, occurredAt: row.occurred_at, recordedAt: row.recorded_at };
      const made = factHash(
        { region: row.region, stream: row.stream, seq: row.seq, kind: row.kind, body: row.body, ...stamp },
        hash,
      );
      if (!made.equals(row.hash)) wrong.push(`${head.stream}: fact ${row.seq} (${row.kind}) does not match its hash`);
      if (!sameHash(row.prev_hash, hash))
        wrong.push(`${head.stream}: fact ${row.seq} (${row.kind}) does not name the one before`);
      hash = row.hash;
      state = fold(head.kind, state, { seq: row.seq, fact: { kind: row.kind, body: row.body }, ...stamp });
    }
    if (seq !== head.seq || !hash?.equals(head.hash)) wrong.push(`${head.stream}: head is not at its last fact`);
    if (!sameJson(state, head.state)) wrong.push(`${head.stream}: stored state is not the fold of its facts`);
    const rows = projectAny({ kind: head.kind, region: head.region, id: head.stream }, state);
    for (const table of Object.keys(PROJECTED) as ProjectedTable[]) {
      expected.set(table, [...(expected.get(table) ?? []), ...(rows[table] ?? [])]);
    }
  }
  for (const [table, rows] of expected) {
    counts.rows += rows.length;
    await compareRows(pool, table, rows, keys, wrong);
  }
}

/** Every expected row stands as projected, and no other row of these streams does. */
async function compareRows(
  pool: Pool,
  table: ProjectedTable,
  expected: readonly Row[],
  keys: readonly (readonly string[])[],
  wrong: string[],
): Promise<void> {
  const first = expected[0];
  if (first) {
    const match = PROJECTED[table].map((column) => `t.${column} = r.${column}`).join(' and ');
    const same = Object.keys(first)
      .map((column) => `t.${column} is not distinct from r.${column}`)
      .join(' and ');
    const { rows } = await pool.query<{ key: string }>(
      `select concat_ws('/', ${PROJECTED[table].map((column) => `r.${column}`).join(', ')}) as key
       from json_populate_recordset(null::${table}, $1::json) r left join ${table} t on ${match}
       where not (${same}) limit 20`,
      [JSON.stringify(expected)],
    );
    for (const row of rows) wrong.push(`${table}: row ${row.key} is not what its facts project`);
  }
  const { rows } = await pool.query<{ n: string }>(
    `select count(*) as n from unnest($1::text[], $2::text[]) as k(region, stream)
     join ${table} t on t.region = k.region and t.${STREAM_COLUMN[table]} = k.stream`,
    [...keys],
  );
  if (Number(rows[0]?.n) !== expected.length) {
    wrong.push(
      `${table}: ${rows[0]?.n} rows stand where the facts of ${keys[1]?.[0]} to ${keys[1]?.at(-1)} project ${expected.length}`,
    );
  }
}

function sameHash(stored: Buffer | null, before: Buffer | undefined): boolean {
  return stored === null || before === undefined ? stored === null && before === undefined : stored.equals(before);
}

/** Key order does not matter, as jsonb keeps none. */
function sameJson(a: unknown, b: unknown): boolean {
  return sorted(a) === sorted(b);
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}

const STREAM_COLUMN = {
  submission: 'number',
  matter: 'number',
  matter_body: 'matter',
  clock: 'stream',
  rating: 'matter',
  desk: 'item',
  sealed_case: 'stream',
} as const satisfies Record<ProjectedTable, string>;

async function verifyOrphans(pool: Pool, wrong: string[]): Promise<void> {
  for (const table of Object.keys(PROJECTED) as ProjectedTable[]) {
    const column = STREAM_COLUMN[table];
    const { rows } = await pool.query<{ id: string }>(
      `select t.${column} as id from ${table} t
       where not exists (select from stream s where s.region = t.region and s.stream = t.${column}) limit 10`,
    );
    for (const row of rows) wrong.push(`${table}: row ${row.id} belongs to no stream`);
  }
}

async function verifyCounters(pool: Pool, wrong: string[]): Promise<void> {
  const { rows } = await pool.query<{ body: string; duty: string; counted: string; summed: string }>(
    `select coalesce(d.body, c.body) as body, coalesce(d.duty, c.duty) as duty,
            coalesce(d.n, 0) as counted, coalesce(c.n, 0) as summed
     from (select body, duty, count(*) as n from desk group by body, duty) d
     full join (select body, duty, sum(delta) as n from desk_delta group by body, duty) c
       on d.body = c.body and d.duty = c.duty
     where coalesce(d.n, 0) <> coalesce(c.n, 0) limit 20`,
  );
  for (const row of rows) wrong.push(`desk counter ${row.body}/${row.duty}: ${row.summed} instead of ${row.counted}`);
}

/** Content rows of one stream that no longer hold what their facts were hashed with. */
export async function findChangedContents(
  ledger: Ledger,
  refs: readonly { region: string; id: string; hash: string }[],
): Promise<readonly string[]> {
  const { rows } = await ledger.pool.query<{ region: string; id: string; salt: Buffer; sealed: Buffer }>(
    `select c.region, c.id, c.salt, c.sealed from unnest($1::text[], $2::uuid[]) as k(region, id)
     join content c on c.region = k.region and c.id = k.id`,
    [refs.map((ref) => ref.region), refs.map((ref) => ref.id)],
  );
  const hashes = new Map(refs.map((ref) => [ref.id, ref.hash]));
  return rows.filter((row) => !contentHolds(ledger.keyring, row, hashes.get(row.id) ?? '')).map((row) => row.id);
}
