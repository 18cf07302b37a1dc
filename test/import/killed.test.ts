import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verify } from '../../src/ledger/verify.ts';
import { openTestDatabase, type TestDatabase } from '../world/database.ts';
import { ledgerOn } from './ledger-for-import.ts';

const ROWS = 3_000;

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database?.close());

/** Runs the import in a process of its own, killed once it has reported so many batches. */
async function runUntil(batches: number): Promise<string> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'run-import.ts'), database.url, String(ROWS)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let told = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    told += text;
    if (told.length >= batches && !told.endsWith('done')) child.kill('SIGKILL');
  });
  await once(child, 'close');
  return told;
}

async function stored(): Promise<{ lives: number; keys: number; matters: number }> {
  const { rows } = await database.pool.query<{ lives: string; keys: string; matters: string }>(
    `select (select count(*) from submission) as lives, (select count(*) from import_source) as keys,
            (select count(*) from matter) as matters`,
  );
  return { lives: Number(rows[0]?.lives), keys: Number(rows[0]?.keys), matters: Number(rows[0]?.matters) };
}

test('an import that is killed is simply run again: nothing twice, nothing by half', async () => {
  for (const batches of [1, 4]) {
    const before = (await stored()).lives;
    await runUntil(batches);
    const { lives, keys, matters } = await stored();
    expect(lives).toBeGreaterThan(before);
    expect([keys, matters]).toEqual([lives, lives]);
  }
  expect((await stored()).lives).toBeLessThan(ROWS);
  expect(await runUntil(Number.POSITIVE_INFINITY)).toContain('done');
  expect(await stored()).toEqual({ lives: ROWS, keys: ROWS, matters: ROWS });
  expect((await verify(ledgerOn(database.pool))).wrong).toEqual([]);
});
