import { resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { checkBackupHead } from '../db/backup/open-backup.ts';
import { inspectBackup, type Restored, restore } from '../db/backup/restore.ts';
import { verify } from '../ledger/verify.ts';
import { inOperatorLanguage } from '../platform/config/operator-words.ts';
import { type ProcessSettings, readProcessSettings } from '../platform/config/process-settings.ts';
import { createPool } from '../platform/postgres/pool.ts';
import { openServer } from '../platform/postgres/server.ts';
import type { Keyring } from '../platform/secrets/keyring.ts';
import { demandKeyring, sayRows } from './backup.ts';
import type { Command, CommandArgs } from './commands.ts';
import { openCity } from './open-city.ts';

/**
 * `restore FILE`: fills an empty database from a backup and verifies every history in it; with --check reads the file
 * alone. Returns 1 where something restored does not hold, 2 where it was called wrongly.
 */
export const command: Command = {
  options: {
    check: {
      type: 'boolean',
      help: {
        zh: '只把文件从头读到尾并核对，不碰数据库',
        en: 'only read the file from end to end and check it; touches no database',
      },
    },
  },
  positionals: '<file>',
  run: runRestore,
};

async function runRestore(args: CommandArgs): Promise<number> {
  const { values, positionals, json, out, say } = args;
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0) {
    say(inOperatorLanguage({ zh: '用法：./huiying restore <文件>', en: 'Usage: ./huiying restore <file>' }));
    return 2;
  }
  const began = performance.now();
  const seconds = (): number => Math.round(performance.now() - began) / 1000;
  const file = resolve(name);
  const settings = readProcessSettings({ env: process.env, options: values });
  const keyring = demandKeyring(settings.dataDir);
  await checkBackupHead(file, keyring);
  if (values.check === true) {
    const found = await inspectBackup({ keyring, file, onRows: sayRows(say) });
    if (json) out({ file, ...found, seconds: seconds() });
    else out(summary(found));
    return 0;
  }
  const loaded = await loadInto(settings, { keyring, file, say });
  say(inOperatorLanguage({ zh: '已装入，正在逐条重放核对……', en: 'Loaded; replaying every history…' }));
  const verified = await verifyAll(args);
  if (json) out({ file, ...loaded, verified, seconds: seconds() });
  else {
    const { streams, facts, wrong } = verified;
    out(summary(loaded));
    out(
      inOperatorLanguage({
        zh: `核对了 ${streams} 段经过、${facts} 条事实：${wrong.length === 0 ? '全部相符。' : '有不符之处：'}（共用时 ${seconds()} 秒）`,
        en: `${streams} histories, ${facts} facts: ${wrong.length === 0 ? 'all hold.' : 'wrong:'} (${seconds()} s in all)`,
      }),
    );
    for (const line of wrong) out(`  ${line}`);
  }
  return verified.wrong.length === 0 ? 0 : 1;
}

async function loadInto(
  settings: ProcessSettings,
  { keyring, file, say }: { keyring: Keyring; file: string; say: (line: string) => void },
): Promise<Restored> {
  const server = await openServer({ ...settings, databaseUrl: settings.databaseUrl?.reveal(), say });
  const pool = createPool(server.url, { max: 1 });
  try {
    return await restore({
      pool,
      keyring,
      file,
      onTable: (table) => say(inOperatorLanguage({ zh: `装入 ${table}`, en: `Loading ${table}` })),
      onRows: sayRows(say),
    });
  } finally {
    await pool.end();
    await server.release();
  }
}

async function verifyAll({ values, say }: CommandArgs): ReturnType<typeof verify> {
  const city = await openCity({ values, say, max: 3 });
  try {
    return await verify(city.ledger);
  } finally {
    await city.close();
  }
}

function summary({ at, schema, following, rows, tables }: Restored): string {
  const steps = following.length;
  return inOperatorLanguage({
    zh: `${at} 的备份：${tables.length} 张表、${rows} 行，结构 ${schema}${steps > 0 ? `，其后 ${steps} 步` : ''}。`,
    en: `Backup of ${at}: ${tables.length} tables, ${rows} rows, schema ${schema}${steps > 0 ? ` and ${steps} step(s) since` : ''}.`,
  });
}
