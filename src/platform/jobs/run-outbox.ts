import type { Pool } from 'pg';
import { type Clock, systemClock } from '../clock/clock.ts';
import type { Log } from '../log/log.ts';
import { actOnce } from './act-once.ts';
import { batchSizeOf, type JobHandlers } from './handler.ts';
import { deleteFromOutbox, readOutbox } from './relay.ts';

/**
 * Does here and now, without the queue, whatever the outbox holds: for seeds, imports and tests. Topics without a
 * handler stay.
 * @returns how many jobs were done.
 * @throws the first failure; its job stays in the outbox.
 */
export async function runOutbox({
  pool,
  handlers,
  log,
  clock = systemClock,
}: {
  pool: Pool;
  handlers: JobHandlers;
  log: Log;
  clock?: Clock;
}): Promise<number> {
  let done = 0;
  for (;;) {
    let moved = 0;
    for (const [topic, jobs] of await readOutbox(pool, Object.keys(handlers))) {
      const handler = handlers[topic];
      if (handler === undefined) continue;
      const size = batchSizeOf(handler);
      for (let start = 0; start < jobs.length; start += size) {
        const outcomes = await actOnce({ pool, log, clock }, handler, jobs.slice(start, start + size));
        const good = outcomes.filter((outcome) => !('cause' in outcome)).map(({ job }) => job);
        await deleteFromOutbox(pool, good);
        moved += good.length;
        const bad = outcomes.find((outcome) => 'cause' in outcome);
        if (bad !== undefined) throw new Error(`job ${bad.job.id} of ${topic} failed`, { cause: bad.cause });
      }
    }
    done += moved;
    if (moved === 0) return done;
  }
}
