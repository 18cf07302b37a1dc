import { useState } from 'react';
import type { DeskRow } from '../desk.contract.ts';
import { rowKey } from './desk-data.ts';

/** A row as it stands on the page. `left`: it is no longer in the list, but its place is kept until the reader moves on. */
export interface SteadyRow {
  readonly row: DeskRow;
  readonly left: boolean;
}

interface Held {
  readonly scope: string;
  readonly rows: readonly DeskRow[];
}

/**
 * A list that is fetched again and again without jumping under the hand: rows stay where they are, their clocks and
 * handlers are renewed in place, those taken away by others are marked, and new ones wait until asked for (`adopt`).
 * `scope` names the list and how many pages of it were asked for: a new scope shows what is there.
 */
export function useSteadyRows(
  fresh: readonly DeskRow[] | undefined,
  scope: string,
  complete: boolean,
): { readonly rows: readonly SteadyRow[]; readonly changes: number; readonly adopt: () => void } {
  const [held, setHeld] = useState<Held>({ scope: '', rows: [] });
  const renewed = fresh !== undefined && (held.scope !== scope || sameOrder(held.rows, fresh));
  if (renewed && held.rows !== fresh) setHeld({ scope, rows: fresh });
  const shown = renewed ? fresh : held.scope === scope ? held.rows : (fresh ?? []);
  const { rows, changes } = compare(shown, fresh ?? shown, complete);
  return { rows, changes, adopt: () => fresh && setHeld({ scope, rows: fresh }) };
}

/** The rows shown, against those of the last answer. */
export function compare(
  shown: readonly DeskRow[],
  fresh: readonly DeskRow[],
  complete: boolean,
): { readonly rows: readonly SteadyRow[]; readonly changes: number } {
  const byKey = new Map(fresh.map((row) => [rowKey(row), row]));
  const last = fresh.at(-1);
  let changes = 0;
  const rows = shown.map((row) => {
    const now = byKey.get(rowKey(row));
    byKey.delete(rowKey(row));
    // Where the answer was cut off, a row behind its end may only have been pushed out by new ones.
    const left = now === undefined && (complete || sortDay(row) < sortDay(last));
    if (left) changes += 1;
    return { row: now ?? row, left };
  });
  return { rows, changes: changes + byKey.size };
}

function sortDay(row: DeskRow | undefined): string {
  return row?.due ?? '9999-12-31';
}

function sameOrder(a: readonly DeskRow[], b: readonly DeskRow[]): boolean {
  return a.length === b.length && a.every((row, at) => rowKey(row) === keyAt(b, at));
}

function keyAt(rows: readonly DeskRow[], at: number): string | undefined {
  const row = rows[at];
  return row && rowKey(row);
}
