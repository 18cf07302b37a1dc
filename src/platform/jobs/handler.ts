import type { PoolClient } from 'pg';
import type { Log } from '../log/log.ts';

/** One piece of work from the outbox. */
export interface Job {
  /** Of its outbox row. */
  readonly id: string;
  readonly topic: string;
  readonly region: string;
  readonly payload: unknown;
}

export interface JobContext {
  /**
   * The transaction in which the work is also marked as done: whatever is written through it happens exactly once. What
   * leaves the database (a text message) may happen again when the machine fails between doing and noting it.
   */
  readonly client: PoolClient;
  readonly now: Date;
  readonly log: Log;
}

/** Does one job; an exception means "try again later". */
export type Handle = (payload: unknown, context: JobContext & { readonly job: Job }) => Promise<void>;

/** Does many jobs of one topic in one transaction. If it fails they are tried one by one, so that one bad job stops none. */
export interface HandleMany {
  readonly handleMany: (jobs: readonly Job[], context: JobContext) => Promise<void>;
  /** Jobs at one time; 200 where absent. */
  readonly atMost?: number;
}

export type JobHandler = Handle | HandleMany;
/** By topic. */
export type JobHandlers = Readonly<Record<string, JobHandler>>;

/** Jobs a worker takes at one time. Single ones are done one after another and must be over before the queue gives up. */
export function batchSizeOf(handler: JobHandler): number {
  return typeof handler === 'function' ? 20 : (handler.atMost ?? 200);
}
