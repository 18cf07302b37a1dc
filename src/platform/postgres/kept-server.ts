import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { OperatorError } from '../config/operator-error.ts';
import type { OperatorWords } from '../config/operator-words.ts';
import { ensureCluster, giveTo, settle } from './cluster.ts';
import type { Folders } from './folders.ts';
import { LONGEST_SOCKET_PATH } from './keeper-leases.ts';
import { clearEarlierServer, type Listening, startPostmaster, stopPostmaster } from './postmaster.ts';
import { findProgram } from './program.ts';

/** The server that a keeper starts, watches, starts again after a crash, and stops. */
export type KeptServer = {
  /** Resolves once the server answers and has its database. */
  start(): Promise<void>;
  /** Rejects when starting again fails for a cause that trying again cannot mend; otherwise stays pending for good. */
  readonly failed: Promise<never>;
  stop(): Promise<void>;
};

/** After more crashes than this within a minute each next start waits. */
const CRASHES_PER_MINUTE = 5;
/** Attempts to start what has not run yet; what ran before is started again however long that takes. */
const FIRST_ATTEMPTS = 10;
const LONGEST_PAUSE_MS = 5_000;
const LOG_LIMIT_BYTES = 10_000_000;

export function keptServer({
  folders,
  usual,
  settleOn,
  extraSettings,
  say,
  ready,
}: {
  folders: Folders;
  /** Where an earlier keeper's server listened. */
  usual: Listening | undefined;
  /** Hears where this one will, before it does. */
  settleOn: (listening: Listening) => void;
  extraSettings: readonly string[];
  say: (words: OperatorWords) => void;
  /** Hears the address (password included) each time the server answers again. */
  ready: (url: string) => void;
}): KeptServer {
  let child: ChildProcess | undefined;
  let listening = usual;
  let stopping = false;
  let crashes: number[] = [];
  let giveUp: (cause: unknown) => void = () => {};
  const failed = new Promise<never>((_, reject) => {
    giveUp = reject;
  });
  failed.catch(() => {});

  async function run({ ranBefore }: { ranBefore: boolean }): Promise<string> {
    const settled = settle(folders, findProgram(folders.home), say);
    const password = await ensureCluster(settled, folders, say);
    await clearEarlierServer(settled.cluster);
    listening = await chooseListening(dirname(settled.cluster), listening);
    settleOn(listening);
    if ('socketFolder' in listening) {
      // A killed server leaves a lock file here too, whose process id may be somebody else's by now.
      rmSync(listening.socketFolder, { recursive: true, force: true });
      mkdirSync(listening.socketFolder, { recursive: true, mode: 0o700 });
      giveTo(listening.socketFolder, settled.runAs);
    }
    for (let attempt = 1; !stopping; attempt += 1) {
      const log = openLog(folders.log);
      child = startPostmaster({ settled, listening, log, extraSettings });
      closeSync(log);
      const started = child;
      const exited = new Promise<void>((resolve) =>
        started.once('exit', () => resolve()).once('error', () => resolve()),
      );
      exited.then(() => started.stdin?.destroy());
      const url = addressOf(listening, password);
      if (await answers(url('postgres'), exited, say)) {
        exited.then(onCrash);
        await createDatabase(url('postgres'));
        return url('huiying');
      }
      // Left-over backends of a killed server hold its shared memory for a moment longer; a full disk stays full until
      // somebody makes room, and the commands that hold a lease wait for that.
      if (!ranBefore && attempt === FIRST_ATTEMPTS) break;
      await sleep(Math.min(attempt * 200, LONGEST_PAUSE_MS));
    }
    throw cannotStart(folders.log);
  }

  async function onCrash(): Promise<void> {
    if (stopping) return;
    const now = performance.now();
    crashes = [...crashes.filter((at) => now - at < 60_000), now];
    say({
      zh: 'PostgreSQL 意外停止，正在重新启动。',
      en: 'PostgreSQL stopped unexpectedly and is being started again.',
    });
    // One that falls over again and again is not started in a tight circle.
    if (crashes.length > CRASHES_PER_MINUTE) await sleep(LONGEST_PAUSE_MS);
    if (!stopping) await run({ ranBefore: true }).then(ready, giveUp);
  }

  return {
    start: async () => ready(await run({ ranBefore: false })),
    failed,
    stop: async () => {
      stopping = true;
      if (child?.pid !== undefined && child.exitCode === null && child.signalCode === null) {
        await stopPostmaster(child.pid);
      }
      child?.stdin?.destroy();
    },
  };
}

/**
 * A socket in the data folder, or, where that path is too long for one, a free port on this machine only. The place an
 * earlier keeper used is used again: long-running commands still hold that address.
 */
async function chooseListening(around: string, previous: Listening | undefined): Promise<Listening> {
  if (previous !== undefined) {
    const still = 'port' in previous ? await isFree(previous.port) : dirname(previous.socketFolder) === around;
    if (still) return previous;
  }
  // A fresh name, for a server of an earlier, deleted data folder removes its socket by path when it ends at last.
  const socketFolder = join(around, `run-${randomBytes(3).toString('hex')}`);
  if (Buffer.byteLength(join(socketFolder, '.s.PGSQL.5432')) <= LONGEST_SOCKET_PATH) return { socketFolder };
  return { port: await freePort() };
}

function addressOf(listening: Listening, password: string): (database: string) => string {
  const host = 'port' in listening ? `127.0.0.1:${listening.port}` : encodeURIComponent(listening.socketFolder);
  return (database) => `postgresql://huiying:${password}@${host}/${database}`;
}

/** Waits until the server answers; false if it exits first. Recovery after a crash may take minutes, and says so. */
async function answers(url: string, exited: Promise<void>, say: (words: OperatorWords) => void): Promise<boolean> {
  let gone = false;
  exited.then(() => {
    gone = true;
  });
  let saidAt = performance.now();
  for (let pauseMs = 10; !gone; pauseMs = Math.min(500, pauseMs * 1.5)) {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.query('SELECT 1');
      return true;
    } catch (cause) {
      // 28P01: another password than the one kept; waiting would not help.
      if (cause instanceof Error && 'code' in cause && cause.code === '28P01') throw cause;
    } finally {
      await client.end().catch(() => {});
    }
    if (performance.now() - saidAt > 5_000) {
      saidAt = performance.now();
      say({ zh: 'PostgreSQL 仍在恢复上次未写完的数据……', en: 'PostgreSQL is still recovering from its last stop…' });
    }
    await Promise.race([sleep(pauseMs), exited]);
  }
  return false;
}

async function createDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = 'huiying'");
    if (rowCount === 0) await client.query('CREATE DATABASE huiying');
  } finally {
    await client.end();
  }
}

/** Keeps one old log: the server's own words are few, but a small disk must not fill up over the years. */
function openLog(file: string): number {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT_BYTES) renameSync(file, `${file}.old`);
  return openSync(file, 'a', 0o600);
}

function cannotStart(logFile: string): OperatorError {
  return new OperatorError({
    zh: `PostgreSQL 无法启动，原因见 ${logFile} 的末尾。`,
    en: `PostgreSQL does not start; the end of ${logFile} says why.`,
  });
}

async function isFree(port: number): Promise<boolean> {
  return (await tryPort(port)) !== undefined;
}

async function freePort(): Promise<number> {
  const port = await tryPort(0);
  if (port === undefined) throw new Error('no free port on 127.0.0.1');
  return port;
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen({ port, host: '127.0.0.1' }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : undefined));
    });
  });
}
