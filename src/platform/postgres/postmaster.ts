import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Settled } from './cluster.ts';
import { executable } from './program.ts';
import { commandAs } from './run-as.ts';

/** Where the server listens: a socket folder, or a port on this machine only where the folder's path is too long. */
export type Listening = { readonly socketFolder: string } | { readonly port: number };

/** Sized for a small shared machine; every acknowledged write is on disk. */
const SETTINGS = [
  'shared_buffers=256MB',
  'max_connections=60',
  'fsync=on',
  'full_page_writes=on',
  'synchronous_commit=on',
  'wal_compression=on',
  'max_wal_size=2GB',
  'min_wal_size=256MB',
  'effective_cache_size=2GB',
  'work_mem=16MB',
  'maintenance_work_mem=256MB',
  'random_page_cost=1.1',
  'jit=off',
  'timezone=UTC',
  'log_timezone=UTC',
  'password_encryption=scram-sha-256',
  // A statement or the detail of an error may quote what a citizen wrote: keep both out of the log.
  'log_min_messages=warning',
  'log_min_error_statement=panic',
  'log_error_verbosity=terse',
  'log_checkpoints=off',
  'log_startup_progress_interval=0',
];

/**
 * The server must not outlive its keeper, even one killed outright: a shell waits for the end of its input, which the
 * keeper holds open, and then asks the server for a fast stop. `exec` makes the server the keeper's own child; the
 * second fork keeps the waiting shell from being the server's child, whose end it would take for a crash of its own.
 */
const WATCHED = 'exec 3<&0; ( ( read -r _ <&3; kill -INT $$ 2>/dev/null ) & ); exec "$@" 3<&- </dev/null';

/**
 * Starts PostgreSQL; it is ready only when it answers. Its words go to the file descriptor `log`. The caller owns the
 * child: close `stdin` once it has exited.
 */
export function startPostmaster({
  settled: { runAs, program, cluster },
  listening,
  log,
  extraSettings = [],
}: {
  settled: Settled;
  listening: Listening;
  log: number;
  extraSettings?: readonly string[];
}): ChildProcess {
  const where =
    'port' in listening
      ? ['listen_addresses=127.0.0.1', `port=${listening.port}`, 'unix_socket_directories=']
      : ['listen_addresses=', 'port=5432', `unix_socket_directories=${listening.socketFolder}`];
  const settings = [...SETTINGS, 'unix_socket_permissions=0700', ...where, ...extraSettings];
  const server = [executable(program, 'postgres'), '-D', cluster, ...settings.flatMap((setting) => ['-c', setting])];
  const { command, args, identity } = commandAs(runAs, ['/bin/sh', '-c', WATCHED, 'sh', ...server]);
  // The environment is not passed on: PGDATA and the like would be obeyed, and secrets have no business there.
  const env = { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C' };
  return spawn(command, args, { ...identity, cwd: '/', env, stdio: ['pipe', log, log] });
}

/** Fast stop, then harder: an immediate stop loses nothing acknowledged, it only makes the next start recover. */
export async function stopPostmaster(pid: number): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', 30_000] as const,
    ['SIGQUIT', 10_000] as const,
    ['SIGKILL', 5_000] as const,
  ]) {
    if (!signalled(pid, signal)) return;
    for (let waited = 0; waited < patience; waited += 20) {
      if (!isAlive(pid)) return;
      await sleep(20);
    }
  }
}

/**
 * Deals with what an earlier server left behind, called while holding the keeper's lock.
 * - A server still alive on this cluster (its keeper and its watcher were both killed) is stopped.
 * - A pid file whose number belongs to some other process by now, as happens after a restart in a container, or to a
 *   dead one that nobody collects, would keep PostgreSQL from starting. Deleting the file would also delete its
 *   shared-memory key, which is what protects the data from a left-over backend; so only the number is replaced, by
 *   this process's own: PostgreSQL takes its parent's number for stale and still checks the memory.
 */
export async function clearEarlierServer(cluster: string): Promise<void> {
  const file = join(cluster, 'postmaster.pid');
  const pid = Number(findText(file)?.split('\n', 1)[0]);
  if (pid > 0 && isAlive(pid) && commandLine(pid).includes(cluster)) await stopPostmaster(pid);
  const [, ...rest] = findText(file)?.split('\n') ?? [];
  if (rest.length > 0) writeFileSync(file, [process.pid, ...rest].join('\n'));
}

function findText(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** The arguments of a running process, from /proc where there is one and otherwise from `ps`; empty where unknown. */
function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
  }
}

/** Whether the process exists; a zombie, dead but not yet collected, counts as gone. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (cause) {
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM';
  }
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return true;
  }
}

function signalled(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}
