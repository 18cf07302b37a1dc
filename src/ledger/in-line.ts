import type { Pool } from 'pg';

/** The end of the last act in line for each counter, by database. */
const lines = new WeakMap<Pool, Map<string, Promise<unknown>>>();

/**
 * Acts of this process that may draw from the same counter go one after another. At once, all but one of them would find
 * it moved and begin again, ever later; measured with eight clients of one office, that took two thirds of the acts a
 * second and turned one act in twenty away. Acts of other processes are met by reading and deciding again.
 */
export async function inLine<T>(pool: Pool, counters: readonly string[], act: () => Promise<T>): Promise<T> {
  if (counters.length === 0) return act();
  const ends = lines.get(pool) ?? new Map<string, Promise<unknown>>();
  lines.set(pool, ends);
  /* All places are taken in the same moment, so that no two acts can wait for each other. */
  const mine = Promise.all(counters.map((counter) => ends.get(counter))).then(act);
  const end = mine.catch(() => {});
  for (const counter of counters) ends.set(counter, end);
  try {
    return await mine;
  } finally {
    for (const counter of counters) if (ends.get(counter) === end) ends.delete(counter);
  }
}
