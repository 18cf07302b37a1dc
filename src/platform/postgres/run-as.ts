import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname } from 'node:path';
import { executable, type Program } from './program.ts';

/**
 * As whom PostgreSQL runs. It refuses to run as root, and `initdb` refuses a user id that has no name.
 * - `self`: as the user who runs the command.
 * - `user`: root has stepped down to another user.
 * - `namespace`: the same user under another name, in a user namespace: it still reaches what only root may (a clone
 *   under /root), yet the server does not see root. Linux only, and often forbidden inside containers.
 */
export type RunAs =
  | { readonly kind: 'self' }
  | { readonly kind: 'user'; readonly uid: number; readonly gid: number }
  | { readonly kind: 'namespace'; readonly uid: number; readonly gid: number };

/** What to hand to `spawn` so that a command runs in this manner. */
export function commandAs(
  runAs: RunAs,
  [command, ...args]: readonly [string, ...string[]],
): { command: string; args: string[]; identity: { uid: number; gid: number } | Record<string, never> } {
  switch (runAs.kind) {
    case 'self':
      return { command, args, identity: {} };
    case 'user':
      return { command, args, identity: { uid: runAs.uid, gid: runAs.gid } };
    case 'namespace': {
      // Without --fork, unshare becomes the command: the process id stays the one that was spawned.
      const entry = ['--user', `--map-user=${runAs.uid}`, `--map-group=${runAs.gid}`, '--', command, ...args];
      return { command: 'unshare', args: entry, identity: {} };
    }
  }
}

/** The user who will own the server's files, or undefined where that is the user running the command. */
export function ownerOf(runAs: RunAs): { uid: number; gid: number } | undefined {
  return runAs.kind === 'user' ? runAs : undefined;
}

/** Whether a server run in this manner could enter the folder and start the program. */
export function canRun(runAs: RunAs, program: Program, folder: string): boolean {
  return canEnter(runAs, folder) && succeeds(runAs, [executable(program, 'postgres'), '--version']);
}

/** Whether a process in this manner could reach the folder. */
export function canEnter(runAs: RunAs, folder: string): boolean {
  return succeeds(runAs, ['/bin/sh', '-c', 'cd "$1"', 'sh', folder]);
}

function succeeds(runAs: RunAs, argv: readonly [string, ...string[]]): boolean {
  const asked = commandAs(runAs, argv);
  return spawnSync(asked.command, asked.args, { ...asked.identity, cwd: '/', stdio: 'ignore' }).status === 0;
}

/** The manners worth trying for this process, best first; the caller asks `canRun`. */
export function candidates(folder: string): RunAs[] {
  if (process.getuid?.() !== 0) return hasName() ? [{ kind: 'self' }] : namespaceOf(nobody());
  const users = [namedOwner(folder), namedOwner(dirname(dirname(folder))), userNamed('huiying'), nobody()];
  const stepDown = users.filter((user) => user !== undefined).map((user) => ({ kind: 'user', ...user }) as const);
  return [...stepDown, ...namespaceOf(nobody())];
}

type User = { readonly uid: number; readonly gid: number };

function nobody(): User | undefined {
  return userNamed('nobody') ?? userNamed('daemon');
}

function namespaceOf(user: User | undefined): RunAs[] {
  return process.platform === 'linux' && user !== undefined ? [{ kind: 'namespace', ...user }] : [];
}

/** An ordinary user who owns the folder: root working in somebody's clone leaves the server's files to that user. */
function namedOwner(path: string): User | undefined {
  const owner = statSync(path, { throwIfNoEntry: false });
  if (owner === undefined || owner.uid === 0) return undefined;
  return userNamed(String(owner.uid));
}

/** Asks `id`, which knows directory services as well as /etc/passwd. A number finds a user only if it has a name. */
function userNamed(name: string): User | undefined {
  const ask = (what: string): string | undefined => {
    const answer = spawnSync('id', [what, name], { encoding: 'utf8' });
    return answer.status === 0 ? answer.stdout.trim() : undefined;
  };
  const [label, uid, gid] = [ask('-un'), Number(ask('-u') ?? Number.NaN), Number(ask('-g') ?? Number.NaN)];
  return label !== undefined && uid > 0 && gid >= 0 ? { uid, gid } : undefined;
}

function hasName(): boolean {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
}
