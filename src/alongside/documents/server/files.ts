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

/** A file that a sealed report adopted, or may adopt, lies under the key of the partition. */
export const FILE_COLUMN: SealedColumn = {
  table: 'file',
  key: ['region', 'id'],
  column: 'sealed',
  context: ([, id = '']) => contextOf(id),
  partition: `(${IN_PARTITION} or (t.stream is null and (get_byte(t.sealed, 0) & 16) <> 0))`,
};

/** Keeps a checked file, encrypted, until a case adopts it by naming it in an act; `sealed` where that is a report. */
export async function keepFile(
  ledger: Ledger,
  file: CheckedFile,
  { draft, sealed = false }: { draft?: string; sealed?: boolean } = {},
): Promise<KeptFileRow> {
  const id = randomUUID();
  await ledger.pool.query(
    `insert into file (region, id, draft, name, type, size, sha256, sealed, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      STAGING,
      id,
      draft ?? null,
      file.name,
      file.mime,
      file.bytes.length,
      file.sha256,
      ledger.keyring.seal(file.bytes, contextOf(id), sealed ? 'sealed' : 'common'),
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
  const { rows } = await ledger.pool.query<{ id: string; sealed: Buffer }>(
    `select t.id, t.sealed from file t where t.region = $1 and t.id = any($2::uuid[]) and ${IN_PARTITION}`,
    [region, ids],
  );
  for (const { id, sealed } of rows) {
    if (sealOf(sealed).area === 'sealed') continue;
    const fresh = ledger.keyring.seal(ledger.keyring.open(sealed, contextOf(id)), contextOf(id), 'sealed');
    await ledger.pool.query('update file set sealed = $3 where region = $1 and id = $2', [region, id, fresh]);
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
  const { rows } = await ledger.pool.query<KeptFileRow & { stream: string | null; sealed: Buffer }>(
    'select id, name, type, size, stream, sealed from file where region = $1 and id = $2',
    [region, id],
  );
  const row = rows[0];
  if (!row) return undefined;
  const { sealed, stream, ...rest } = row;
  return { ...rest, stream: stream ?? undefined, bytes: ledger.keyring.open(sealed, contextOf(id)) };
}
