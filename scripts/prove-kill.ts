/**
 * The proof that nothing acknowledged is lost and nothing is done twice: writers live petitions and a runner does what
 * follows, while they, PostgreSQL or its keeper are killed (-9) at random. Every act whose answer was lost is asked again
 * under its key; at the end each acknowledged act, and what had to follow it, is looked for in the record, and the whole
 * record is verified.
 */
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openBenchCity, stopKeeper } from '../bench/city.ts';
import { findPostmaster } from '../bench/cpu.ts';
import { openCity } from '../src/app/open-city.ts';
import { foldersIn } from '../src/platform/postgres/folders.ts';
import { findNotice } from '../src/platform/postgres/keeper-notice.ts';
import { isAlive } from '../src/platform/postgres/postmaster.ts';
import { type Compared, compare, drained, type Planted, plantWitness } from './prove-compare.ts';
import { type Crew, makeCrew, type Told, WRITERS } from './prove-crew.ts';

/**
 * Acts each writer may begin in a round. A thousand rounds leave some ten thousand petitions, which are compared and
 * verified in a quarter of a minute; without a bound they would be half a million acts.
 */
const ACTS_A_ROUND = 25;
/** The keeper takes more than five crashes of PostgreSQL a minute for a server that cannot run. */
const MOST_CRASHES_A_MINUTE = 4;
/** Work of a process that was killed is taken up by another once it has been silent for a while. */
const DRAIN_MS = 180_000;
const SAY_EVERY = 25;

const VICTIMS = ['writer', 'all writers', 'runner', 'postgres', 'runner and postgres', 'everything', 'keeper'] as const;
export type Victim = (typeof VICTIMS)[number];
/** Those with which PostgreSQL dies as well; a killed keeper stops it in good order. */
const CRASHES: readonly Victim[] = ['postgres', 'runner and postgres', 'everything'];

const IN_PEACE: readonly Victim[] = ['writer', 'writer', 'writer', 'all writers', 'runner', 'runner', 'runner'];
const WITH_CRASHES: readonly Victim[] = [
  ...IN_PEACE.slice(2),
  'postgres',
  'postgres',
  'postgres',
  'runner and postgres',
  'runner and postgres',
  'everything',
  'keeper',
];

export interface Killed extends Compared {
  readonly rounds: number;
  readonly kills: Readonly<Record<Victim, number>>;
  readonly acknowledged: number;
  readonly unanswered: number;
  /** Acts refused, keys with two answers, processes that ended unasked: each should not be, by name. */
  readonly unexpected: readonly string[];
  /** What was found when it was looked between rounds, and all was well: how often. */
  readonly looks: number;
}

export interface KillOptions {
  /** How many rounds, each with a victim by chance; or the victim of each. */
  readonly rounds: number | readonly Victim[];
  /** Looks at everything every 25 rounds, and ends at the first fault. */
  readonly stop?: boolean;
  readonly say: (line: string) => void;
}

/** Whether the proof holds. */
export function holds(found: Killed): boolean {
  return (
    found.lost + found.doubled + found.undone + found.unanswered + found.unexpected.length === 0 &&
    found.verified.wrong.length === 0
  );
}

/** Runs the rounds in a city of their own, which is thrown away. Ends whatever it started, also when it is interrupted. */
export async function proveKills({ rounds, stop = false, say }: KillOptions): Promise<Killed> {
  const dataDir = mkdtempSync(join(tmpdir(), 'huiying-prove-'));
  chmodSync(dataDir, 0o711);
  const crew = makeCrew(dataDir);
  const clear = async (): Promise<void> => {
    crew.killAll();
    await stopKeeper(dataDir);
    rmSync(dataDir, { recursive: true, force: true });
  };
  const interrupted = (): void => void clear().then(() => process.exit(130));
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  try {
    const city = await openBenchCity({ kept: dataDir, say });
    const planted = await plantWitness(city.ledger.pool);
    /* No connection of this process is left to be broken. */
    await city.close();
    return await runRounds({ dataDir, crew, planted, rounds, stop, say });
  } finally {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
    await clear();
  }
}

async function runRounds({
  dataDir,
  crew,
  planted,
  rounds,
  stop,
  say,
}: Required<KillOptions> & { dataDir: string; crew: Crew; planted: Planted }): Promise<Killed> {
  const { told } = crew;
  const most = typeof rounds === 'number' ? rounds : rounds.length;
  const kills: Record<Victim, number> = {
    writer: 0,
    'all writers': 0,
    runner: 0,
    postgres: 0,
    'runner and postgres': 0,
    everything: 0,
    keeper: 0,
  };
  let crashes: number[] = [];
  let looks = 0;
  for (let round = 1; round <= most; round++) {
    crashes = crashes.filter((at) => performance.now() - at < 60_000);
    const chosen =
      typeof rounds === 'number' ? chooseVictim(crashes.length < MOST_CRASHES_A_MINUTE) : rounds[round - 1];
    const victim = chosen ?? 'writer';
    if (CRASHES.includes(victim)) crashes.push(performance.now());
    await playRound(dataDir, crew, victim);
    kills[victim] += 1;
    if (round % SAY_EVERY === 0)
      say(`round ${round}: ${told.acknowledged.size} acknowledged, ${told.open.size} without an answer yet`);
    if (!stop || round === most || (unexpectedOf(told).length === 0 && round % SAY_EVERY !== 0)) continue;
    const found = await look(dataDir, crew, planted, { rounds: round, kills, looks });
    if (!holds(found)) return found;
    looks += 1;
  }
  return look(dataDir, crew, planted, { rounds: most, kills, looks });
}

/** Lets everybody work, and kills the victim somewhere in the middle of it. */
async function playRound(dataDir: string, crew: Crew, victim: Victim): Promise<void> {
  const { told } = crew;
  crew.fill();
  await crew.ready();
  const until = told.acknowledged.size + Math.floor(Math.random() * WRITERS * ACTS_A_ROUND * 0.8);
  crew.give(ACTS_A_ROUND);
  for (let waited = 0; told.acknowledged.size < until && waited < 1_500; waited += 2) await sleep(2);
  await sleep(Math.random() * 20);
  if (victim === 'writer') crew.killWriters(1);
  if (victim === 'all writers' || victim === 'everything') crew.killWriters(WRITERS);
  if (victim === 'runner' || victim === 'runner and postgres' || victim === 'everything') crew.killRunner();
  if (CRASHES.includes(victim)) killIn(dataDir, findPostmaster(dataDir));
  if (victim === 'keeper') killIn(dataDir, findNotice(foldersIn(dataDir).notice)?.pid);
  /* Those who live on meet what is left; sometimes the next blow comes at once. */
  await sleep(Math.random() * 400);
}

/** Brings everything to rest and compares. The crew is gone afterwards, and filled again by the next round. */
async function look(
  dataDir: string,
  crew: Crew,
  planted: Planted,
  so: Pick<Killed, 'rounds' | 'kills' | 'looks'>,
): Promise<Killed> {
  crew.fill();
  await crew.ready();
  await crew.writersEnd();
  const city = await openCity({ values: { 'data-dir': dataDir }, say: () => {}, max: 4 });
  try {
    crew.fill();
    await crew.writersEnd();
    const left = await drained(city.ledger.pool, DRAIN_MS);
    await crew.runnerEnds();
    const found = await compare(city.ledger, crew.told, planted, left);
    const { acknowledged, open } = crew.told;
    const unexpected = unexpectedOf(crew.told);
    return { ...so, ...found, acknowledged: acknowledged.size, unanswered: open.size, unexpected };
  } finally {
    await city.close();
  }
}

function unexpectedOf({ refused, changed, strays }: Told): readonly string[] {
  return [
    ...refused.map((key) => `refused: ${key}`),
    ...changed.map((key) => `two answers: ${key}`),
    ...strays.map((words) => `ended unasked: ${words}`),
  ];
}

function chooseVictim(mayCrash: boolean): Victim {
  const among = mayCrash ? WITH_CRASHES : IN_PEACE;
  return among[Math.floor(Math.random() * among.length)] ?? 'writer';
}

function killIn(dataDir: string, pid: number | undefined): void {
  if (pid === undefined || !isIn(dataDir, pid)) return;
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    /* It went by itself in between. */
  }
}

/** A process id may be somebody else's by now: only what works in this data folder is killed. */
function isIn(dataDir: string, pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(dataDir);
  } catch {
    /* Gone already; or a system without /proc, where the folder's own word must do. */
    return !existsSync('/proc/self') && isAlive(pid);
  }
}
