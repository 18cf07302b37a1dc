/**
 * The process that owns the embedded PostgreSQL of one data folder. It is started detached by the first command that
 * needs the server, and serves all of them: each holds one connection here, its lease, which the system closes however
 * the command ends. Some time after the last lease the keeper stops PostgreSQL and goes. Started as
 * `node keeper.ts <KeeperOrders as JSON>`; the words on its standard error end up in keeper.log.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '../clock/clock.ts';
import { OperatorError } from '../config/operator-error.ts';
import { inOperatorLanguage } from '../config/operator-words.ts';
import { createLog } from '../log/log.ts';
import { leaveToOwner, makeHome } from './folders.ts';
import { clearLeases, openLeases } from './keeper-leases.ts';
import { takeKeeperLock } from './keeper-lock.ts';
import { findNotice, writeNotice } from './keeper-notice.ts';
import { keptServer } from './kept-server.ts';

/** What the starting command tells its keeper. */
export type KeeperOrders = {
  readonly dataDir: string;
  /** How long the server outlives its last lease. */
  readonly graceMs: number;
  readonly extraSettings?: readonly string[];
};

const log = createLog({ human: false });

async function keep({ dataDir, graceMs, extraSettings = [] }: KeeperOrders): Promise<number> {
  // Before anything is created: sockets and files are for this user alone.
  process.umask(0o077);
  const folders = makeHome(dataDir);
  const lock = takeKeeperLock(folders.lock);
  if (lock === undefined) return 0;

  const previous = findNotice(folders.notice);
  if (previous !== undefined) clearLeases(previous.leases);
  const leases = await openLeases(folders.home);
  const notice = { pid: process.pid, startedAt: systemClock.now().toISOString(), leases: leases.path };
  writeNotice(folders.notice, { ...notice, listening: previous?.listening });

  const ending = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => ending.abort());
  const server = keptServer({
    folders,
    usual: previous?.listening,
    settleOn: (listening) => writeNotice(folders.notice, { ...notice, listening }),
    extraSettings,
    say: (words) => leases.tell({ say: inOperatorLanguage(words) }),
    ready: (url) => leases.settle({ ready: { url } }),
  });

  let code = 0;
  try {
    await server.start();
    leaveToOwner(folders.home);
    let idleMs = 0;
    while (!ending.signal.aborted && idleMs < graceMs && lock.stillHolds()) {
      const stepMs = Math.min(250, graceMs);
      await Promise.race([sleep(stepMs), server.failed]);
      idleMs = leases.count() > 0 ? 0 : idleMs + stepMs;
    }
  } catch (cause) {
    log.fault(cause);
    const message = cause instanceof OperatorError ? cause.message : `PostgreSQL: ${String(cause)} (${folders.log})`;
    leases.settle({ failed: message });
    code = 1;
  }
  await leases.close();
  await server.stop();
  lock.release();
  return code;
}

keep(JSON.parse(process.argv[2] ?? '')).then(
  (code) => process.exit(code),
  (cause) => {
    log.fault(cause);
    process.exit(1);
  },
);
