import { accessSync, chmodSync, constants, lchownSync, lstatSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorError } from '../config/operator-error.ts';

/** Where the embedded server keeps its things inside the data folder. */
export type Folders = {
  /** All of it; the rest lies inside. */
  readonly home: string;
  /** PostgreSQL's own data directory. */
  readonly cluster: string;
  /** The kernel lock that makes its holder the only keeper. */
  readonly lock: string;
  /** Who keeps, and where to ask for a lease. */
  readonly notice: string;
  readonly password: string;
  readonly log: string;
};

/** The layout under a data folder; creates nothing. */
export function foldersIn(dataDir: string): Folders {
  const home = join(dataDir, 'postgres');
  return {
    home,
    cluster: join(home, 'cluster'),
    lock: join(home, 'keeper.lock'),
    notice: join(home, 'keeper.json'),
    password: join(home, 'password'),
    log: join(home, 'postgres.log'),
  };
}

/**
 * Creates the home folder. Others may pass through it (0711), since PostgreSQL may run as another user than the keeper,
 * but not list it.
 * @throws OperatorError where the data folder cannot be made or written.
 */
export function makeHome(dataDir: string): Folders {
  const folders = foldersIn(dataDir);
  try {
    // mkdir heeds the umask, chmod does not.
    if (mkdirSync(folders.home, { recursive: true }) !== undefined) chmodSync(folders.home, 0o711);
    accessSync(folders.home, constants.W_OK);
  } catch (cause) {
    throw unwritable(dataDir, cause);
  }
  return folders;
}

/**
 * Root working in somebody's data folder leaves what it made there to that person, who could otherwise not use the
 * folder again.
 */
export function leaveToOwner(home: string): void {
  const owner = statSync(home);
  if (process.getuid?.() !== 0 || owner.uid === 0) return;
  for (const name of readdirSync(home)) {
    const path = join(home, name);
    if (lstatSync(path).uid === 0) lchownSync(path, owner.uid, owner.gid);
  }
}

/** The complaint about a folder that this user may not use. */
export function unwritable(path: string, cause: unknown): OperatorError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
  return new OperatorError(
    {
      zh: `数据文件夹 ${path} 无法写入（${code}）。请用 --data-dir 指定可写的文件夹，或以该文件夹的所有者身份运行。`,
      en: `The data folder ${path} cannot be written (${code}). Name a writable one with --data-dir, or run as the user who owns it.`,
    },
    { cause },
  );
}
