import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openSession } from '../src/actors/accounts/server/sessions.ts';
import type { Ledger } from '../src/ledger/ledger.ts';

const MAIN = join(import.meta.dirname, '../src/app/main.ts');

/** `./huiying serve` as a process of its own. */
export interface Served {
  readonly port: number;
  readonly pid: number;
  /** Milliseconds from the start of the process to its first good answer. */
  readonly startMs: number;
  stop(): Promise<void>;
}

/** Starts the server on a free port of this machine and waits until it is up. */
export async function serve(dataDir: string): Promise<Served> {
  const port = await freePort();
  const began = performance.now();
  const child = spawn(process.execPath, [MAIN, 'serve', '--data-dir', dataDir, '--port', String(port), '--json'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, HUIYING_LANG: 'en', NODE_ENV: 'production' },
  });
  let said = '';
  child.stderr?.on('data', (chunk) => {
    said = `${said}${chunk}`.slice(-4_000);
  });
  for (;;) {
    if (child.exitCode !== null) throw new Error(`serve ended: ${said}`);
    if (await isUp(port)) break;
    if (performance.now() - began > 180_000) throw new Error(`serve does not come up: ${said}`);
    await sleep(10);
  }
  return { port, pid: child.pid ?? 0, startMs: performance.now() - began, stop: () => stop(child) };
}

async function isUp(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/api/health`)).ok;
  } catch {
    return false;
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 20_000);
  await gone;
  clearTimeout(timer);
}

/** A port of this machine that nobody has at the moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen({ port: 0, host: '127.0.0.1' }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** The headers of a signed-in officer. */
export async function signedIn(ledger: Ledger, account: string): Promise<Readonly<Record<string, string>>> {
  const { token } = await openSession(ledger.pool, account, ledger.clock);
  return { authorization: `Bearer ${token}` };
}
