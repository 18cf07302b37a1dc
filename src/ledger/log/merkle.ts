import { sha256 } from '../../platform/secrets/keyring.ts';

/**
 * The tree of RFC 6962 (§2.1), kept as tiles of 256 hashes as C2SP tlog-tiles lays them out: tile `n` of level `l` holds
 * the roots of the complete subtrees of 256^l leaves, from the one with number 256·n on.
 */
export const TILE = 256;
const HASH = 32;

/** Hash of an entry of the log. */
export function leafHash(entry: Buffer): Buffer {
  return sha256(Buffer.of(0), entry);
}

export function nodeHash(left: Buffer, right: Buffer): Buffer {
  return sha256(Buffer.of(1), left, right);
}

/** Root of a tree without leaves. */
export const EMPTY_ROOT = sha256('');

/** Reads a tile as far as the tree goes: up to 256 hashes, one after another. */
export type ReadTile = (level: number, index: number) => Promise<Buffer>;

/** Tiles in memory, for a pass over them. */
export function cachedTiles(read: ReadTile): ReadTile {
  const known = new Map<string, Promise<Buffer>>();
  return (level, index) => {
    const key = `${level}/${index}`;
    const tile = known.get(key) ?? read(level, index);
    known.set(key, tile);
    return tile;
  };
}

/** Root of the complete subtree of 2^`depth` leaves that begins at leaf `from`, a multiple of its size. */
async function subtreeHash(read: ReadTile, depth: number, from: number): Promise<Buffer> {
  const level = Math.floor(depth / 8);
  const width = 2 ** (depth % 8);
  const first = from / TILE ** level;
  const tile = await read(level, Math.floor(first / TILE));
  const at = first % TILE;
  let hashes = Array.from({ length: width }, (_, n) => hashAt(tile, at + n));
  while (hashes.length > 1) hashes = pairs(hashes);
  const [root] = hashes;
  if (root === undefined) throw new Error('a subtree has leaves');
  return root;
}

/** One hash of a tile. @throws where the tile does not reach so far: the log is damaged. */
export function hashAt(tile: Buffer, at: number): Buffer {
  const hash = tile.subarray(at * HASH, (at + 1) * HASH);
  if (hash.length !== HASH) throw new Error(`the log's tile ends before hash ${at}`);
  return hash;
}

function pairs(hashes: readonly Buffer[]): Buffer[] {
  const next: Buffer[] = [];
  for (let n = 0; n + 1 < hashes.length; n += 2) {
    const [left, right] = [hashes[n], hashes[n + 1]];
    if (left && right) next.push(nodeHash(left, right));
  }
  return next;
}

/** The largest power of two below `n`, which is 2 or more. */
function splitOf(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

/** Root over the leaves `from` up to and without `to`; `from` is where a subtree of that reach begins. */
async function rangeHash(read: ReadTile, from: number, to: number): Promise<Buffer> {
  const n = to - from;
  const depth = Math.log2(n);
  if (Number.isInteger(depth)) return subtreeHash(read, depth, from);
  const k = splitOf(n);
  return nodeHash(await rangeHash(read, from, from + k), await rangeHash(read, from + k, to));
}

export async function rootOf(read: ReadTile, size: number): Promise<Buffer> {
  return size === 0 ? EMPTY_ROOT : rangeHash(read, 0, size);
}

/** The hashes that lead from leaf `index` to the root of the first `size` leaves (RFC 6962 §2.1.1), the lowest first. */
export async function inclusionPath(read: ReadTile, index: number, size: number): Promise<readonly Buffer[]> {
  const path = async (from: number, to: number): Promise<Buffer[]> => {
    if (to - from === 1) return [];
    const middle = from + splitOf(to - from);
    return index < middle
      ? [...(await path(from, middle)), await rangeHash(read, middle, to)]
      : [...(await path(middle, to)), await rangeHash(read, from, middle)];
  };
  if (index < 0 || index >= size) throw new RangeError(`leaf ${index} is not among ${size}`);
  return path(0, size);
}

/** The root that a path leads to; undefined where it has the wrong length (RFC 9162 §2.1.3.2). */
export function rootFrom(
  leaf: Buffer,
  { index, size, path }: { readonly index: number; readonly size: number; readonly path: readonly Buffer[] },
): Buffer | undefined {
  if (index >= size) return undefined;
  let [fn, sn, hash] = [index, size - 1, leaf];
  for (const other of path) {
    if (sn === 0) return undefined;
    if (fn % 2 === 1 || fn === sn) {
      hash = nodeHash(other, hash);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn / 2, Math.floor(sn / 2)];
    } else {
      hash = nodeHash(hash, other);
    }
    [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  }
  return sn === 0 ? hash : undefined;
}

/** A tree that grows leaf by leaf, holding only the roots of its complete subtrees: for a pass over all leaves. */
export class Frontier {
  size = 0;
  /** By depth; undefined where the size has no such bit. */
  private readonly roots: (Buffer | undefined)[] = [];

  add(leaf: Buffer): void {
    let [hash, depth] = [leaf, 0];
    for (; this.roots[depth] !== undefined; depth++) {
      hash = nodeHash(this.roots[depth] ?? hash, hash);
      this.roots[depth] = undefined;
    }
    this.roots[depth] = hash;
    this.size += 1;
  }

  root(): Buffer {
    let root: Buffer | undefined;
    for (const hash of this.roots) if (hash !== undefined) root = root === undefined ? hash : nodeHash(hash, root);
    return root ?? EMPTY_ROOT;
  }
}

/** A tile that changed: all of it that is known now. */
export interface GrownTile {
  readonly level: number;
  readonly index: number;
  readonly hashes: Buffer;
}

/**
 * What `leaves` appended to a tree of `size` make of its tiles, on every level. A tile whose 256 hashes are full is final
 * and its root goes into the level above.
 */
export async function growTiles(
  read: ReadTile,
  size: number,
  leaves: readonly Buffer[],
): Promise<readonly GrownTile[]> {
  const grown: GrownTile[] = [];
  let [level, first, added] = [0, size, leaves];
  while (added.length > 0) {
    const above: Buffer[] = [];
    let at = first;
    let rest = added;
    while (rest.length > 0) {
      const index = Math.floor(at / TILE);
      const held = at % TILE;
      const mine = rest.slice(0, TILE - held);
      const before = held === 0 ? Buffer.alloc(0) : (await read(level, index)).subarray(0, held * HASH);
      const hashes = Buffer.concat([before, ...mine]);
      grown.push({ level, index, hashes });
      if (hashes.length === TILE * HASH) above.push(tileRoot(hashes));
      at += mine.length;
      rest = rest.slice(mine.length);
    }
    [level, first, added] = [level + 1, Math.floor(first / TILE), above];
  }
  return grown;
}

/** Root of a full tile. */
export function tileRoot(tile: Buffer): Buffer {
  let hashes = Array.from({ length: TILE }, (_, at) => hashAt(tile, at));
  while (hashes.length > 1) hashes = pairs(hashes);
  return hashes[0] ?? EMPTY_ROOT;
}
