import { statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/**
 * The lock that makes one process the keeper of a data folder. A file that merely says who holds it cannot be taken
 * over safely from a dead holder, and process ids are used again; a lock of the operating system ends with its holder,
 * however that dies. Node offers none of its own, but its SQLite takes one on the file it opens.
 */
export type KeeperLock = {
  /** False once the file has been deleted or replaced under the holder, as when the data folder was removed. */
  stillHolds(): boolean;
  release(): void;
};

/** Takes the lock at once, or returns undefined where another process has it. */
export function takeKeeperLock(file: string): KeeperLock | undefined {
  const database = new DatabaseSync(file);
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    database.close();
    // SQLITE_BUSY; anything else (no locks on this file system, say) is for the log.
    if (cause instanceof Error && 'errcode' in cause && cause.errcode === 5) return undefined;
    throw cause;
  }
  const { ino } = statSync(file);
  return {
    stillHolds: () => statSync(file, { throwIfNoEntry: false })?.ino === ino,
    release: () => database.close(),
  };
}
