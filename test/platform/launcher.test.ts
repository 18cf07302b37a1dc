import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isAlive } from '../../src/platform/postgres/postmaster.ts';
import { openServer } from '../../src/platform/postgres/server.ts';
import { makeDataDir, startHolder, until } from './keeper-hands.ts';

const GRACE_MS = 750;

let place: ReturnType<typeof makeDataDir>;
beforeEach(() => {
  place = makeDataDir();
});
afterEach(() => place.dispose());

const open = () => openServer({ dataDir: place.dataDir, graceMs: GRACE_MS, say: () => {} });

async function ask<T>(url: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the embedded server', () => {
  it('starts on first use, sees Chinese characters as letters, and stops after the last lease', async () => {
    const server = await open();
    const [row] = await ask<Record<string, string>>(
      server.url,
      `SELECT current_database() AS name, datctype AS ctype, datcollate AS collate, pg_encoding_to_char(encoding) AS encoding,
              '回应' ~ '^\\w+$' AS letters, current_setting('fsync') AS fsync, current_setting('listen_addresses') AS tcp
       FROM pg_database WHERE datname = current_database()`,
    );
    expect(row).toMatchObject({ name: 'huiying', collate: 'C', encoding: 'UTF8', letters: true, fsync: 'on', tcp: '' });
    expect(row?.ctype).toMatch(/utf-?8/i);
    const [keeper, postmaster] = [place.keeperPid(), place.postmasterPid()];
    expect(isAlive(keeper) && isAlive(postmaster)).toBe(true);
    await server.release();
    await until(() => !isAlive(keeper) && !isAlive(postmaster));
  });

  it('keeps its password to its owner', async () => {
    const server = await open();
    expect(readFileSync(place.folders.notice, 'utf8')).not.toContain(
      readFileSync(place.folders.password, 'utf8').trim(),
    );
    await expect(ask(server.url.replace(/huiying:[^@]*@/, 'huiying:guess@'), 'SELECT 1')).rejects.toThrow(/password/);
    await server.release();
  });

  it('is shared by every command on the folder, and outlives the one that started it', async () => {
    const first = await startHolder(place.dataDir, GRACE_MS);
    const second = await open();
    expect(second.url).toBe(first.url);
    const postmaster = place.postmasterPid();
    first.child.kill('SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, 3 * GRACE_MS));
    expect(place.postmasterPid()).toBe(postmaster);
    expect(await ask(second.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await second.release();
    await until(() => !isAlive(postmaster));
  });

  it('gives commands that start together one server', async () => {
    const servers = await Promise.all([open(), open(), open(), startHolder(place.dataDir, GRACE_MS)]);
    expect(new Set(servers.map(({ url }) => url)).size).toBe(1);
    for (const server of servers) 'child' in server ? server.child.kill() : await server.release();
  });

  it('leaves no orphan when a command is killed outright', async () => {
    const holder = await startHolder(place.dataDir, GRACE_MS);
    const [keeper, postmaster] = [place.keeperPid(), place.postmasterPid()];
    holder.child.kill('SIGKILL');
    await until(() => !isAlive(keeper) && !isAlive(postmaster));
  });

  it('leaves no orphan when keeper and command are killed outright, and starts again with what was written', async () => {
    const holder = await startHolder(place.dataDir, GRACE_MS);
    await ask(holder.url, 'CREATE TABLE kept AS SELECT 7 AS number');
    const postmaster = place.postmasterPid();
    holder.child.kill('SIGKILL');
    process.kill(place.keeperPid(), 'SIGKILL');
    await until(() => !isAlive(postmaster));
    const server = await open();
    expect(await ask(server.url, 'SELECT number FROM kept')).toEqual([{ number: 7 }]);
    await server.release();
  });

  it('comes back at the same address for a running command whose keeper was killed', async () => {
    const server = await open();
    const keeper = place.keeperPid();
    process.kill(keeper, 'SIGKILL');
    await until(() => place.keeperPid() !== keeper);
    await until(() =>
      ask(server.url, 'SELECT 1').then(
        () => true,
        () => false,
      ),
    );
    await server.release();
  });

  it('starts again after the server itself was killed, whoever has its process number by then', async () => {
    const server = await open();
    const [keeper, postmaster] = [place.keeperPid(), place.postmasterPid()];
    process.kill(keeper, 'SIGSTOP');
    process.kill(postmaster, 'SIGKILL');
    process.kill(keeper, 'SIGKILL');
    await until(() => !isAlive(postmaster) && !isAlive(keeper));
    await server.release();
    const file = join(place.folders.cluster, 'postmaster.pid');
    const [, ...rest] = readFileSync(file, 'utf8').split('\n');
    writeFileSync(file, [process.pid, ...rest].join('\n'));
    const again = await open();
    expect(await ask(again.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await again.release();
  });

  it('starts a crashed server again under the same keeper', async () => {
    const server = await open();
    const [keeper, postmaster] = [place.keeperPid(), place.postmasterPid()];
    process.kill(postmaster, 'SIGKILL');
    await until(() => place.postmasterPid() !== postmaster && place.postmasterPid() !== 0);
    await until(() =>
      ask(server.url, 'SELECT 1').then(
        () => true,
        () => false,
      ),
    );
    expect(place.keeperPid()).toBe(keeper);
    await server.release();
  });

  it('starts a server again that could not start for a while, as with a disk that was full', async () => {
    const server = await open();
    const [keeper, postmaster] = [place.keeperPid(), place.postmasterPid()];
    const settings = join(place.folders.cluster, 'postgresql.conf');
    const good = readFileSync(settings);
    writeFileSync(settings, 'nothing that is a setting');
    process.kill(postmaster, 'SIGKILL');
    /* Longer than a first start is tried for. */
    await sleep(14_000);
    expect(isAlive(keeper)).toBe(true);
    writeFileSync(settings, good);
    await until(() =>
      ask(server.url, 'SELECT 1').then(
        () => true,
        () => false,
      ),
    );
    expect(place.keeperPid()).toBe(keeper);
    await server.release();
  }, 60_000);

  it('listens on this machine only where the folder has too long a name for a socket', async () => {
    const dataDir = join(place.dataDir, 'a-very-long-name-'.repeat(8));
    const server = await openServer({ dataDir, graceMs: 250, say: () => {} });
    expect(new URL(server.url).hostname).toBe('127.0.0.1');
    expect(await ask(server.url, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    const { pid } = JSON.parse(readFileSync(join(dataDir, 'postgres', 'keeper.json'), 'utf8'));
    await server.release();
    await until(() => !isAlive(pid));
  });

  it('names the folder it cannot use', async () => {
    writeFileSync(join(place.dataDir, 'file'), '');
    const open = openServer({ dataDir: join(place.dataDir, 'file'), say: () => {} });
    await expect(open).rejects.toThrow(/cannot be written .*--data-dir/);
  });

  it('refuses data of another version, and says what to do', async () => {
    mkdirSync(place.folders.cluster, { recursive: true });
    writeFileSync(join(place.folders.cluster, 'PG_VERSION'), '15\n');
    await expect(open()).rejects.toThrow(/written by PostgreSQL 15.*Back it up/);
  });
});
