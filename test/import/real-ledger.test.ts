import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importLedger } from '../../src/app/import/import-ledger.ts';
import { readLines } from '../../src/app/import/lines.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { verify } from '../../src/ledger/verify.ts';
import { openTestDatabase, type TestDatabase } from '../world/database.ts';
import { CITY_OFFICE, ledgerOn } from './ledger-for-import.ts';

const DATA = join(import.meta.dirname, '..', '..', '..', 'shared', 'data');
const FILES = { replies: 'replies_a4.jsonl', hotline: 'fuzhou12345_le2018.jsonl' } as const;

/** Counted from the lines themselves, sharing nothing with the importer. */
function recount(as: keyof typeof FILES) {
  const rows: Record<string, unknown>[] = readFileSync(join(DATA, FILES[as]), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));
  const dayNumber = (text: unknown): number => Date.parse(`${String(text).slice(0, 10)}T00:00:00Z`) / 86_400_000;
  const days = rows
    .map((row) =>
      as === 'replies' ? dayNumber(row.reply_time) - dayNumber(row.time) : Number(row.days_to_final_reply),
    )
    .sort((a, b) => a - b);
  const at = (share: number): number => {
    const place = (days.length - 1) * share;
    const [low, high] = [days[Math.floor(place)] ?? 0, days[Math.ceil(place)] ?? 0];
    return Math.round((low + (high - low) * (place - Math.floor(place))) * 100) / 100;
  };
  const within = (bound: number): number => days.filter((count) => count <= bound).length;
  return {
    rows: rows.length,
    ids: new Set(rows.map((row) => row[as === 'replies' ? 'msg_id' : 'id'])).size,
    answered: days.length,
    daysToAnswer: {
      mean: Math.round((days.reduce((sum, count) => sum + count, 0) / days.length) * 100) / 100,
      p50: at(0.5),
      p90: at(0.9),
      max: days.at(-1),
    },
    answeredWithin: { d15: within(15), d30: within(30), d60: within(60), d90: within(90) },
    transfers: rows.reduce((sum, row) => sum + Number(row.transfer_count ?? 0), 0),
  };
}

const present = existsSync(join(DATA, FILES.replies)) && existsSync(join(DATA, FILES.hotline));
if (!present) process.stdout.write('skipped: no shared data\n');

describe.skipIf(!present)('ledgers kept elsewhere, taken over whole', () => {
  let database: TestDatabase;
  let ledger: Ledger;
  beforeAll(async () => {
    database = await openTestDatabase();
    ledger = ledgerOn(database.pool);
  });
  afterAll(() => database?.close());

  const run = (as: keyof typeof FILES) =>
    importLedger({
      ledger,
      lines: readLines(createReadStream(join(DATA, FILES[as]))),
      as,
      body: CITY_OFFICE,
      say: () => {},
    });

  test.each(['replies', 'hotline'] as const)('the figures of %s are those of its own lines, twice', async (as) => {
    const { rows, ids, transfers, ...figures } = recount(as);
    const first = await run(as);
    expect(first).toMatchObject({ rows, registered: ids, already: rows - ids, refused: 0, stored: ids, ...figures });
    const second = await run(as);
    expect(second).toEqual({ ...first, registered: 0, already: rows });
    if (as === 'hotline') {
      const { rows: stored } = await database.pool.query<{ n: string }>(
        `select sum(transfers) as n from matter where origin = 'imported'`,
      );
      expect(Number(stored[0]?.n)).toBe(transfers);
    }
  });

  test('no clock runs, no breach is asserted, and every history replays to what is stored', async () => {
    const { rows } = await database.pool.query<{ clocks: string; ratings: string; desk: string; queued: string }>(
      `select (select count(*) from clock) as clocks, (select count(*) from rating) as ratings,
              (select count(*) from desk) as desk, (select count(*) from outbox where topic = 'index-matter') as queued`,
    );
    const stored = recount('replies').ids + recount('hotline').ids;
    expect(rows[0]).toEqual({ clocks: '0', ratings: '0', desk: '0', queued: String(stored) });
    expect(await verify(ledger)).toMatchObject({ streams: stored * 2, wrong: [] });
  });
});
