import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openReadyDatabase, type ReadyDatabase } from '../../src/db/database.ts';
import { nationalCalendar } from '../../src/domain/national-calendar.ts';
import { NATIONAL_ONLY } from '../../src/domain/packs.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { verify } from '../../src/ledger/verify.ts';
import { systemClock } from '../../src/platform/clock/clock.ts';
import { keyringOf } from '../../src/platform/secrets/keyring.ts';
import { makeDataDir, until } from '../platform/keeper-hands.ts';
import { bodies } from '../world/people.ts';

const HANDS = 4;
/** What is killed each round, and how many acknowledged acts later. */
const ROUNDS = [
  { kill: 'writer', after: 40 },
  { kill: 'server', after: 70 },
  { kill: 'writer', after: 25 },
  { kill: 'both', after: 60 },
  { kill: 'writer', after: 90 },
] as const;

const place = makeDataDir();
/** Acknowledged acts: key to the number it was told. */
const told = new Map<string, string>();
let writer: ChildProcess | undefined;
let ready: ReadyDatabase | undefined;

beforeAll(async () => {
  // Makes the schema, so that the first round begins with writing.
  await (await openReadyDatabase({ dataDir: place.dataDir, say: () => {} })).close();
}, 120_000);
afterAll(async () => {
  writer?.kill('SIGKILL');
  await ready?.close();
  await place.dispose();
}, 60_000);

function startWriter(): ChildProcess {
  const next = Array.from({ length: HANDS }, (_, hand) => {
    const mine = [...told.keys()]
      .filter((key) => key.startsWith(`hand-${hand}-`))
      .map((key) => Number(key.split('-')[2]));
    return `${Math.max(-1, ...mine) + 1}`;
  });
  const child = spawn(process.execPath, [join(import.meta.dirname, 'writer.ts'), place.dataDir, ...next], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let rest = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const [key = '', number = ''] = line.split(' ');
      expect(told.get(key) ?? number).toBe(number);
      told.set(key, number);
    }
  });
  return child;
}

it('whatever is killed while it writes, what was acknowledged is there, once, and what was not is there whole or not at all', async () => {
  for (const { kill, after } of ROUNDS) {
    const before = told.size;
    writer = startWriter();
    await until(() => told.size >= before + after, 60_000);
    if (kill !== 'writer') process.kill(place.postmasterPid(), 'SIGKILL');
    if (kill === 'server') {
      /* The keeper brings it back, and the writer goes on by itself. */
      const then = told.size;
      await until(() => told.size >= then + 20, 60_000);
    }
    const gone = new Promise((resolve) => writer?.once('exit', resolve));
    writer.kill('SIGKILL');
    await gone;
    await sleep(50);
  }

  ready = await openReadyDatabase({ dataDir: place.dataDir, say: () => {} });
  const { pool } = ready;
  const { rows } = await pool.query<{ key: string; facts: number; outbox: number; answers: number }>(
    `select key, count(f.*)::int as facts, count(o.*)::int as outbox, count(i.*)::int as answers
     from unnest($1::text[]) as k(key)
     left join fact f on f.kind = 'RouteProposed' and f.body->>'by' = k.key
     left join outbox o on o.payload->>'key' = k.key
     left join idempotency i using (key)
     group by key`,
    [[...told.keys()]],
  );
  expect(told.size).toBeGreaterThan(280);
  expect(rows.filter(({ facts, outbox, answers }) => facts !== 1 || outbox !== 1 || answers !== 1)).toEqual([]);

  /* Acknowledged or not: each act wrote all of its parts, and drew one number without a gap. */
  const { rows: parts } = await pool.query<Record<string, number>>(
    `select (select count(*)::int from fact where kind = 'RouteProposed') as acts,
            (select count(*)::int from stream) - ${HANDS} as matters,
            (select count(*)::int from outbox) as messages,
            (select count(*)::int from idempotency) as answers,
            (select value::int from counter where name = 'crash') as drawn`,
  );
  const [one = {}] = parts;
  expect(new Set(Object.values(one)).size).toBe(1);
  expect(one.acts).toBeGreaterThanOrEqual(told.size);
  expect(new Set(told.values()).size).toBe(told.size);

  const ledger: Ledger = {
    pool,
    keyring: keyringOf(Buffer.alloc(32, 7)),
    clock: systemClock,
    reference: { bodies, calendar: nationalCalendar, packs: NATIONAL_ONLY },
  };
  expect((await verify(ledger)).wrong).toEqual([]);
}, 300_000);
