import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ACCOUNT_TEXTS } from '../../src/actors/accounts/accounts.texts.ts';
import { holds, mayRead, PERMISSIONS, type Permission } from '../../src/domain/permission.ts';
import { ROLES } from '../../src/domain/vocabulary.ts';
import { findState } from '../../src/ledger/read.ts';
import { matterRef } from '../../src/ledger/streams.ts';
import { exampleOf, type JsonSchema } from '../../src/platform/http/example.ts';
import { escapeHtml } from '../../src/platform/http/html.ts';
import type { RouteContract } from '../../src/platform/http/route.contract.ts';
import { routesOf } from '../../src/platform/http/server.ts';
import { registered, staffOf, well } from '../life/steps.ts';
import { type EmptyCity, type Hand, openEmptyCity } from '../world/empty-city.ts';
import { bodies, by, petitionerOf } from '../world/people.ts';

let city: EmptyCity;
const officers = new Map<string, Hand>();
let petitioner: Hand;
let own = '';

beforeAll(async () => {
  city = await openEmptyCity();
  for (const role of ROLES) officers.set(role, await city.officer('d01-petition', role));
  const { code, number } = await registered(await staffOf(city), '路灯不亮');
  petitioner = await city.petitioner(code, '1101');
  own = number;
});
afterAll(() => city?.close());

/** An address of the route with something in each of its places; nothing stands there. */
const addressOf = ({ path }: RouteContract, number = '990101-2026-000999') =>
  path
    .replace(':matter', '990101-2026-000999-1')
    .replace(':number', number)
    .replace(':year', '2031')
    .replace(/:\w+/g, 'x');

/** Calls a route with nothing in it; whoever is let in hears that the request is wrong, or that nothing is there. */
async function call(hand: Hand, route: RouteContract, number?: string): Promise<[number, string | undefined]> {
  const { status, json, text } = await hand.send(route.method, addressOf(route, number));
  if (route.answers !== 'page') return [status, json.error?.code];
  if (status === 303) return [status, LED_AWAY];
  const said = Object.entries(ACCOUNT_TEXTS).find(([, one]) => text.includes(escapeHtml(one.said.zh)));
  return [status, said?.[0]];
}

/** How somebody is told that they are not let in: a page may lead them away instead. */
function shut(route: RouteContract, status: number, code: string): [number, string] {
  const leads = route.answers === 'page' && Object.hasOwn(route.leads ?? {}, code);
  return leads ? [303, LED_AWAY] : [status, code];
}

const LED_AWAY = 'led-away';

/** Leaving ends what the next call needs. */
const LEAVING = ['DELETE /api/session', 'DELETE /api/follow'];

const LOCKED_OUT: readonly string[] = [
  LED_AWAY,
  'sign-in-first',
  'not-your-post',
  'pass-first',
  'other-site',
  'stale-page',
  'change-password-first',
  'add-factor-first',
];

describe('every address of the interface', () => {
  it('declares who may use it, what the audit calls it, and is declared once', () => {
    const routes = routesOf(city.server);
    expect(routes.length).toBeGreaterThan(45);
    for (const { permission, audit, path } of routes) {
      expect([path, Object.hasOwn(PERMISSIONS, permission)]).toEqual([path, true]);
      expect([path, /^[a-z]+([.-][a-z]+)*$/.test(audit)]).toEqual([path, true]);
    }
    const names = routes.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it('lets nobody in without a session, save where anybody may', async () => {
    for (const route of routesOf(city.server)) {
      const [status, code] = await call(city.stranger, route);
      const name = `${route.method} ${route.path}`;
      if (route.permission === 'anyone') expect([name, LOCKED_OUT.includes(code ?? '')]).toEqual([name, false]);
      else {
        const first = route.permission === 'petitioner' ? 'pass-first' : 'sign-in-first';
        expect([name, status, code]).toEqual([name, ...shut(route, 401, first)]);
      }
    }
  });

  it.each(ROLES)('lets %s in exactly where the post is named', async (role) => {
    const hand = officers.get(role) ?? city.stranger;
    for (const route of routesOf(city.server)) {
      const name = `${route.method} ${route.path}`;
      if (LEAVING.includes(name)) continue;
      const [status, code] = await call(hand, route);
      const allowed = holds(by('d01-petition', role), route.permission as Permission);
      if (allowed) expect([name, LOCKED_OUT.includes(code ?? '')]).toEqual([name, false]);
      else if (route.permission === 'petitioner')
        expect([name, status, code]).toEqual([name, ...shut(route, 401, 'pass-first')]);
      else expect([name, status, code]).toEqual([name, ...shut(route, 403, 'not-your-post')]);
    }
  });

  it('lets a petitioner in to what is theirs and what is anybody’s', async () => {
    for (const route of routesOf(city.server)) {
      const name = `${route.method} ${route.path}`;
      if (LEAVING.includes(name)) continue;
      const [status, code] = await call(petitioner, route, own);
      if (holds(petitionerOf('x'), route.permission as Permission))
        expect([name, LOCKED_OUT.includes(code ?? '')]).toEqual([name, false]);
      else expect([name, status, code]).toEqual([name, ...shut(route, 401, 'sign-in-first')]);
    }
  });

  it('writes nothing for whoever is not let in, nor for an empty request', async () => {
    const { rows } = await city.database.pool.query('select count(*)::int as n from stream');
    /* The one letter of beforeAll, and its matter. */
    expect(rows).toEqual([{ n: 2 }]);
  });
});

describe('every address that names a matter', () => {
  /** A request that the contract takes, made from its own schema. */
  const filledFor = ({ body }: RouteContract): object =>
    body === undefined ? {} : (exampleOf(z.toJSONSchema(body, { io: 'input' }) as JsonSchema) as object);

  it('answers whoever is out of scope that there is no such matter, whatever they send', async () => {
    const staff = await staffOf(city);
    const { matter, number } = await registered(staff, '别人的事');
    await well(staff.dispatcher.post(`/api/matters/${matter}/forward`, { to: 'd01-housing' }));
    const routes = routesOf(city.server).filter(
      ({ path, permission }) => permission === 'cases' && path.includes(':matter'),
    );
    expect(routes.length).toBeGreaterThan(20);
    const state = await findState(city.ledger, matterRef(matter));
    const [paper = ''] = Object.keys(state?.instruments ?? {});
    expect(paper).not.toBe('');
    let out = 0;
    for (const body of [
      'd01-petition',
      'd01-housing',
      'd01-land',
      'd02-petition',
      'd02-housing',
      'city-petition',
      'city-gov',
    ]) {
      for (const role of PERMISSIONS.cases) {
        const hand = await city.officer(body, role);
        const may = state !== undefined && mayRead(state, '990101', by(body, role), bodies);
        const page = await hand.get(`/api/matters/${matter}`);
        expect([body, role, page.status]).toEqual([body, role, may ? 200 : 404]);
        if (may) continue;
        out += 1;
        for (const route of routes) {
          const { path, method } = route;
          if (method === 'GET') {
            const read = await hand.get(path.replace(':matter', matter).replace(/:(paper|id)$/, paper));
            expect([body, role, path, read.status, read.text.includes('别人的事')]).toEqual([
              body,
              role,
              path,
              404,
              false,
            ]);
            continue;
          }
          const { status, json } = await hand.post(path.replace(':matter', matter), filledFor(route));
          expect([body, role, path, status, json.error?.code]).toEqual([body, role, path, 404, 'no-matter']);
        }
        const papers = await hand.post(`/api/submissions/${number}/papers`, { text: '补充' });
        expect([body, role, papers.status, papers.json.error?.code]).toEqual([body, role, 404, 'no-submission']);
      }
    }
    expect(out).toBeGreaterThan(30);
  }, 120_000);
});
