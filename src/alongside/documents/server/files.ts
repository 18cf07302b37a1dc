import { randomUUID } from 'node:crypto';
import { IN_PARTITION } from '../../../ledger/content.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { sealOf } from '../../../platform/secrets/keyring.ts';
import type { SealedColumn } from '../../../platform/secrets/reseal.ts';
import type { CheckedFile } from '../../../platform/uploads/check.ts';

export interface KeptFileRow {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

/** Region of files that no case has adopted yet. */
export const STAGING = '000000';

function contextOf(id: string): string {
  return `file/${id}`;
}

function nameContextOf(id: string): string {
  return `file-name/${id}`;
}

/** Sealed in the area of `column`; a file of no case stays in the one it was uploaded to. */
function inPartition(column: string): string {
  return `(${IN_PARTITION} or (t.stream is null and (get_byte(t.${column}, 0) & 16) <> 0))`;
}

/** A file that a sealed report adopted, or may adopt, lies under the key of the partition. */
export const FILE_COLUMN: SealedColumn = {
  table: 'file',
  key: ['region', 'id'],
  column: 'sealed',
  context: ([, id = '']) => contextOf(id),
  partition: inPartition('sealed'),
};

export const FILE_NAME_COLUMN: SealedColumn = {
  table: 'file',
  key: ['region', 'id'],
  column: 'sealed_name',
  context: ([, id = '']) => nameContextOf(id),
  partition: inPartition('sealed_name'),
};

/** A row of `file` as its name stands in it: of before in clear, sealed since. */
export interface NamedRow {
  readonly id: string;
  readonly name: string | null;
  readonly sealed_name: Buffer | null;
}

/** The name a file was uploaded with. */
export function openFileName({ keyring }: Pick<Ledger, 'keyring'>, { id, name, sealed_name }: NamedRow): string {
  return sealed_name === null ? (name ?? '') : keyring.open(sealed_name, nameContextOf(id)).toString();
}

/** Seals the names of before, some at a time. Harmless to repeat. */
export async function sealFileNames({ pool, keyring }: Pick<Ledger, 'pool' | 'keyring'>): Promise<number> {
  let done = 0;
  for (;;) {
    const { rows } = await pool.query<{ region: string; id: string; name: string; sealed: Buffer }>(
      'select region, id, name, substring(sealed from 1 for 3) as sealed from file where name is not null limit 200',
    );
    if (rows.length === 0) return done;
    for (const { region, id, name, sealed } of rows)
      await pool.query('update file set sealed_name = $3, name = null where region = $1 and id = $2', [
        region,
        id,
        keyring.seal(Buffer.from(name), nameContextOf(id), sealOf(sealed).area),
      ]);
    done += rows.length;
  }
}

/** Keeps a checked file, encrypted, until a case adopts it by naming it in an act; `sealed` where that is a report. */
export async function keepFile(
  ledger: Ledger,
  file: CheckedFile,
  { draft, sealed = false }: { draft?: string; sealed?: boolean } = {},
): Promise<KeptFileRow> {
  const id = randomUUID();
  const area = sealed ? 'sealed' : 'common';
  await ledger.pool.query(
    `insert into file (region, id, draft, sealed_name, type, size, sha256, sealed, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      STAGING,
      id,
      draft ?? null,
      ledger.keyring.seal(Buffer.from(file.name), nameContextOf(id), area),
      file.mime,
      file.bytes.length,
      file.sha256,
      ledger.keyring.seal(file.bytes, contextOf(id), area),
      ledger.clock.now().toISOString(),
    ],
  );
  return { id, name: file.name, type: file.mime, size: file.bytes.length };
}

/** Gives staged files to the case that named them. Repeating it changes nothing. */
export async function adoptFiles(
  ledger: Ledger,
  ids: readonly string[],
  region: string,
  stream: string,
): Promise<void> {
  if (ids.length === 0) return;
  await ledger.pool.query(
    `update file set region = $1, stream = $2 where region = $3 and id = any($4::uuid[]) and stream is null`,
    [region, stream, STAGING, ids],
  );
  await moveToPartition(ledger, ids, region);
}

/** What a sealed report adopted was uploaded before anybody knew that it would. */
async function moveToPartition(ledger: Ledger, ids: readonly string[], region: string): Promise<void> {
  const { keyring, pool } = ledger;
  const { rows } = await pool.query<NamedRow & { sealed: Buffer }>(
    `select t.id, t.sealed, t.name, t.sealed_name from file t where t.region = $1 and t.id = any($2::uuid[]) and ${IN_PARTITION}`,
    [region, ids],
  );
  for (const row of rows) {
    const { id, sealed } = row;
    if (sealOf(sealed).area === 'sealed') continue;
    await pool.query('update file set sealed = $3, sealed_name = $4, name = null where region = $1 and id = $2', [
      region,
      id,
      keyring.seal(keyring.open(sealed, contextOf(id)), contextOf(id), 'sealed'),
      keyring.seal(Buffer.from(openFileName(ledger, row)), nameContextOf(id), 'sealed'),
    ]);
  }
}

/** Removes the files of these histories. */
export async function eraseFiles(ledger: Ledger, streams: readonly string[]): Promise<void> {
  await ledger.pool.query(
    `delete from file f using unnest($1::text[]) as s(stream)
     where f.region = left(s.stream, 6) and f.stream = s.stream`,
    [streams],
  );
}

/** Files uploaded and named in no act within two days are removed. */
export async function clearStagedFiles(ledger: Ledger): Promise<number> {
  const before = new Date(ledger.clock.now().getTime() - 2 * 86_400_000).toISOString();
  const { rowCount } = await ledger.pool.query(
    `delete from file f where f.region = $1 and f.stream is null and f.created_at < $2
     and not exists (select from draft d where d.id = f.draft and d.expires_at > now())`,
    [STAGING, before],
  );
  return rowCount ?? 0;
}

export interface OpenedFile extends KeptFileRow {
  readonly stream: string | undefined;
  readonly bytes: Buffer;
}

/** A file with its bytes, if it is kept. Who may have it is the caller's question. */
export async function findFile(ledger: Ledger, region: string, id: string): Promise<OpenedFile | undefined> {
  const { rows } = await ledger.pool.query<
    NamedRow & Omit<KeptFileRow, 'name'> & { stream: string | null; sealed: Buffer }
  >('select id, name, sealed_name, type, size, stream, sealed from file where region = $1 and id = $2', [region, id]);
  const row = rows[0];
  if (!row) return undefined;
  const { sealed, stream, type, size } = row;
  return {
    id,
    name: openFileName(ledger, row),
    type,
    size,
    stream: stream ?? undefined,
    bytes: ledger.keyring.open(sealed, contextOf(id)),
  };
}
