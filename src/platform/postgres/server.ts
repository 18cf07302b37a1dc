import { resolve } from 'node:path';
import { inOperatorLanguage } from '../config/operator-words.ts';
import { checkServer } from './check-server.ts';
import { takeLease } from './lease.ts';

/** A database server that is there until released. `url` holds its password. */
export type OpenServer = { readonly url: string; release(): Promise<void> };

/** How long the embedded server outlives the last command that used it. */
export const KEEPER_GRACE_MS = 10_000;

/**
 * Opens the outside server where one is named, else the embedded server of the data folder, which is started if it
 * does not run and shared with every other command on that folder. Either is checked before it is used.
 * @throws OperatorError with the remedy: unreachable, too old, wrong encoding or character type, folder not writable.
 */
export async function openServer({
  dataDir,
  databaseUrl,
  say,
  graceMs = KEEPER_GRACE_MS,
  extraSettings = [],
}: {
  dataDir: string;
  databaseUrl?: string | undefined;
  /** For what takes time; one line of plain words. */
  say: (line: string) => void;
  graceMs?: number;
  /** Further `name=value` settings for an embedded server that is not running yet. For tests. */
  extraSettings?: readonly string[];
}): Promise<OpenServer> {
  if (databaseUrl !== undefined) {
    await checkServer(databaseUrl);
    return { url: databaseUrl, release: async () => {} };
  }
  const slow = setTimeout(() => {
    say(inOperatorLanguage({ zh: '正在启动数据库……', en: 'Starting the database…' }));
  }, 2_000);
  try {
    const lease = await takeLease({ dataDir: resolve(dataDir), graceMs, extraSettings }, say);
    await checkServer(lease.url);
    return lease;
  } finally {
    clearTimeout(slow);
  }
}
