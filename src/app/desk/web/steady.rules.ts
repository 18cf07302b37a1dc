import type { DeskRow } from '../desk.contract.ts';

/** A row as it stands on the page. `left`: it is no longer in the list, but its place is kept until the reader moves on. */
export interface SteadyRow {
  readonly row: DeskRow;
  readonly left: boolean;
}

/** One duty is one row: the same matter may stand in two lists. */
export function rowKey(row: DeskRow): string {
  return `${row.item} ${row.assignment} ${row.duty}`;
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

/** Whether two lists hold the same rows in the same order. */
export function sameOrder(a: readonly DeskRow[], b: readonly DeskRow[]): boolean {
  return a.length === b.length && a.every((row, at) => rowKey(row) === keyAt(b, at));
}

function keyAt(rows: readonly DeskRow[], at: number): string | undefined {
  const row = rows[at];
  return row && rowKey(row);
}
