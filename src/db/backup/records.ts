import { z } from 'zod';
import { type ByteReader, byteReader } from '../../platform/sealed-file/byte-reader.ts';

/*
 * What a backup holds once it is opened and unpacked: records, each a letter, a length of 4 bytes and so many bytes.
 *
 *   H  head (JSON), first          T  a table begins (JSON)        D  a piece of its rows, as COPY writes them in text form
 *   E  it ends, with its sums      M  manifest (JSON), last
 */

const sums = {
  /** As COPY counts them. */
  rows: z.int().nonnegative(),
  /** Of the rows in COPY's text form. */
  bytes: z.int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
};

/** Changes only when an older program could not read what is written any more. */
export const FORMAT = 1;

const headForm = z.object({
  format: z.literal(FORMAT),
  /** The moment of the snapshot, ISO. */
  at: z.string(),
  postgres: z.string(),
  /** The steps that made the schema, in order; the last one names its version. */
  migrations: z.array(z.object({ name: z.string(), sha256: z.string() })).min(1),
});

const tableForm = z.object({ name: z.string(), columns: z.array(z.string()).min(1) });
const endForm = z.object(sums);
const manifestForm = z.object({
  tables: z.array(z.object({ name: z.string(), ...sums })),
  sequences: z.array(z.object({ name: z.string(), value: z.string().nullable() })),
});

export type BackupHead = z.infer<typeof headForm>;
export type BackupTable = z.infer<typeof tableForm>;
export type TableSums = z.infer<typeof endForm>;
export type Manifest = z.infer<typeof manifestForm>;

export type BackupRecord =
  | { readonly kind: 'head'; readonly head: BackupHead }
  | { readonly kind: 'table'; readonly table: BackupTable }
  | { readonly kind: 'rows'; readonly bytes: Buffer }
  | { readonly kind: 'end'; readonly sums: TableSums }
  | { readonly kind: 'manifest'; readonly manifest: Manifest };

/** No record is longer: rows come in pieces, and the lists are short. */
const LONGEST = 16_777_216;

/** The records do not follow each other as a backup's do, though every byte of them was authenticated. */
export class BackupFormError extends Error {
  override readonly name = 'BackupFormError';
}

/** A backup of a later format than this program knows. */
export class LaterFormatError extends Error {
  override readonly name = 'LaterFormatError';
}

export function writeRecord(record: BackupRecord): Buffer {
  switch (record.kind) {
    case 'head':
      return frame('H', json(record.head));
    case 'table':
      return frame('T', json(record.table));
    case 'rows':
      return frame('D', record.bytes);
    case 'end':
      return frame('E', json(record.sums));
    case 'manifest':
      return frame('M', json(record.manifest));
  }
}

/** Every record up to the manifest. @throws BackupFormError where one is none, or something follows. */
export async function* readRecords(plain: AsyncIterable<Buffer>): AsyncGenerator<BackupRecord> {
  const reader = byteReader(plain);
  for (;;) {
    const record = await readRecord(reader);
    yield record;
    if (record.kind === 'manifest') break;
  }
  if (!(await reader.atEnd())) throw new BackupFormError('something follows the manifest');
}

async function readRecord(reader: ByteReader): Promise<BackupRecord> {
  const start = await reader.take(5);
  if (start.length < 5) throw new BackupFormError('ends before its manifest');
  const letter = String.fromCharCode(start.readUInt8());
  const length = start.readUInt32BE(1);
  if (length > LONGEST) throw new BackupFormError(`a record of ${length} bytes`);
  const bytes = await reader.take(length);
  if (bytes.length < length) throw new BackupFormError('ends within a record');
  switch (letter) {
    case 'H':
      demandFormat(bytes);
      return { kind: 'head', head: parse(headForm, bytes) };
    case 'T':
      return { kind: 'table', table: parse(tableForm, bytes) };
    case 'D':
      return { kind: 'rows', bytes };
    case 'E':
      return { kind: 'end', sums: parse(endForm, bytes) };
    case 'M':
      return { kind: 'manifest', manifest: parse(manifestForm, bytes) };
    default:
      throw new BackupFormError('a record of an unknown kind');
  }
}

function demandFormat(bytes: Buffer): void {
  const { format } = parse(z.object({ format: z.int() }), bytes);
  if (format > FORMAT) throw new LaterFormatError(`format ${format}`);
}

function frame(letter: string, bytes: Buffer): Buffer {
  const start = Buffer.alloc(5);
  start.write(letter, 'latin1');
  start.writeUInt32BE(bytes.length, 1);
  return Buffer.concat([start, bytes]);
}

function json(value: object): Buffer {
  return Buffer.from(JSON.stringify(value));
}

function parse<T>(form: z.ZodType<T>, bytes: Buffer): T {
  try {
    return form.parse(JSON.parse(bytes.toString()));
  } catch (cause) {
    throw new BackupFormError(cause instanceof Error ? cause.message : String(cause));
  }
}
