import { createHash } from 'node:crypto';
import type { TableSums } from './records.ts';

const NEW_LINE = 0x0a;

/** Counts and hashes rows in COPY's text form, in pieces cut anywhere. */
export interface Tally {
  add(bytes: Buffer): void;
  /** So far. */
  rows(): number;
  sums(): TableSums;
}

export function tally(): Tally {
  const hash = createHash('sha256');
  let rows = 0;
  let size = 0;
  return {
    add(bytes) {
      hash.update(bytes);
      size += bytes.length;
      // COPY writes a new line within a value as two characters, so that each real one ends a row.
      for (let at = bytes.indexOf(NEW_LINE); at >= 0; at = bytes.indexOf(NEW_LINE, at + 1)) rows += 1;
    },
    rows: () => rows,
    sums: () => ({ rows, bytes: size, sha256: hash.digest('hex') }),
  };
}

/** Hears now and then how many rows of a table have gone by; only of those that take long. */
export type OnRows = (table: string, rows: number) => void;

const TELL_EVERY_MS = 5_000;

/** Calls back at most every five seconds, the first time after five. */
export function sparingly(tell: () => void): () => void {
  let told = performance.now();
  return () => {
    if (performance.now() - told < TELL_EVERY_MS) return;
    told = performance.now();
    tell();
  };
}
