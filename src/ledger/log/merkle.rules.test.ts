import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../platform/secrets/keyring.ts';
import {
  cachedTiles,
  EMPTY_ROOT,
  Frontier,
  growTiles,
  inclusionPath,
  leafHash,
  nodeHash,
  type ReadTile,
  rootFrom,
  rootOf,
} from './merkle.ts';

const leaf = (n: number): Buffer => leafHash(Buffer.from(`entry ${n}`));

/** RFC 6962 §2.1 word for word: all leaves in memory, split at the largest power of two. */
function slowRoot(leaves: readonly Buffer[]): Buffer {
  const [only] = leaves;
  if (only === undefined) return sha256('');
  if (leaves.length === 1) return only;
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return nodeHash(slowRoot(leaves.slice(0, k)), slowRoot(leaves.slice(k)));
}

/** A log that grew by these many leaves at a time. */
async function grownBy(steps: readonly number[]): Promise<{ read: ReadTile; leaves: readonly Buffer[] }> {
  const tiles = new Map<string, Buffer>();
  const read: ReadTile = async (level, index) => tiles.get(`${level}/${index}`) ?? Buffer.alloc(0);
  const leaves: Buffer[] = [];
  for (const step of steps) {
    const more = Array.from({ length: step }, (_, n) => leaf(leaves.length + n));
    for (const tile of await growTiles(read, leaves.length, more))
      tiles.set(`${tile.level}/${tile.index}`, tile.hashes);
    leaves.push(...more);
  }
  return { read, leaves };
}

const steps = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 6 });

describe('the tree over all facts', () => {
  it('hashes leaves and nodes as RFC 6962 does: known roots', () => {
    expect(EMPTY_ROOT.toString('hex')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(leafHash(Buffer.alloc(0)).toString('hex')).toBe(
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    );
    const two = nodeHash(leafHash(Buffer.alloc(0)), leafHash(Buffer.of(0)));
    expect(two.toString('hex')).toBe('fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125');
  });

  it('has the same root however it grew: from tiles, leaf by leaf, and by the definition', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (by) => {
        const { read, leaves } = await grownBy(by);
        const frontier = new Frontier();
        for (const one of leaves) frontier.add(one);
        const slow = slowRoot(leaves).toString('hex');
        expect((await rootOf(read, leaves.length)).toString('hex')).toBe(slow);
        expect(frontier.root().toString('hex')).toBe(slow);
      }),
      { numRuns: 60 },
    );
  });

  it('proves each leaf at each size, and nothing else: not another leaf, place, size or path', async () => {
    const { read, leaves } = await grownBy([300, 1, 258, 90]);
    const tiles = cachedTiles(read);
    await fc.assert(
      fc.asyncProperty(fc.nat(leaves.length - 1), fc.nat(leaves.length - 1), async (a, b) => {
        const [index, size] = [Math.min(a, b), Math.max(a, b) + 1];
        const root = (await rootOf(tiles, size)).toString('hex');
        const path = await inclusionPath(tiles, index, size);
        const rootBy = (given: object): string | undefined =>
          rootFrom(leaf(index), { index, size, path, ...given })?.toString('hex');
        expect(rootBy({})).toBe(root);
        expect(rootFrom(leaf(index + 1_000), { index, size, path })?.toString('hex')).not.toBe(root);
        if (size > 1) {
          expect(rootBy({ index: index === 0 ? 1 : index - 1 })).not.toBe(root);
          expect(rootBy({ path: path.slice(1) })).not.toBe(root);
          expect(rootBy({ path: [...path, leaf(0)] })).not.toBe(root);
        }
        expect(rootBy({ index: size })).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  it('reaches over more than one level of tiles', async () => {
    const { read, leaves } = await grownBy([66_000]);
    const frontier = new Frontier();
    for (const one of leaves) frontier.add(one);
    expect(await rootOf(read, leaves.length)).toEqual(frontier.root());
    for (const index of [0, 255, 256, 65_535, 65_536, 65_999]) {
      const path = await inclusionPath(read, index, leaves.length);
      expect(rootFrom(leaf(index), { index, size: leaves.length, path })).toEqual(frontier.root());
    }
  });
});
