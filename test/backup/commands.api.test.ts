import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { command as backup } from '../../src/app/backup.ts';
import type { Command } from '../../src/app/commands.ts';
import { command as restore } from '../../src/app/restore.ts';
import { sha256 } from '../../src/platform/secrets/keyring.ts';
import { openTestDatabase, type TestDatabase } from '../world/database.ts';
import { makeFolder } from './hands.ts';

const place = makeFolder();
let source: TestDatabase;
let target: TestDatabase;
beforeAll(async () => {
  source = await openTestDatabase({ max: 2 });
  target = await openTestDatabase({ max: 2, template: false });
  await source.pool.query(`insert into setting (name, value) values ('planted', '"empty"')`);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await source?.close();
  await target?.close();
  place.dispose();
});
beforeEach(() => {
  vi.stubEnv('HUIYING_KEY', 'ab'.repeat(32));
});

/** Calls a command as the front door does, on this database. */
async function call(command: Command, words: string[], database: TestDatabase, more: Record<string, boolean> = {}) {
  const out: unknown[] = [];
  const said: string[] = [];
  const values = { 'database-url': database.url, 'data-dir': place.path('data'), ...more };
  const code = await command.run({
    values,
    positionals: words,
    json: more.json === true,
    out: (value) => out.push(value),
    say: (line) => said.push(line),
  });
  return { code, out, said };
}

const file = place.path('one.backup');

describe('backup and restore', () => {
  it('write one database into a file and the file into another, and say so', async () => {
    const made = await call(backup, [file], source, { json: true });
    expect(made).toMatchObject({
      code: 0,
      out: [{ file, rows: 1, sha256: sha256(readFileSync(file)).toString('hex'), seconds: expect.any(Number) }],
    });
    expect(made.said).toContain('Backing up fact');

    const checked = await call(restore, [file], source, { check: true });
    expect(checked).toMatchObject({
      code: 0,
      said: [],
      out: [expect.stringMatching(/^Backup of 20.*, 1 rows, schema /)],
    });

    const restored = await call(restore, [file], target, { json: true });
    expect(restored).toMatchObject({ code: 0, out: [{ rows: 1, verified: { streams: 0, wrong: [] } }] });
    expect(restored.said).toContain('Loading fact');
    const { rows } = await target.pool.query(`select name, value from setting where name <> 'known-keys'`);
    expect(rows).toEqual([{ name: 'planted', value: 'empty' }]);

    await expect(call(restore, [file], target)).rejects.toThrow(/is not empty/);
    vi.stubEnv('HUIYING_LANG', 'zh');
    await expect(call(restore, [file], target)).rejects.toThrow(/不是空的.*新的数据文件夹/);
    vi.stubEnv('HUIYING_LANG', 'en');
  });

  it('make no key of their own: without the master key nothing is written or read', async () => {
    vi.stubEnv('HUIYING_KEY', '');
    await expect(call(backup, [place.path('two.backup')], source)).rejects.toThrow(
      /A key is missing: put the key file back at/,
    );
    await expect(call(restore, [file], target)).rejects.toThrow(/A key is missing/);
    vi.stubEnv('HUIYING_KEY', randomBytes(32).toString('hex'));
    await expect(call(restore, [file], target)).rejects.toThrow(/another master key/);
  });

  it('want one file', async () => {
    for (const command of [backup, restore]) {
      for (const words of [[], ['one', 'two']]) {
        expect(await call(command, words, source)).toMatchObject({
          code: 2,
          out: [],
          said: [expect.stringContaining('Usage: ./huiying')],
        });
      }
    }
  });
});
