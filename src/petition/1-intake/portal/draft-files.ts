import type { Pool } from 'pg';
import type { KeptFileRow } from '../../../alongside/documents/server/files.ts';

/** The files given with a draft, first given first. */
export async function listDraftFiles(pool: Pool, draft: string): Promise<readonly KeptFileRow[]> {
  const { rows } = await pool.query<KeptFileRow>(
    'select id, name, type, size from file where draft = $1 order by created_at, id',
    [draft],
  );
  return rows;
}

/** Takes a file out of a draft again. */
export async function removeDraftFile(pool: Pool, draft: string, id: string): Promise<void> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return;
  await pool.query('delete from file where draft = $1 and id = $2 and stream is null', [draft, id]);
}
