import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FiguresAnswer } from '../../src/accountability/figures/figures.contract.ts';
import { INDICATOR_IDS, partsOf } from '../../src/accountability/figures/figures.rules.ts';
import { figures, WHOLE_INSTALLATION } from '../../src/accountability/figures/server/figures.ts';
import { type FigureListRequest, listFigure } from '../../src/accountability/figures/server/list.ts';
import { mountFigures } from '../../src/accountability/figures/server/routes.ts';
import { type Caller, createAuthorise, mountAccounts } from '../../src/actors/accounts/server/public.ts';
import { importLedger } from '../../src/app/import/import-ledger.ts';
import type { Scope } from '../../src/domain/permission.ts';
import { isRefusal } from '../../src/domain/refusals.ts';
import { buildServer, type Server } from '../../src/platform/http/server.ts';
import { CITY_OFFICE, linesOf } from '../import/ledger-for-import.ts';
import { openTestCity, PASSWORD } from '../world/city.ts';
import { type Counted, foldAll, recount } from './recount.ts';

const TODAY = '2026-03-11';
type City = Awaited<ReturnType<typeof openTestCity>>;

let city: City;
let folded: Awaited<ReturnType<typeof foldAll>>;

beforeAll(async () => {
  city = await openTestCity({ stories: 200 });
  const rows = [3, 10, 40].map((days, at) => ({
    msg_id: at,
    title: `旧件${at}`,
    time: '2026-01-05T10:00:00',
    text: `旧件内容${at}`,
    reply_time: `2026-0${days < 25 ? 1 : 2}-${String(days < 25 ? 5 + days : days - 26).padStart(2, '0')}`,
  }));
  await importLedger({ ledger: city.ledger, lines: linesOf(rows), as: 'replies', body: CITY_OFFICE, say: () => {} });
  folded = await foldAll(city.ledger);
}, 120_000);
afterAll(() => city?.close());

const PERIODS = [
  ['2025-01-01', '2026-12-31'],
  ['2026-01-01', '2026-01-31'],
  ['2026-02-01', '2026-03-10'],
  ['2026-03-11', '2026-04-30'],
  ['2024-01-01', '2024-01-31'],
] as const;

const SCOPES: readonly (readonly [string, Scope])[] = [
  ['the whole installation', WHOLE_INSTALLATION],
  ['the city office', { body: 'city-petition', prefix: '9901', none: false }],
  ['a district office', { body: 'district', prefix: '990101', none: false }],
  ['a bureau, its own', { body: 'city-housing', none: false }],
  ['nobody', { body: 'city-petition', none: true }],
];

const mine = (scope: Scope) => (row: Counted) =>
  !scope.none && (scope.prefix === undefined ? row.body === scope.body : row.region.startsWith(scope.prefix));

function partsIn(rows: readonly Counted[], id: string) {
  const parts = partsOf(id as (typeof INDICATOR_IDS)[number]);
  return parts.map((part) => [part, rows.filter((row) => row.indicator === id && row.part === part).length]);
}

const told = (answer: FiguresAnswer, id: string) =>
  answer.indicators.find((one) => one.id === id)?.parts.map(({ part, count }) => [part, count]);

describe.each(SCOPES)('%s', (_, scope) => {
  test.each(PERIODS)('from %s to %s: the figures are those of the folded facts', async (from, to) => {
    const answer = await figures(city.ledger, { from, to, scope, today: TODAY });
    const rows = recount(folded, from, to, TODAY).filter(mine(scope));
    for (const id of INDICATOR_IDS) {
      expect([id, told(answer, id)]).toEqual([id, partsIn(rows, id)]);
      const figure = answer.indicators.find((one) => one.id === id);
      const bodies = figure?.byBody.reduce((sum, { denominator }) => sum + denominator, 0);
      expect(bodies).toBe(figure?.denominator);
    }
    const received = rows.filter(({ indicator }) => indicator === 'net-share');
    expect(answer.received.submissions).toBe(received.length);
    const numbers = new Set(received.map(({ number }) => number));
    const states = folded.submissions.filter(([number]) => numbers.has(number)).map(([, state]) => state);
    const visits = states.filter(({ channel }) => channel === 'visit');
    expect(answer.received.visits).toMatchObject({
      batches: visits.length,
      people: visits.reduce((sum, { petitioners }) => sum + petitioners, 0),
    });
    for (const { key, count } of answer.received.byPurpose) {
      expect([key, count]).toEqual([key, states.filter(({ purpose }) => purpose === key).length]);
    }
    expect(answer.received.byOrigin.imported).toBe(states.filter(({ origin }) => origin === 'imported').length);
  });
});

test('the demonstration city has something in every part that can be', async () => {
  const answer = await figures(city.ledger, {
    from: '2025-01-01',
    to: '2026-12-31',
    scope: WHOLE_INSTALLATION,
    today: TODAY,
  });
  const zero = answer.indicators.flatMap(({ id, value }) => (value === null ? [id] : []));
  expect(zero).toEqual([]);
});

async function listed(request: Omit<FigureListRequest, 'limit'>): Promise<readonly string[]> {
  const numbers: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listFigure(city.ledger, { ...request, limit: 7, ...(cursor ? { cursor } : {}) });
    if (isRefusal(page)) throw new Error(page.said.en);
    numbers.push(...page.rows.map(({ number }) => number));
    expect(page.rows.every(({ title }) => title !== null && title !== '')).toBe(true);
    cursor = page.next;
  } while (cursor);
  return numbers;
}

test.each(SCOPES)('every number opens into as many cases as it counts: %s', async (_, scope) => {
  const [from, to] = PERIODS[0];
  const answer = await figures(city.ledger, { from, to, scope, today: TODAY });
  const rows = recount(folded, from, to, TODAY).filter(mine(scope));
  for (const { id, parts } of answer.indicators) {
    for (const { part, count } of parts) {
      const numbers = await listed({ indicator: id, part, from, to, scope, today: TODAY });
      expect([id, part, numbers.length]).toEqual([id, part, count]);
      const wanted = rows.filter((row) => row.indicator === id && row.part === part).map(({ number }) => number);
      expect([...numbers].sort()).toEqual(wanted.sort());
    }
  }
  for (const { key, count } of answer.received.byDivision) {
    expect(await listed({ indicator: 'received', region: key, from, to, scope, today: TODAY })).toHaveLength(count);
  }
  for (const { key, count } of answer.received.byChannel) {
    const part = key as 'net';
    expect(await listed({ indicator: 'received', part, from, to, scope, today: TODAY })).toHaveLength(count);
  }
});

test('imported lives are in no rate, and have answer times of their own', async () => {
  const answer = await figures(city.ledger, {
    from: '2026-01-01',
    to: '2026-01-31',
    scope: WHOLE_INSTALLATION,
    today: TODAY,
  });
  expect(answer.imported).toMatchObject([
    { source: 'replies', stored: 3, answered: 3, daysToAnswer: { mean: 17.67, p50: 10, p90: 34, max: 40 } },
  ]);
});

test('the same period a year earlier stands beside, in points and in per cent', async () => {
  const request = { scope: WHOLE_INSTALLATION, today: TODAY };
  const now = await figures(city.ledger, { ...request, from: '2026-01-01', to: '2026-02-28', compare: true });
  const then = await figures(city.ledger, { ...request, from: '2025-01-01', to: '2025-02-28' });
  expect(now.received.before?.submissions).toBe(then.received.submissions);
  for (const [at, { before }] of now.indicators.entries()) expect(before?.value).toBe(then.indicators[at]?.value);
});

describe('over HTTP', () => {
  let server: Server<Caller>;
  beforeAll(async () => {
    const { ledger } = city;
    server = await buildServer<Caller>({ title: 'test', version: '0', authorise: createAuthorise(ledger) });
    mountAccounts(server, ledger, () => 'http://localhost');
    mountFigures(server, ledger);
  });
  afterAll(() => server?.close());

  async function signedIn(body: string, role: string): Promise<Record<string, string>> {
    const { rows } = await city.ledger.pool.query<{ login: string }>(
      'select login from account where body = $1 and $2 = any(roles) order by login limit 1',
      [body, role],
    );
    const response = await server.inject({
      method: 'POST',
      url: '/api/session',
      payload: { login: rows[0]?.login, password: PASSWORD },
    });
    const cookie = response.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    return { cookie };
  }

  test('an officer of the city office reads them, opens a number, and the reading is logged', async () => {
    const headers = await signedIn('city-petition', 'dispatcher');
    const url = '/api/figures?from=2026-01-01&to=2026-03-31&compare=year';
    const response = await server.inject({ url, headers });
    expect(response.statusCode).toBe(200);
    const answer = response.json<FiguresAnswer>();
    const part = answer.indicators.flatMap(({ parts }) => parts).find(({ count }) => count > 0 && count < 100);
    const query = new URLSearchParams(part?.list.query ?? {});
    const list = await server.inject({ url: `${part?.list.path}?${query}&limit=100`, headers });
    expect(list.statusCode).toBe(200);
    expect(list.json().rows).toHaveLength(part?.count ?? -1);
    const { rows } = await city.ledger.pool.query(`select 1 from read_log where verb = 'figures.list'`);
    expect(rows).not.toEqual([]);
  });

  test('a period that cannot be is refused by name, and so is somebody without the post', async () => {
    const headers = await signedIn('city-petition', 'dispatcher');
    const back = await server.inject({ url: '/api/figures?from=2026-02-01&to=2026-01-01', headers });
    expect([back.statusCode, back.json().error.field]).toEqual([422, 'to']);
    const wrong = await server.inject({ url: '/api/figures?from=2026-02-30&to=2026-03-01', headers });
    expect(wrong.statusCode).toBe(400);
    const lost = await server.inject({
      url: '/api/figures/list?indicator=received&from=2026-01-01&to=2026-02-01&cursor=xx',
      headers,
    });
    expect([lost.statusCode, lost.json().error.code]).toEqual([422, 'cursor']);
    const clerk = await signedIn('city-petition', 'clerk');
    expect((await server.inject({ url: '/api/figures?from=2026-01-01&to=2026-02-01' })).statusCode).toBe(401);
    const { rows } = await city.ledger.pool.query<{ only: boolean }>(
      `select roles = '{clerk}' as only from account where body = 'city-petition' and 'clerk' = any(roles) order by login limit 1`,
    );
    if (rows[0]?.only) {
      const url = '/api/figures?from=2026-01-01&to=2026-02-01';
      expect((await server.inject({ url, headers: clerk })).statusCode).toBe(403);
    }
  });
});
