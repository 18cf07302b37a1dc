import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refused } from '../../../test/edge/hands.ts';
import { registered, type Staff, staffOf, upTo, well } from '../../../test/life/steps.ts';
import { type EmptyCity, type Hand, openEmptyCity } from '../../../test/world/empty-city.ts';

let city: EmptyCity;
let admin: Hand;
let security: Hand;

beforeAll(async () => {
  city = await openEmptyCity();
  admin = await city.officer('city-petition', 'admin');
  security = await city.officer('city-petition', 'security');
});
afterAll(() => city?.close());

const newcomer = (login: string, more: object = {}) => ({
  body: 'd01-housing',
  login,
  name: '许知远',
  title: '承办人',
  phone: '2217',
  roles: ['handler'],
  ...more,
});

interface Made {
  readonly id: string;
  readonly password: string;
}
async function make(login: string, more: object = {}): Promise<Made> {
  const { json } = await well(admin.post('/api/admin/accounts', newcomer(login, more)));
  return { id: String(json.id), password: String(json.password) };
}

const enter = (login: string, password: string) => city.stranger.post('/api/session', { login, password });

interface Seen {
  readonly id: string;
  readonly roles: readonly string[];
  readonly endedOn: string | null;
  readonly mustChange: boolean;
  readonly sessions: number;
  readonly inHand: number;
}
async function seen(body: string, id: string): Promise<Seen | undefined> {
  const { json } = await well(admin.get(`/api/admin/accounts?body=${body}`));
  return (json.accounts as Seen[]).find((one) => one.id === id);
}
async function waiting(hand: Hand): Promise<{ id: string; kind: string; mine: boolean; account: { id: string } }[]> {
  const { json } = await well(hand.get('/api/admin/accounts'));
  return json.orders as { id: string; kind: string; mine: boolean; account: { id: string } }[];
}
async function orderOf(hand: Hand, account: string) {
  const order = (await waiting(hand)).find((one) => one.account.id === account);
  if (!order) throw new Error('no order');
  return order;
}
const decide = (hand: Hand, order: string, confirm: boolean) =>
  hand.post(`/api/admin/account-orders/${order}/decide`, { confirm });

describe('accounts', () => {
  it('are made with a first password that is told once and must be changed before any work', async () => {
    const { id, password } = await make('xuzhiyuan');
    const entered = await well(enter('XuZhiyuan', password));
    expect(entered.json).toMatchObject({ mustChange: true, roles: ['handler'] });
    expect(await seen('d01-housing', id)).toMatchObject({ mustChange: true, sessions: 1, inHand: 0, endedOn: null });
    const { rows } = await city.ledger.pool.query<{ verb: string; actor: string }>(
      `select verb, actor from audit where stream = $1`,
      [`account/${id}`],
    );
    expect(rows).toMatchObject([{ verb: 'account.create', actor: expect.stringMatching(/^staff:/) }]);
  });

  it('are made once, however often the request is repeated because its answer was lost', async () => {
    const ask = (key: string) => admin.post('/api/admin/accounts', newcomer('ouyangxiu'), key);
    const [once, again] = [await well(ask('one-intention')), await well(ask('one-intention'))];
    expect(again.json).toEqual(once.json);
    expect((await enter('ouyangxiu', String(again.json.password))).status).toBe(200);
    expect(await refused(ask('another-intention'))).toMatchObject({ code: 'login-taken' });
  });

  it.each<[string, object, string, string]>([
    ['a login with capitals in the midst of signs', { login: 'x!' }, 'login-form', 'login'],
    ['no post', { roles: [] }, 'no-role', 'roles'],
    ['an administrator who handles cases', { roles: ['admin', 'handler'] }, 'roles-apart', 'roles'],
    ['two posts that administer', { roles: ['security', 'auditor'] }, 'roles-apart', 'roles'],
    ['a body that is not there', { body: 'nowhere' }, 'no-account', 'body'],
    ['a login that is taken', { login: 'xuzhiyuan' }, 'login-taken', 'login'],
  ])('are refused with the field: %s', async (_what, more, code, field) => {
    expect(await refused(admin.post('/api/admin/accounts', { ...newcomer('another'), ...more }))).toMatchObject({
      code,
      field,
    });
  });

  it('are within the administrator’s own place', async () => {
    const district = await city.officer('d01-petition', 'admin');
    expect((await district.get('/api/admin/accounts?body=d01-housing')).status).toBe(200);
    expect(await refused(district.get('/api/admin/accounts?body=d02-housing'))).toMatchObject({ status: 404 });
    const there = newcomer('elsewhere', { body: 'd02-housing' });
    expect(await refused(district.post('/api/admin/accounts', there))).toMatchObject({ code: 'no-account' });
  });

  it('with a post that administers work only once the security officer has confirmed it', async () => {
    const { id, password } = await make('songci', { body: 'city-petition', roles: ['auditor'] });
    expect((await seen('city-petition', id))?.roles).toEqual([]);
    expect((await well(enter('songci', password))).json.roles).toEqual([]);
    const order = await orderOf(admin, id);
    expect(order.mine).toBe(false);
    expect(await refused(decide(admin, order.id, true))).toMatchObject({ status: 403, code: 'not-your-post' });
    expect((await orderOf(security, id)).mine).toBe(true);
    await well(decide(security, order.id, true));
    expect((await seen('city-petition', id))?.roles).toEqual(['auditor']);
    expect(await refused(decide(security, order.id, true))).toMatchObject({ code: 'no-order' });
  });

  it('lose a post at once, and gain one that administers only by two', async () => {
    const { id } = await make('baijuyi', { roles: ['handler', 'head'] });
    const person = { name: '白乐天', title: '科长', phone: '2218' };
    const change = (roles: string[]) => admin.send('PUT', `/api/admin/accounts/${id}`, { ...person, roles });
    expect((await well(change(['handler']))).json).toMatchObject({ waits: false });
    expect((await seen('d01-housing', id))?.roles).toEqual(['handler']);
    expect((await well(change(['admin']))).json).toMatchObject({ waits: true });
    expect((await seen('d01-housing', id))?.roles).toEqual(['handler']);
    expect(await refused(change(['security']))).toMatchObject({ code: 'order-waits' });
    await well(decide(security, (await orderOf(security, id)).id, false));
    expect((await seen('d01-housing', id))?.roles).toEqual(['handler']);
  });
});

describe('a lost password', () => {
  it('is given anew by two: the old one and every session end, and the holder sets an own one', async () => {
    const { id, password } = await make('sushi');
    await well(enter('sushi', password));
    const { json } = await well(admin.post(`/api/admin/accounts/${id}/reset`));
    expect(json.password).toBeUndefined();
    expect((await enter('sushi', password)).status).toBe(200);
    expect(await refused(admin.post(`/api/admin/accounts/${id}/reset`))).toMatchObject({ code: 'order-waits' });
    const told = await well(decide(security, (await orderOf(security, id)).id, true));
    expect((await enter('sushi', password)).status).toBe(401);
    expect(await seen('d01-housing', id)).toMatchObject({ sessions: 0, mustChange: true });
    const entered = await well(enter('sushi', String(told.json.password)));
    expect(entered.json).toMatchObject({ mustChange: true });
  });

  it('of the security officer is confirmed by another security officer, never by the same', async () => {
    const { id } = await make('wanganshi', { body: 'city-petition', roles: ['security'] });
    await well(decide(security, (await orderOf(security, id)).id, true));
    const { rows } = await city.ledger.pool.query<{ id: string }>(
      `select id from account where roles = '{security}' and id <> $1 limit 1`,
      [id],
    );
    const own = String(rows[0]?.id);
    await well(admin.post(`/api/admin/accounts/${own}/reset`));
    const order = await orderOf(security, own);
    expect(order.mine).toBe(false);
    expect(await refused(decide(security, order.id, true))).toMatchObject({ code: 'second-person' });
  });
});

describe('whoever leaves', () => {
  let staff: Staff;

  it('keeps the account until nothing is in their hands alone', async () => {
    staff = await staffOf(city);
    const { id, password } = await make('dufu');
    await well(enter('dufu', password));
    const { matter } = await registered(staff, '屋顶漏雨');
    await upTo('accepted', staff, matter);
    await well(staff.head.post(`/api/matters/${matter}/name-handler`, { assignment: 'a1', account: id }));
    expect(await refused(admin.post(`/api/admin/accounts/${id}/end`))).toMatchObject({ status: 409, code: 'in-hand' });
    expect((await seen('d01-housing', id))?.inHand).toBe(1);
    const other = await make('libai');
    await well(staff.head.post('/api/handover', { from: id, to: other.id, unrelated: true }));
    await well(admin.post(`/api/admin/accounts/${id}/end`));
    expect((await enter('dufu', password)).status).toBe(401);
    expect(await seen('d01-housing', id)).toMatchObject({ endedOn: '2026-03-02', sessions: 0 });
    expect(await refused(admin.post(`/api/admin/accounts/${id}/end`))).toMatchObject({ code: 'account-ended' });
  });

  it('is not the last who could give accounts, nor does anybody end their own', async () => {
    const { rows } = await city.ledger.pool.query<{ id: string }>(
      `select id from account where roles = '{admin}' and body = 'city-petition'`,
    );
    const own = String(rows[0]?.id);
    expect(await refused(admin.post(`/api/admin/accounts/${own}/end`))).toMatchObject({ code: 'own-account' });
    const person = { name: '管理员', title: '', phone: '', roles: ['clerk'] };
    expect(await refused(admin.send('PUT', `/api/admin/accounts/${own}`, person))).toMatchObject({
      code: 'own-account',
    });
  });

  it('has every session ended where one is left open somewhere', async () => {
    const { id, password } = await make('wangwei');
    const { json } = await well(enter('wangwei', password));
    const read = () =>
      city.server.inject({ method: 'GET', url: '/api/session', headers: { authorization: `Bearer ${json.token}` } });
    expect((await read()).statusCode).toBe(200);
    expect((await well(security.post(`/api/admin/accounts/${id}/end-sessions`))).json.ended).toBe(1);
    expect((await read()).statusCode).toBe(401);
  });
});
