import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { JobResult, JobWithMetadata, PgBoss } from 'pg-boss';
import { type Clock, systemClock } from '../clock/clock.ts';
import type { Log } from '../log/log.ts';
import { actOnce, type Means, type Outcome } from './act-once.ts';
import { clearExpired } from './daily.ts';
import { batchSizeOf, type Job, type JobHandler, type JobHandlers } from './handler.ts';
import {
  FAILED,
  type FailedJob,
  isBusy,
  listFailed,
  makeQueue,
  openQueue,
  PATIENCE,
  type Patience,
  putIn,
  type Stored,
} from './queue.ts';
import { messageOf, startRelay } from './relay.ts';

export interface Jobs {
  /** Jobs given up after every retry, newest first. */
  failed(limit?: number): Promise<readonly FailedJob[]>;
  /** Puts them back into their queues; says how many. */
  retryFailed(): Promise<number>;
  /** Resolves when the outbox is empty and nothing is due or under way; throws after `withinMs`. For tests and tools. */
  settled(withinMs?: number): Promise<void>;
  /** Lets work under way finish (up to 10 s) and starts no more. The pool stays open. */
  stop(): Promise<void>;
}

/**
 * Carries out what acts left in the outbox, in this and any number of other processes, each job once. Give it a pool of
 * its own of 4 connections or more: one is held while this process relays, and work must not queue behind requests.
 */
export async function startJobs({
  pool,
  handlers,
  log,
  intervalMs = 300,
  clock = systemClock,
  patience = PATIENCE,
  daily = async () => {},
}: {
  pool: Pool;
  handlers: JobHandlers;
  log: Log;
  /** Between two looks at an empty outbox, and so the usual delay of a job. */
  intervalMs?: number;
  clock?: Clock;
  patience?: Patience;
  /** Done besides the clearing, in one process, at its start and then every day. */
  daily?: (signal: AbortSignal) => Promise<void>;
}): Promise<Jobs> {
  const means: Means = { pool, log, clock };
  const boss = await openQueue(pool, log);
  const workers = new Map<string, string>();
  for (const [topic, handler] of Object.entries(handlers)) {
    await makeQueue(boss, topic, patience);
    workers.set(topic, await startWorker(boss, means, topic, handler));
  }

  const known = new Set(Object.keys(handlers));
  const relay = startRelay({
    pool,
    log,
    intervalMs,
    daily: async (signal) => {
      await clearExpired(pool, clock.now());
      await daily(signal);
    },
    handOver: async (topic, jobs) => {
      if (!known.has(topic)) {
        // A newer version of the program may have written it: it waits in its queue for a process that knows the work.
        log.warn('job without a handler', { topic });
        await makeQueue(boss, topic, patience);
        known.add(topic);
      }
      await putIn(boss, topic, jobs);
      const worker = workers.get(topic);
      if (worker !== undefined) boss.notifyWorker(worker);
    },
  });

  return {
    failed: (limit = 100) => listFailed(pool, limit),
    retryFailed: () => boss.redrive(FAILED),
    settled: async (withinMs = 10_000) => {
      const until = performance.now() + withinMs;
      while (await isBusy(pool, [...workers.keys()])) {
        if (performance.now() > until) throw new Error(`jobs were not settled within ${withinMs} ms`);
        await sleep(20);
      }
    },
    stop: async () => {
      await relay.stop();
      await boss.stop({ graceful: true, timeout: 10_000, close: false });
    },
  };
}

/** @returns the worker's id, by which the relay wakes it. */
function startWorker(boss: PgBoss, means: Means, topic: string, handler: JobHandler): Promise<string> {
  const options = {
    batchSize: batchSizeOf(handler),
    burstWhenBatchFull: true,
    // The relay of this process wakes it at once; this is for repetitions and for what other processes relayed.
    pollingIntervalSeconds: 1,
    perJobResults: true,
    includeMetadata: true,
  } as const;
  return boss.work<Stored, unknown, typeof options>(topic, options, async (taken) => {
    const jobs = taken.map(({ data }): Job => ({ ...data, topic }));
    const outcomes = await actOnce(means, handler, jobs);
    return taken.map((job, place) => settle(means.log, job, outcomes[place]));
  });
}

function settle(log: Log, job: JobWithMetadata<Stored>, outcome: Outcome | undefined): JobResult {
  if (outcome !== undefined && !('cause' in outcome)) return { id: job.id, status: 'completed' };
  const cause = outcome?.cause;
  const where = { topic: job.name, job: job.data.id, tries: job.retryCount + 1 };
  if (job.retryCount >= job.retryLimit) log.fault(cause, where);
  else log.warn('job to be tried again', { ...where, reason: messageOf(cause) });
  return { id: job.id, status: 'failed', output: { message: messageOf(cause) } };
}
