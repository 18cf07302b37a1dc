import { afterAll, beforeAll, expect, it } from 'vitest';
import { backUp } from '../../src/db/backup/back-up.ts';
import { restore } from '../../src/db/backup/restore.ts';
import { migrate } from '../../src/db/migrate.ts';
import { keyringOf } from '../../src/platform/secrets/keyring.ts';
import { openTestDatabase, type TestDatabase } from '../world/database.ts';
import { EARLIER, openEarlierDatabase, SINCE } from '../world/earlier-version.ts';
import { digests, makeFolder, schemaOf } from './hands.ts';

const place = makeFolder();
const keyring = keyringOf(Buffer.alloc(32, 7));
let earlier: TestDatabase;
let empty: TestDatabase;
beforeAll(async () => {
  earlier = await openEarlierDatabase();
  empty = await openTestDatabase({ template: false, max: 2 });
});
afterAll(async () => {
  await earlier?.close();
  await empty?.close();
  place.dispose();
});

it('the backup of an earlier version is restored as upgrading it in its place would have left it', async () => {
  const file = place.path('earlier.backup');
  const made = await backUp({ pool: earlier.pool, keyring, file });
  expect(made.schema).toBe(EARLIER);
  expect(await restore({ pool: empty.pool, keyring, file })).toMatchObject({ schema: EARLIER, following: SINCE });
  await migrate({ pool: earlier.pool, say: () => {} });
  expect(await schemaOf(empty.pool)).toEqual(await schemaOf(earlier.pool));
  const [upgraded, restored] = [await digests(earlier.pool), await digests(empty.pool)];
  /* The id and moment of the work that a step adds are drawn anew. */
  const outbox = (found: Map<string, string>) => found.get('outbox')?.split(' ')[0];
  expect([outbox(restored), outbox(upgraded)]).toEqual(['2', '2']);
  restored.delete('outbox');
  upgraded.delete('outbox');
  expect(restored).toEqual(upgraded);
  expect(restored.get('fact')).toMatch(/^3 /);
});
