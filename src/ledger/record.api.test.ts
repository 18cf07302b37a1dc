import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../test/world/database.ts';
import { bodies, by } from '../../test/world/people.ts';
import { aMatter, content } from '../../test/world/petition.ts';
import type { Actor } from '../domain/act.ts';
import type { MatterDraft } from '../domain/facts.ts';
import { nationalCalendar } from '../domain/national-calendar.ts';
import { NATIONAL_ONLY } from '../domain/packs.ts';
import { isRefusal, refuseState } from '../domain/refusals.ts';
import { settableClock } from '../platform/clock/clock.ts';
import { keyringOf } from '../platform/secrets/keyring.ts';
import type { Ledger } from './ledger.ts';
import { findState, readContents, readFacts } from './read.ts';
import { factsFor, type Plan, type RecordRequest, record, type Tools } from './record.ts';
import { matterRef, type StreamRef } from './streams.ts';
import { verify } from './verify.ts';

let database: TestDatabase;
let ledger: Ledger;
const actor = by('d01-petition', 'dispatcher');
let serial = 0;
const GIST = '00000000-0000-4000-8000-000000000001';
let ref: StreamRef<'matter'>;

beforeAll(async () => {
  database = await openTestDatabase();
  ledger = {
    pool: database.pool,
    keyring: keyringOf(Buffer.alloc(32, 7)),
    clock: settableClock('2026-03-02T02:00:00Z'),
    reference: { bodies, calendar: nationalCalendar, packs: NATIONAL_ONLY },
  };
});
afterAll(() => database?.close());
beforeEach(() => {
  serial += 1;
  ref = matterRef(`990101-2026-${String(serial).padStart(6, '0')}-1`);
});

/** The opening fact of a matter, as registering makes it. */
const opening = (): readonly MatterDraft[] =>
  aMatter()
    .registered()
    .facts.map(({ fact }) =>
      fact.kind === 'Opened' ? { ...fact, body: { ...fact.body, content: content(GIST) } } : fact,
    );
const proposing = (): MatterDraft => ({ kind: 'RouteProposed', body: { route: '31(6)', by: 'x' } });

function ask<T>(
  decide: (tools: Tools) => Plan<T> | ReturnType<typeof refuseState>,
  more: Partial<Pick<RecordRequest<T>, 'streams' | 'counters' | 'key' | 'actor'>> = {},
) {
  return record<T>(ledger, { actor, verb: 'test.act', streams: [ref], decide, ...more });
}
const open = () => ask(() => ({ facts: [factsFor(ref, opening())], answer: 'opened' }));

async function counts(): Promise<Record<string, number>> {
  const tables = ['fact', 'stream', 'content', 'audit', 'outbox', 'idempotency', 'matter', 'desk', 'clock', 'counter'];
  const { rows } = await database.pool.query<{ name: string; n: number }>(
    tables.map((name) => `select '${name}' as name, count(*)::int as n from ${name}`).join(' union all '),
  );
  return Object.fromEntries(rows.map(({ name, n }) => [name, n]));
}

describe('recording', () => {
  it('moves the head, appends the facts, projects the rows and writes the audit, all in one', async () => {
    const before = await counts();
    const done = await ask((tools) => ({
      facts: [factsFor(ref, opening())],
      outbox: [{ region: ref.region, topic: 'test', payload: { a: 1 } }],
      answer: tools.content(ref, 'note', { text: '一句话' }).id,
    }));
    expect(done).toMatchObject({ done: true, repeated: false });
    const after = await counts();
    const grown = Object.fromEntries(Object.entries(after).map(([name, n]) => [name, n - (before[name] ?? 0)]));
    expect(grown).toEqual({
      ...{ fact: 1, stream: 1, content: 1, audit: 1, outbox: 1, idempotency: 0 },
      ...{ matter: 1, desk: 1, clock: 2, counter: 0 },
    });
    expect(await findState(ledger, ref)).toMatchObject({ seq: 1, phase: 'open' });
    expect((await readFacts(ledger, ref)).map(({ seq, fact }) => [seq, fact.kind])).toEqual([[1, 'Opened']]);
    if (isRefusal(done)) throw new Error('refused');
    expect((await readContents(ledger, ref.region, [done.answer])).get(done.answer)).toEqual({ text: '一句话' });
  });

  it('a refusal writes nothing', async () => {
    const before = await counts();
    const refusal = await ask((tools) => {
      tools.content(ref, 'note', { text: 'x' });
      return refuseState('no', 409, '不行', 'no');
    });
    expect(refusal).toMatchObject({ code: 'no' });
    expect(await counts()).toEqual(before);
  });

  it('a fault writes nothing and is thrown', async () => {
    const before = await counts();
    await expect(
      ask(() => ({ facts: [factsFor(ref, opening())], rows: { file: [{ region: 'too long by far' }] }, answer: 0 })),
    ).rejects.toThrow();
    await expect(
      ask(() => {
        throw new Error('a rule broke');
      }),
    ).rejects.toThrow('a rule broke');
    expect(await counts()).toEqual(before);
  });

  it('somebody who was faster makes it read and decide again, on what then stands', async () => {
    await open();
    const seen: number[] = [];
    const done = await ask((tools) => {
      const { seq } = tools.read(ref);
      seen.push(seq);
      return { facts: [factsFor(ref, [proposing()])], answer: seq };
    });
    expect(done).toMatchObject({ answer: 1 });
    const many = await Promise.all(
      Array.from({ length: 8 }, () =>
        ask((tools) => ({ facts: [factsFor(ref, [proposing()])], answer: tools.read(ref).seq })),
      ),
    );
    const at = many.map((one) => (isRefusal(one) ? -1 : one.answer)).sort((a, b) => a - b);
    expect(at).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
    expect(seen).toEqual([1]);
  });

  it('two streams at once are both moved or neither, whatever order they are named in', async () => {
    const other = matterRef(`990101-2026-9${String(serial).padStart(5, '0')}-1`);
    const both = (first: typeof ref, second: typeof ref) =>
      ask(() => ({ facts: [factsFor(first, [proposing()]), factsFor(second, [proposing()])], answer: 0 }), {
        streams: [first, second],
      });
    await open();
    await ask(() => ({ facts: [factsFor(other, opening())], answer: 0 }), { streams: [other] });
    await Promise.all(Array.from({ length: 10 }, (_, at) => (at % 2 ? both(ref, other) : both(other, ref))));
    const [one, two] = await Promise.all([findState(ledger, ref), findState(ledger, other)]);
    expect([one?.seq, two?.seq]).toEqual([11, 11]);
  });
});

describe('a key', () => {
  const key = (request: unknown, name = `key-${serial}`) => ({ key: { region: ref.region, key: name, request } });

  it('repeated gives the stored answer and writes nothing', async () => {
    const act = () => ask(() => ({ facts: [factsFor(ref, opening())], answer: { code: 'seen once' } }), key({ a: 1 }));
    expect(await act()).toMatchObject({ repeated: false, answer: { code: 'seen once' } });
    const before = await counts();
    expect(await act()).toMatchObject({ repeated: true, answer: { code: 'seen once' } });
    expect(await counts()).toEqual(before);
  });

  it('with another request is refused, in whatever order its fields stand', async () => {
    await ask(() => ({ facts: [factsFor(ref, opening())], answer: 1 }), key({ a: 1, b: 2 }));
    expect(await ask(() => ({ facts: [], answer: 2 }), key({ b: 2, a: 1 }))).toMatchObject({
      repeated: true,
      answer: 1,
    });
    expect(await ask(() => ({ facts: [], answer: 2 }), key({ a: 1, b: 3 }))).toMatchObject({
      code: 'key-reused',
      status: 409,
    });
  });

  it('keeps its answer encrypted: a query code does not lie in the table', async () => {
    await ask(() => ({ facts: [factsFor(ref, opening())], answer: { code: '1234567812345678' } }), key({ a: 1 }));
    const { rows } = await database.pool.query(
      `select 1 from idempotency where position('1234567812345678'::bytea in answer) > 0`,
    );
    expect(rows).toEqual([]);
  });

  it('is its actor’s own', async () => {
    const other: Actor = by('d01-petition', 'clerk');
    await ask(() => ({ facts: [factsFor(ref, opening())], answer: 'mine' }), key({ a: 1 }));
    expect(
      await ask(() => ({ facts: [factsFor(ref, [proposing()])], answer: 'theirs' }), {
        ...key({ a: 1 }),
        actor: other,
      }),
    ).toMatchObject({
      repeated: false,
      answer: 'theirs',
    });
  });
});

describe('a counter', () => {
  it('is drawn without gaps or repeats, by however many at once', async () => {
    const counter = { region: '990101', name: `test/${serial}` };
    const drawn = await Promise.all(
      Array.from({ length: 12 }, (_, at) => {
        const one = matterRef(`990101-2026-${String(500 + at).padStart(6, '0')}-7`);
        return record<number>(ledger, {
          actor,
          verb: 'test.draw',
          streams: [one],
          counters: [counter],
          decide: (tools) => ({ facts: [factsFor(one, opening())], answer: tools.draw(counter) }),
        });
      }),
    );
    const numbers = drawn.flatMap((one) => (isRefusal(one) ? [] : [one.answer])).sort((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
  });

  it('two numbers in one act follow each other', async () => {
    const counter = { region: '990101', name: `pair/${serial}` };
    const done = await ask(
      (tools) => ({ facts: [factsFor(ref, opening())], answer: [tools.draw(counter), tools.draw(counter)] }),
      { counters: [counter] },
    );
    expect(done).toMatchObject({ answer: [1, 2] });
  });
});

describe('the database is the last guard', () => {
  it.each([
    'update fact set actor = $$x$$',
    'delete from fact',
    'truncate fact',
    'update audit set actor = $$x$$',
    'delete from audit',
  ])('refuses: %s', async (statement) => {
    await open();
    await expect(database.pool.query(statement)).rejects.toThrow('append-only');
  });

  it('a fact holds ids, codes, days and hashes, and no word of a person', async () => {
    const { rows } = await database.pool.query<{ body: object }>('select body from fact limit 50');
    for (const { body } of rows)
      expect(JSON.stringify(body)).not.toMatch(/"(name|phone|address|text|title|idNumber)":/);
    expect(content('a').hash).toHaveLength(64);
  });
});

it('after all of this the record holds', async () => {
  expect((await verify(ledger)).wrong).toEqual([]);
});
