import type { FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import { type KeptFileRow, keepFile, type NamedRow, openFileName } from '../../../alongside/documents/server/files.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import type { Refused } from '../../../platform/http/refused.ts';
import { checkCount } from '../../../platform/uploads/check.ts';
import { type FormFields, readForm, type UploadedForm } from '../../../platform/uploads/read-form.ts';
import type { OpenDraft } from './drafts.ts';

/** Reads a posted form into a draft, up to the ten files a draft may have. `guard` sees the fields sent before them. */
export async function takeDraftFiles(
  ledger: Ledger,
  { id: draft, filing }: Pick<OpenDraft, 'id' | 'filing'>,
  request: FastifyRequest,
  guard: (fields: FormFields) => Refused | undefined = () => undefined,
): Promise<UploadedForm | Refused> {
  let already = (await listDraftFiles(ledger, draft)).length;
  return readForm(request, async (file, fields) => {
    const no = guard(fields) ?? checkCount({ already, adding: 1 });
    if (no !== undefined) return no;
    await keepFile(ledger, file, { draft, sealed: filing.kind === 'report' });
    already += 1;
    return undefined;
  });
}

/** The files given with a draft, first given first. */
export async function listDraftFiles(
  ledger: Pick<Ledger, 'pool' | 'keyring'>,
  draft: string,
): Promise<readonly KeptFileRow[]> {
  const { rows } = await ledger.pool.query<NamedRow & Omit<KeptFileRow, 'name'>>(
    'select id, name, sealed_name, type, size from file where draft = $1 order by created_at, id',
    [draft],
  );
  return rows.map((row) => ({ id: row.id, name: openFileName(ledger, row), type: row.type, size: row.size }));
}

/** Takes a file out of a draft again. */
export async function removeDraftFile(pool: Pool, draft: string, id: string): Promise<void> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return;
  await pool.query('delete from file where draft = $1 and id = $2 and stream is null', [draft, id]);
}
