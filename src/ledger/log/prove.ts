import { openContent } from '../content.ts';
import type { Ledger } from '../ledger.ts';
import { cachedTiles, inclusionPath } from './merkle.ts';
import { logSigner, tilesOf } from './seal.ts';

/** That a fact is in the log: with its hash anybody can follow `path` to the root of the signed checkpoint. */
export interface Proof {
  readonly index: number;
  readonly size: number;
  /** Base64, from the leaf up (RFC 6962 §2.1.1). */
  readonly path: readonly string[];
  /** Signed note of the first `size` entries. */
  readonly checkpoint: string;
  /** When the checkpoint was signed. */
  readonly at: string;
}

interface StoredCheckpoint {
  readonly size: number;
  readonly root: Buffer;
  readonly note: string;
  readonly at: string;
}

/** The newest checkpoint, or the one that was signed at `size`; undefined where there is none. */
export async function findCheckpoint(
  { pool }: Pick<Ledger, 'pool'>,
  size?: number,
): Promise<StoredCheckpoint | undefined> {
  const { rows } = await pool.query<Omit<StoredCheckpoint, 'size'> & { size: string }>(
    `select size, root, note, at from log_checkpoint where $1::bigint is null or size = $1 order by size desc limit 1`,
    [size ?? null],
  );
  const [row] = rows;
  return row && { ...row, size: Number(row.size) };
}

/** Where the log stands within a reading of the record, so that figures can name it; null before its first checkpoint. */
export async function readLogState(
  client: Pick<Ledger['pool'], 'query'>,
): Promise<{ size: number; root: string; waiting: number } | null> {
  const { rows } = await client.query<{ size: string; root: Buffer; waiting: string }>(
    `select size, root, (select coalesce(sum(last_seq - first_seq + 1), 0) from unsealed) as waiting
     from log_checkpoint order by size desc limit 1`,
  );
  const [row] = rows;
  return row === undefined
    ? null
    : { size: Number(row.size), root: row.root.toString('base64'), waiting: Number(row.waiting) };
}

/**
 * The proof of the fact with this hash, up to the newest checkpoint or the one of `size`; undefined where it is not among
 * its entries.
 */
export async function findProof(ledger: Pick<Ledger, 'pool'>, hash: Buffer, size?: number): Promise<Proof | undefined> {
  const { rows } = await ledger.pool.query<{ index: string }>('select index from log_leaf where hash = $1', [hash]);
  const index = rows[0] && Number(rows[0].index);
  const upTo = index === undefined ? undefined : await findCheckpoint(ledger, size);
  if (index === undefined || upTo === undefined || index >= upTo.size) return undefined;
  const path = await inclusionPath(cachedTiles(tilesOf(ledger.pool)), index, upTo.size);
  return {
    index,
    size: upTo.size,
    path: path.map((one) => one.toString('base64')),
    checkpoint: upTo.note,
    at: upTo.at,
  };
}

/** Which fact of a history: by its place, or the first that holds a content. */
export type WhichFact = { readonly seq: number } | { readonly content: string };

/** The hash of a fact, hex: what a receipt or a paper shows. Undefined where there is no such fact. */
export async function findFactHash(
  ledger: Pick<Ledger, 'pool'>,
  ref: { readonly region: string; readonly id: string },
  which: WhichFact,
): Promise<string | undefined> {
  return (await findFact(ledger, ref, which))?.hash.toString('hex');
}

interface FactRow {
  readonly region: string;
  readonly stream: string;
  readonly seq: number;
  readonly kind: string;
  readonly actor: string;
  readonly occurred_at: string;
  readonly recorded_at: string;
  readonly body: object;
  readonly prev_hash: Buffer | null;
  readonly hash: Buffer;
}

async function findFact(
  { pool }: Pick<Ledger, 'pool'>,
  ref: { readonly region: string; readonly id: string },
  which: WhichFact,
): Promise<FactRow | undefined> {
  const { rows } = await pool.query<FactRow>(
    'seq' in which
      ? {
          text: 'select * from fact where region = $1 and stream = $2 and seq = $3',
          values: [ref.region, ref.id, which.seq],
        }
      : {
          text: `select * from fact where region = $1 and stream = $2 and strpos(body::text, $3) > 0 order by seq limit 1`,
          values: [ref.region, ref.id, which.content],
        },
  );
  return rows[0];
}

/** Everything an outsider needs to check one fact without this program; docs/operating/proof.md says how. */
export interface ProofFile {
  readonly format: 'huiying-proof/1';
  readonly log: { readonly origin: string; readonly verifierKey: string };
  /** What the fact's hash is taken over, as canonical JSON; `prev` is the hash of the fact before it in its history. */
  readonly fact: {
    readonly region: string;
    readonly stream: string;
    readonly seq: number;
    readonly kind: string;
    readonly body: object;
    readonly actor: string;
    readonly occurredAt: string;
    readonly recordedAt: string;
    readonly prev: string | null;
  };
  readonly hash: string;
  /** What the fact carries the hash of: SHA-256 over the salt and the canonical JSON of `value`. */
  readonly content?: { readonly id: string; readonly salt: string; readonly value: unknown };
  readonly proof: Proof;
}

/** The file for one fact and its content; undefined where there is no such fact, or it waits for its place in the log. */
export async function makeProofFile(
  ledger: Ledger,
  ref: { readonly region: string; readonly id: string },
  which: WhichFact,
  { content, size }: { content?: string | undefined; size?: number | undefined } = {},
): Promise<ProofFile | undefined> {
  const fact = await findFact(ledger, ref, which);
  const proof = fact && (await findProof(ledger, fact.hash, size));
  if (fact === undefined || proof === undefined) return undefined;
  const { origin, verifierKey } = logSigner(ledger);
  const held = content === undefined ? undefined : await findContent(ledger, ref.region, content);
  return {
    format: 'huiying-proof/1',
    log: { origin, verifierKey },
    fact: {
      region: fact.region,
      stream: fact.stream,
      seq: fact.seq,
      kind: fact.kind,
      body: fact.body,
      actor: fact.actor,
      occurredAt: fact.occurred_at,
      recordedAt: fact.recorded_at,
      prev: fact.prev_hash?.toString('hex') ?? null,
    },
    hash: fact.hash.toString('hex'),
    ...(held ? { content: held } : {}),
    proof,
  };
}

async function findContent(ledger: Ledger, region: string, id: string): Promise<ProofFile['content']> {
  const { rows } = await ledger.pool.query<{ region: string; id: string; salt: Buffer; sealed: Buffer }>(
    'select region, id, salt, sealed from content where region = $1 and id = $2::uuid',
    [region, id],
  );
  const [row] = rows;
  return row && { id, salt: row.salt.toString('hex'), value: openContent(ledger.keyring, row) };
}

/** The one hash in the log that begins with these hex digits, 24 or more; undefined where there is none. */
export async function findSealed({ pool }: Pick<Ledger, 'pool'>, prefix: string): Promise<Buffer | undefined> {
  const bound = (fill: string): Buffer => Buffer.from(prefix.padEnd(64, fill), 'hex');
  const { rows } = await pool.query<{ hash: Buffer }>(
    'select hash from log_leaf where hash between $1 and $2 limit 2',
    [bound('0'), bound('f')],
  );
  return rows.length === 1 ? rows[0]?.hash : undefined;
}
