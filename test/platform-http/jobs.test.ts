import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { settableClock } from '../../src/platform/clock/clock.ts';
import { clearExpired } from '../../src/platform/jobs/daily.ts';
import type { JobHandlers } from '../../src/platform/jobs/handler.ts';
import { type Jobs, startJobs } from '../../src/platform/jobs/jobs.ts';
import { runOutbox } from '../../src/platform/jobs/run-outbox.ts';
import { createLog } from '../../src/platform/log/log.ts';
import { openTestDatabase, type TestDatabase } from '../world/database.ts';

let database: TestDatabase;
const running: Jobs[] = [];
const lines: string[] = [];
const log = createLog({ to: { write: (line: string) => lines.push(line) }, human: false });

beforeAll(async () => {
  database = await openTestDatabase({ max: 12 });
  await database.pool.query('create table trace (topic text, note text, at timestamptz default clock_timestamp())');
});
afterEach(async () => {
  for (const jobs of running.splice(0)) await jobs.stop();
  await database.pool.query('truncate trace, outbox, job_done');
});
afterAll(() => database.close());

async function start(handlers: JobHandlers, daily?: (signal: AbortSignal) => Promise<void>): Promise<Jobs> {
  const patience = { retries: 1, firstDelaySeconds: 1 };
  const jobs = await startJobs({
    pool: database.pool,
    handlers,
    log,
    intervalMs: 50,
    patience,
    ...(daily ? { daily } : {}),
  });
  running.push(jobs);
  return jobs;
}

async function leave(topic: string, notes: readonly string[]): Promise<void> {
  await database.pool.query(
    `insert into outbox (region, id, topic, payload, created_at)
     select '110000', gen_random_uuid(), $1, jsonb_build_object('note', note), clock_timestamp()
       from unnest($2::text[]) as note`,
    [topic, notes],
  );
}

async function trace(): Promise<readonly string[]> {
  const { rows } = await database.pool.query<{ note: string }>('select note from trace order by note');
  return rows.map(({ note }) => note);
}

const noting: JobHandlers[string] = async (payload, { client, job }) => {
  await client.query('insert into trace (topic, note) values ($1, $2)', [
    job.topic,
    (payload as { note: string }).note,
  ]);
};

test('no message waits for the work of the day, which ends when the process does', async () => {
  let ended = false;
  const jobs = await start({ single: noting }, async (signal) => {
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
    ended = true;
  });
  await leave('single', ['a', 'b']);
  for (let look = 0; look < 100 && (await trace()).length < 2; look++) await sleep(50);
  expect([await trace(), ended]).toEqual([['a', 'b'], false]);
  running.splice(running.indexOf(jobs), 1);
  await jobs.stop();
  expect(ended).toBe(true);
});

test('work left in the outbox is done once, well within two seconds, and the outbox is empty again', async () => {
  const jobs = await start({ single: noting });
  await sleep(300);
  const before = performance.now();
  await leave('single', ['a', 'b', 'c']);
  await jobs.settled();
  expect(performance.now() - before).toBeLessThan(2_000);
  expect(await trace()).toEqual(['a', 'b', 'c']);
  expect((await database.pool.query('select from job_done')).rowCount).toBe(3);
});

test('many jobs are handled in batches; one bad job is tried again, given up, listed, and stops no other', async () => {
  let mended = false;
  const sizes: number[] = [];
  const jobs = await start({
    many: {
      atMost: 50,
      handleMany: async (batch, { client }) => {
        sizes.push(batch.length);
        const notes = batch.map(({ payload }) => (payload as { note: string }).note);
        if (!mended && notes.includes('bad')) throw new Error('cannot do this one');
        await client.query("insert into trace (topic, note) select 'many', unnest($1::text[])", [notes]);
      },
    },
  });
  await leave('many', [...Array.from({ length: 120 }, (_, place) => `n${place}`), 'bad']);
  await jobs.settled();
  expect(await trace()).toHaveLength(120);
  expect(Math.max(...sizes)).toBe(50);

  let failed = await jobs.failed();
  for (let waited = 0; failed.length === 0 && waited < 100; waited += 1) {
    await sleep(100);
    failed = await jobs.failed();
  }
  expect(failed).toEqual([expect.objectContaining({ topic: 'many', tries: 2, reason: 'cannot do this one' })]);
  expect(lines.filter((line) => line.includes('"fault"'))).toHaveLength(1);

  mended = true;
  expect(await jobs.retryFailed()).toBe(1);
  await jobs.settled();
  expect(await trace()).toContain('bad');
  expect(await jobs.failed()).toEqual([]);
});

test('a job handed over twice acts once', async () => {
  const jobs = await start({ single: noting });
  const id = randomUUID();
  const leaveAgain = () =>
    database.pool.query(
      `insert into outbox values ('110000', $1, 'single', '{"note": "once"}', now()) on conflict do nothing`,
      [id],
    );
  await leaveAgain();
  await jobs.settled();
  await leaveAgain();
  await jobs.settled();
  await database.pool.query('delete from pgboss.job');
  await leaveAgain();
  await jobs.settled();
  await sleep(100);
  expect(await trace()).toEqual(['once']);
});

test('two processes share the work and neither does it again; the second relays when the first goes', async () => {
  const first = await start({ single: noting });
  const second = await start({ single: noting });
  await leave(
    'single',
    Array.from({ length: 60 }, (_, place) => `p${place}`),
  );
  await second.settled();
  expect(await trace()).toHaveLength(60);
  await first.stop();
  running.splice(running.indexOf(first), 1);
  await leave('single', ['after']);
  await second.settled();
  expect(await trace()).toHaveLength(61);
});

test('a topic nobody knows waits for a process that does', async () => {
  const older = await start({ single: noting });
  await leave('newer', ['later']);
  await older.settled();
  expect(await trace()).toEqual([]);
  const newer = await start({ newer: noting });
  await newer.settled();
  expect(await trace()).toEqual(['later']);
});

test('the outbox can be carried out on the spot', async () => {
  await leave('unknown', ['stays']);
  await leave('single', ['x', 'y']);
  expect(await runOutbox({ pool: database.pool, handlers: { single: noting }, log })).toBe(2);
  expect(await trace()).toEqual(['x', 'y']);
  expect((await database.pool.query('select topic from outbox')).rows).toEqual([{ topic: 'unknown' }]);
});

test('once a day what has expired is cleared, and nothing else', async () => {
  const clock = settableClock('2026-03-31T00:00:00Z');
  const { pool } = database;
  await pool.query(`insert into job_done values (gen_random_uuid(), '2026-02-27'), (gen_random_uuid(), '2026-03-20')`);
  const draft = `insert into draft (id, secret, resume_hash, sealed, created_at, saved_at, expires_at)
                 values ($1, '\\x00', '\\x00', '\\x00', '2026-03-01', '2026-03-01', $2)`;
  const file = `insert into file values ('110000', gen_random_uuid(), $1, $2, 'n', 'pdf', 1, '\\x00', '\\x00', '2026-03-01')`;
  const [over, open] = [randomUUID(), randomUUID()];
  await pool.query(draft, [over, '2026-03-30T23:00:00Z']);
  await pool.query(draft, [open, '2026-04-01T00:00:00Z']);
  await pool.query(file, [null, over]);
  await pool.query(file, ['sent', over]);
  await pool.query(file, [null, open]);
  await clearExpired(pool, clock.now());
  expect((await pool.query('select from job_done')).rowCount).toBe(1);
  expect((await pool.query('select id from draft')).rows).toEqual([{ id: open }]);
  expect((await pool.query('select from file')).rowCount).toBe(2);
});
