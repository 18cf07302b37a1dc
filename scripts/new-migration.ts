/** Makes an empty migration with the present time in its name: `node scripts/new-migration.ts add-something`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const what = process.argv[2] ?? '';
if (!/^[a-z0-9]+(-[a-z0-9]+)+$/.test(what)) {
  console.error('Say what it does as verb-thing in small letters: node scripts/new-migration.ts add-reception-day');
  process.exit(2);
}
const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 12);
const file = join('src', 'db', 'migrations', `${stamp}-${what}.sql`);
writeFileSync(
  join(import.meta.dirname, '..', file),
  '-- What changes and why. One transaction; each index says its query; each table has a COMMENT.\n\n',
  { flag: 'wx' },
);
console.log(file);
