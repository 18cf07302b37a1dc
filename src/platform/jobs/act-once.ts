import type { Pool, PoolClient } from 'pg';
import type { Clock } from '../clock/clock.ts';
import type { Log } from '../log/log.ts';
import type { Job, JobContext, JobHandler } from './handler.ts';

export interface Means {
  readonly pool: Pool;
  readonly log: Log;
  readonly clock: Clock;
}

/** What became of a job; `cause` is there where it failed. */
export interface Outcome {
  readonly job: Job;
  readonly cause?: unknown;
}

/** Does each job unless it is marked as done, and marks it in the same transaction. Never throws for a job's failure. */
export async function actOnce(means: Means, handler: JobHandler, jobs: readonly Job[]): Promise<readonly Outcome[]> {
  if (typeof handler === 'function') {
    const outcomes: Outcome[] = [];
    for (const job of jobs) {
      outcomes.push(await attempt(means, [job], (context) => handler(job.payload, { ...context, job })));
    }
    return outcomes;
  }
  const whole = await attemptAll(means, jobs, handler.handleMany);
  if (whole === undefined) return jobs.map((job) => ({ job }));
  if (jobs.length === 1) return jobs.map((job) => ({ job, ...whole }));
  const outcomes: Outcome[] = [];
  for (const job of jobs) {
    const failed = await attemptAll(means, [job], handler.handleMany);
    outcomes.push({ job, ...failed });
  }
  return outcomes;
}

async function attempt(
  means: Means,
  [job]: readonly [Job],
  work: (context: JobContext) => Promise<void>,
): Promise<Outcome> {
  const failed = await attemptAll(means, [job], (_jobs, context) => work(context));
  return { job, ...failed };
}

/** Undefined where all went well. */
async function attemptAll(
  { pool, log, clock }: Means,
  jobs: readonly Job[],
  work: (jobs: readonly Job[], context: JobContext) => Promise<void>,
): Promise<{ cause: unknown } | undefined> {
  let client: PoolClient | undefined;
  try {
    client = await pool.connect();
    const now = clock.now();
    await client.query('begin');
    const fresh = await markDone(client, jobs, now);
    if (fresh.length > 0) await work(fresh, { client, now, log });
    await client.query('commit');
    client.release();
    return undefined;
  } catch (cause) {
    // A connection that cannot even roll back is thrown away.
    const broken = await client?.query('rollback').then(
      () => false,
      () => true,
    );
    client?.release(broken);
    return { cause };
  }
}

/** The jobs that were not done yet. Another process at the same job waits here until this one is through. */
async function markDone(client: PoolClient, jobs: readonly Job[], now: Date): Promise<readonly Job[]> {
  // In one order everywhere, so that two batches that overlap cannot wait for each other.
  const ids = jobs.map(({ id }) => id).sort();
  const { rows } = await client.query<{ id: string }>(
    'insert into job_done (id, done_at) select unnest($1::uuid[]), $2 on conflict do nothing returning id',
    [ids, now],
  );
  const fresh = new Set(rows.map(({ id }) => id));
  return jobs.filter(({ id }) => fresh.has(id));
}
