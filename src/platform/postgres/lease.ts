import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createConnection, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { OperatorError } from '../config/operator-error.ts';
import { type Folders, makeHome, unwritable } from './folders.ts';
import type { KeeperOrders } from './keeper.ts';
import { findNotice, type KeeperLine } from './keeper-notice.ts';

/** The right to use the embedded server: it runs at least as long as somebody holds one. */
export type Lease = { readonly url: string; release(): Promise<void> };

/** How long a command looks for a keeper that answers; once one does, that keeper says what takes time. */
const PATIENCE_MS = 30_000;

/** Between two tries to get a lost lease back. */
const RENEW_PAUSE_MS = 3_000;

/**
 * Gets a lease from the data folder's keeper, starting one if there is none. Held until released or until this process
 * ends in whatever way. If the keeper is killed meanwhile, another is started and the address stays the same; queries
 * fail for that moment. If the server cannot run, as with a full disk, it is tried again and again: once the operator has
 * made room, work goes on by itself.
 */
export async function takeLease(orders: KeeperOrders, say: (line: string) => void): Promise<Lease> {
  const folders = makeHome(orders.dataDir);
  let released = false;
  let { url, socket } = await connect(orders, folders, say);

  function watch(): void {
    socket.once('close', () => void renew());
  }
  async function renew(): Promise<void> {
    let told = '';
    while (!released) {
      try {
        const renewed = await connect(orders, folders, say);
        socket = renewed.socket;
        if (released) socket.destroy();
        else watch();
        return;
      } catch (cause) {
        const reason = cause instanceof Error ? cause.message : String(cause);
        if (reason !== told) say(reason);
        told = reason;
        // A command that is otherwise done does not wait for a server it no longer needs.
        await sleep(RENEW_PAUSE_MS, undefined, { ref: false });
      }
    }
  }
  watch();

  return {
    url,
    release: async () => {
      released = true;
      socket.destroy();
    },
  };
}

type Connection = { url: string; socket: Socket };

async function connect(orders: KeeperOrders, folders: Folders, say: (line: string) => void): Promise<Connection> {
  let keeper: Keeper | undefined;
  for (let waitedMs = 0; waitedMs < PATIENCE_MS; waitedMs += 30) {
    const path = leasePath(folders);
    const connection = path === undefined ? undefined : await ask(path, folders, say);
    if (connection !== undefined) return connection;
    // A keeper that ends with 0 found another at work: that one is starting or going, so look again.
    if (keeper?.code !== undefined && keeper.code !== 0) throw keeperFailed(folders);
    if (keeper === undefined || keeper.code === 0) keeper = startKeeper(orders, folders);
    await sleep(30);
  }
  throw keeperFailed(folders);
}

function leasePath(folders: Folders): string | undefined {
  try {
    return findNotice(folders.notice)?.leases;
  } catch (cause) {
    throw unwritable(folders.home, cause);
  }
}

/** Asks one keeper; undefined where it is not there, or goes before it has answered. */
function ask(path: string, folders: Folders, say: (line: string) => void): Promise<Connection | undefined> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(path);
    socket.on('error', (cause: NodeJS.ErrnoException) => {
      if (cause.code === 'EACCES' || cause.code === 'EPERM') reject(unwritable(folders.home, cause));
    });
    socket.once('close', () => resolve(undefined));
    let unread = '';
    socket.setEncoding('utf8').on('data', (text: string) => {
      const lines = (unread + text).split('\n');
      unread = lines.pop() ?? '';
      for (const line of lines) hear(JSON.parse(line));
    });

    function hear(line: KeeperLine): void {
      if ('say' in line) say(line.say);
      else if ('ready' in line) {
        // A command that is otherwise done should end: the lease does not keep it alive.
        socket.unref();
        resolve({ url: line.ready.url, socket });
      } else {
        socket.destroy();
        reject(new OperatorError({ zh: line.failed, en: line.failed }));
      }
    }
  });
}

type Keeper = { code: number | undefined };

function startKeeper(orders: KeeperOrders, folders: Folders): Keeper {
  const keeper: Keeper = { code: undefined };
  const log = openLog(folders);
  // Detached: Ctrl-C at the command must not reach it. Its working folder is none it might keep busy.
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL('./keeper.ts', import.meta.url)), JSON.stringify(orders)],
    {
      detached: true,
      cwd: '/',
      stdio: ['ignore', log, log],
      env: keeperEnvironment(),
    },
  );
  closeSync(log);
  child.once('exit', (code) => {
    keeper.code = code ?? 1;
  });
  child.once('error', () => {
    keeper.code = 1;
  });
  child.unref();
  return keeper;
}

/** Only what it needs: it outlives the command, whose environment may hold secrets or a debugger's options. */
function keeperEnvironment(): NodeJS.ProcessEnv {
  const names = ['PATH', 'HOME', 'TMPDIR', 'HUIYING_LANG', 'LC_ALL', 'LC_MESSAGES', 'LANG'];
  return Object.fromEntries(names.map((name) => [name, process.env[name]]));
}

function openLog(folders: Folders): number {
  try {
    return openSync(keeperLog(folders), 'a', 0o600);
  } catch (cause) {
    throw unwritable(folders.home, cause);
  }
}

function keeperLog(folders: Folders): string {
  return `${folders.home}/keeper.log`;
}

function keeperFailed(folders: Folders): OperatorError {
  const last = readFileSync(keeperLog(folders), 'utf8').trim().split('\n').slice(-3).join('\n');
  return new OperatorError({
    zh: `数据库的看护进程未能启动（${keeperLog(folders)}）：\n${last}`,
    en: `The keeper of the database did not start (${keeperLog(folders)}):\n${last}`,
  });
}
