import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { foldersIn } from '../src/platform/postgres/folders.ts';

/** Clock ticks a second on every Linux there is (USER_HZ). */
const TICK_MS = 10;

/** CPU time spent between two moments, by the program's own process and by PostgreSQL's. Milliseconds. */
export interface CpuMs {
  readonly app: number;
  readonly database: number;
}

/** Reads CPU times from /proc; where there is none (not Linux) it says so by answering nothing. */
export interface CpuMeter {
  read(): CpuMs | undefined;
}

/** @param app process id of the program that serves; this one where absent. */
export function cpuMeter(dataDir: string, app: number = process.pid): CpuMeter {
  return {
    read: () => {
      if (!existsSync('/proc/self/stat')) return undefined;
      return { app: ticksOf(app) * TICK_MS, database: databaseTicks(dataDir) * TICK_MS };
    },
  };
}

export function cpuBetween(before: CpuMs | undefined, after: CpuMs | undefined): CpuMs | undefined {
  return before && after && { app: after.app - before.app, database: after.database - before.database };
}

/** The server's own process and its children: one a connection, the writers of log and pages. */
function databaseTicks(dataDir: string): number {
  const postmaster = findPostmaster(dataDir);
  if (postmaster === undefined) return 0;
  return [postmaster, ...childrenOf(postmaster)].reduce((sum, pid) => sum + ticksOf(pid), 0);
}

/** Process id of the embedded server of a data folder, if it runs. */
export function findPostmaster(dataDir: string): number | undefined {
  try {
    const first = readFileSync(join(foldersIn(dataDir).cluster, 'postmaster.pid'), 'utf8').split('\n', 1)[0];
    const pid = Number(first);
    return pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

function childrenOf(parent: number): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => Number(statOf(pid)?.[1]) === parent);
}

/** User and system time, those of ended children with it. */
function ticksOf(pid: number): number {
  const stat = statOf(pid);
  return stat ? Number(stat[11]) + Number(stat[12]) + Number(stat[13]) + Number(stat[14]) : 0;
}

/** The fields after the name, which may hold spaces and brackets itself: state first. */
function statOf(pid: number): readonly string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}
