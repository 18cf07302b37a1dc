import { resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Pool } from 'pg';
import { backUp, type Instead } from '../db/backup/back-up.ts';
import type { OnRows } from '../db/backup/tally.ts';
import { OperatorError } from '../platform/config/operator-error.ts';
import { inOperatorLanguage } from '../platform/config/operator-words.ts';
import { readProcessSettings } from '../platform/config/process-settings.ts';
import { unfinishedWork } from '../platform/jobs/unfinished.ts';
import { createPool } from '../platform/postgres/pool.ts';
import { openServer } from '../platform/postgres/server.ts';
import { findKeyring, missing } from '../platform/secrets/key-source.ts';
import type { Keyring } from '../platform/secrets/keyring.ts';
import type { Command, CommandArgs } from './commands.ts';

/** Who has come in does so anew after a restore: a session that was ended since must not live again. */
const NOBODY_STAYS_IN = ['session', 'visit_pass', 'citizen_session', 'phone_code'];

/**
 * `backup FILE`: one moment of everything in the database, in one encrypted file, while others go on working. Returns 2
 * where it was called wrongly.
 */
export const command: Command = {
  options: {},
  positionals: '<file>',
  run: runBackup,
};

async function runBackup({ values, positionals, json, out, say }: CommandArgs): Promise<number> {
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0) {
    say(inOperatorLanguage({ zh: '用法：./huiying backup <文件>', en: 'Usage: ./huiying backup <file>' }));
    return 2;
  }
  const began = performance.now();
  const file = resolve(name);
  const settings = readProcessSettings({ env: process.env, options: values });
  const keyring = demandKeyring(settings.dataDir);
  const stop = stopOnSignals();
  const server = await openServer({ ...settings, databaseUrl: settings.databaseUrl?.reveal(), say });
  const pool = createPool(server.url, { max: 2 });
  try {
    const made = await backUp({
      pool,
      keyring,
      file,
      instead: await whatIsCopied(pool),
      onTable: (table) => say(inOperatorLanguage({ zh: `备份 ${table}`, en: `Backing up ${table}` })),
      onRows: sayRows(say),
      signal: stop,
    });
    const seconds = Math.round(performance.now() - began) / 1000;
    if (json) out({ ...made, seconds });
    else {
      const megabytes = (made.bytes / 1_000_000).toFixed(1);
      out(
        inOperatorLanguage({
          zh: `已备份 ${made.rows} 行（${made.at}），${megabytes} MB，用时 ${seconds} 秒：${file}\nSHA-256 ${made.sha256}\n密钥不在其中：请另行保管。`,
          en: `${made.rows} rows as of ${made.at}, ${megabytes} MB in ${seconds} s: ${file}\nSHA-256 ${made.sha256}\nThe keys are not in it: keep them in another place.`,
        }),
      );
    }
    return 0;
  } catch (cause) {
    if (!stop.aborted) throw cause;
    throw new OperatorError({ zh: '已停止，没有留下文件。', en: 'Stopped; no file was left.' });
  } finally {
    await pool.end();
    await server.release();
  }
}

/** What is copied otherwise than row by row. */
export async function whatIsCopied(pool: Pool): Promise<Instead> {
  return new Map([
    ['outbox', await unfinishedWork(pool)],
    ...NOBODY_STAYS_IN.map(
      (table) => [table, (columns: string) => `select ${columns} from ${table} where false`] as const,
    ),
  ]);
}

/** The key a backup is encrypted with, and without which it is worth nothing. @throws OperatorError where there is none. */
export function demandKeyring(dataDir: string): Keyring {
  const place = { dataDir, env: process.env };
  const keyring = findKeyring(place);
  if (keyring) return keyring;
  throw missing(place, 'common');
}

/** Ctrl-C ends the writing and leaves nothing half-written; the second one ends the program as usual. */
function stopOnSignals(): AbortSignal {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stopping.abort());
  return stopping.signal;
}

/** A line now and then about a table that takes long. */
export function sayRows(say: (line: string) => void): OnRows {
  return (table, rows) =>
    say(inOperatorLanguage({ zh: `  ${table} 已有 ${rows} 行`, en: `  ${rows} rows of ${table} so far` }));
}
