import type { Ledger } from '../ledger.ts';
import { cachedTiles, inclusionPath } from './merkle.ts';
import { tilesOf } from './seal.ts';

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

/** The newest checkpoint; undefined where nothing was ever recorded. */
export async function findCheckpoint(
  ledger: Pick<Ledger, 'pool'>,
): Promise<{ readonly size: number; readonly root: Buffer; readonly note: string; readonly at: string } | undefined> {
  const { rows } = await ledger.pool.query<{ size: string; root: Buffer; note: string; at: string }>(
    'select size, root, note, at from log_checkpoint order by size desc limit 1',
  );
  const [row] = rows;
  return row && { ...row, size: Number(row.size) };
}

/** The proof of the fact with this hash, up to the newest checkpoint; undefined where it is not in the log (yet). */
export async function findProof(ledger: Pick<Ledger, 'pool'>, hash: Buffer): Promise<Proof | undefined> {
  const { rows } = await ledger.pool.query<{ index: string }>('select index from log_leaf where hash = $1', [hash]);
  const index = rows[0] && Number(rows[0].index);
  const newest = index === undefined ? undefined : await findCheckpoint(ledger);
  if (index === undefined || newest === undefined) return undefined;
  const path = await inclusionPath(cachedTiles(tilesOf(ledger.pool)), index, newest.size);
  return {
    index,
    size: newest.size,
    path: path.map((one) => one.toString('base64')),
    checkpoint: newest.note,
    at: newest.at,
  };
}
