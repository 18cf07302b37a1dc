import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TestProject } from 'vitest/node';
import { foldersIn } from '../../src/platform/postgres/folders.ts';
import { findNotice } from '../../src/platform/postgres/keeper-notice.ts';
import { isAlive } from '../../src/platform/postgres/postmaster.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The data folder of this run's one server; `openTestDatabase` starts it when first called. */
    testDataDir: string;
  }
}

const PREFIX = 'huiying-test-';

/** Gives the run a data folder; tests of pure rules never start a server in it. */
export function setup(project: TestProject): () => Promise<void> {
  removeLeftOvers();
  const dataDir = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  // Under root the server runs as another user, who must get through.
  chmodSync(dataDir, 0o711);
  project.provide('testDataDir', dataDir);
  return async () => {
    await stopKeeper(dataDir);
    rmSync(dataDir, { recursive: true, force: true });
  };
}

/** Ends the server of a data folder now rather than after its grace; does nothing where none runs. */
async function stopKeeper(dataDir: string): Promise<void> {
  const pid = findNotice(foldersIn(dataDir).notice)?.pid;
  if (pid === undefined || !isAlive(pid)) return;
  process.kill(pid, 'SIGTERM');
  for (let waitedMs = 0; isAlive(pid) && waitedMs < 20_000; waitedMs += 20) await sleep(20);
}

/** A run that was killed could not clean up. */
function removeLeftOvers(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1]);
    if (pid > 0 && !isAlive(pid)) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}
