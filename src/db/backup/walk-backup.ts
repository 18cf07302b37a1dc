import { BackupFormError, type BackupHead, type BackupRecord, type BackupTable, type Manifest } from './records.ts';
import { type OnRows, sparingly, tally } from './tally.ts';

/** What stands in a backup, once all of it was read. */
export interface BackupRead {
  readonly head: BackupHead;
  readonly manifest: Manifest;
}

/** What is done with the parts of a backup as they go by, in order. */
export interface BackupVisitor {
  readonly head: (head: BackupHead) => Promise<void>;
  /** Reads all pieces of `rows`, and says how many rows they were where it knows. */
  readonly table: (table: BackupTable, rows: AsyncIterable<Buffer>) => Promise<number | undefined>;
  readonly onRows: OnRows;
}

/**
 * Goes through a backup from head to manifest, and compares what each table holds with its sums, and all sums with the
 * manifest.
 * @throws BackupFormError where they differ or the records stand in another order.
 */
export async function walkBackup(records: AsyncGenerator<BackupRecord>, visitor: BackupVisitor): Promise<BackupRead> {
  const first = await next(records);
  if (first.kind !== 'head') throw new BackupFormError('does not begin with its head');
  await visitor.head(first.head);
  const seen: Manifest['tables'] = [];
  for (;;) {
    const record = await next(records);
    if (record.kind === 'manifest') {
      if (JSON.stringify(record.manifest.tables) !== JSON.stringify(seen)) {
        throw new BackupFormError('its manifest names other tables than it holds');
      }
      if ((await records.next()).done !== true) throw new BackupFormError('something follows the manifest');
      return { head: first.head, manifest: record.manifest };
    }
    if (record.kind !== 'table') throw new BackupFormError('rows outside a table');
    seen.push(await walkTable(records, record.table, visitor));
  }
}

async function walkTable(
  records: AsyncGenerator<BackupRecord>,
  table: BackupTable,
  visitor: BackupVisitor,
): Promise<Manifest['tables'][number]> {
  const counted = tally();
  const tell = sparingly(() => visitor.onRows(table.name, counted.rows()));
  const ends: BackupRecord[] = [];
  async function* rows(): AsyncGenerator<Buffer> {
    for (;;) {
      const record = await next(records);
      if (record.kind !== 'rows') {
        ends.push(record);
        return;
      }
      counted.add(record.bytes);
      tell();
      yield record.bytes;
    }
  }
  const loaded = await visitor.table(table, rows());
  const [end] = ends;
  const sums = counted.sums();
  if (end?.kind !== 'end' || JSON.stringify(end.sums) !== JSON.stringify(sums)) {
    throw new BackupFormError(`table ${table.name} does not hold what was written`);
  }
  if (loaded !== undefined && loaded !== sums.rows) {
    throw new BackupFormError(`table ${table.name}: ${loaded} rows were loaded of ${sums.rows}`);
  }
  return { name: table.name, ...sums };
}

async function next(records: AsyncGenerator<BackupRecord>): Promise<BackupRecord> {
  const result = await records.next();
  if (result.done === true) throw new BackupFormError('ends before its manifest');
  return result.value;
}
