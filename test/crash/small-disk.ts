import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of so many megabytes, in memory, with nothing else on it. */
export interface SmallDisk {
  readonly folder: string;
  /** Takes up every byte that is left. */
  fill(): void;
  /** Makes it larger while it is in use, as an operator would. What fills it stays. */
  grow(megabytes: number): void;
  freeBytes(): number;
  remove(): void;
}

/** Undefined where this machine lets nobody mount one: not Linux, not root, or a container that forbids it. */
export function mountSmallDisk(megabytes: number): SmallDisk | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/proc/self')) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'huiying-disk-'));
  // Under root the server runs as another user, who must get through.
  if (!mount('-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0711`, 'tmpfs', folder)) {
    rmSync(folder, { recursive: true, force: true });
    return undefined;
  }
  let ballast = 0;
  const freeBytes = (): number => {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  };
  return {
    folder,
    freeBytes,
    fill: () => {
      /* Whoever else writes meanwhile takes some of it: again until nothing is left. */
      while (freeBytes() > 0) {
        const size = Math.min(freeBytes(), 16_000_000);
        try {
          writeFileSync(join(folder, `ballast-${ballast++}`), Buffer.alloc(size, 1));
        } catch (cause) {
          if (!(cause instanceof Error && 'code' in cause && cause.code === 'ENOSPC')) throw cause;
        }
      }
    },
    grow: (to) => {
      if (!mount('-o', `remount,size=${to}m`, folder)) throw new Error(`${folder} cannot be made larger`);
    },
    remove: () => {
      /* Whatever still looks into it must not keep the folder: it goes once the last one has gone. */
      spawnSync('umount', ['-l', folder], { stdio: 'ignore' });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function mount(...words: readonly string[]): boolean {
  return spawnSync('mount', words, { stdio: 'ignore' }).status === 0;
}
