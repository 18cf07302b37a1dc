import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../test/world/database.ts';
import { by } from '../../test/world/people.ts';
import { plantCity } from '../app/seed/plant.ts';
import { directoryOf } from '../domain/bodies.ts';
import { nationalCalendar } from '../domain/national-calendar.ts';
import { NATIONAL_ONLY } from '../domain/packs.ts';
import { take } from '../petition/1-intake/server/intake.ts';
import { systemClock } from '../platform/clock/clock.ts';
import { keyringOf } from '../platform/secrets/keyring.ts';
import type { Ledger } from './ledger.ts';
import { readFacts } from './read.ts';
import { matterRef } from './streams.ts';
import { findChangedContents, verify } from './verify.ts';

let database: TestDatabase;
let ledger: Ledger;

beforeAll(async () => {
  database = await openTestDatabase();
  ledger = {
    pool: database.pool,
    keyring: keyringOf(Buffer.alloc(32, 7)),
    clock: systemClock,
    reference: { bodies: directoryOf([]), calendar: nationalCalendar, packs: NATIONAL_ONLY },
  };
  await plantCity(ledger, { password: 'x'.repeat(12), say: () => {}, now: new Date('2026-03-11T02:00:00Z'), only: 40 });
  /* The first forty stories hold no report of wrongdoing. */
  const particulars = {
    form: 'self',
    people: [{ name: '' }],
    title: '举报',
    text: '',
    requests: [],
    files: [],
    tried: [],
  } as const;
  await take(
    ledger,
    by('d01-petition', 'clerk'),
    {
      channel: 'letter',
      purpose: 'report',
      division: '990101001',
      body: 'd01-petition',
      receivedOn: '2026-03-11',
      petitioners: 1,
      identity: 'anonymous',
      mayPublish: false,
      particulars,
    },
    { verb: 'submission.take-in' },
  );
}, 120_000);
afterAll(() => database?.close());

/** Does what only the owner of the database could do: triggers off; then puts everything back. */
async function tampered(statements: readonly string[]): Promise<readonly string[]> {
  const client = await database.pool.connect();
  try {
    await client.query('begin');
    await client.query('set local session_replication_role = replica');
    for (const statement of statements)
      expect([statement, (await client.query(statement)).rowCount]).not.toEqual([statement, 0]);
    /* Verified on the same connection, so that nothing need be committed. */
    const pool = {
      query: (...asked: Parameters<typeof client.query>) => client.query(...asked),
    } as unknown as Ledger['pool'];
    return (await verify({ ...ledger, pool })).wrong;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

const oneMatter = `(select stream from fact where kind = 'Accepted' order by stream limit 1)`;

describe('forty lives replayed', () => {
  it('hold: hashes, states, rows and counters', async () => {
    const verified = await verify(ledger);
    expect(verified.wrong).toEqual([]);
    expect(verified.streams).toBeGreaterThan(60);
    expect(verified.facts).toBeGreaterThan(200);
    expect(verified.rows).toBeGreaterThan(300);
  });

  it('one alone can be asked for', async () => {
    const { rows } = await database.pool.query<{ region: string; stream: string }>(
      `select region, stream from stream where kind = 'matter' limit 1`,
    );
    const [one] = rows;
    if (!one) throw new Error('no matter');
    expect(await verify(ledger, one)).toMatchObject({ streams: 1, wrong: [] });
  });
});

describe('whoever changes something behind the record’s back is found out', () => {
  it.each([
    [
      'a day in a fact',
      [
        `update fact set body = jsonb_set(body, '{on}', '"2026-01-01"') where kind = 'Accepted' and stream = ${oneMatter}`,
      ],
      /fact \d+ \(Accepted\) does not match its hash/,
    ],
    [
      'the actor of a fact',
      [`update fact set actor = 'staff:somebody' where kind = 'Accepted' and stream = ${oneMatter}`],
      /does not match its hash/,
    ],
    [
      'the moment of a fact',
      [
        `update fact set occurred_at = occurred_at - interval '9 days' where kind = 'Accepted' and stream = ${oneMatter}`,
      ],
      /does not match its hash/,
    ],
    ['a fact taken out', [`delete from fact where kind = 'Signed' and stream = ${oneMatter}`], /is missing/],
    [
      'the last fact taken out',
      [
        `delete from fact f where stream = ${oneMatter} and seq = (select max(seq) from fact g where g.stream = f.stream)`,
      ],
      /head is not at its last fact/,
    ],
    [
      'a stored state',
      [`update stream set state = jsonb_set(state, '{petitioners}', '77') where stream = ${oneMatter}`],
      /stored state is not the fold/,
    ],
    ['a head', [`update stream set seq = seq + 1 where stream = ${oneMatter}`], /head is not at its last fact/],
    [
      'a rating made better',
      [
        `update rating set level = 'satisfied' where (region, matter, side) = (select region, matter, side from rating where level = 'unsatisfied' limit 1)`,
      ],
      /rating: row .+ is not what its facts project/,
    ],
    [
      'a row taken off a desk',
      [`delete from desk where ctid = (select ctid from desk limit 1)`],
      /desk: .+(is not what its facts project|rows stand where)/,
    ],
    [
      'a due date moved',
      [`update clock set due = due + 30 where ctid = (select ctid from clock where outcome = 'running' limit 1)`],
      /clock: row .+ is not what/,
    ],
    [
      'a late clock made timely',
      [`update clock set outcome = 'met' where ctid = (select ctid from clock where outcome = 'running' limit 1)`],
      /clock: row .+ is not what/,
    ],
    [
      'what a fact names as the one before it',
      [`update fact set prev_hash = sha256('x') where kind = 'Accepted' and stream = ${oneMatter}`],
      /does not name the one before/,
    ],
    [
      'a matter that nobody registered',
      [
        `insert into matter_body (region, matter, body, received_at) values ('990101', '990101-2020-000001-1', 'd01-housing', now())`,
      ],
      /matter_body: row .+ belongs to no stream/,
    ],
    [
      'a matter hidden from its body',
      [`delete from matter_body where ctid = (select ctid from matter_body limit 1)`],
      /matter_body/,
    ],
    [
      'a counter of a desk',
      [`update desk_delta set delta = delta + 1 where ctid = (select ctid from desk_delta limit 1)`],
      /desk counter .+ instead of/,
    ],
    [
      'a sealed report taken away',
      [`delete from sealed_case where ctid = (select ctid from sealed_case limit 1)`],
      /sealed_case/,
    ],
  ])('%s', async (_what, statements, expected) => {
    const wrong = await tampered(statements);
    expect(wrong.join('\n')).toMatch(expected);
  });

  it('a history rewritten with hashes made to fit betrays itself where the next fact was chained', async () => {
    const { rows } = await database.pool.query<{ stream: string; region: string }>(
      `select stream, region from fact group by stream, region having count(*) >= 4 order by stream limit 1`,
    );
    const [one] = rows;
    const wrong = await tampered([
      `update fact set hash = sha256('forged'::bytea) where stream = '${one?.stream}' and seq = 2`,
      `update fact set prev_hash = sha256('forged'::bytea) where stream = '${one?.stream}' and seq = 3`,
    ]);
    expect(wrong.join('\n')).toMatch(/fact 2 .+ does not match its hash[\s\S]+fact 3 .+ does not match its hash/);
  });

  it('a content row changed or exchanged no longer is what its fact was hashed with', async () => {
    const { rows } = await database.pool.query<{ stream: string }>(
      `select stream from fact where kind = 'Opened' order by stream limit 2`,
    );
    const refs = await Promise.all(
      rows.map(async ({ stream }) => {
        const [opened] = await readFacts(ledger, matterRef(stream));
        if (opened?.fact.kind !== 'Opened') throw new Error('no opening');
        return { region: stream.slice(0, 6), ...opened.fact.body.content };
      }),
    );
    expect(await findChangedContents(ledger, refs)).toEqual([]);
    const [one, two] = refs;
    expect(await findChangedContents(ledger, [{ ...one, hash: two?.hash ?? '' } as never])).toEqual([one?.id]);
  });

  it('and afterwards, put back, all holds', async () => {
    expect((await verify(ledger)).wrong).toEqual([]);
  });
});
