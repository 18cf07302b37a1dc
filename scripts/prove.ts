/**
 * `./huiying prove`: the long proof that nothing acknowledged is lost and nothing is done twice. Writers live petitions
 * while they, PostgreSQL or its keeper are killed (-9) at random; every act whose answer was lost is asked again under its
 * key; at the end each acknowledged act is looked for in the record, and the whole record is verified.
 * `./huiying prove fuzz` is another long proof, of prove-fuzz.ts.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type BenchCity, openBenchCity } from '../bench/city.ts';
import { findPostmaster } from '../bench/cpu.ts';
import type { Answered, LifeAct, Place } from '../bench/lives.ts';
import { verify } from '../src/ledger/verify.ts';
import { foldersIn } from '../src/platform/postgres/folders.ts';
import { findNotice } from '../src/platform/postgres/keeper-notice.ts';
import { isAlive } from '../src/platform/postgres/postmaster.ts';
import type { Try, WriterLine, WriterOrders } from './prove-writer.ts';

const WRITER = join(import.meta.dirname, 'prove-writer.ts');
const LIVES = 4;
/** The keeper takes more than five crashes a minute for a server that cannot run. */
const MOST_CRASHES_A_MINUTE = 4;

/** Two writers share an office, and so its serial numbers. */
const PLACES: readonly Place[] = ['01', '01', '02'].map((district) => ({
  division: `9901${district}`,
  office: `d${district}-petition`,
  target: `d${district}-housing`,
}));

type Victim = 'writer' | 'all writers' | 'postgres' | 'keeper';

/** What the writers were told, by key. */
interface Told {
  readonly acknowledged: Map<string, { readonly act: LifeAct; readonly number: string; readonly answer: Answered }>;
  readonly open: Map<string, Try>;
  /** Keys that got two different answers. */
  readonly changed: string[];
  readonly refused: string[];
}

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

async function main(): Promise<number> {
  const [which, ...words] = process.argv.slice(2);
  if (which === 'fuzz') {
    // The pages of the portal are read only after this.
    await import('../src/platform/jsx/register.ts');
    const { proveFuzz } = await import('./prove-fuzz.ts');
    return proveFuzz(words);
  }
  const { values } = parseArgs({
    options: { rounds: { type: 'string', default: '20' }, help: { type: 'boolean', short: 'h' } },
  });
  const rounds = Number(values.rounds);
  if (values.help || !(rounds > 0)) {
    say(
      'Usage: ./huiying prove [--rounds N]   kills writers and database at random, N times (20), and counts what is left\n' +
        '       ./huiying prove fuzz [--inputs N] [--seed N]   sends N broken requests (100000) and counts the answers',
    );
    return values.help ? 0 : 2;
  }
  const city = await openBenchCity({ say });
  const writers = new Set<ChildProcess>();
  process.once('SIGINT', () => {
    for (const writer of writers) writer.kill('SIGKILL');
    void city.close().then(() => process.exit(130));
  });
  try {
    return await prove(city, rounds, writers);
  } finally {
    for (const writer of writers) writer.kill('SIGKILL');
    await city.close();
  }
}

async function prove(city: BenchCity, rounds: number, writers: Set<ChildProcess>): Promise<number> {
  const planted = new Set(await numbersOf(city));
  const told: Told = { acknowledged: new Map(), open: new Map(), changed: [], refused: [] };
  const kills: Record<Victim, number> = { writer: 0, 'all writers': 0, postgres: 0, keeper: 0 };
  let crashes: number[] = [];
  for (let round = 1; round <= rounds; round++) {
    startWriters(city, { round, told, writers, lives: LIVES });
    await sleep(1_500 + Math.random() * 2_500);
    crashes = crashes.filter((at) => performance.now() - at < 60_000);
    const victim = chooseVictim(crashes.length < MOST_CRASHES_A_MINUTE);
    if (victim === 'postgres' || victim === 'keeper') crashes.push(performance.now());
    kills[victim] += 1;
    kill(city, victim, writers);
    /* A killed database comes back and the writers go on by themselves; then they end, some in the middle of an act. */
    await sleep(500 + Math.random() * 2_000);
    if (Math.random() < 0.5) for (const writer of writers) writer.kill('SIGKILL');
    await ended(writers);
    say(
      `round ${round}: ${victim} killed; ${told.acknowledged.size} acknowledged, ${told.open.size} without an answer`,
    );
  }
  /* What has no answer yet is asked for again, in peace. */
  startWriters(city, { round: rounds + 1, told, writers, lives: 0 });
  await ended(writers);
  const found = await compare(city, told, planted);
  const record = await verify(city.ledger);
  const result = {
    rounds,
    kills,
    acknowledged: told.acknowledged.size,
    ...found,
    unanswered: told.open.size,
    refused: told.refused.length,
    changedAnswers: told.changed.length,
    verified: { streams: record.streams, facts: record.facts, rows: record.rows, wrong: record.wrong.length },
  };
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  for (const line of record.wrong) say(line);
  for (const key of [...told.changed, ...told.refused]) say(`unexpected: ${key}`);
  const faults = found.lost + found.doubled + told.open.size + told.changed.length + told.refused.length;
  return faults === 0 && record.wrong.length === 0 ? 0 : 1;
}

function startWriters(
  city: BenchCity,
  { round, told, writers, lives }: { round: number; told: Told; writers: Set<ChildProcess>; lives: number },
): void {
  const open = [...told.open.values()];
  for (const [at, place] of PLACES.entries()) {
    const orders: WriterOrders = {
      dataDir: city.dataDir,
      name: `r${round}w${at}`,
      place,
      lives,
      open: open.filter((_, nth) => nth % PLACES.length === at),
    };
    const writer = spawn(process.execPath, [WRITER, JSON.stringify(orders)], { stdio: ['pipe', 'pipe', 'inherit'] });
    writers.add(writer);
    writer.stdin.on('error', () => {});
    const lines = createInterface({ input: writer.stdout });
    lines.on('line', (line) => hear(told, line));
    /* A killed writer's last words are read before it counts as gone. */
    lines.once('close', () => writers.delete(writer));
  }
}

function hear(told: Told, text: string): void {
  let line: WriterLine;
  try {
    line = JSON.parse(text);
  } catch {
    /* Cut off by the kill: not acknowledged. */
    return;
  }
  if ('about' in line) {
    told.open.set(line.about.key, line.about);
    return;
  }
  if ('refused' in line) {
    told.open.delete(line.refused);
    told.refused.push(`${line.refused} ${line.code}`);
    return;
  }
  const { done: key, answer } = line;
  const one = told.open.get(key);
  const before = told.acknowledged.get(key);
  if (before && JSON.stringify(before.answer) !== JSON.stringify(answer)) told.changed.push(key);
  if (!one) return;
  told.open.delete(key);
  const number = 'number' in answer ? answer.number : one.life.number;
  told.acknowledged.set(key, { act: one.act, number, answer });
}

function chooseVictim(mayCrash: boolean): Victim {
  const among: readonly Victim[] = mayCrash
    ? ['writer', 'all writers', 'postgres', 'postgres', 'postgres', 'keeper']
    : ['writer', 'all writers'];
  return among[Math.floor(Math.random() * among.length)] ?? 'writer';
}

function kill(city: BenchCity, victim: Victim, writers: ReadonlySet<ChildProcess>): void {
  if (victim === 'writer' || victim === 'all writers') {
    const all = [...writers];
    const some = victim === 'writer' ? all.slice(0, 1) : all;
    for (const writer of some) writer.kill('SIGKILL');
    return;
  }
  const pid = victim === 'postgres' ? findPostmaster(city.dataDir) : findNotice(foldersIn(city.dataDir).notice)?.pid;
  if (pid !== undefined && isIn(city.dataDir, pid)) process.kill(pid, 'SIGKILL');
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

/** Asks the writers to begin nothing more, and waits until they are gone. */
async function ended(writers: ReadonlySet<ChildProcess>): Promise<void> {
  for (const writer of writers) writer.stdin?.write('end\n');
  for (let waited = 0; writers.size > 0; waited += 20) {
    if (waited > 60_000) for (const writer of writers) writer.kill('SIGKILL');
    await sleep(20);
  }
}

async function numbersOf(city: BenchCity): Promise<readonly string[]> {
  const { rows } = await city.ledger.pool.query<{ number: string }>('select number from submission');
  return rows.map(({ number }) => number);
}

/**
 * Every submission stands for one acknowledged filing, every fact of its histories for one acknowledged act: what is
 * missing was lost, what is more was done twice. The same holds for what follows acts (one outbox row a registered matter).
 */
async function compare(
  city: BenchCity,
  told: Told,
  planted: ReadonlySet<string>,
): Promise<{ lost: number; doubled: number }> {
  let [lost, doubled] = [0, 0];
  const count = (stands: number, wanted: number): void => {
    lost += Math.max(0, wanted - stands);
    doubled += Math.max(0, stands - wanted);
  };
  const wanted = new Map<string, number>();
  const registered = new Set<string>();
  for (const { act, number } of told.acknowledged.values()) {
    /* Registering writes a fact of the submission and one of its matter. */
    wanted.set(number, (wanted.get(number) ?? 0) + (act === 'register' ? 2 : 1));
    if (act === 'register') registered.add(number);
  }
  const { pool } = city.ledger;
  const facts = await pool.query<{ number: string; facts: number; audits: number; keys: number }>(
    `select s.number,
       (select count(*)::int from fact f where f.region = s.region and f.stream in (s.number, s.number || '-1')) as facts,
       (select count(*)::int from audit a where a.region = s.region and a.stream in (s.number, s.number || '-1')) as audits
     from submission s`,
  );
  const stands = new Map(facts.rows.filter(({ number }) => !planted.has(number)).map((row) => [row.number, row]));
  for (const [number, facts] of wanted) {
    count(stands.get(number)?.facts ?? 0, facts);
    count(stands.get(number)?.audits ?? 0, facts);
  }
  for (const number of stands.keys()) if (!wanted.has(number)) doubled += 1;
  const outbox = await pool.query<{ number: string; rows: number }>(
    `select regexp_replace(payload->>'matter', '-1$', '') as number, count(*)::int as rows
     from outbox where topic = 'index-matter' group by 1`,
  );
  const following = new Map(outbox.rows.map((row) => [row.number, row.rows]));
  for (const number of registered) count(following.get(number) ?? 0, 1);
  const keys = await pool.query<{ key: string }>('select key from idempotency');
  const kept = new Set(keys.rows.map(({ key }) => key));
  for (const key of told.acknowledged.keys()) if (!kept.has(key)) lost += 1;
  return { lost, doubled };
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (cause) => {
    say(cause instanceof Error ? (cause.stack ?? cause.message) : String(cause));
    process.exitCode = 1;
  },
);
