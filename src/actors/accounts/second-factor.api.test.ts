import { TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refused } from '../../../test/edge/hands.ts';
import { well } from '../../../test/life/steps.ts';
import { type Answer, type EmptyCity, type Hand, openEmptyCity } from '../../../test/world/empty-city.ts';

let city: EmptyCity;
let admin: Hand;
let security: Hand;
const PASSWORD = 'hongyi-buke-bu-hongyi';

beforeAll(async () => {
  city = await openEmptyCity();
  admin = await city.officer('city-petition', 'admin');
  security = await city.officer('city-petition', 'security');
});
afterAll(() => city?.close());

/** A handler with a password of their own, and a session by its token. */
async function officer(login: string) {
  const roles = ['handler'];
  const { json } = await well(
    admin.post('/api/admin/accounts', { body: 'd01-housing', login, name: '许知远', phone: '', title: '', roles }),
  );
  const first = await well(enter(login, String(json.password)));
  const token = String(first.json.token);
  await well(by(token, 'POST', '/api/session/password', { current: json.password, password: PASSWORD }));
  return { id: String(json.id), login, token };
}

const enter = (login: string, password: string) => city.stranger.post('/api/session', { login, password });

/** A request by a program that holds this token. */
async function by(token: string, method: 'GET' | 'POST', url: string, payload?: object): Promise<Answer> {
  const response = await city.server.inject({
    method,
    url,
    headers: { authorization: `Bearer ${token}` },
    ...(payload === undefined ? {} : { payload }),
  });
  return { status: response.statusCode, json: response.json(), text: response.body };
}

/** The app on the telephone, at the city's time. */
function appOf(secret: string): () => string {
  const totp = new TOTP({ secret, digits: 6, period: 30 });
  return () => totp.generate({ timestamp: city.clock.now().getTime() });
}

/** Sets the factor up, and lets the next interval begin. */
async function withFactor(login: string) {
  const one = await officer(login);
  const { json } = await well(by(one.token, 'POST', '/api/session/factor'));
  const code = appOf(String(json.secret));
  await well(by(one.token, 'POST', '/api/session/factor/confirm', { code: code() }));
  city.clock.advance(30_000);
  return { ...one, code };
}

describe('a second factor', () => {
  it('counts once a code of it was given, and from then on the password alone opens nothing', async () => {
    const one = await officer('xuzhiyuan');
    const begun = await well(by(one.token, 'POST', '/api/session/factor'));
    expect(begun.json.address).toContain('otpauth://totp/');
    expect((await well(enter('xuzhiyuan', PASSWORD))).json.token).toBeDefined();
    const code = appOf(String(begun.json.secret));
    const wrong = await refused(by(one.token, 'POST', '/api/session/factor/confirm', { code: '000000' }));
    expect(wrong).toMatchObject({ status: 401, code: 'code-wrong', field: 'code' });
    const on = await well(by(one.token, 'POST', '/api/session/factor/confirm', { code: code() }));
    expect(on.json.secondFactor).toBe(true);
    const half = await well(enter('xuzhiyuan', PASSWORD));
    expect(half.json).toEqual({ ticket: expect.any(String), steps: ['code'] });
    city.clock.advance(30_000);
    const whole = await well(city.stranger.post('/api/session/second', { ticket: half.json.ticket, code: code() }));
    expect(whole.json).toMatchObject({ account: { name: '许知远' }, secondFactor: true });
    const { rows } = await city.ledger.pool.query<{ secret: Buffer }>('select secret from account_factor');
    expect(rows[0]?.secret.toString('latin1')).not.toContain(String(begun.json.secret));
  });

  it('takes each code once, none that is too old, and no ticket that waited too long', async () => {
    const { login, code } = await withFactor('baijuyi');
    const ticket = async () => String((await well(enter(login, PASSWORD))).json.ticket);
    const second = (given: string, one: string) =>
      city.stranger.post('/api/session/second', { ticket: one, code: given });
    const used = code();
    await well(second(used, await ticket()));
    expect(await refused(second(used, await ticket()))).toMatchObject({ code: 'code-wrong' });
    const old = code();
    city.clock.advance(120_000);
    expect(await refused(second(old, await ticket()))).toMatchObject({ code: 'code-wrong' });
    const late = await ticket();
    city.clock.advance(301_000);
    expect(await refused(second(code(), late))).toMatchObject({ code: 'ticket-over' });
    for (const forged of ['x', `${late}x`, Buffer.from('{"account":"a"}').toString('base64url')])
      expect(await refused(second(code(), forged))).toMatchObject({ code: 'ticket-over' });
  });

  it('is not guessed: wrong codes wait longer and longer, whatever the ticket', async () => {
    const { login } = await withFactor('dumu');
    const answers: number[] = [];
    for (let at = 0; at < 8; at++) {
      const { json } = await well(enter(login, PASSWORD));
      answers.push((await city.stranger.post('/api/session/second', { ticket: json.ticket, code: '123456' })).status);
    }
    expect(answers.filter((status) => status === 429).length).toBeGreaterThan(1);
    expect(answers.at(0)).toBe(401);
  });

  it('is put away with password and code together, and set up anew', async () => {
    const { token, code } = await withFactor('libai');
    expect(await refused(by(token, 'POST', '/api/session/factor'))).toMatchObject({ code: 'factor-there' });
    const remove = (password: string, given: string) =>
      by(token, 'POST', '/api/session/factor/remove', { password, code: given });
    expect(await refused(remove('wrong-password-1', code()))).toMatchObject({ field: 'password' });
    expect(await refused(remove(PASSWORD, '000000'))).toMatchObject({ field: 'code' });
    const off = await well(remove(PASSWORD, code()));
    expect(off.json.secondFactor).toBe(false);
    expect((await well(enter('libai', PASSWORD))).json.token).toBeDefined();
  });

  it('is lost with the telephone: two administrators give a new first password, and the factor is gone', async () => {
    const { id, login } = await withFactor('sushi');
    await well(admin.post(`/api/admin/accounts/${id}/reset`));
    const { json } = await well(security.get('/api/admin/accounts'));
    const order = (json.orders as { id: string; account: { id: string } }[]).find((one) => one.account.id === id);
    const told = await well(security.post(`/api/admin/account-orders/${order?.id}/decide`, { confirm: true }));
    expect((await well(enter(login, String(told.json.password)))).json).toMatchObject({
      mustChange: true,
      secondFactor: false,
    });
  });
});

describe('one’s own sessions', () => {
  it('are listed, and ended everywhere else', async () => {
    const one = await officer('wangwei');
    const other = String((await well(enter('wangwei', PASSWORD))).json.token);
    const { json } = await well(by(one.token, 'GET', '/api/session/all'));
    expect((json.sessions as { here: boolean }[]).map(({ here }) => here).sort()).toEqual([false, true]);
    expect((await well(by(one.token, 'POST', '/api/session/end-others'))).json.ended).toBe(1);
    expect((await by(other, 'GET', '/api/session')).status).toBe(401);
    expect((await by(one.token, 'GET', '/api/session')).status).toBe(200);
  });
});
