import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { importLedger, type RowResult } from '../../src/app/import/import-ledger.ts';
import { LONGEST_LINE, readLines } from '../../src/app/import/lines.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { readContents, readFacts } from '../../src/ledger/read.ts';
import { matterRef, submissionRef } from '../../src/ledger/streams.ts';
import { verify } from '../../src/ledger/verify.ts';
import { openTestDatabase, type TestDatabase } from '../world/database.ts';
import { CITY_OFFICE, ledgerOn, linesOf } from './ledger-for-import.ts';

let database: TestDatabase;
let ledger: Ledger;
beforeAll(async () => {
  database = await openTestDatabase();
  ledger = ledgerOn(database.pool);
});
afterAll(() => database?.close());

let source = '';
let turn = 0;
beforeEach(() => {
  source = `source-${turn++}`;
});

const message = (id: number, change: object = {}): object => ({
  msg_id: id,
  title: `第${id}件`,
  time: '2019-03-01T10:00:00',
  text: `内容${id}`,
  reply: '答复',
  reply_time: '2019-03-11T09:00:00',
  ...change,
});

async function run(rows: readonly unknown[], more: Partial<Parameters<typeof importLedger>[0]> = {}) {
  const results: RowResult[] = [];
  const said: string[] = [];
  const summary = await importLedger({
    ledger,
    lines: linesOf(rows),
    as: 'replies',
    body: CITY_OFFICE,
    source,
    say: (line) => said.push(line),
    report: (result) => {
      results.push(result);
    },
    ...more,
  });
  return { summary, results, said, outcomes: results.map(({ outcome }) => outcome) };
}

test('a life becomes facts at their own moments, and its words stand in content alone', async () => {
  const { results } = await run([message(1)]);
  const number = results[0]?.number ?? '';
  expect(number).toMatch(/^990100-2019-\d{6}$/);
  const submission = await readFacts(ledger, submissionRef(number));
  const matter = await readFacts(ledger, matterRef(`${number}-1`));
  expect([...submission, ...matter].map(({ fact, actor, occurredAt }) => [fact.kind, actor, occurredAt])).toEqual([
    ['ImportedReceived', 'import', '2019-03-01T02:00:00.000Z'],
    ['ImportedOpened', 'import', '2019-03-01T02:00:00.000Z'],
    ['ImportedAnswered', 'import', '2019-03-11T01:00:00.000Z'],
  ]);
  expect(JSON.stringify([submission, matter])).not.toContain('内容1');
  const ids = [...submission, ...matter].flatMap(({ fact }) =>
    'content' in fact.body ? [fact.body.content?.id ?? ''] : [],
  );
  const contents = await readContents(ledger, '990100', ids);
  expect(ids.map((id) => contents.get(id))).toEqual([
    { form: 'self', people: [], title: '第1件', text: '内容1', requests: [], files: [], tried: [] },
    { title: '第1件', who: '', text: '内容1', requests: [] },
    { text: '答复' },
  ]);
});

test('a second run registers nothing, prints the same figures and tells the same numbers', async () => {
  const rows = Array.from({ length: 450 }, (_, at) =>
    message(at, { reply_time: `2019-03-${String((at % 28) + 2).padStart(2, '0')}` }),
  );
  const first = await run(rows);
  expect(first.summary).toMatchObject({
    rows: 450,
    registered: 450,
    already: 0,
    refused: 0,
    stored: 450,
    answered: 450,
  });
  const second = await run(rows);
  expect(second.summary).toEqual({ ...first.summary, registered: 0, already: 450 });
  expect(second.results.map(({ number }) => number)).toEqual(first.results.map(({ number }) => number));
  expect(new Set(first.results.map(({ number }) => number)).size).toBe(450);
  expect(first.results.map(({ line }) => line)).toEqual(rows.map((_, at) => at + 1));
});

describe('a row that cannot be taken', () => {
  test('is refused with its line and reason, and the rest goes on', async () => {
    const { summary, results, said } = await run([
      message(1),
      '',
      '{"msg_id": 2,',
      message(3, { time: '2019-02-30' }),
      message(4, { reply_time: '2018-01-01' }),
      message(5),
    ]);
    expect(summary).toMatchObject({ rows: 5, registered: 2, refused: 3, stored: 2 });
    expect(results.map(({ line, sourceId, outcome, field }) => [line, sourceId, outcome, field])).toEqual([
      [1, '1', 'registered', undefined],
      [3, null, 'refused', 'line'],
      [4, '3', 'refused', 'time'],
      [5, '4', 'refused', 'reply_time'],
      [6, '5', 'registered', undefined],
    ]);
    expect(said.filter((line) => line.includes('refused'))).toHaveLength(3);
    expect(results[3]?.reason).toMatch(/^reply_time: .+ \/ .+/);
  });

  test('may be one that is no text: too long, or of another encoding', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`\uFEFF${JSON.stringify(message(1))}\r\n`),
      Buffer.from(`{"msg_id": 2, "text": "${'长'.repeat(LONGEST_LINE / 3)}"}\n`),
      Buffer.from([0x7b, 0xb5, 0xc6, 0x7d, 10]),
      Buffer.from(JSON.stringify(message(4))),
    ]);
    async function* chunks() {
      for (let at = 0; at < bytes.length; at += 70_001) yield bytes.subarray(at, at + 70_001);
    }
    const { results } = await run([], { lines: readLines(chunks()) });
    expect(results.map(({ line, outcome }) => [line, outcome])).toEqual([
      [1, 'registered'],
      [2, 'refused'],
      [3, 'refused'],
      [4, 'registered'],
    ]);
    expect(results[1]?.reason).toContain('longer than');
    expect(results[2]?.reason).toContain('UTF-8');
  });
});

describe('the same id again', () => {
  test('with the same content is there already; with other content it is refused and nothing changes', async () => {
    const { outcomes, results, summary } = await run([
      message(1),
      message(1),
      message(1, { text: '别的内容' }),
      message(2),
    ]);
    expect(outcomes).toEqual(['registered', 'already', 'refused', 'registered']);
    expect(results[2]?.reason).toContain(results[0]?.number);
    expect(summary.stored).toBe(2);
    const again = await run([
      message(1, { text: '又改了' }),
      message(1, { reply_time: '2019-03-12T09:00:00' }),
      message(1, { reply: '改过的答复' }),
      message(1, { reply_time: null }),
      message(1),
    ]);
    expect(again.outcomes).toEqual(['refused', 'refused', 'refused', 'refused', 'already']);
  });

  test('is seen across batches, the first of them wins', async () => {
    const rows = Array.from({ length: 600 }, (_, at) => message(at % 150, at < 150 ? {} : { text: `改${at}` }));
    const { summary, outcomes } = await run(rows);
    expect(summary).toMatchObject({ registered: 150, refused: 450, stored: 150 });
    expect(outcomes.slice(0, 150).every((outcome) => outcome === 'registered')).toBe(true);
  });

  test('two runs at once register each row once', async () => {
    const rows = Array.from({ length: 500 }, (_, at) => message(at));
    const [a, b] = await Promise.all([run(rows), run(rows)]);
    expect((a?.summary.registered ?? 0) + (b?.summary.registered ?? 0)).toBe(500);
    expect((a?.summary.already ?? 0) + (b?.summary.already ?? 0)).toBe(500);
    expect(b?.results.map(({ number }) => number)).toEqual(a?.results.map(({ number }) => number));
  });
});

test('an answer whose day is not stated is counted as unknown, never guessed', async () => {
  const { summary } = await run([
    message(1),
    message(2, { reply_time: null }),
    message(3, { reply: null, reply_time: null }),
    message(4, { reply_time: '2019-03-02' }),
  ]);
  expect(summary).toMatchObject({
    registered: 4,
    stored: 4,
    answered: 2,
    answerUnknown: 2,
    daysToAnswer: { mean: 5.5, p50: 5.5, p90: 9.1, max: 10 },
    answeredWithin: { d15: 2, d30: 2, d60: 2, d90: 2 },
    answeredWithinShare: { d15: 100, d30: 100, d60: 100, d90: 100 },
  });
});

test('an empty ledger has no figures', async () => {
  const { summary } = await run([]);
  expect(summary).toMatchObject({
    rows: 0,
    stored: 0,
    daysToAnswer: { mean: null, p50: null, p90: null, max: null },
    answeredWithinShare: { d15: null },
  });
});

test('a district that is known by name is where the life belongs', async () => {
  const rows = [
    { id: 1, time: '2018-10-15', text: '一', district: '临江区' },
    { id: 2, time: '2018-10-15', text: '二', district: '别处' },
  ];
  const divisions = new Map([['临江区', '990101']]);
  const { results } = await run(rows, { as: 'hotline', divisions });
  expect(results.map(({ number }) => number?.slice(0, 6))).toEqual(['990101', '990100']);
  const again = await run(rows, { as: 'hotline', divisions });
  expect(again.outcomes).toEqual(['already', 'already']);
});

test('every history replays to what is stored, and every life is announced to the search', async () => {
  expect((await verify(ledger)).wrong).toEqual([]);
  const { rows } = await database.pool.query<{ lost: string }>(
    `select count(*) as lost from matter m where not exists
       (select from outbox o where o.topic = 'index-matter' and o.payload ->> 'matter' = m.number)`,
  );
  expect(rows[0]?.lost).toBe('0');
});
