import { migrate } from '../db/migrate.ts';
import { inOperatorLanguage } from '../platform/config/operator-words.ts';
import { readProcessSettings } from '../platform/config/process-settings.ts';
import { createPool } from '../platform/postgres/pool.ts';
import { openServer } from '../platform/postgres/server.ts';
import type { Command } from './commands.ts';

export const command: Command = {
  options: {},
  run: async ({ values, json, out, say }) => {
    const settings = readProcessSettings({ env: process.env, options: values });
    const { dataDir } = settings;
    const server = await openServer({ dataDir, databaseUrl: settings.databaseUrl?.reveal(), say });
    const pool = createPool(server.url, { max: 2 });
    try {
      const applied = await migrate({ pool, say });
      if (json) out({ applied });
      else if (applied.length === 0) {
        out(inOperatorLanguage({ zh: '数据库结构已是最新。', en: 'The schema is up to date.' }));
      } else {
        const count = applied.length;
        out(inOperatorLanguage({ zh: `数据库结构已更新 ${count} 步。`, en: `Schema brought up by ${count} step(s).` }));
      }
      return 0;
    } finally {
      await pool.end();
      await server.release();
    }
  },
};
