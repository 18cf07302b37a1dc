import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../../test/world/database.ts';
import type { StaffActor } from '../../actors/accounts/server/public.ts';
import { readQuery } from '../../alongside/finding/search-terms.rules.ts';
import { indexQuery, newestQuery } from '../../alongside/finding/server/find-places.ts';
import { indexHandler, indexMatters, indexTopic } from '../../alongside/finding/server/index-matters.ts';
import { type SearchHit, search } from '../../alongside/finding/server/search.ts';
import { type Body, type BodyKind, directoryOf } from '../../domain/bodies.ts';
import { nationalCalendar } from '../../domain/national-calendar.ts';
import { NATIONAL_ONLY } from '../../domain/packs.ts';
import { scopeOf } from '../../domain/permission.ts';
import { isRefusal } from '../../domain/refusals.ts';
import type { Role } from '../../domain/vocabulary.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { take } from '../../petition/1-intake/server/intake.ts';
import { forwardMatter } from '../../petition/2-transfer/server/transfer.ts';
import { settableClock } from '../../platform/clock/clock.ts';
import { actOnce } from '../../platform/jobs/act-once.ts';
import { log } from '../../platform/log/log.ts';
import { keyringOf } from '../../platform/secrets/keyring.ts';
import { normalise } from '../../text/normalise.ts';

const clock = settableClock('2026-03-02T01:00:00Z');
const bodies = [
  body('city-petition', 'petition', '990100'),
  body('stone-petition', 'petition', '990101'),
  body('river-petition', 'petition', '990102'),
  body('housing', 'department', '990100'),
];

function body(id: string, kind: BodyKind, division: string): Body {
  const said = { zh: `${id}局`, en: id };
  const rest = { code: id, subjects: [], superiors: [], phone: '0900-868 1200', address: said, hours: said };
  return { id, kind, level: 'district', division, name: said, short: said, ...rest };
}

function officer(at: string, ...roles: readonly Role[]): StaffActor {
  return { kind: 'staff', account: `${at}-${roles[0]}`, body: at, roles };
}

const city = officer('city-petition', 'dispatcher');
const stone = officer('stone-petition', 'clerk', 'dispatcher');
const river = officer('river-petition', 'clerk', 'dispatcher');
const housing = officer('housing', 'handler');

/** What stands in the record, for looking through it by hand. */
interface Told {
  readonly matter: string;
  readonly number: string;
  readonly who: string;
  readonly words: readonly string[];
  readonly at: number;
  /** Where it was sent on to. */
  readonly to: string | undefined;
}

const told: Told[] = [];
let database: TestDatabase;
let ledger: Ledger;

beforeAll(async () => {
  database = await openTestDatabase();
  ledger = {
    pool: database.pool,
    keyring: keyringOf(Buffer.alloc(32, 7)),
    clock,
    reference: { bodies: directoryOf(bodies), calendar: nationalCalendar, packs: NATIONAL_ONLY },
  };
  const next = sequence(20260302);
  for (let at = 0; at < 240; at++) await petition(at, next);
  await indexAll();
  await ledger.pool.query('analyze');
});
afterAll(() => database?.close());

/** Numbers from 0 to below 1, the same in every run (xorshift). */
function sequence(seed: number): () => number {
  let x = seed;
  return () => {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    return (x >>> 0) / 4294967296;
  };
}

const PARTS =
  '拖欠 工资 工程款 物业 押金 停水 停电 楼道 堆放 杂物 电梯 故障 ＡＢＣ公司 abc学校 择校费 低保 资格 取消 占道 经营 油烟 扰民 𠮷野家 违建 50%_折扣 2026 13800'.split(
    ' ',
  );
const NAMES = ['周桂兰', '李建国', '王秀英', '欧阳建国', '买买提·艾力', '张伟', '工兰'];

async function petition(at: number, next: () => number): Promise<void> {
  const pick = (list: readonly string[]): string => list[Math.floor(next() * list.length)] ?? '';
  const words = (count: number): string =>
    Array.from({ length: count }, () => pick(PARTS)).join(next() < 0.2 ? ' ' : '');
  const [title, text, request, who] = [words(2), words(6), words(2), pick(NAMES)];
  const actor = at % 3 === 0 ? river : stone;
  /* Several in one instant: order is then by number. */
  if (at % 4 === 0) clock.advance(60_000);
  const receipt = await take(
    ledger,
    actor,
    {
      channel: 'letter',
      purpose: 'claim',
      division: actor === river ? '990102' : '990101',
      body: actor.body,
      receivedOn: '2026-03-02',
      petitioners: 1,
      identity: 'claimed',
      mayPublish: false,
      particulars: { form: 'self', people: [{ name: who }], title, text, requests: [request], files: [], tried: [] },
    },
    {
      verb: 'test.take',
      matters: [{ purpose: 'claim', category: '030400', title, text, requests: [request], accused: [] }],
    },
  );
  if (isRefusal(receipt)) throw new Error(receipt.said.en);
  const [matter = ''] = receipt.matters;
  /* Some to a body of its own scope, some across to the office of another district. */
  const to = at % 7 === 0 ? 'housing' : at % 9 === 0 && actor === river ? 'stone-petition' : undefined;
  if (to !== undefined) {
    const sent = await forwardMatter(ledger, actor, { matter, to, mode: 'forward', remark: '' });
    if (isRefusal(sent)) throw new Error(sent.said.en);
  }
  told.push({
    matter,
    number: receipt.number,
    who: normalise(who).replace('·', ''),
    words: [title, text, request].map(normalise),
    at: clock.now().getTime(),
    to,
  });
}

/** As the relay does it: everything the outbox asks to be indexed, in one batch. */
async function indexAll(): Promise<void> {
  const { rows } = await ledger.pool.query<{ id: string; region: string; payload: unknown }>(
    'delete from outbox where topic = $1 returning id, region, payload',
    [indexTopic],
  );
  const jobs = rows.map((row) => ({ ...row, topic: indexTopic }));
  const outcomes = await actOnce({ pool: ledger.pool, log, clock }, indexHandler(ledger), jobs);
  expect(outcomes.filter((outcome) => outcome.cause !== undefined)).toEqual([]);
}

const isIn = (actor: StaffActor, one: Told): boolean => {
  if (actor === city || one.to === actor.body) return true;
  return actor !== housing && one.matter.startsWith(actor === stone ? '990101' : '990102');
};

/** By hand: every word of the query in title, text or requests, in the name, or as the number's tail. */
function byHand(actor: StaffActor, query: string): string[] {
  const terms = normalise(query).split(' ');
  const holds = (one: Told, term: string): boolean =>
    one.words.some((text) => text.includes(term)) ||
    (/\p{L}/u.test(term) && one.who.includes(term.replace('·', ''))) ||
    (/^[\d-]{4,}$/.test(term) &&
      /\d{4}(-\d+)?$/.test(term) &&
      (one.number.endsWith(term) || one.matter.endsWith(term)));
  return told
    .filter((one) => isIn(actor, one) && terms.every((term) => holds(one, term)))
    .sort((a, b) => b.at - a.at || (a.matter < b.matter ? -1 : 1))
    .map((one) => one.matter);
}

async function findAll(actor: StaffActor, query: string, limit: number): Promise<SearchHit[]> {
  const hits: SearchHit[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await search(ledger, actor, query, { limit, cursor });
    if (isRefusal(page)) throw new Error(page.said.en);
    hits.push(...page.hits);
    cursor = page.next;
    if (cursor === undefined) return hits;
  }
}

const QUERIES = [
  ...['工资', '押金', '桂兰', '建国', '𠮷野', 'ab', '%_', '0%', '26', '无有', '工兰', '张伟'],
  ...[
    '择校费',
    '工程款',
    'abc',
    'ABC公司',
    '周桂兰',
    '野家违',
    '50%',
    '0%_',
    '欧阳建国',
    '买买提',
    '买买提·艾力',
    '买买提艾力',
  ],
  ...['停水停电', '堆放杂物', '拖欠工资工程款', '2026', '13800', '没有这样的话'],
  ...['工资 押金', '电梯 故障 王秀英', '2026 低保', 'ＡＢＣ　学校'],
];

describe('searching finds what looking through everything finds', () => {
  test.each(QUERIES)('%s', async (query) => {
    for (const actor of [city, stone, river, housing]) {
      const found = await findAll(actor, query, 20);
      expect(found.map((hit) => hit.matter)).toEqual(byHand(actor, query));
      const terms = normalise(query).split(' ');
      for (const { snippet } of found) {
        const marked = snippet.ranges.map(([start, end]) => normalise(snippet.text.slice(start, end)));
        expect(marked.filter((piece) => !terms.some((term) => piece.includes(term)))).toEqual([]);
      }
    }
  });

  test('most of these queries find something, some more than a page', () => {
    const counts = QUERIES.map((query) => byHand(city, query).length);
    expect(counts.filter((count) => count > 0).length).toBeGreaterThan(20);
    expect(counts.filter((count) => count > 20).length).toBeGreaterThan(10);
  });

  test.each(QUERIES)('%s, whichever way it is looked for', async (query) => {
    const terms = readQuery(query);
    if (isRefusal(terms)) throw new Error(terms.said.en);
    for (const actor of [city, stone, housing]) {
      const wanted = { terms, scope: scopeOf(actor, ledger.reference.bodies), after: undefined, limit: 500 };
      for (const { text, values } of [newestQuery(ledger, wanted, 1000), indexQuery(ledger, wanted)]) {
        const { rows } = await ledger.pool.query<{ matter: string }>(text, values);
        expect(rows.map((row) => row.matter)).toEqual(byHand(actor, query));
      }
    }
  });

  test('by number: complete, from the year on, the tail, one matter', async () => {
    const [one] = told;
    if (!one) throw new Error('nothing was told');
    for (const query of [
      one.number,
      one.matter,
      one.number.slice(7),
      one.number.slice(-6),
      `${one.number.slice(-6)}-1`,
    ]) {
      const found = await findAll(city, query, 20);
      expect(found.map((hit) => hit.matter)).toEqual(byHand(city, query));
      expect(found.map((hit) => hit.matter)).toContain(one.matter);
    }
    expect(await findAll(city, `${one.number}-2`, 20)).toEqual([]);
  });

  test('page by page, with pages that part an instant', async () => {
    for (const limit of [1, 3, 7]) {
      const found = await findAll(housing, '工资', limit);
      expect(found.map((hit) => hit.matter)).toEqual(byHand(housing, '工资'));
    }
  });
});

describe('the searchable text', () => {
  test('holds no name, and is the same when made again', async () => {
    const rows = async () =>
      (await ledger.pool.query('select *, xmin::text from search_text order by region, matter')).rows;
    const before = await rows();
    const text = JSON.stringify(before);
    for (const name of NAMES.filter((one) => one !== '工兰')) expect(text).not.toContain(name);
    await indexMatters(ledger, before);
    expect(await rows()).toEqual(before);
  });

  test('goes with the content', async () => {
    const [one] = told;
    if (!one) throw new Error('nothing was told');
    const region = one.matter.slice(0, 6);
    const kept = await ledger.pool.query('delete from content where region = $1 and stream = $2 returning *', [
      region,
      one.matter,
    ]);
    expect((await findAll(city, one.number, 20)).map((hit) => hit.matter)).toEqual([]);
    await indexMatters(ledger, [
      { region, matter: one.matter },
      { region: '990101', matter: '990101-2026-999999-1' },
    ]);
    const { rows } = await ledger.pool.query('select 1 from search_text where matter = $1', [one.matter]);
    expect(rows).toEqual([]);
    for (const row of kept.rows) {
      await ledger.pool.query('insert into content values ($1, $2, $3, $4, $5, $6)', [
        row.region,
        row.id,
        row.stream,
        row.kind,
        row.salt,
        row.sealed,
      ]);
    }
    await indexMatters(ledger, [{ region, matter: one.matter }]);
  });
});

describe('each search', () => {
  test('is logged, without its words', async () => {
    const { rows: before } = await ledger.pool.query<{ id: string }>('select id from read_log');
    await findAll(stone, '工资 周桂兰', 100);
    const { rows } = await ledger.pool.query<{
      region: string;
      actor: string;
      verb: string;
      detail: { count: number; terms: string[] };
    }>('select region, actor, verb, detail from read_log where not id = any($1::uuid[])', [before.map(({ id }) => id)]);
    expect(rows).toMatchObject([
      { region: '990101', actor: 'staff:stone-petition-clerk', verb: 'search', detail: { count: 2 } },
    ]);
    expect(rows[0]?.detail.terms).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toMatch(/工资|周桂兰/);
  });

  test('finds nothing for a post that sees no cases', async () => {
    for (const role of ['admin', 'security', 'auditor', 'sealed'] as const) {
      expect(await search(ledger, officer('city-petition', role), '工资', { limit: 20 })).toEqual({ hits: [] });
    }
  });

  test('with a broken place in the list is refused', async () => {
    for (const cursor of ['x', Buffer.from('["2026-99-99T00:00:00.000Z","990101","1"]').toString('base64url')]) {
      expect(await search(ledger, city, '工资', { limit: 20, cursor })).toMatchObject({
        refused: true,
        code: 'cursor',
      });
    }
  });
});
