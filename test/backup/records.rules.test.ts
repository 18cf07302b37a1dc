import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BackupFormError,
  type BackupRecord,
  FORMAT,
  LaterFormatError,
  readRecords,
  type TableSums,
  writeRecord,
} from '../../src/db/backup/records.ts';
import { tally } from '../../src/db/backup/tally.ts';
import { type BackupVisitor, walkBackup } from '../../src/db/backup/walk-backup.ts';

const head: BackupRecord = {
  kind: 'head',
  head: { format: FORMAT, at: '2026-03-02T02:00:00.000Z', postgres: '18.4', migrations: [{ name: 'a', sha256: 'b' }] },
};
const table = (name: string): BackupRecord => ({ kind: 'table', table: { name, columns: ['id'] } });
const rows = (text: string): BackupRecord => ({ kind: 'rows', bytes: Buffer.from(text) });

function sumsOf(...texts: string[]): TableSums {
  const counted = tally();
  for (const text of texts) counted.add(Buffer.from(text));
  return counted.sums();
}

const sums = sumsOf('1\n2\n', '3\n');
const whole: readonly BackupRecord[] = [
  head,
  table('thing'),
  rows('1\n2\n'),
  rows('3\n'),
  { kind: 'end', sums },
  { kind: 'manifest', manifest: { tables: [{ name: 'thing', ...sums }], sequences: [] } },
];

async function* written(bytes: Buffer, size = 7): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Every row that was handed on, in order. */
async function walk(records: readonly BackupRecord[], counts?: number, tail = ''): Promise<string> {
  let read = '';
  const visitor: BackupVisitor = {
    head: async () => {},
    table: async (_table, pieces) => {
      for await (const piece of pieces) read += piece.toString();
      return counts;
    },
    onRows: () => {},
  };
  const bytes = Buffer.concat([...records.map(writeRecord), Buffer.from(tail)]);
  await walkBackup(readRecords(written(bytes)), visitor);
  return read;
}

describe('the records of a backup', () => {
  it('are read as they were written', async () => {
    expect(sums).toMatchObject({ rows: 3, bytes: 6 });
    expect(await walk(whole, 3)).toBe('1\n2\n3\n');
  });

  it.each<[string, readonly BackupRecord[]]>([
    ['rows are missing', whole.toSpliced(3, 1)],
    ['rows are there twice', whole.toSpliced(3, 0, rows('3\n'))],
    ['rows changed places', [head, table('thing'), rows('3\n'), rows('1\n2\n'), ...whole.slice(4)]],
    ['a table does not end', whole.toSpliced(4, 1)],
    ['a table is not in the manifest', whole.toSpliced(5, 0, table('other'), { kind: 'end', sums: sumsOf() })],
    ['there is no manifest', whole.slice(0, -1)],
    ['there is no head', whole.slice(1)],
    ['rows stand outside a table', whole.toSpliced(1, 0, rows('1\n'))],
  ])('are refused where %s', async (_why, records) => {
    await expect(walk(records)).rejects.toThrow(BackupFormError);
  });

  it('are refused where the database took another number of rows, or something follows', async () => {
    await expect(walk(whole, 2)).rejects.toThrow(/2 rows were loaded of 3/);
    await expect(walk(whole, 3, 'x')).rejects.toThrow(/something follows/);
  });

  it('of a later format ask for the newer program', async () => {
    const later = JSON.stringify({ format: FORMAT + 1, something: 'else' });
    const start = Buffer.from([0x48, 0, 0, 0, later.length]);
    const reading = readRecords(written(Buffer.concat([start, Buffer.from(later)])));
    await expect(reading.next()).rejects.toThrow(LaterFormatError);
  });

  it('count rows and hash them alike however they are cut into pieces', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.nat(20)), (text, cuts) => {
        const bytes = Buffer.from(text);
        const counted = tally();
        let at = 0;
        for (const cut of cuts) {
          counted.add(bytes.subarray(at, at + cut));
          at = Math.min(bytes.length, at + cut);
        }
        counted.add(bytes.subarray(at));
        expect(counted.sums()).toEqual(sumsOf(text));
      }),
    );
  });
});
