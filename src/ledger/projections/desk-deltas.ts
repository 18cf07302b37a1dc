import { randomUUID } from 'node:crypto';
import type { Row } from './rows.ts';

/** Signed changes of the counters a desk shows: one row a body and duty whose number changed. */
export function deskDeltas(region: string, before: readonly Row[], after: readonly Row[]): readonly object[] {
  const change = new Map<string, { body: Row[string]; duty: Row[string]; delta: number }>();
  const count = (rows: readonly Row[], step: number): void => {
    for (const { body, duty } of rows) {
      const key = `${body}/${duty}`;
      change.set(key, { body: body ?? null, duty: duty ?? null, delta: (change.get(key)?.delta ?? 0) + step });
    }
  };
  count(before, -1);
  count(after, 1);
  return [...change.values()].filter(({ delta }) => delta !== 0).map((row) => ({ region, id: randomUUID(), ...row }));
}
