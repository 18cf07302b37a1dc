import type { Pool } from 'pg';
import type { Ledger } from '../ledger.ts';
import { Frontier, hashAt, leafHash, TILE, tileRoot } from './merkle.ts';
import { readNote } from './note.ts';
import { logSigner } from './seal.ts';

/** A checkpoint kept outside, such as in a file of the auditor's, with the name it is spoken of by. */
export interface KeptNote {
  readonly name: string;
  readonly note: string;
}

export interface LogChecked {
  /** Entries of the log, and facts that wait for their place in it. */
  readonly size: number;
  readonly waiting: number;
  readonly checkpoints: number;
  readonly wrong: readonly string[];
}

/** Leaves read at one time. */
const BATCH = 5_000;

/** A root that was signed for the first `size` entries, and who says so. */
interface Signed {
  readonly size: number;
  readonly root: Buffer;
  readonly by: string;
}

interface LeafRow {
  readonly index: string;
  readonly region: string;
  readonly stream: string;
  readonly seq: number;
  readonly hash: Buffer;
  readonly fact: Buffer | null;
}

/**
 * Walks the whole log: each entry against its fact and the stored tree, each checkpoint against the root of the entries
 * it was signed over, so that checkpoints of any two sizes agree; then facts that are in no place of it. `kept` are
 * checkpoints that were taken away: a log rebuilt and signed anew does not fit them.
 */
export async function checkLog(ledger: Ledger, kept: readonly KeptNote[] = []): Promise<LogChecked> {
  const { pool } = ledger;
  const wrong: string[] = [];
  const verifierKey = logSigner(ledger).verifierKey;
  const signed = [...(await readStored(pool, verifierKey, wrong)), ...readKept(kept, verifierKey, wrong)];
  const checkpoints = signed.length - kept.length;
  const bySize = Map.groupBy(signed, ({ size }) => size);
  const frontier = new Frontier();
  let tile: Buffer = Buffer.alloc(0);
  for (;;) {
    const rows = await readLeaves(pool, frontier.size);
    for (const row of rows) {
      const at = frontier.size;
      if (Number(row.index) !== at) {
        wrong.push(`the log: entry ${at} is missing`);
        return { size: at, waiting: await countWaiting(pool), checkpoints, wrong };
      }
      /* The last tile may have grown since it was read. */
      if (at % TILE === 0 || tile.length < ((at % TILE) + 1) * 32)
        tile = await readTile(pool, 0, Math.floor(at / TILE));
      checkEntry(row, tile, at, wrong);
      frontier.add(leafHash(row.hash));
      compareRoots(bySize.get(frontier.size) ?? [], frontier, wrong);
    }
    if (rows.length < BATCH) break;
  }
  for (const { size, by } of signed)
    if (size > frontier.size) wrong.push(`the log ends at ${frontier.size}, but ${by} was signed over ${size} entries`);
  await checkUpperTiles(pool, frontier.size, wrong);
  await checkLost(pool, wrong);
  return { size: frontier.size, waiting: await countWaiting(pool), checkpoints, wrong };
}

/** Whether each fact of one history is in the log as it stands. */
export async function checkHistory(pool: Pool, only: { region: string; stream: string }): Promise<readonly string[]> {
  const { rows } = await pool.query<{ seq: number }>(
    `select f.seq from fact f where f.region = $1 and f.stream = $2
     and not exists (select from log_leaf l where l.hash = f.hash)
     and not exists (select from unsealed u where u.region = f.region and u.stream = f.stream
       and f.seq between u.first_seq and u.last_seq) order by f.seq`,
    [only.region, only.stream],
  );
  return rows.map(({ seq }) => `${only.stream}: fact ${seq} is not in the log`);
}

async function readStored(pool: Pool, verifierKey: string, wrong: string[]): Promise<readonly Signed[]> {
  const { rows } = await pool.query<{ size: string; root: Buffer; note: string }>(
    'select size, root, note from log_checkpoint order by size',
  );
  return rows.map(({ size, root, note }) => {
    const by = `checkpoint ${size}`;
    const read = readNote(note, verifierKey);
    if ('wrong' in read) wrong.push(`${by}: ${read.wrong}`);
    else if (read.size !== Number(size) || !read.root.equals(root)) wrong.push(`${by}: its note says something else`);
    return { size: Number(size), root, by };
  });
}

function readKept(kept: readonly KeptNote[], verifierKey: string, wrong: string[]): readonly Signed[] {
  return kept.flatMap(({ name, note }) => {
    const read = readNote(note, verifierKey);
    if ('wrong' in read) {
      wrong.push(`${name}: ${read.wrong}`);
      return [];
    }
    return [{ size: read.size, root: read.root, by: name }];
  });
}

async function readLeaves(pool: Pool, from: number): Promise<readonly LeafRow[]> {
  const { rows } = await pool.query<LeafRow>(
    `select l.index, l.region, l.stream, l.seq, l.hash, f.hash as fact from log_leaf l
     left join fact f on f.region = l.region and f.stream = l.stream and f.seq = l.seq
     where l.index >= $1 order by l.index limit ${BATCH}`,
    [from],
  );
  return rows;
}

async function readTile(pool: Pool, level: number, index: number): Promise<Buffer> {
  const { rows } = await pool.query<{ hashes: Buffer }>('select hashes from log_tile where level = $1 and index = $2', [
    level,
    index,
  ]);
  return rows[0]?.hashes ?? Buffer.alloc(0);
}

function checkEntry(row: LeafRow, tile: Buffer, at: number, wrong: string[]): void {
  const named = `${row.stream}: fact ${row.seq}`;
  if (row.fact === null) wrong.push(`${named} is gone; it is entry ${at} of the log`);
  else if (!row.fact.equals(row.hash)) wrong.push(`${named} is not the one that was entered in the log at ${at}`);
  if (!tile.subarray((at % TILE) * 32, (at % TILE) * 32 + 32).equals(leafHash(row.hash)))
    wrong.push(`${named}: the tree of the log has something else at entry ${at}`);
}

function compareRoots(signed: readonly Signed[], frontier: Frontier, wrong: string[]): void {
  if (signed.length === 0) return;
  const root = frontier.root();
  for (const one of signed)
    if (!one.root.equals(root))
      wrong.push(`${one.by}: the first ${one.size} entries of the log are not those it was signed over`);
}

/** Above the lowest level each hash is the root of a full tile beneath. */
async function checkUpperTiles(pool: Pool, size: number, wrong: string[]): Promise<void> {
  for (let level = 1, beneath = Math.floor(size / TILE); beneath > 0; level++, beneath = Math.floor(beneath / TILE)) {
    for (let index = 0; index * TILE < beneath; index++) {
      const tile = await readTile(pool, level, index);
      const held = Math.min(TILE, beneath - index * TILE);
      for (let at = 0; at < held; at++) {
        const lower = await readTile(pool, level - 1, index * TILE + at);
        const fits =
          tile.length >= (at + 1) * 32 && lower.length === TILE * 32 && hashAt(tile, at).equals(tileRoot(lower));
        if (!fits) wrong.push(`the tree of the log is damaged at level ${level}, tile ${index}, hash ${at}`);
      }
    }
  }
}

/** Facts that neither stand in the log nor wait for it. */
async function checkLost(pool: Pool, wrong: string[]): Promise<void> {
  const { rows } = await pool.query<{ stream: string; seq: number }>(
    `select f.stream, f.seq from fact f
     where not exists (select from log_leaf l where l.hash = f.hash)
     and not exists (select from unsealed u where u.region = f.region and u.stream = f.stream
       and f.seq between u.first_seq and u.last_seq)
     order by f.region, f.stream, f.seq limit 100`,
  );
  for (const { stream, seq } of rows) wrong.push(`${stream}: fact ${seq} is not in the log`);
}

async function countWaiting(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ n: string }>(
    'select coalesce(sum(last_seq - first_seq + 1), 0) as n from unsealed',
  );
  return Number(rows[0]?.n);
}
