import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { openTestDatabase, type TestDatabase } from '../../../test/world/database.ts';
import { type Body, directoryOf } from '../../domain/bodies.ts';
import { nationalCalendar } from '../../domain/national-calendar.ts';
import { NATIONAL_ONLY } from '../../domain/packs.ts';
import type { Permission } from '../../domain/permission.ts';
import type { Role } from '../../domain/vocabulary.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { settableClock } from '../../platform/clock/clock.ts';
import { mount } from '../../platform/http/mount.ts';
import { defineRoute, type RouteContract } from '../../platform/http/route.contract.ts';
import { buildServer, type Server } from '../../platform/http/server.ts';
import { clearExpired } from '../../platform/jobs/daily.ts';
import { keyringOf } from '../../platform/secrets/keyring.ts';
import { saveBodies } from '../bodies/server/public.ts';
import {
  type Caller,
  createAuthorise,
  endPass,
  findPass,
  hitLimit,
  issuePass,
  mountAccounts,
  saveAccounts,
} from './server/public.ts';

const START = '2026-03-02T01:00:00Z';
const clock = settableClock(START);
const keyring = keyringOf(Buffer.alloc(32, 7));
const PASSWORD = '石桥边的第三棵榕树';

function body(id: string): Body {
  const said = { zh: `${id}单位`, en: `Body ${id}` };
  const rest = { code: id, subjects: [], superiors: [], phone: '0900-868 1200', address: said, hours: said };
  return { id, kind: 'department', level: 'district', division: '990101', name: said, short: said, ...rest };
}

function post(login: string, bodyId: string, roles: readonly Role[], mustChange = false) {
  const title = { zh: '承办人', en: 'Handler' };
  const id = `a-${login}`;
  return { id, login, body: bodyId, name: login, title, phone: '0900-868 2217', roles, password: PASSWORD, mustChange };
}

const probe = (permission: Permission, path: `/api/${string}`, method: 'GET' | 'POST' = 'POST') =>
  defineRoute({
    method,
    path,
    summary: 'Says who calls',
    permission,
    audit: 'probe',
    response: z.object({ caller: z.unknown() }),
  } satisfies RouteContract<Permission>);

let database: TestDatabase;
let server: Server<Caller>;

beforeAll(async () => {
  database = await openTestDatabase();
  const { pool } = database;
  const bodies = [body('housing'), body('street')];
  await saveBodies(pool, bodies);
  await saveAccounts(pool, [
    post('shenpeiwen', 'housing', ['handler']),
    post('luqingyan', 'housing', ['head']),
    post('dingyichuan', 'street', ['admin']),
    post('xinren', 'street', ['handler'], true),
  ]);
  const ledger: Ledger = {
    pool,
    keyring,
    clock,
    reference: { bodies: directoryOf(bodies), calendar: nationalCalendar, packs: NATIONAL_ONLY },
  };
  server = await buildServer<Caller>({
    title: 'test',
    version: '0',
    authorise: createAuthorise({ pool, clock }),
    trustProxy: true,
  });
  mountAccounts(server, ledger, () => 'http://localhost');
  mount(server, probe('cases', '/api/probe/cases'), ({ actor }) => ({ caller: actor }));
  mount(server, probe('audit', '/api/probe/audit', 'GET'), ({ actor }) => ({ caller: actor }));
  mount(server, probe('petitioner', '/api/probe/petitioner'), ({ actor }) => ({ caller: actor }));
  mount(server, probe('anyone', '/api/probe/anyone'), ({ actor }) => ({ caller: actor ?? null }));
  mount(server, { ...probe('staff', '/api/probe/unknown'), permission: 'everything' }, () => ({ caller: null }));
});

afterAll(async () => {
  await server?.close();
  await database?.close();
});

beforeEach(async () => {
  clock.set(START);
  await database.pool.query('delete from rate_limit');
  await database.pool.query('delete from session');
});

function signIn(login: string, password: string, address = '198.51.100.4') {
  return server.inject({
    method: 'POST',
    url: '/api/session',
    headers: { 'x-forwarded-for': address },
    payload: { login, password },
  });
}

async function enter(login: string): Promise<{ cookies: { hs: string }; csrf: string; token: string }> {
  const answer = await signIn(login, PASSWORD);
  const { csrf, token } = answer.json<{ csrf: string; token: string }>();
  return { cookies: { hs: answer.cookies.find(({ name }) => name === 'hs')?.value ?? '' }, csrf, token };
}

const codeOf = (answer: { json(): { error?: { code: string } } }) => answer.json().error?.code;

describe('signing in', () => {
  it('says who one is and sets a cookie no script can read', async () => {
    const answer = await signIn(' ShenPeiwen ', PASSWORD);
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({
      account: { id: 'a-shenpeiwen', name: 'shenpeiwen', title: { zh: '承办人', en: 'Handler' } },
      body: { id: 'housing', name: body('housing').name, short: body('housing').short },
      roles: ['handler'],
      csrf: expect.stringMatching(/^[\w-]{43}$/),
      secondFactor: false,
      factors: [],
      passkeysHere: true,
      mustChange: false,
      mustAddFactor: false,
      expiresAt: '2026-03-02T13:00:00.000Z',
      token: expect.stringMatching(/^[\w-]{43}$/),
      failedTries: 0,
    });
    const [cookie] = answer.cookies;
    expect(cookie).toMatchObject({ name: 'hs', httpOnly: true, sameSite: 'Lax', path: '/' });
    const { rows } = await database.pool.query('select * from session');
    expect(JSON.stringify(rows)).not.toContain(cookie?.value);
  });

  it('answers a wrong password and an unknown login alike', async () => {
    const [wrong, unknown] = [await signIn('luqingyan', 'wrong'), await signIn('nobody', 'wrong')];
    expect([wrong.statusCode, unknown.statusCode]).toEqual([401, 401]);
    const said = (answer: typeof wrong) => answer.json<{ error: { said: unknown } }>().error.said;
    expect(said(wrong)).toEqual(said(unknown));
    expect(wrong.cookies).toEqual([]);
    expect((await signIn('luqingyan', PASSWORD)).json()).toMatchObject({ failedTries: 1 });
    expect((await signIn('luqingyan', PASSWORD)).json()).toMatchObject({ failedTries: 0 });
  });

  it.each(['shenpeiwen', 'nobody'])(
    'makes whoever guesses at %s wait, but nobody at another address',
    async (login) => {
      for (let at = 0; at < 5; at++) expect((await signIn(login, 'wrong')).statusCode).toBe(401);
      const waiting = await signIn(login, PASSWORD);
      expect([waiting.statusCode, waiting.headers['retry-after'], codeOf(waiting)]).toEqual([429, '1', 'wait']);
      expect((await signIn(login, 'wrong', '203.0.113.9')).statusCode).toBe(401);
      clock.advance(1000);
      expect((await signIn(login, 'wrong')).statusCode).toBe(401);
      expect((await signIn(login, 'wrong')).headers['retry-after']).toBe('2');
      clock.advance(2000);
      expect((await signIn(login, PASSWORD)).statusCode).toBe(login === 'nobody' ? 401 : 200);
    },
  );

  it('forgets failures after a quarter of an hour, and at once after the right password', async () => {
    for (let at = 0; at < 4; at++) await signIn('shenpeiwen', 'wrong');
    expect((await signIn('shenpeiwen', PASSWORD)).json()).toMatchObject({ failedTries: 4 });
    for (let at = 0; at < 5; at++) expect((await signIn('shenpeiwen', 'wrong')).statusCode).toBe(401);
    clock.advance(15 * 60_000);
    for (let at = 0; at < 5; at++) expect((await signIn('shenpeiwen', 'wrong')).statusCode).toBe(401);
    expect((await signIn('shenpeiwen', PASSWORD)).statusCode).toBe(429);
  });

  it('lets no crowd of guesses through together', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => signIn('shenpeiwen', 'wrong')));
    expect(answers.filter(({ statusCode }) => statusCode === 401)).toHaveLength(5);
  });

  it('refuses a page of another site, and an account that has ended', async () => {
    const foreign = await server.inject({
      method: 'POST',
      url: '/api/session',
      headers: { 'sec-fetch-site': 'cross-site' },
      payload: { login: 'shenpeiwen', password: PASSWORD },
    });
    expect([foreign.statusCode, codeOf(foreign)]).toEqual([403, 'other-site']);
    await saveAccounts(database.pool, [post('gone', 'street', ['handler'])]);
    const { token } = await enter('gone');
    await database.pool.query(`update account set ended_on = '2026-03-01' where id = 'a-gone'`);
    expect((await signIn('gone', PASSWORD)).statusCode).toBe(401);
    const headers = { authorization: `Bearer ${token}` };
    expect((await server.inject({ url: '/api/session', headers })).statusCode).toBe(401);
  });
});

describe('a session', () => {
  it('speaks for its post: the cookie with the page’s token, the bearer without', async () => {
    const { cookies, csrf, token } = await enter('shenpeiwen');
    const call = (options: object) => server.inject({ method: 'POST', url: '/api/probe/cases', ...options });
    const caller = { kind: 'staff', account: 'a-shenpeiwen', body: 'housing', roles: ['handler'] };
    expect((await call({ cookies, headers: { 'x-csrf': csrf } })).json()).toEqual({ caller });
    expect((await call({ headers: { authorization: `Bearer ${token}` } })).json()).toEqual({ caller });
    expect(codeOf(await call({ cookies }))).toBe('stale-page');
    expect(codeOf(await call({ cookies, headers: { 'x-csrf': `${csrf}x` } }))).toBe('stale-page');
    const foreign = { 'x-csrf': csrf, 'sec-fetch-site': 'same-site' };
    expect(codeOf(await call({ cookies, headers: foreign }))).toBe('other-site');
    expect(codeOf(await call({}))).toBe('sign-in-first');
    expect(codeOf(await call({ headers: { authorization: `Bearer ${'A'.repeat(43)}` } }))).toBe('sign-in-first');
    expect(codeOf(await call({ headers: { authorization: 'Basic eA==' }, cookies }))).toBe('sign-in-first');
  });

  it('opens only what its post may: 403, not 401', async () => {
    const { cookies, csrf } = await enter('shenpeiwen');
    const audit = await server.inject({ url: '/api/probe/audit', cookies });
    expect([audit.statusCode, codeOf(audit)]).toEqual([403, 'not-your-post']);
    const headers = { 'x-csrf': csrf };
    const pass = await server.inject({ method: 'POST', url: '/api/probe/petitioner', cookies, headers });
    expect([pass.statusCode, codeOf(pass)]).toEqual([401, 'pass-first']);
    const unknown = await server.inject({ method: 'POST', url: '/api/probe/unknown', cookies, headers });
    expect(unknown.statusCode).toBe(403);
    const anyone = await server.inject({ method: 'POST', url: '/api/probe/anyone', cookies });
    expect(anyone.json()).toEqual({ caller: null });
  });

  it('ends after an idle hour, and after twelve hours however busy', async () => {
    const { cookies } = await enter('luqingyan');
    const status = async () => (await server.inject({ url: '/api/session', cookies })).statusCode;
    for (let minutes = 0; minutes < 12 * 60 - 59; minutes += 59) {
      clock.advance(59 * 60_000);
      expect(await status()).toBe(200);
    }
    clock.set('2026-03-02T13:00:00Z');
    expect(await status()).toBe(401);
    const idle = await enter('luqingyan');
    clock.advance(60 * 60_000);
    expect((await server.inject({ url: '/api/session', cookies: idle.cookies })).statusCode).toBe(401);
    clock.advance(12 * 3_600_000);
    await clearExpired(database.pool, clock.now());
    expect((await database.pool.query('select 1 from session')).rowCount).toBe(0);
  });

  it('ends at once when signed out, and the cookie goes', async () => {
    const { cookies, csrf } = await enter('luqingyan');
    const out = await server.inject({ method: 'DELETE', url: '/api/session', cookies, headers: { 'x-csrf': csrf } });
    expect(out.json()).toEqual({ signedOut: true });
    expect(out.cookies).toMatchObject([{ name: 'hs', value: '' }]);
    expect((await server.inject({ url: '/api/session', cookies })).statusCode).toBe(401);
  });
});

describe('one’s own password', () => {
  const change = (token: string, current: string, password: string) =>
    server.inject({
      method: 'POST',
      url: '/api/session/password',
      headers: { authorization: `Bearer ${token}` },
      payload: { current, password },
    });

  it('is set before the first work; the other sessions of the account end', async () => {
    const other = await enter('xinren');
    const { token } = await enter('xinren');
    const headers = { authorization: `Bearer ${token}` };
    const work = () => server.inject({ method: 'POST', url: '/api/probe/cases', headers });
    expect(codeOf(await work())).toBe('change-password-first');
    expect((await server.inject({ url: '/api/session', headers })).json()).toMatchObject({ mustChange: true });

    const refusals = [
      await change(token, 'not it', '一条河流过七座桥和集市'),
      await change(token, PASSWORD, 'short'),
      await change(token, PASSWORD, 'xinren 的新密码很长'),
      await change(token, PASSWORD, 'Password2026'),
      await change(token, PASSWORD, PASSWORD),
    ];
    expect(refusals.map((answer) => [answer.statusCode, codeOf(answer)])).toEqual([
      [422, 'old-password-wrong'],
      [422, 'password-too-short'],
      [422, 'password-holds-login'],
      [422, 'password-common'],
      [422, 'password-too-short'],
    ]);

    expect((await change(token, PASSWORD, '一条河流过七座桥和集市')).json()).toMatchObject({ mustChange: false });
    expect((await work()).statusCode).toBe(200);
    expect(codeOf(await change(token, '一条河流过七座桥和集市', '一条河流过七座桥和集市'))).toBe('password-unchanged');
    const otherStatus = await server.inject({ url: '/api/session', cookies: other.cookies });
    expect(otherStatus.statusCode).toBe(401);
    expect((await signIn('xinren', PASSWORD)).statusCode).toBe(401);
    expect((await signIn('xinren', '一条河流过七座桥和集市')).statusCode).toBe(200);
  });

  it('cannot be guessed from a desk left open', async () => {
    const { token } = await enter('luqingyan');
    for (let at = 0; at < 5; at++) expect((await change(token, `guess ${at}`, 'x')).statusCode).toBe(422);
    expect((await change(token, PASSWORD, '一条河流过七座桥和集市')).statusCode).toBe(429);
  });
});

describe('the staff of a body', () => {
  it('are named to their own colleagues and to administrators, without telephone or password', async () => {
    const list = async (login: string, of: string) => {
      const { cookies } = await enter(login);
      return server.inject({ url: `/api/accounts?body=${of}`, cookies });
    };
    expect((await list('luqingyan', 'housing')).json()).toEqual({
      accounts: ['luqingyan', 'shenpeiwen'].map((name) => ({
        id: `a-${name}`,
        name,
        title: { zh: '承办人', en: 'Handler' },
        roles: [name === 'luqingyan' ? 'head' : 'handler'],
      })),
    });
    expect((await list('luqingyan', 'street')).statusCode).toBe(403);
    expect((await list('dingyichuan', 'housing')).statusCode).toBe(200);
  });

  it('keep their password when they are saved again', async () => {
    await saveAccounts(database.pool, [{ ...post('luqingyan', 'housing', ['head']), password: 'another password' }]);
    expect((await signIn('luqingyan', PASSWORD)).statusCode).toBe(200);
  });
});

describe('a petitioner’s pass', () => {
  it('opens one submission for two hours', async () => {
    const { pool } = database;
    const given = { region: '990101', submission: '990101-2026-000417', clock };
    const { cookieValue, csrf } = await issuePass(pool, given);
    expect(await findPass(pool, cookieValue, clock)).toEqual({
      region: '990101',
      submission: '990101-2026-000417',
      csrf,
      limited: false,
      expiresAt: '2026-03-02T03:00:00.000Z',
    });
    const call = (headers: Record<string, string>) =>
      server.inject({ method: 'POST', url: '/api/probe/petitioner', cookies: { hp: cookieValue }, headers });
    expect((await call({ 'x-csrf': csrf })).json()).toEqual({
      caller: { kind: 'petitioner', submission: '990101-2026-000417' },
    });
    expect(codeOf(await call({}))).toBe('stale-page');
    const staffRoute = await server.inject({ url: '/api/session', cookies: { hs: cookieValue } });
    expect(staffRoute.statusCode).toBe(401);
    clock.advance(2 * 3_600_000);
    expect((await call({ 'x-csrf': csrf })).statusCode).toBe(401);
    clock.set(START);
    await endPass(pool, cookieValue);
    expect(await findPass(pool, cookieValue, clock)).toBeUndefined();
    expect(await findPass(pool, 'not a token', clock)).toBeUndefined();
  });
});

describe('a limit of tries', () => {
  it('counts by purpose and person within its window', async () => {
    const { pool } = database;
    const hit = (who: string) =>
      hitLimit(pool, keyring, { purpose: 'query-code', who, limit: 3, windowSeconds: 60, clock });
    expect([await hit('a'), await hit('a'), await hit('a'), await hit('a')]).toEqual([true, true, true, false]);
    expect(await hit('b')).toBe(true);
    clock.advance(60_000);
    expect(await hit('a')).toBe(true);
    const { rows } = await pool.query('select key from rate_limit');
    expect(rows).toHaveLength(2);
  });
});
