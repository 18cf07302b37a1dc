import { expect, it } from 'vitest';
import { fillDisk } from './full-disk.ts';

it('a full disk refuses in plain words, loses nothing, and once there is room everything goes on by itself', async ({
  skip,
}) => {
  const found = await fillDisk({ heldMs: 2_000, say: () => {} });
  if (found === undefined) return skip('skipped: this machine lets nobody mount a disk in memory (Linux and root)');
  expect(found).toMatchObject({ lost: 0, doubled: 0, faults: [], undone: 0, others: [], changed: 0, fellOver: true });
  expect(found.verified.wrong).toEqual([]);
  /* Both ways of being full were met, and what was refused was done later under the same keys. */
  expect(Object.keys(found.refused).sort()).toEqual(['busy', 'no-space']);
  expect(found.refused['no-space']).toBeGreaterThanOrEqual(20);
  expect(found.later).toBeGreaterThan(0);
}, 300_000);
