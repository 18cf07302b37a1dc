/** One row of a projected table, by column name. Values as JSON carries them: days and instants as text. */
export type Row = Readonly<Record<string, string | number | boolean | null>>;

/** The stream a row comes from. */
export interface Place {
  readonly region: string;
  readonly id: string;
}

/** Rows by table, as one state projects them. */
export type Rows = Readonly<Partial<Record<ProjectedTable, readonly Row[]>>>;

/** The projected tables and their primary keys. */
export const PROJECTED = {
  submission: ['region', 'number'],
  matter: ['region', 'number'],
  matter_body: ['region', 'matter', 'body'],
  clock: ['region', 'stream', 'id'],
  rating: ['region', 'matter', 'side'],
  desk: ['region', 'item', 'assignment', 'duty'],
  sealed_case: ['region', 'stream'],
} as const satisfies Record<string, readonly string[]>;
export type ProjectedTable = keyof typeof PROJECTED;

export interface RowChanges {
  readonly upserts: Partial<Record<ProjectedTable, Row[]>>;
  readonly deletes: Partial<Record<ProjectedTable, Row[]>>;
}

export function rowKey(table: ProjectedTable, row: Row): string {
  return PROJECTED[table].map((column) => row[column]).join('\u0000');
}

/** What turns the rows of one state into those of the next: only rows that differ. */
export function diffRows(before: Rows, after: Rows, into: RowChanges): void {
  for (const table of Object.keys(PROJECTED) as ProjectedTable[]) {
    const old = new Map((before[table] ?? []).map((row) => [rowKey(table, row), row]));
    for (const row of after[table] ?? []) {
      const key = rowKey(table, row);
      const was = old.get(key);
      old.delete(key);
      if (was === undefined || !sameRow(was, row)) push(into.upserts, table, row);
    }
    for (const row of old.values()) push(into.deletes, table, row);
  }
}

function push(changes: Partial<Record<ProjectedTable, Row[]>>, table: ProjectedTable, row: Row): void {
  const list = changes[table];
  if (list) list.push(row);
  else changes[table] = [row];
}

function sameRow(a: Row, b: Row): boolean {
  return Object.keys(b).every((column) => a[column] === b[column]);
}
