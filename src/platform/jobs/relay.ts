import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import type { Log } from '../log/log.ts';
import type { Job } from './handler.ts';

/** Any number, the same for every process: whoever holds it hands the outbox over. */
const RELAYING = 7_212_301;
const AT_ONE_TIME = 1_000;

/** Takes jobs in; handing the same one in again does nothing. */
export type HandOver = (topic: string, jobs: readonly Job[]) => Promise<void>;

export interface Relay {
  stop(): Promise<void>;
}

/**
 * Moves rows of the outbox to the queue, oldest first, in one process at a time. A row is deleted, by its key, only
 * after the queue has it: a crash in between hands it over twice, which the queue and `job_done` both notice. No row is
 * locked, so acts that write the outbox wait for nobody. `daily` runs in the same process, at the start and then every
 * day, beside the moving: however long it takes, no message waits for it. It ends early when told by the signal.
 */
export function startRelay({
  pool,
  handOver,
  daily,
  log,
  intervalMs,
}: {
  pool: Pool;
  handOver: HandOver;
  daily: (signal: AbortSignal) => Promise<void>;
  log: Log;
  /** Between two looks at an empty outbox. */
  intervalMs: number;
}): Relay {
  const stopping = new AbortController();
  const pause = (ms: number): Promise<void> => sleep(ms, undefined, { signal: stopping.signal }).catch(() => {});

  async function run(): Promise<void> {
    let told = false;
    while (!stopping.signal.aborted) {
      try {
        const client = await findLock(pool);
        if (client !== undefined) {
          told = false;
          await relayWhileHeld(client);
        }
      } catch (cause) {
        // The database is away; once is enough until it was there again.
        if (!told) log.warn('outbox waits for the database', { reason: messageOf(cause) });
        told = true;
      }
      await pause(Math.max(intervalMs, 1_000));
    }
  }

  async function relayWhileHeld(client: PoolClient): Promise<void> {
    let lost: Error | undefined;
    client.once('error', (cause) => {
      lost = cause;
    });
    const ending = new AbortController();
    let day: Promise<void> | undefined;
    try {
      let dailyAt = 0;
      while (!stopping.signal.aborted && lost === undefined) {
        if (day === undefined && performance.now() >= dailyAt) {
          dailyAt = performance.now() + 86_400_000;
          day = daily(AbortSignal.any([stopping.signal, ending.signal]))
            .catch((cause: unknown) => log.fault(cause, { work: 'daily maintenance' }))
            .finally(() => {
              day = undefined;
            });
        }
        const moved = await relayOnce(client, handOver);
        if (moved < AT_ONE_TIME) await pause(intervalMs);
      }
    } finally {
      // The day's work belongs to whoever holds the lock.
      ending.abort();
      await day;
      // Ends the connection, and with it the lock.
      client.release(true);
    }
  }

  const running = run();
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

/** The oldest rows, by topic; of these topics only, where some are named. */
export async function readOutbox(client: Pick<Pool, 'query'>, topics?: readonly string[]): Promise<Map<string, Job[]>> {
  const { rows } = await client.query<Job>(
    `select id, region, topic, payload from outbox
     where $2::text[] is null or topic = any($2) order by created_at limit $1`,
    [AT_ONE_TIME, topics ?? null],
  );
  const byTopic = new Map<string, Job[]>();
  for (const job of rows) {
    const same = byTopic.get(job.topic);
    if (same === undefined) byTopic.set(job.topic, [job]);
    else same.push(job);
  }
  return byTopic;
}

/** By key; the regions are named so that a sharded table looks only where the rows are. */
export async function deleteFromOutbox(client: Pick<Pool, 'query'>, jobs: readonly Job[]): Promise<void> {
  const regions = [...new Set(jobs.map(({ region }) => region))];
  await client.query('delete from outbox where region = any($1::text[]) and id = any($2::uuid[])', [
    regions,
    jobs.map(({ id }) => id),
  ]);
}

async function relayOnce(client: PoolClient, handOver: HandOver): Promise<number> {
  const byTopic = await readOutbox(client);
  let moved = 0;
  for (const [topic, jobs] of byTopic) {
    await handOver(topic, jobs);
    await deleteFromOutbox(client, jobs);
    moved += jobs.length;
  }
  return moved;
}

async function findLock(pool: Pool): Promise<PoolClient | undefined> {
  const client = await pool.connect();
  try {
    const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [RELAYING]);
    if (rows[0]?.held === true) return client;
    client.release();
    return undefined;
  } catch (cause) {
    client.release(true);
    throw cause;
  }
}

export function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
