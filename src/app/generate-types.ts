import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openReadyDatabase } from '../db/database.ts';
import { describeTables } from '../db/generate-types.ts';
import { readProcessSettings } from '../platform/config/process-settings.ts';
import type { Command } from './commands.ts';

const FILE = join(import.meta.dirname, '..', 'db', 'tables.ts');

export const command: Command = {
  options: {
    check: {
      type: 'boolean',
      help: { zh: '只检查是否最新', en: 'only say whether the file is up to date (exit code 1 if not)' },
    },
  },
  run: async ({ values, out, say }) => {
    const { dataDir, databaseUrl } = readProcessSettings({ env: process.env, options: values });
    const database = await openReadyDatabase({ dataDir, databaseUrl: databaseUrl?.reveal(), say });
    try {
      const text = await describeTables(database.pool);
      const fresh = readFileSync(FILE, 'utf8') === text;
      if (!fresh && values.check !== true) writeFileSync(FILE, text);
      out({ file: 'src/db/tables.ts', fresh });
      return fresh || values.check !== true ? 0 : 1;
    } finally {
      await database.close();
    }
  },
};
