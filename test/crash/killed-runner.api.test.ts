import { expect, it } from 'vitest';
import { holds, proveKills } from '../../scripts/prove-kill.ts';

/** A minute of `./huiying prove`, with a victim of each kind in an order that does not change. */
it('whoever is killed, writers, job runner, database or its keeper: each act stands once, and what follows it was done once', async () => {
  const found = await proveKills({
    rounds: ['runner', 'writer', 'runner and postgres', 'all writers', 'runner', 'keeper', 'everything', 'postgres'],
    say: () => {},
  });
  expect(found).toMatchObject({ lost: 0, doubled: 0, faults: [], undone: 0, unanswered: 0, unexpected: [] });
  expect(found.verified.wrong).toEqual([]);
  expect(holds(found)).toBe(true);
  /* There was something to lose. */
  expect(found.acknowledged).toBeGreaterThan(100);
  expect(found.jobs).toBeGreaterThan(30);
}, 300_000);
