import { afterAll, beforeAll, expect, it } from 'vitest';
import { well } from '../../../test/life/steps.ts';
import { type EmptyCity, type Hand, openEmptyCity } from '../../../test/world/empty-city.ts';

let city: EmptyCity;
let security: Hand;
let handler: Hand;

beforeAll(async () => {
  city = await openEmptyCity();
  security = await city.officer('d01-petition', 'security');
  handler = await city.officer('d01-housing', 'handler');
});
afterAll(() => city?.close());

const set = (hand: Hand, posts: readonly string[]) => hand.send('PUT', '/api/admin/factor-posts', { posts });
const confirmed = (account: string) =>
  city.database.pool.query(
    `insert into account_factor (account, secret, made_at, confirmed_at) values ($1, '\\x00', now(), now())`,
    [account],
  );

it('is demanded of nobody until the security officer says so, and of nobody else’s saying', async () => {
  expect((await well(handler.get('/api/session'))).json.mustAddFactor).toBe(false);
  expect((await well(security.get('/api/admin/factor-posts'))).json).toEqual({ posts: [] });
  expect((await set(await city.officer('d01-petition', 'admin'), ['handler'])).status).toBe(403);
  expect((await set(security, ['nobody'])).status).toBe(400);
});

it('whoever holds a named post without one can set it up, and nothing else', async () => {
  await well(set(security, ['handler', 'handler']));
  expect((await well(security.get('/api/admin/factor-posts'))).json).toEqual({ posts: ['handler'] });
  expect((await well(handler.get('/api/session'))).json).toMatchObject({ mustAddFactor: true, secondFactor: false });
  for (const address of ['/api/desk', '/api/matters', '/api/session/all', '/api/session/substitutes']) {
    const { status, json } = await handler.get(address);
    expect([address, status, json.error?.code]).toEqual([address, 403, 'add-factor-first']);
  }
  expect((await handler.get('/desk/print/ledger')).status).toBe(303);
  expect((await well(handler.post('/api/session/factor'))).json.secret).toMatch(/^[A-Z2-7]{32}$/);
  /* Whoever holds another post alone goes on as before. */
  await well((await city.officer('d01-housing', 'head')).get('/api/desk'));
});

it('with one they work on, and cannot put it away', async () => {
  await city.database.pool.query(`delete from account_factor where account = 'd01-housing.handler'`);
  await confirmed('d01-housing.handler');
  expect((await well(handler.get('/api/session'))).json).toMatchObject({ mustAddFactor: false, secondFactor: true });
  await well(handler.get('/api/desk'));
  const gone = await handler.post('/api/session/factor/remove', { password: 'x', code: '123456' });
  expect([gone.status, gone.json.error?.code]).toEqual([409, 'factor-demanded']);
});

it('a post one only stands in for takes it as well', async () => {
  await city.officer('d01-housing', 'clerk');
  const clerk = await city.officer('d01-housing', 'clerk');
  await well(
    handler.post('/api/session/substitutes', {
      substitute: 'd01-housing.clerk',
      from: '2026-03-02',
      to: '2026-03-03',
    }),
  );
  expect((await clerk.get('/api/desk')).json.error?.code).toBe('add-factor-first');
});

it('the trail says who changed it, from what to what', async () => {
  await well(set(security, []));
  await well(handler.get('/api/desk'));
  const { rows } = await city.database.pool.query(
    `select actor, detail from audit where verb = 'factor-posts.set' order by at`,
  );
  expect(rows.at(-1)).toEqual({
    actor: 'staff:d01-petition.security',
    detail: { before: ['handler'], after: [] },
  });
});
