import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { whatIsCopied } from '../../src/app/backup.ts';
import { readReference } from '../../src/app/open-city.ts';
import { type BackupMade, backUp } from '../../src/db/backup/back-up.ts';
import { inspectBackup, restore } from '../../src/db/backup/restore.ts';
import { readMigrations } from '../../src/db/migrations.ts';
import { openContent } from '../../src/ledger/content.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { verify } from '../../src/ledger/verify.ts';
import type { JobHandlers } from '../../src/platform/jobs/handler.ts';
import { startJobs } from '../../src/platform/jobs/jobs.ts';
import { log } from '../../src/platform/log/log.ts';
import { keyringOf } from '../../src/platform/secrets/keyring.ts';
import { registered, staffOf, upTo } from '../life/steps.ts';
import { openTestDatabase, type TestDatabase } from '../world/database.ts';
import { type EmptyCity, openEmptyCity } from '../world/empty-city.ts';
import { digests, framesOf, makeFolder, relationsIn, schemaOf, takeLetter } from './hands.ts';

const place = makeFolder();
let city: EmptyCity;
/** What stood in each table in the moment of the snapshot. */
let before: Map<string, string>;
/** Stays so: every refusal looks whether it does. */
let empty: TestDatabase;
let made: BackupMade;

beforeAll(async () => {
  city = await openEmptyCity();
  empty = await openTestDatabase({ template: false, max: 2 });
  const staff = await staffOf(city);
  for (const step of ['forwarded', 'accepted', 'issued'] as const) {
    const { matter } = await registered(staff, `楼道没有灯，${step}`);
    await upTo(step, staff, matter);
  }
  await registered(staff, '门前道路破损');
  await city.settle();
  const { pool } = city.ledger;
  /* Enough that no compression makes it fit into one chunk. */
  await pool.query(
    `insert into file (region, id, name, type, size, sha256, sealed, created_at)
     values ('990101', gen_random_uuid(), $1, 'image/jpeg', 1, '\\x00', $2, now())`,
    ['换行\n制表\t反斜杠\\N 鿿𠮷.jpg', randomBytes(900_000)],
  );
  before = await digests(pool);
  let first = true;
  made = await backUp({
    pool,
    keyring: city.ledger.keyring,
    file: place.path('city.backup'),
    instead: await whatIsCopied(pool),
    onTable: async () => {
      if (first) for (const title of ['门口积水', '小区没有灯']) await takeLetter(city.ledger, title);
      first = false;
    },
  });
}, 60_000);
afterAll(async () => {
  await empty?.close();
  await city?.close();
  place.dispose();
});

async function withEmpty<T>(use: (database: TestDatabase) => Promise<T>): Promise<T> {
  const database = await openTestDatabase({ template: false, max: 4 });
  try {
    return await use(database);
  } finally {
    await database.close();
  }
}

async function ledgerOn({ pool }: TestDatabase): Promise<Ledger> {
  const { keyring, clock } = city.ledger;
  return { pool, keyring, clock, reference: await readReference(pool) };
}

const keyring = (): Ledger['keyring'] => city.ledger.keyring;

describe('a backup made while letters come in', () => {
  it('holds the moment it began, and none of what came after', async () => {
    const now = await digests(city.ledger.pool);
    expect(now.get('fact')).not.toBe(before.get('fact'));
    const rows = new Map([...before].map(([table, digest]) => [table, Number(digest.split(' ')[0])]));
    expect(rows.get('session')).toBeGreaterThan(0);
    expect(rows.get('search_text')).toBeGreaterThan(0);
    rows.set('session', 0);
    expect(new Map(made.tables.map((table) => [table.name, table.rows]))).toEqual(rows);
    expect(made.rows).toBe([...rows.values()].reduce((sum, n) => sum + n, 0));
    expect(made.bytes).toBe(statSync(made.file).size);
    expect(statSync(made.file).mode & 0o777).toBe(0o600);
    expect(made.schema).toBe(readMigrations().at(-1)?.name);
  });

  it('restored, is the same to the byte, holds, refuses what the city refused, and goes on', async () => {
    await withEmpty(async (database) => {
      const { pool } = database;
      const restored = await restore({ pool, keyring: keyring(), file: made.file });
      expect(restored).toMatchObject({ rows: made.rows, tables: made.tables, following: [], at: made.at });
      const found = await digests(pool);
      expect(found.get('session')).toBe('0 ');
      expect(new Map([...found].filter(([table]) => table !== 'session'))).toEqual(
        new Map([...before].filter(([table]) => table !== 'session')),
      );
      expect(await schemaOf(pool)).toEqual(await schemaOf(city.ledger.pool));
      const ledger = await ledgerOn(database);
      expect(await verify(ledger)).toMatchObject({ wrong: [] });
      const { rows } = await pool.query<{ region: string; id: string; sealed: Buffer }>(
        'select region, id, sealed from content limit 1',
      );
      const [content] = rows;
      if (!content) throw new Error('no content');
      expect(openContent(ledger.keyring, content)).toBeTypeOf('object');
      await expect(pool.query(`update fact set actor = 'x'`)).rejects.toThrow(/append-only/);
      await expect(pool.query('truncate fact')).rejects.toThrow(/append-only/);
      await takeLetter(ledger, '楼道堆物');
      const verified = await verify(ledger);
      expect(verified.wrong).toEqual([]);
      expect(`${verified.facts}`).toBe(`${Number(before.get('fact')?.split(' ')[0]) + 1}`);
    });
  });

  it('can be read through without a database', async () => {
    const seen: string[] = [];
    const found = await inspectBackup({ keyring: keyring(), file: made.file, onTable: (table) => seen.push(table) });
    expect(found).toMatchObject({ rows: made.rows, tables: made.tables, at: made.at });
    expect(seen).toEqual(made.tables.map(({ name }) => name));
    /* Whatever points to another table comes after it. */
    expect(seen.indexOf('account')).toBeGreaterThan(seen.indexOf('body'));
    expect(seen.indexOf('session')).toBeGreaterThan(seen.indexOf('account'));
  });

  it('however many write at once, restores to a record that holds', async () => {
    let writing = true;
    let acts = 0;
    const writers = [1, 2].map(async (hand) => {
      for (let n = 0; writing; n += 1) {
        await takeLetter(city.ledger, `第${hand}人第${n}封`);
        acts += 1;
      }
    });
    const acknowledged: number[] = [];
    const busy = await backUp({
      pool: city.ledger.pool,
      keyring: keyring(),
      file: place.path('busy.backup'),
      onTable: async () => {
        const so = acts;
        acknowledged.push(so);
        while (acts === so) await new Promise((resolve) => setTimeout(resolve, 5));
      },
    });
    writing = false;
    await Promise.all(writers);
    expect(acts - (acknowledged[0] ?? 0)).toBeGreaterThan(10);
    await withEmpty(async (database) => {
      await restore({ pool: database.pool, keyring: keyring(), file: busy.file });
      const verified = await verify(await ledgerOn(database));
      expect(verified.wrong).toEqual([]);
      const all = await verify(city.ledger);
      expect(verified.facts).toBeLessThan(all.facts);
    });
  });
});

describe('work under way', () => {
  const queueLog = { ...log, warn: () => {}, fault: () => {} };

  async function putIntoOutbox(...numbers: number[]): Promise<void> {
    await city.ledger.pool.query(
      `insert into outbox (region, id, topic, payload, created_at)
       select '990101', gen_random_uuid(), 'drill-' || n, to_jsonb(n), now() from unnest($1::int[]) n`,
      [numbers],
    );
  }

  /** Hands over what stands in the outbox, and does what these handlers can. */
  async function work(pool: Pool, handlers: JobHandlers, retries: number): Promise<void> {
    const patience = { retries, firstDelaySeconds: 600 };
    const jobs = await startJobs({ pool, log: queueLog, intervalMs: 20, handlers, patience });
    await jobs.settled();
    await jobs.stop();
  }

  const failing = async (): Promise<void> => {
    throw new Error('the gateway is away');
  };

  it('that the queue has taken over comes back into the outbox, once, and is done after the restore', async () => {
    const { pool } = city.ledger;
    await pool.query('delete from outbox');
    /* One is done, one is given up, one has nobody to do it; then one that is to be tried again, and one not handed over. */
    await putIntoOutbox(1, 2, 3);
    await work(pool, { 'drill-1': async () => {}, 'drill-2': failing }, 0);
    await putIntoOutbox(4);
    await work(pool, { 'drill-4': failing }, 5);
    const { rows: standing } = await pool.query('select from outbox');
    expect(standing).toEqual([]);
    await putIntoOutbox(5);
    const file = place.path('queue.backup');
    await backUp({ pool, keyring: keyring(), file, instead: await whatIsCopied(pool) });
    await withEmpty(async (database) => {
      await restore({ pool: database.pool, keyring: keyring(), file });
      const { rows } = await database.pool.query('select topic, payload from outbox order by topic');
      expect(rows).toEqual([2, 3, 4, 5].map((n) => ({ topic: `drill-${n}`, payload: n })));
      const done: unknown[] = [];
      const note = async (payload: unknown): Promise<void> => {
        done.push(payload);
      };
      const handlers = Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`drill-${n}`, note]));
      await work(database.pool, handlers, 0);
      expect(done.sort()).toEqual([2, 3, 4, 5]);
    });
  });
});

describe('a restore is refused, and leaves nothing behind,', () => {
  /** What restoring this file into an empty database says; nothing may be left in it. */
  async function refusal(file: string, more: Partial<Parameters<typeof restore>[0]> = {}): Promise<string> {
    const { pool } = empty;
    const said = await restore({ pool, keyring: keyring(), file, ...more }).then(
      () => 'nothing',
      (cause: Error) => `${cause.name}: ${cause.message}`,
    );
    expect(await relationsIn(pool)).toBe(0);
    return said;
  }

  function spoiled(name: string, change: (bytes: Buffer) => Buffer): string {
    const file = place.path(name);
    writeFileSync(file, change(readFileSync(made.file)));
    return file;
  }

  it('where a byte was changed, even the last', async () => {
    for (const from of [0.6, 1]) {
      const file = spoiled('changed', (bytes) => {
        const at = Math.ceil(bytes.length * from) - 1;
        bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
        return bytes;
      });
      expect(await refusal(file)).toMatch(/^OperatorError: .* is damaged or was changed \(byte \d+\).*another backup/);
      await expect(inspectBackup({ keyring: keyring(), file })).rejects.toThrow(/damaged or was changed/);
    }
  });

  it('where the file is cut off, also between two chunks', async () => {
    const { head, frames } = framesOf(made.file);
    expect(frames.length).toBeGreaterThan(2);
    expect(await refusal(spoiled('cut', (bytes) => bytes.subarray(0, bytes.length - 10)))).toMatch(/is cut off after/);
    const short = spoiled('short', () => Buffer.concat([head, ...frames.slice(0, -1)]));
    expect(await refusal(short)).toMatch(/is cut off after byte \d+\. Copy it again/);
  });

  it('where two chunks changed places', async () => {
    const { head, frames } = framesOf(made.file);
    const [one, two, ...rest] = frames;
    if (!one || !two) throw new Error('too few chunks');
    const file = spoiled('swapped', () => Buffer.concat([head, two, one, ...rest]));
    expect(await refusal(file)).toMatch(/damaged or was changed/);
  });

  it('where the key is another, or the file something else', async () => {
    expect(await refusal(made.file, { keyring: keyringOf(randomBytes(32)) })).toMatch(
      /^OperatorError: .*encrypted under another master key\. Put the keys\/master\.key/,
    );
    expect(await refusal(spoiled('other', () => Buffer.from('-- PostgreSQL database dump')))).toMatch(
      /is not a backup of Huiying/,
    );
    expect(await refusal(place.path('nowhere'))).toMatch(/^OperatorError: .*cannot be read \(ENOENT\)/);
  });

  it('where the program is older than the backup', async () => {
    expect(await refusal(made.file, { migrations: readMigrations().slice(0, -1) })).toMatch(/newer than this program/);
  });

  it('where a later step of the schema fails on the data', async () => {
    const sql = 'alter table fact add check (seq < 1)';
    const migrations = [...readMigrations(), { name: '209901010000-break-facts', sql, sha256: 'x' }];
    expect(await refusal(made.file, { migrations })).toMatch(/209901010000-break-facts/);
  });

  it('where the database holds anything at all', async () => {
    const { pool: used } = city.ledger;
    const facts = (await digests(used)).get('fact');
    const told = restore({ pool: used, keyring: keyring(), file: made.file });
    await expect(told).rejects.toThrow(/is not empty \(it has .*public\.account, .*Name a new data folder/);
    expect((await digests(used)).get('fact')).toBe(facts);
    await withEmpty(async ({ pool }) => {
      await pool.query('create schema elsewhere; create table elsewhere.thing (id int4)');
      await expect(restore({ pool, keyring: keyring(), file: made.file })).rejects.toThrow(/it has elsewhere\.thing/);
    });
  });
});

describe('a backup', () => {
  it('writes over no file, nor into one that is being written', async () => {
    const given = { pool: city.ledger.pool, keyring: keyring() };
    await expect(backUp({ ...given, file: made.file })).rejects.toThrow(/is there already and is not overwritten/);
    const file = place.path('taken.backup');
    writeFileSync(`${file}.part`, 'half');
    await expect(backUp({ ...given, file })).rejects.toThrow(/delete it and try again/);
    expect(readFileSync(`${file}.part`, 'utf8')).toBe('half');
    await expect(backUp({ ...given, file: place.path('no/such/folder') })).rejects.toThrow(
      /cannot be written \(ENOENT\)/,
    );
  });

  it('that is stopped leaves no file and no snapshot', async () => {
    const stopping = new AbortController();
    const file = place.path('stopped.backup');
    const onTable = (table: string): void => {
      if (table === 'fact') stopping.abort();
    };
    const given = { pool: city.ledger.pool, keyring: keyring(), file, onTable, signal: stopping.signal };
    await expect(backUp(given)).rejects.toThrow(/abort/i);
    expect(readdirSync(dirname(file)).filter((name) => name.startsWith('stopped'))).toEqual([]);
  });

  it('of an empty database is refused', async () => {
    const file = place.path('nothing.backup');
    await expect(backUp({ pool: empty.pool, keyring: keyring(), file })).rejects.toThrow(/holds no Huiying/);
    expect([existsSync(file), existsSync(`${file}.part`)]).toEqual([false, false]);
  });
});
