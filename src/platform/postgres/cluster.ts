import { spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { OperatorError } from '../config/operator-error.ts';
import type { OperatorWords } from '../config/operator-words.ts';
import type { Folders } from './folders.ts';
import { copyProgram, executable, type Program } from './program.ts';
import { candidates, canEnter, canRun, commandAs, ownerOf, type RunAs } from './run-as.ts';

/** Where root puts the server's files when they lie where no other user may go. Kept by the system, unlike /tmp. */
const REACHABLE = '/var/lib/huiying';

/** A place and manner in which the server can run. `cluster` is a real path, without links. */
export type Settled = { readonly runAs: RunAs; readonly program: Program; readonly cluster: string };

/**
 * Decides as whom and where PostgreSQL runs, moving its files only where nothing else helps.
 * @throws OperatorError where it cannot run at all (root only, with nobody to step down to).
 */
export function settle(folders: Folders, program: Program, say: (words: OperatorWords) => void): Settled {
  const cluster = existsSync(folders.cluster) ? realpathSync(folders.cluster) : folders.cluster;
  const around = realpathSync(dirname(cluster));
  const manners = candidates(cluster);
  const inPlace = manners.find((runAs) => canRun(runAs, program, around));
  if (inPlace !== undefined) return { runAs: inPlace, program, cluster: join(around, 'cluster') };

  const users = manners.filter(({ kind }) => kind === 'user');
  for (const [home, moves] of [
    [around, false],
    [reachableFor(folders.home), true],
  ] as const) {
    if (moves) makePassable(home);
    if (!users.some((user) => canEnter(user, home))) continue;
    const copy = copyProgram(program, home);
    const runAs = users.find((user) => canRun(user, copy, home));
    if (runAs === undefined) continue;
    say({
      zh: `其他用户进不了 ${moves ? around : program.native}，PostgreSQL 改在 ${home} 中运行。`,
      en: `Other users cannot reach ${moves ? around : program.native}, so PostgreSQL runs from ${home}.`,
    });
    if (moves) moveCluster(folders.cluster, join(home, 'cluster'));
    return { runAs, program: copy, cluster: join(home, 'cluster') };
  }
  throw new OperatorError({
    zh: 'PostgreSQL 不能以 root 运行，而这里也无法换成别的用户。请以普通用户运行，或用 DATABASE_URL 指定外部服务器。',
    en: 'PostgreSQL does not run as root, and no other user can be used here. Run as an ordinary user, or name an outside server in DATABASE_URL.',
  });
}

function reachableFor(home: string): string {
  return join(REACHABLE, createHash('sha256').update(realpathSync(home)).digest('hex').slice(0, 16));
}

/** Folders that others may pass through but not list, whatever the umask. */
function makePassable(folder: string): void {
  for (const path of [dirname(folder), folder]) {
    mkdirSync(path, { recursive: true });
    chmodSync(path, 0o711);
  }
}

/** Leaves a link behind, so that the next start finds the files. What was there before is kept beside it. */
function moveCluster(link: string, to: string): void {
  if (lstatSync(link, { throwIfNoEntry: false })?.isDirectory()) {
    cpSync(link, to, { recursive: true, verbatimSymlinks: true });
    renameSync(link, `${link}.moved-${Date.now()}`);
  }
  mkdirSync(to, { recursive: true, mode: 0o700 });
  rmSync(link, { force: true });
  symlinkSync(to, link);
}

/**
 * Makes the data directory on first use, and checks that this PostgreSQL can read it afterwards.
 * @returns the password of the server's one user, `huiying`.
 */
export async function ensureCluster(
  { runAs, program, cluster }: Settled,
  folders: Folders,
  say: (words: OperatorWords) => void,
): Promise<string> {
  if (existsSync(join(cluster, 'PG_VERSION'))) {
    const written = Number(readFileSync(join(cluster, 'PG_VERSION'), 'utf8'));
    if (written !== program.major) {
      throw new OperatorError({
        zh: `数据由 PostgreSQL ${written} 写成，而此处是 ${program.major}。请用原版本运行 ./huiying backup，再用本版本 ./huiying restore 到新的数据文件夹。`,
        en: `The data was written by PostgreSQL ${written}, and this is ${program.major}. Back it up with ./huiying backup of the version that wrote it, and load that with ./huiying restore of this one into a new data folder.`,
      });
    }
    giveTo(cluster, runAs);
    if (existsSync(folders.password)) return readFileSync(folders.password, 'utf8').trim();
    throw new OperatorError({
      zh: `缺少 ${folders.password}，无法打开数据库。请从备份中取回该文件。`,
      en: `${folders.password} is missing, and the database cannot be opened without it. Bring it back from a backup.`,
    });
  }
  say({ zh: '首次使用：正在建立数据库……', en: 'First use: creating the database…' });
  const password = randomBytes(24).toString('base64url');
  writeFileSync(folders.password, `${password}\n`, { mode: 0o600 });
  await initialise({ runAs, program, cluster }, password);
  return password;
}

/** A UTF-8 character type is what lets the server see Chinese characters as letters; its name differs by system. */
const CHARACTER_TYPES = ['C.UTF-8', 'C.utf8', 'en_US.UTF-8', 'zh_CN.UTF-8', 'UTF-8'];

async function initialise({ runAs, program, cluster }: Settled, password: string): Promise<void> {
  // A new folder that takes its place only when whole: a first start that is killed leaves nothing half-made behind.
  const unfinished = `${cluster}.unfinished`;
  const passwordOnce = join(dirname(cluster), 'password.once');
  let failure = '';
  for (const characterType of CHARACTER_TYPES) {
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished, { mode: 0o700 });
    giveTo(unfinished, runAs);
    writeFileSync(passwordOnce, password, { mode: 0o600 });
    giveTo(passwordOnce, runAs);
    const made = await run(runAs, [
      executable(program, 'initdb'),
      `--pgdata=${unfinished}`,
      '--encoding=UTF8',
      '--lc-collate=C',
      `--lc-ctype=${characterType}`,
      '--lc-messages=C',
      '--locale=C',
      '--username=huiying',
      '--auth=scram-sha-256',
      `--pwfile=${passwordOnce}`,
    ]);
    rmSync(passwordOnce, { force: true });
    if (made.code === 0) {
      if (existsSync(cluster)) rmdirSync(cluster); // only ever an empty one
      renameSync(unfinished, cluster);
      return;
    }
    failure = made.said;
    if (!/invalid locale name/.test(failure)) break;
  }
  rmSync(unfinished, { recursive: true, force: true });
  const last = failure.trim().split('\n').slice(-6).join('\n');
  throw new OperatorError({
    zh: `无法在 ${cluster} 建立数据库：\n${last}`,
    en: `The database could not be created in ${cluster}:\n${last}`,
  });
}

/** Makes the server's user the owner; needed only by root, who may change manner between two starts. */
export function giveTo(path: string, runAs: RunAs): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = ownerOf(runAs) ?? { uid: 0, gid: 0 };
  if (statSync(path).uid === uid) return;
  if (statSync(path).isDirectory()) spawnSync('chown', ['-R', `${uid}:${gid}`, path], { stdio: 'ignore' });
  else chownSync(path, uid, gid);
}

function run(runAs: RunAs, argv: readonly [string, ...string[]]): Promise<{ code: number | null; said: string }> {
  const { command, args, identity } = commandAs(runAs, argv);
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...identity, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
      });
    }
    child.on('error', (cause) => resolve({ code: null, said: cause.message }));
    child.on('close', (code) => resolve({ code, said }));
  });
}
