/**
 * A disk runs full under a working server, first for the tables, then for the log of the database, which makes PostgreSQL
 * fall over and its keeper give it up; then there is room again. Used by the test and by `./huiying prove disk-full`.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { openBenchCity, stopKeeper } from '../../bench/city.ts';
import { findPostmaster } from '../../bench/cpu.ts';
import { type Answer, type Connection, openConnection, type Request } from '../../bench/http-client.ts';
import { CATEGORY, FIRST_PLACE, OFFICERS } from '../../bench/lives.ts';
import { serve, signedIn } from '../../bench/served.ts';
import { textOf } from '../../bench/texts.ts';
import { type Compared, compare, drained, plantWitness } from '../../scripts/prove-compare.ts';
import type { Told } from '../../scripts/prove-crew.ts';
import { openCity } from '../../src/app/open-city.ts';
import { mountSmallDisk, type SmallDisk } from './small-disk.ts';

const HANDS = 6;
/** A refused act is asked for again so often; then it is left for the end and another begun, but not of too many. */
const TRIES = 3;
const MOST_LEFT = 60;
const PATIENCE_MS = 120_000;

export interface DiskFull extends Compared {
  readonly acknowledged: number;
  /** Answers that turned an act away, by code of the error; each with 503, a sentence and Retry-After. */
  readonly refused: Readonly<Record<string, number>>;
  /** Answers that should not be, named. */
  readonly others: readonly string[];
  /** Acts refused at first and carried out, under the same key, once there was room. */
  readonly later: number;
  /** Asked again at the end under their keys, these gave another answer than the first time. */
  readonly changed: number;
  /** PostgreSQL ended meanwhile and came back. */
  readonly fellOver: boolean;
}

interface Act {
  readonly key: string;
  readonly act: 'file' | 'register';
  /** Empty before it is filed. */
  readonly number: string;
  readonly request: Request;
}

/** @returns undefined where no small disk can be mounted. */
export async function fillDisk({
  megabytes = 250,
  heldMs,
  say,
}: {
  megabytes?: number;
  /** How long nothing can be written at all. */
  heldMs: number;
  say: (line: string) => void;
}): Promise<DiskFull | undefined> {
  const disk = mountSmallDisk(megabytes);
  if (disk === undefined) return undefined;
  const clear = async (): Promise<void> => {
    await stopKeeper(disk.folder);
    disk.remove();
  };
  const interrupted = (): void => void clear().then(() => process.exit(130));
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  try {
    return await runFull(disk, { megabytes, heldMs, say });
  } finally {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
    await clear();
  }
}

async function runFull(
  disk: SmallDisk,
  { megabytes, heldMs, say }: { megabytes: number; heldMs: number; say: (line: string) => void },
): Promise<DiskFull> {
  const city = await openBenchCity({ kept: disk.folder, say });
  const planted = await plantWitness(city.ledger.pool);
  const officer = await signedIn(city.ledger, OFFICERS.dispatcher);
  await city.close();
  const served = await serve(disk.folder);
  const office = openOffice(served.port, officer);
  try {
    await until(() => office.told.acknowledged.size >= 40, 'work begins');
    const before = findPostmaster(disk.folder);
    disk.fill();
    say(`the disk is full; ${office.told.acknowledged.size} acts acknowledged`);
    await until(() => (office.refused['no-space'] ?? 0) >= 20, 'the tables cannot grow');
    disk.fill();
    await exhaustLog(city.url);
    const busy = office.refused.busy ?? 0;
    await until(() => (office.refused.busy ?? 0) >= busy + 10, 'PostgreSQL cannot write its log');
    say(`PostgreSQL cannot write its log: ${JSON.stringify(office.refused)}`);
    await sleep(heldMs);
    disk.grow(megabytes * 2);
    const then = office.told.acknowledged.size;
    await until(() => office.told.acknowledged.size >= then + 40, 'work goes on by itself');
    say(`there is room again, and work goes on: ${office.told.acknowledged.size} acts acknowledged`);
    const { later, changed } = await office.end();
    const after = await openCity({ values: { 'data-dir': disk.folder }, say: () => {}, max: 4 });
    try {
      const left = await drained(after.ledger.pool, PATIENCE_MS);
      const found = await compare(after.ledger, office.told, planted, left);
      const { told, refused, others } = office;
      const fellOver = findPostmaster(disk.folder) !== before;
      return { ...found, acknowledged: told.acknowledged.size, refused, others, later, changed, fellOver };
    } finally {
      await after.close();
    }
  } finally {
    office.close();
    await served.stop();
  }
}

/** The next record needs a new file of the log, for which there is no room. */
async function exhaustLog(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  try {
    await client.connect();
    for (let nth = 0; nth < 50; nth++)
      await client.query('select pg_switch_wal(), pg_logical_emit_message(true, $1, $1)', ['x']);
  } catch {
    /* That it falls over here is what was wanted. */
  } finally {
    await client.end().catch(() => {});
  }
}

/** Petitioners and an officer who go on whatever the answer. */
function openOffice(port: number, officer: Readonly<Record<string, string>>) {
  const told: Told = { acknowledged: new Map(), open: new Map(), changed: [], refused: [], strays: [] };
  const refused: Record<string, number> = {};
  const others: string[] = [];
  const open: Act[] = [];
  const done: { readonly act: Act; readonly body: string }[] = [];
  const connections: Connection[] = [];
  let ending = false;
  let made = 0;

  function nextAct(filed: string | undefined): Act {
    const { who, title, text, requests } = textOf(7_000_000 + made);
    const key = `full-${made++}`;
    const headers = { 'idempotency-key': key };
    if (filed !== undefined) {
      const body = { matters: [{ purpose: 'claim', category: CATEGORY, title, text, requests }] };
      const path = `/api/submissions/${filed}/register`;
      return {
        key,
        act: 'register',
        number: filed,
        request: { method: 'POST', path, headers: { ...officer, ...headers }, body },
      };
    }
    const particulars = { people: [{ name: who, phone: '13900000000' }], title, text, requests };
    const body = { division: FIRST_PLACE.division, particulars };
    return { key, act: 'file', number: '', request: { method: 'POST', path: '/api/petitions', headers, body } };
  }

  /** The number of the petition once it is done. */
  async function ask(connection: Connection, act: Act): Promise<string | undefined> {
    const answer = await connection.ask(act.request);
    if (answer.status >= 200 && answer.status < 300) {
      const body = answer.body.toString();
      const number = act.act === 'file' ? String(JSON.parse(body).number) : act.number;
      told.acknowledged.set(act.key, { act: act.act, number, answer: { number } });
      done.push({ act, body });
      return number;
    }
    const code = refusalIn(answer);
    if (code === undefined) others.push(`${act.key} ${answer.status} ${answer.body.toString().slice(0, 200)}`);
    else refused[code] = (refused[code] ?? 0) + 1;
    return undefined;
  }

  async function work(connection: Connection): Promise<void> {
    let filed: string | undefined;
    while (!ending) {
      const act = nextAct(filed);
      let number: string | undefined;
      const isPatient = (tries: number): boolean => tries < TRIES || (open.length >= MOST_LEFT && !ending);
      for (let tries = 0; number === undefined && isPatient(tries); tries++) {
        if (tries > 0) await sleep(100);
        number = await ask(connection, act);
      }
      if (number === undefined) open.push(act);
      filed = act.act === 'file' ? number : undefined;
    }
  }

  /* Filing is limited by address: each has its own. */
  const hands = Array.from({ length: HANDS }, (_, hand) => {
    const connection = openConnection(port, `127.0.1.${hand + 1}`);
    connections.push(connection);
    return work(connection).catch((cause: unknown) => {
      others.push(String(cause));
    });
  });

  return {
    told,
    refused,
    others,
    end: async () => {
      ending = true;
      await Promise.all(hands);
      const connection = openConnection(port, '127.0.1.100');
      connections.push(connection);
      const firstTime = done.length;
      const waiting = open.length;
      for (const act of open)
        if ((await ask(connection, act)) === undefined) others.push(`${act.key} is refused still`);
      let changed = 0;
      for (const { act, body } of done.slice(0, firstTime).slice(-100)) {
        const again = await connection.ask(act.request);
        if (again.body.toString() !== body) changed += 1;
      }
      return { later: waiting, changed };
    },
    close: () => {
      ending = true;
      for (const connection of connections) connection.close();
    },
  };
}

/** The code of an answer that turns somebody away as it should: 503, when to come back, and why, in both languages. */
function refusalIn({ status, retryAfter, body }: Answer): string | undefined {
  if (status !== 503 || retryAfter === undefined) return undefined;
  const { error }: { error?: { code: string; said: { zh: string; en: string } } } = JSON.parse(body.toString());
  return error && error.said.zh !== '' && error.said.en !== '' ? error.code : undefined;
}

async function until(isSo: () => boolean, what: string): Promise<void> {
  for (const end = performance.now() + PATIENCE_MS; !isSo(); await sleep(20)) {
    if (performance.now() > end) throw new Error(`waited in vain: ${what}`);
  }
}
