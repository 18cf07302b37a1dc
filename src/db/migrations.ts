import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One step of the schema: a file of plain SQL, applied once and never changed afterwards. */
export type Migration = { readonly name: string; readonly sql: string; readonly sha256: string };

/** `YYYYMMDDHHMM-verb-thing.sql`; the names' order is the order of application. */
const NAME = /^\d{12}-[a-z0-9]+(-[a-z0-9]+)+\.sql$/;

export const MIGRATIONS_FOLDER: string = join(import.meta.dirname, 'migrations');

/** All migrations this program knows, in order. Throws where a file's name would not sort. */
export function readMigrations(folder: string = MIGRATIONS_FOLDER): Migration[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => {
      if (!NAME.test(file)) throw new Error(`${file}: a migration is called YYYYMMDDHHMM-verb-thing.sql`);
      const sql = readFileSync(join(folder, file), 'utf8');
      return { name: file.slice(0, -'.sql'.length), sql, sha256: createHash('sha256').update(sql).digest('hex') };
    });
}
