/**
 * `./huiying prove fuzz`: garbage at every address of the server, from everybody, far more of it than the tests send; and
 * bytes on a socket that are hardly a request. Prints how much of it came how far, and each fault with the request that
 * brought it about. The same seed sends the same.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as fc from 'fast-check';
import { stopKeeper } from '../bench/city.ts';
import { migrate } from '../src/db/migrate.ts';
import { readMigrations } from '../src/db/migrations.ts';
import { markUp } from '../src/platform/http/server.ts';
import { createPool } from '../src/platform/postgres/pool.ts';
import { openServer } from '../src/platform/postgres/server.ts';
import { peopled } from '../test/fuzz/city.ts';
import { doorsOf } from '../test/fuzz/doors.ts';
import { Tally } from '../test/fuzz/judge.ts';
import { findOpenActs } from '../test/fuzz/open-acts.ts';
import { requestsTo } from '../test/fuzz/request.ts';
import { type Found, keptLog, tryMany } from '../test/fuzz/run.ts';
import { senderTo } from '../test/fuzz/send.ts';
import { findWrongRaw, rawRequest, sayRaw, sendRaw } from '../test/fuzz/sockets.ts';
import { openEmptyCity } from '../test/world/empty-city.ts';

/** After so many the petitions have been brought to their ends, and a new city begins. */
const CITY_LASTS = 6_000;
/** Then it is looked at anew which acts are open. */
const LOOK_EVERY = 500;
const RAW_A_CITY = 300;
/** On one connection at one time. */
const RAW_AT_ONCE = 15;

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

interface Told {
  readonly tally: Tally;
  /** Faults, by address and what was wrong: how often. */
  readonly faults: Map<string, number>;
  raw: number;
  /** Whoever started it has seen enough. */
  ended: boolean;
}

export async function proveFuzz(words: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...words],
    options: { inputs: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } },
  });
  const [inputs, seed] = [Number(values.inputs), Number(values.seed)];
  if (!(inputs > 0) || !Number.isSafeInteger(seed)) {
    say(
      'Usage: ./huiying prove fuzz [--inputs N] [--seed N]   sends N broken requests (100000) and counts the answers',
    );
    return 2;
  }
  const told: Told = { tally: new Tally(), faults: new Map(), raw: 0, ended: false };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      told.ended = true;
    });
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'huiying-fuzz-'));
  // Under root the server runs as another user, who must get through.
  chmodSync(dataDir, 0o711);
  const server = await openServer({ dataDir, say, extraSettings: ['fsync=off', 'full_page_writes=off'] });
  try {
    for (let begun = 0; begun < inputs && !told.ended; begun += CITY_LASTS) {
      await fuzzCity(server.url, Math.min(CITY_LASTS, inputs - begun), seed * 1_000_003 + begun, told);
      say(`${told.tally.sent} of ${inputs} sent, ${told.tally.handled} handled, ${told.faults.size} kinds of fault`);
    }
  } finally {
    await server.release();
    await stopKeeper(dataDir);
    rmSync(dataDir, { recursive: true, force: true });
  }
  for (const line of told.tally.lines()) say(line);
  say(
    `at the gate (401, 403, 404, 429 without a handler): ${told.tally.atGate}; writing requests granted: ${told.tally.acted}`,
  );
  say(`raw sockets: ${told.raw}`);
  for (const [fault, times] of told.faults) say(`${times} × ${fault}`);
  return told.faults.size === 0 ? 0 : 1;
}

async function fuzzCity(url: string, runs: number, seed: number, told: Told): Promise<void> {
  const name = `fuzz_${seed}`;
  const admin = createPool(url, { max: 1 });
  await admin.query(`create database ${name}`);
  const pool = createPool(url.replace(/\/[^/]*$/, `/${name}`), { max: 10 });
  await migrate({ pool, say: () => {}, migrations: readMigrations() });
  const { log, takeFaults } = keptLog();
  const city = await openEmptyCity({ database: { pool, close: () => pool.end() }, log });
  try {
    const send = senderTo(city);
    const people = await peopled(city);
    const doors = doorsOf(city);
    for (let sent = 0; sent < runs && !told.ended; sent += LOOK_EVERY) {
      const requests = requestsTo(doors, people, await findOpenActs(city, people));
      takeFaults();
      const some = { send, takeFaults, tally: told.tally, requests, runs: Math.min(LOOK_EVERY, runs - sent) };
      await tryMany({ ...some, seed: seed + sent }, (found) => tell(told, found));
    }
    markUp(city.server);
    const address = await city.server.listen({ host: '127.0.0.1', port: 0 });
    await fuzzSocket(Number(new URL(address).port), seed, takeFaults, told);
  } finally {
    await city.close();
    await admin.query(`drop database ${name} with (force)`);
    await admin.end();
  }
}

async function fuzzSocket(port: number, seed: number, takeFaults: () => readonly string[], told: Told): Promise<void> {
  const all = fc.sample(rawRequest, { numRuns: RAW_A_CITY, seed });
  for (let at = 0; at < all.length; at += RAW_AT_ONCE) {
    const some = all.slice(at, at + RAW_AT_ONCE);
    const answers = await Promise.all(some.map((one) => sendRaw(port, one)));
    told.raw += some.length;
    const logged = takeFaults();
    for (const [nth, answer] of answers.entries()) {
      const wrong = findWrongRaw(answer);
      const one = some[nth];
      if (wrong === undefined || one === undefined) continue;
      tell(told, { door: 'a socket', wrong, request: sayRaw(one), logged });
    }
    if (logged.length > 0)
      tell(told, { door: 'a socket', wrong: 'the log', request: `after ${at} of seed ${seed}`, logged });
  }
}

/** The first of a kind is shown whole. */
function tell({ faults }: Told, { door, wrong, request, logged }: Found): void {
  const [line = '{}'] = logged;
  const { event, stack }: { event?: string; stack?: string } = JSON.parse(line);
  const kind = `${door}: ${(event ?? wrong).slice(0, 80)}`;
  if (!faults.has(kind)) say([`FAULT ${wrong}`, request, ...(stack?.split('\n').slice(0, 10) ?? [])].join('\n'));
  faults.set(kind, (faults.get(kind) ?? 0) + 1);
}
