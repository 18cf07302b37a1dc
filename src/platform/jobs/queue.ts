import { type Pool, types } from 'pg';
import { PgBoss } from 'pg-boss';
import type { Log } from '../log/log.ts';
import type { Job } from './handler.ts';
import { messageOf } from './relay.ts';

/** Jobs that failed for good wait here, with why, until somebody has them tried again. */
export const FAILED = 'failed';

export const SCHEMA = 'pgboss';

export interface Patience {
  /** Tries after the first. */
  readonly retries: number;
  /** Before the first repetition; doubles each time, up to an hour. */
  readonly firstDelaySeconds: number;
}

/** Some ten hours: a night in which the sender of text messages is away. */
export const PATIENCE: Patience = { retries: 18, firstDelaySeconds: 2 };

/**
 * A process that works on jobs says so all the time; of one that was killed, or whose database was, they are taken back
 * this long after its last word, and the next look gives them to another. An alarm must not wait a quarter of an hour.
 */
const SILENCE_SECONDS = 20;
const LOOK_SECONDS = 10;

/** As a job stands in the queue. Its own id may change when it is tried again after having failed; `id` in here stays. */
export interface Stored {
  readonly id: string;
  readonly region: string;
  readonly payload: unknown;
}

/** Starts the queue in a schema of its own, made if missing. It polls; nothing listens. */
export async function openQueue(pool: Pool, log: Log): Promise<PgBoss> {
  const boss = new PgBoss({
    schema: SCHEMA,
    schedule: false,
    persistWarnings: false,
    superviseIntervalSeconds: LOOK_SECONDS,
    monitorIntervalSeconds: LOOK_SECONDS,
    db: {
      // The queue expects the driver's usual values, Date objects among them, and not those of our own pools.
      executeSql: (text, values) => pool.query({ text, ...(values === undefined ? {} : { values }), types }),
    },
  });
  let lastSaid = '';
  boss.on('error', (cause) => {
    const reason = messageOf(cause);
    // While the database is away every poll fails alike.
    if (reason !== lastSaid) log.warn('job queue', { reason });
    lastSaid = reason;
  });
  boss.on('warning', ({ message }) => log.warn('job queue', { reason: message }));
  await boss.start();
  await boss.createQueue(FAILED, { retentionSeconds: 90 * 86_400 });
  return boss;
}

/** Makes the queue of a topic, or brings its settings up to date. */
export async function makeQueue(boss: PgBoss, topic: string, { retries, firstDelaySeconds }: Patience): Promise<void> {
  const settings = {
    retryLimit: retries,
    retryDelay: firstDelaySeconds,
    retryBackoff: true,
    retryDelayMax: 3_600,
    expireInSeconds: 900,
    heartbeatSeconds: SILENCE_SECONDS,
    deleteAfterSeconds: 600,
    deadLetter: FAILED,
  };
  if ((await boss.getQueue(topic)) === null) await boss.createQueue(topic, settings);
  else await boss.updateQueue(topic, settings);
}

/** Puts jobs in under the ids of their outbox rows; one that is there already is left alone. */
export async function putIn(boss: PgBoss, topic: string, jobs: readonly Job[]): Promise<void> {
  await boss.insert(
    topic,
    jobs.map(({ id, region, payload }) => ({ id, data: { id, region, payload } satisfies Stored })),
    { returnId: false },
  );
}

/** A job that was given up. */
export interface FailedJob {
  readonly topic: string;
  readonly outboxId: string;
  readonly tries: number;
  /** ISO instants. */
  readonly createdAt: string;
  readonly failedAt: string;
  readonly reason: string;
}

/** The newest first. */
export async function listFailed(pool: Pool, limit: number): Promise<readonly FailedJob[]> {
  const { rows } = await pool.query<FailedJob>(
    `select source_name as topic, data->>'id' as "outboxId", source_retry_count + 1 as tries,
            source_created_on as "createdAt", created_on as "failedAt",
            coalesce(output->>'message', output::text, '') as reason
       from ${SCHEMA}.job where name = $1 and state = 'created' order by created_on desc limit $2`,
    [FAILED, limit],
  );
  return rows;
}

/** Whether any of these topics has work that is due or under way. */
export async function isBusy(pool: Pool, topics: readonly string[]): Promise<boolean> {
  const { rows } = await pool.query<{ busy: boolean }>(
    `select exists (select from outbox) or exists (
       select from ${SCHEMA}.job
        where name = any($1) and (state = 'active' or (state in ('created', 'retry') and start_after <= now()))) as busy`,
    [topics],
  );
  return rows[0]?.busy === true;
}
