import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkKeys, readKnownKeys } from '../../src/app/known-keys.ts';
import { keyringOf, type Master } from '../../src/platform/secrets/keyring.ts';
import { openTestDatabase, type TestDatabase } from '../world/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase({});
});
afterAll(() => database?.close());

const key = (): Master => ({ cipher: 'aes', bytes: randomBytes(32) });
const [first, second, sealed] = [key(), key(), key()];

it('the keys of an installation are known again, a newer one is taken, another or a missing one is named', async () => {
  const { pool } = database;
  const check = (common: readonly (Master | undefined)[], partition = [sealed]) =>
    checkKeys(pool, keyringOf({ masters: { common, sealed: partition } }));
  await check([first]);
  const known = await readKnownKeys(pool);
  await check([first]);
  expect(await readKnownKeys(pool)).toEqual(known);
  await expect(check([second])).rejects.toThrow('Key 1 (master)');
  await expect(check([first], [key()])).rejects.toThrow('Key 1 (of sealed reports)');
  await check([first, second]);
  await expect(check([first])).rejects.toThrow('Key 2 (master)');
  /* One that was taken away stays known: its number is not given to another. */
  const third = key();
  await check([first, undefined, third]);
  await expect(check([first, key(), third])).rejects.toThrow('Key 2 (master)');
});
