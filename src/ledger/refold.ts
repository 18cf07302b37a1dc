import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Pool, PoolClient } from 'pg';
import { PROJECTED, type ProjectedTable, type Row } from './projections/rows.ts';
import { fold, projectAny } from './record.ts';
import { STREAM_KINDS, type StreamKindName } from './streams.ts';

/** Where the code that folds facts and projects rows begins; what it imports belongs to it. */
const BEGINNING = join(import.meta.dirname, 'streams.ts');
/** An import that brings code, not only types. */
const IMPORTS = /^(?:import|export) (?!type )[^;]*? from '(\.[^']+)';$/gms;

/** Every file whose change may change a stored state: the beginning and all it imports, in order of their paths. */
export function foldingFiles(): readonly string[] {
  const found = new Map<string, string>();
  const follow = (file: string): void => {
    if (found.has(file)) return;
    const text = readFileSync(file, 'utf8');
    found.set(file, text);
    for (const [, to = ''] of text.matchAll(IMPORTS)) follow(join(dirname(file), to));
  };
  follow(BEGINNING);
  return [...found.keys()].sort();
}

/** Names the folding of this program: a hash of the code itself, so that nobody has to remember a number. */
export function foldVersion(): string {
  const hash = createHash('sha256');
  for (const file of foldingFiles()) hash.update(readFileSync(file));
  return hash.digest('hex');
}

/**
 * Folds every history again when the stored states were made by another version of the program: states and projected
 * rows are derived from the facts and may always be made anew. Done before anything else uses the database; does nothing,
 * in a millisecond, where nothing changed. Returns how many histories were made anew.
 */
export async function refold(pool: Pool, say: (done: number) => void): Promise<number> {
  const version = foldVersion();
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock(7212101)');
    const { rows: made } = await client.query<{ version: string }>('select version from fold');
    if (made[0]?.version === version) return 0;
    let done = 0;
    let after = { region: '', stream: '' };
    for (;;) {
      const { rows } = await client.query<{ region: string; stream: string; kind: StreamKindName }>(
        'select region, stream, kind from stream where (region, stream) > ($1, $2) order by region, stream limit 500',
        [after.region, after.stream],
      );
      const last = rows.at(-1);
      if (!last) break;
      after = last;
      await client.query('begin');
      await refoldBatch(client, rows);
      await client.query('commit');
      done += rows.length;
      say(done);
    }
    await client.query('begin');
    await client.query('delete from desk_delta');
    await client.query(
      `insert into desk_delta (region, id, body, duty, delta)
       select region, gen_random_uuid(), body, duty, count(*) from desk group by region, body, duty`,
    );
    await client.query(
      'insert into fold (version) values ($1) on conflict (id) do update set version = excluded.version',
      [version],
    );
    await client.query('commit');
    return done;
  } finally {
    /* The lock, and a transaction left open by a fault, end with the connection. */
    client.release(true);
  }
}

async function refoldBatch(
  client: PoolClient,
  streams: readonly { region: string; stream: string; kind: StreamKindName }[],
): Promise<void> {
  const keys = [streams.map((one) => one.region), streams.map((one) => one.stream)];
  const { rows: facts } = await client.query<{
    region: string;
    stream: string;
    seq: number;
    kind: string;
    actor: string;
    occurred_at: string;
    recorded_at: string;
    body: object;
  }>(
    `select f.region, f.stream, f.seq, f.kind, f.actor, f.occurred_at, f.recorded_at, f.body
     from unnest($1::text[], $2::text[]) as k(region, stream)
     join fact f on f.region = k.region and f.stream = k.stream order by f.region, f.stream, f.seq`,
    keys,
  );
  const byStream = Map.groupBy(facts, (fact) => `${fact.region}/${fact.stream}`);
  const rows = new Map<ProjectedTable, Row[]>();
  const states = streams.map((one) => {
    let state: unknown = STREAM_KINDS[one.kind].empty;
    for (const fact of byStream.get(`${one.region}/${one.stream}`) ?? []) {
      const { seq, kind, body, actor, occurred_at: occurredAt, recorded_at: recordedAt } = fact;
      state = fold(one.kind, state, { seq, fact: { kind, body }, actor, occurredAt, recordedAt });
    }
    const projected = projectAny({ kind: one.kind, region: one.region, id: one.stream }, state);
    for (const table of Object.keys(PROJECTED) as ProjectedTable[]) {
      rows.set(table, [...(rows.get(table) ?? []), ...(projected[table] ?? [])]);
    }
    return { region: one.region, stream: one.stream, state };
  });
  await client.query(
    `update stream s set state = v.state from json_to_recordset($1::json) as v(region text, stream text, state jsonb)
     where s.region = v.region and s.stream = v.stream`,
    [JSON.stringify(states)],
  );
  for (const [table, list] of rows) {
    const column = PROJECTED[table].find((key) => key !== 'region') ?? 'stream';
    await client.query(
      `delete from ${table} t using unnest($1::text[], $2::text[]) as k(region, stream)
       where t.region = k.region and t.${column} = k.stream`,
      keys,
    );
    if (list.length > 0)
      await client.query(`insert into ${table} select * from json_populate_recordset(null::${table}, $1::json)`, [
        JSON.stringify(list),
      ]);
  }
}
