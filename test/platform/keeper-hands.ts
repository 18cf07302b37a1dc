import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { foldersIn } from '../../src/platform/postgres/folders.ts';
import { findNotice } from '../../src/platform/postgres/keeper-notice.ts';
import { isAlive } from '../../src/platform/postgres/postmaster.ts';

/** A data folder for a server of one's own, which is stopped and removed by `dispose`. */
export function makeDataDir() {
  const dataDir = mkdtempSync(join(tmpdir(), `huiying-test-${process.pid}-keeper-`));
  chmodSync(dataDir, 0o711);
  const folders = foldersIn(dataDir);
  return {
    dataDir,
    folders,
    keeperPid: (): number => findNotice(folders.notice)?.pid ?? 0,
    postmasterPid: (): number => {
      const file = join(folders.cluster, 'postmaster.pid');
      return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0;
    },
    dispose: async () => {
      const pid = findNotice(folders.notice)?.pid;
      if (pid !== undefined && isAlive(pid)) {
        process.kill(pid, 'SIGTERM');
        await until(() => !isAlive(pid));
      }
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Waits for a state of affairs, and fails if it does not come about. */
export async function until(isSo: () => boolean | Promise<boolean>, limitMs = 20_000): Promise<void> {
  for (let waitedMs = 0; !(await isSo()); waitedMs += 25) {
    if (waitedMs > limitMs) throw new Error('waited in vain');
    await sleep(25);
  }
}

const HOLDER = `
  import { openServer } from '${new URL('../../src/platform/postgres/server.ts', import.meta.url).href}';
  const [dataDir, graceMs] = process.argv.slice(-2);
  const server = await openServer({ dataDir, graceMs: Number(graceMs), say: () => {} });
  process.stdout.write(server.url + '\\n');
  setInterval(() => {}, 1000);
`;

/** Another process that holds a lease until it is killed; resolves with it and the address once it has one. */
export function startHolder(dataDir: string, graceMs: number): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', HOLDER, '--', dataDir, `${graceMs}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the holder ended with ${code}`)));
    child.stdout?.setEncoding('utf8').once('data', (url: string) => resolve({ child, url: url.trim() }));
  });
}
