import type { z } from 'zod';
import { type NamedRow, openFileName } from '../../alongside/documents/server/files.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { FileShape } from './petition-page.contract.ts';

export type FileView = z.infer<typeof FileShape>;

/** What pages show of files, by id; those erased or unknown are absent. */
export async function readFiles(
  ledger: Ledger,
  region: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, FileView>> {
  if (ids.length === 0) return new Map();
  const { rows } = await ledger.pool.query<NamedRow & { type: string; size: number }>({
    name: 'page_files',
    text: `select id, name, sealed_name, type, size from file where region in ($1, '000000') and id = any($2::uuid[])`,
    values: [region, ids],
  });
  return new Map(
    rows.map((row) => {
      const { id, type, size } = row;
      return [id, { id, name: openFileName(ledger, row), type, size, href: `/api/files/${region}/${id}` }];
    }),
  );
}
