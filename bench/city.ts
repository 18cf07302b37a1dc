import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type City, openCity } from '../src/app/open-city.ts';
import { plantCity } from '../src/app/seed/plant.ts';
import { foldersIn } from '../src/platform/postgres/folders.ts';
import { findNotice } from '../src/platform/postgres/keeper-notice.ts';
import { isAlive } from '../src/platform/postgres/postmaster.ts';

/** Of the demonstration city's posts; the folder is thrown away afterwards. */
const PASSWORD = 'only-for-the-bench-2026';

/** Connections of the process that measures: as many as the clients of a row, and a few to look on. */
const CONNECTIONS = 12;

export interface BenchCity extends City {
  /** Stops the server; the folder stays. */
  stop(): Promise<void>;
  /** Stops the server, and removes the folder where it was made for this run. */
  close(): Promise<void>;
}

/**
 * A city of its own on a server of its own: the embedded PostgreSQL with the settings of a real installation, fsync on.
 * @param kept an existing data folder to use and keep; otherwise a temporary one.
 */
export async function openBenchCity(given: {
  kept?: string | undefined;
  say: (line: string) => void;
}): Promise<BenchCity> {
  const dataDir = given.kept ?? mkdtempSync(join(tmpdir(), 'huiying-bench-'));
  // Under root the server runs as another user, who must get through.
  if (given.kept === undefined) chmodSync(dataDir, 0o711);
  const city = await openCity({ values: { 'data-dir': dataDir }, say: given.say, max: CONNECTIONS });
  const { rows } = await city.ledger.pool.query(`select 1 from setting where name = 'planted'`);
  if (rows.length === 0) {
    await plantCity(city.ledger, { password: PASSWORD, say: () => {}, now: new Date(), only: 1 });
    await city.ledger.pool.query(`insert into setting (name, value) values ('planted', '"bench"')`);
  }
  let open = true;
  const stop = async (): Promise<void> => {
    if (open) await city.close();
    open = false;
    await stopKeeper(dataDir);
  };
  return {
    ...city,
    stop,
    close: async () => {
      await stop();
      if (given.kept === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Ends the server of a data folder now rather than after its grace. */
export async function stopKeeper(dataDir: string): Promise<void> {
  const pid = findNotice(foldersIn(dataDir).notice)?.pid;
  if (pid === undefined || !isAlive(pid)) return;
  process.kill(pid, 'SIGTERM');
  for (let waitedMs = 0; isAlive(pid) && waitedMs < 60_000; waitedMs += 20) await sleep(20);
}
