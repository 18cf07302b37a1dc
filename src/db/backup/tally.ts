import { createHash } from 'node:crypto';
import type { TableSums } from './records.ts';

const NEW_LINE = 0x0a;

/** Counts and hashes rows in COPY's text form, in pieces cut anywhere. */
export interface Tally {
  add(bytes: Buffer): void;
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
    sums: () => ({ rows, bytes: size, sha256: hash.digest('hex') }),
  };
}
