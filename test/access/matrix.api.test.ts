import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCOUNT_TEXTS } from '../../src/actors/accounts/accounts.texts.ts';
import { holds, PERMISSIONS, type Permission } from '../../src/domain/permission.ts';
import { ROLES } from '../../src/domain/vocabulary.ts';
import { escapeHtml } from '../../src/platform/http/html.ts';
import type { RouteContract } from '../../src/platform/http/route.contract.ts';
import { routesOf } from '../../src/platform/http/server.ts';
import { registered, staffOf } from '../life/steps.ts';
import { type EmptyCity, type Hand, openEmptyCity } from '../world/empty-city.ts';
import { by, petitionerOf } from '../world/people.ts';

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
