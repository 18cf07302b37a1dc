import type { PoolClient } from 'pg';
import type { Ledger } from '../ledger.ts';
import { cachedTiles, growTiles, leafHash, type ReadTile, rootOf } from './merkle.ts';
import { type Signer, signerOf, writeNote } from './note.ts';

/** Rows of `unsealed` taken in one transaction. */
const BATCH = 2_000;
/** Any number, the same for every process: whoever holds it grows the log. */
const SEALING = 7_212_402;

/** Whoever signs for this installation; its name and key stay the same as long as the master key does. */
export function logSigner({ keyring }: Pick<Ledger, 'keyring'>): Signer {
  return signerOf(keyring.seed('log'));
}

/**
 * Gives every waiting fact its place in the log and signs the new root, batch by batch until none waits; one process at a
 * time. Never in the path of an act: facts wait a few seconds. Answers the size of the log; undefined where another
 * process is at it.
 */
export async function seal(ledger: Ledger, signal?: AbortSignal): Promise<number | undefined> {
  const signer = logSigner(ledger);
  const client = await ledger.pool.connect();
  try {
    for (;;) {
      const { size, taken } = await sealBatch(client, signer, ledger.clock.now());
      if (size === undefined || taken < BATCH || signal?.aborted) return size;
    }
  } finally {
    client.release();
  }
}

async function sealBatch(
  client: PoolClient,
  signer: Signer,
  now: Date,
): Promise<{ size: number | undefined; taken: number }> {
  await client.query('begin');
  try {
    const { rows: lock } = await client.query<{ mine: boolean }>('select pg_try_advisory_xact_lock($1) as mine', [
      SEALING,
    ]);
    const outcome = lock[0]?.mine ? await takeIn(client, signer, now) : { size: undefined, taken: 0 };
    await client.query('commit');
    return outcome;
  } catch (cause) {
    await client.query('rollback').catch(() => {});
    throw cause;
  }
}

interface Waiting {
  readonly region: string;
  readonly stream: string;
  readonly first_seq: number;
  readonly last_seq: number;
}

async function takeIn(client: PoolClient, signer: Signer, now: Date): Promise<{ size: number; taken: number }> {
  const size = await readSize(client);
  const { rows: waiting } = await client.query<Waiting>(
    `select region, stream, first_seq, last_seq from unsealed order by region, stream, first_seq limit ${BATCH}`,
  );
  if (waiting.length === 0) return { size, taken: 0 };
  const { rows: facts } = await client.query<Entry>(
    `select f.region, f.stream, f.seq, f.hash
     from unnest($1::text[], $2::text[], $3::int[], $4::int[]) as w(region, stream, first_seq, last_seq)
     join fact f on f.region = w.region and f.stream = w.stream and f.seq between w.first_seq and w.last_seq
     order by f.region, f.stream, f.seq`,
    columnsOf(waiting),
  );
  if (facts.length > 0) await append(client, signer, { size, facts, now });
  await client.query(
    `delete from unsealed u using unnest($1::text[], $2::text[], $3::int[]) as w(region, stream, first_seq)
     where u.region = w.region and u.stream = w.stream and u.first_seq = w.first_seq`,
    columnsOf(waiting).slice(0, 3),
  );
  return { size: size + facts.length, taken: waiting.length };
}

interface Entry {
  readonly region: string;
  readonly stream: string;
  readonly seq: number;
  readonly hash: Buffer;
}

/** Leaves, tiles and the checkpoint over all of them. */
async function append(
  client: PoolClient,
  signer: Signer,
  { size, facts, now }: { size: number; facts: readonly Entry[]; now: Date },
): Promise<void> {
  await client.query(
    `insert into log_leaf (index, region, stream, seq, hash)
     select $1::bigint + f.place - 1, f.region, f.stream, f.seq, f.hash
     from unnest($2::text[], $3::text[], $4::int[], $5::bytea[]) with ordinality as f(region, stream, seq, hash, place)`,
    [
      size,
      facts.map(({ region }) => region),
      facts.map(({ stream }) => stream),
      facts.map(({ seq }) => seq),
      facts.map(({ hash }) => hash),
    ],
  );
  const grown = await growTiles(
    tilesOf(client),
    size,
    facts.map(({ hash }) => leafHash(hash)),
  );
  for (const { level, index, hashes } of grown)
    await client.query(
      `insert into log_tile (level, index, hashes) values ($1, $2, $3)
       on conflict (level, index) do update set hashes = excluded.hashes`,
      [level, index, hashes],
    );
  const next = size + facts.length;
  const root = await rootOf(cachedTiles(tilesOf(client)), next);
  const note = writeNote({ origin: signer.origin, size: next, root }, signer);
  await client.query('insert into log_checkpoint (size, at, root, note) values ($1, $2, $3, $4)', [
    next,
    now,
    root,
    note,
  ]);
}

function columnsOf(rows: readonly Waiting[]): unknown[] {
  return [
    rows.map(({ region }) => region),
    rows.map(({ stream }) => stream),
    rows.map(({ first_seq }) => first_seq),
    rows.map(({ last_seq }) => last_seq),
  ];
}

/** How many facts are in the log. */
export async function readSize(client: Pick<PoolClient, 'query'>): Promise<number> {
  const { rows } = await client.query<{ size: string }>('select coalesce(max(index) + 1, 0) as size from log_leaf');
  return Number(rows[0]?.size);
}

/** The tiles as they are stored. A tile that is not there has no hash. */
export function tilesOf(client: Pick<PoolClient, 'query'>): ReadTile {
  return async (level, index) => {
    const { rows } = await client.query<{ hashes: Buffer }>(
      'select hashes from log_tile where level = $1 and index = $2',
      [level, index],
    );
    return rows[0]?.hashes ?? Buffer.alloc(0);
  };
}
