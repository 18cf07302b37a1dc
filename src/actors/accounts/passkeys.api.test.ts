import { TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refused } from '../../../test/edge/hands.ts';
import { well } from '../../../test/life/steps.ts';
import { type Answer, type EmptyCity, type Hand, openEmptyCity } from '../../../test/world/empty-city.ts';
import { type PasskeyDevice, passkeyDevice } from '../../../test/world/passkey-device.ts';
import { buildCityServer } from '../../app/build-server.ts';

let city: EmptyCity;
let admin: Hand;
let security: Hand;
const PASSWORD = 'hongyi-buke-bu-hongyi';
const HERE = 'localhost:80';

beforeAll(async () => {
  city = await openEmptyCity();
  admin = await city.officer('city-petition', 'admin');
  security = await city.officer('city-petition', 'security');
});
afterAll(() => city?.close());

interface Officer {
  readonly id: string;
  readonly login: string;
  readonly token: string;
}

/** Requests come from many places: those of one are limited, and that is not what is tested here. */
let places = 0;

async function send(
  method: 'GET' | 'POST',
  url: string,
  { token, payload, host = HERE }: { token?: string; payload?: object; host?: string } = {},
): Promise<Answer> {
  const response = await city.server.inject({
    method,
    url,
    remoteAddress: `203.0.113.${places++ % 250}`,
    headers: { host, ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
    ...(payload === undefined ? {} : { payload }),
  });
  return { status: response.statusCode, json: response.json(), text: response.body };
}

function newcomer(login: string): Promise<Answer> {
  const person = { login, name: '许知远', phone: '', title: '', roles: ['handler'] };
  return well(admin.post('/api/admin/accounts', { body: 'd01-housing', ...person }));
}

/** A handler with a password of their own, and a session by its token. */
async function officer(login: string): Promise<Officer> {
  const { json } = await newcomer(login);
  const first = await well(enter(login, String(json.password)));
  const token = String(first.json.token);
  await well(send('POST', '/api/session/password', { token, payload: { current: json.password, password: PASSWORD } }));
  return { id: String(json.id), login, token };
}

const enter = (login: string, password = PASSWORD, host = HERE) =>
  send('POST', '/api/session', { payload: { login, password }, host });

interface Options {
  readonly challenge: string;
  readonly rp: { readonly id: string };
  readonly rpId: string;
  readonly excludeCredentials: readonly { readonly id: string }[];
  readonly allowCredentials: readonly { readonly id: string }[];
}

async function optionsOf(answer: Promise<Answer>): Promise<Options & { host: string }> {
  const options = (await well(answer)).json.options as Options;
  return { ...options, host: options.rp?.id ?? options.rpId };
}

const begin = (token: string) => optionsOf(send('POST', '/api/session/passkeys/begin', { token }));
const keep = (token: string, credential: object, label = '单位的钥匙') =>
  send('POST', '/api/session/passkeys', { token, payload: { label, credential } });

async function add(one: Officer, device: PasskeyDevice, label?: string): Promise<string> {
  /* They are listed by their age. */
  city.clock.advance(1_000);
  await well(keep(one.token, device.create(await begin(one.token)), label));
  const { json } = await well(send('GET', '/api/session/passkeys', { token: one.token }));
  const passkeys = json.passkeys as { id: string }[];
  return passkeys.at(-1)?.id ?? '';
}

async function withPasskey(login: string): Promise<Officer & { device: PasskeyDevice; passkey: string }> {
  const one = await officer(login);
  const device = passkeyDevice();
  return { ...one, device, passkey: await add(one, device) };
}

const ticketOf = async (login: string) => String((await well(enter(login))).json.ticket);
const ask = (ticket: string) => optionsOf(send('POST', '/api/session/second/passkey/begin', { payload: { ticket } }));
const answer = (ticket: string, credential: object) =>
  send('POST', '/api/session/second/passkey', { payload: { ticket, credential } });
const remove = ({ token }: Officer, passkey: string, password = PASSWORD) =>
  send('POST', `/api/session/passkeys/${passkey}/remove`, { token, payload: { password } });
const demand = (...posts: readonly string[]) => well(security.send('PUT', '/api/admin/factor-posts', { posts }));

async function trailOf({ id }: Officer): Promise<readonly string[]> {
  const { rows } = await city.database.pool.query<{ verb: string }>(
    `select verb from audit where stream = $1 and verb like 'passkey.%' order by verb`,
    [`account/${id}`],
  );
  return rows.map(({ verb }) => verb);
}

/** The app on the telephone, at the city's time. */
function appOf(secret: string): () => string {
  const totp = new TOTP({ secret, digits: 6, period: 30 });
  return () => totp.generate({ timestamp: city.clock.now().getTime() });
}

describe('a passkey', () => {
  it('is added under a name, and from then on opens with the password what the password alone does not', async () => {
    const one = await officer('xuzhiyuan');
    const device = passkeyDevice();
    expect((await well(send('GET', '/api/session', { token: one.token }))).json).toMatchObject({
      secondFactor: false,
      factors: [],
      passkeysHere: true,
    });
    const options = await begin(one.token);
    expect(options).toMatchObject({ attestation: 'none', timeout: 120_000, excludeCredentials: [], host: 'localhost' });
    const on = await well(keep(one.token, device.create(options), ' 办公室电脑 '));
    expect(on.json).toMatchObject({ secondFactor: true, factors: ['passkey'] });
    const { json } = await well(send('GET', '/api/session/passkeys', { token: one.token }));
    const listed = { label: '办公室电脑', host: 'localhost', madeAt: expect.any(String), lastUsedAt: null };
    expect(json.passkeys).toEqual([{ id: expect.any(String), ...listed }]);

    const half = await well(enter(one.login));
    expect(half.json).toEqual({ ticket: expect.any(String), steps: ['passkey'] });
    const ticket = String(half.json.ticket);
    const asked = await ask(ticket);
    expect(asked.allowCredentials).toEqual([{ type: 'public-key', id: device.id, transports: [] }]);
    const whole = await well(answer(ticket, device.get(asked)));
    expect(whole.json).toMatchObject({ account: { name: '许知远' }, secondFactor: true });
    expect((await send('GET', '/api/session', { token: String(whole.json.token) })).status).toBe(200);
    const after = await well(send('GET', '/api/session/passkeys', { token: one.token }));
    expect(after.json.passkeys).toMatchObject([{ lastUsedAt: city.clock.now().toISOString() }]);
    expect(await trailOf(one)).toEqual(['passkey.add']);
    const shown = await admin.get('/api/admin/accounts?body=d01-housing');
    expect((shown.json.accounts as { id: string }[]).find(({ id }) => id === one.id)).toMatchObject({
      secondFactor: true,
    });
  });

  it('stands beside the codes of a telephone, and beside other passkeys', async () => {
    const one = await withPasskey('baijuyi');
    await well(send('POST', '/api/session/factor', { token: one.token }));
    await city.database.pool.query('update account_factor set confirmed_at = now() where account = $1', [one.id]);
    expect((await well(enter(one.login))).json.steps).toEqual(['code', 'passkey']);
    const second = passkeyDevice();
    const options = await begin(one.token);
    expect(options.excludeCredentials.map(({ id }) => id)).toEqual([one.device.id]);
    await well(keep(one.token, second.create(options)));
    const ticket = await ticketOf(one.login);
    await well(answer(ticket, second.get(await ask(ticket))));
  });

  it('is added once, ten at most, and only with a name', async () => {
    const one = await withPasskey('dumu');
    const again = one.device.create(await begin(one.token));
    expect(await refused(keep(one.token, again))).toMatchObject({ status: 409, code: 'passkey-there' });
    const made = passkeyDevice().create(await begin(one.token));
    for (const label of ['', '  ', '长'.repeat(41)]) expect((await keep(one.token, made, label)).status).toBe(400);
    for (let at = 1; at < 10; at++) await add(one, passkeyDevice(), `第${at}把`);
    expect(await refused(send('POST', '/api/session/passkeys/begin', { token: one.token }))).toMatchObject({
      code: 'passkeys-many',
    });
  });

  it('is taken only as an answer to what was asked, here and now', async () => {
    const one = await officer('wangbo');
    const device = passkeyDevice();
    const wrong = [
      { origin: 'https://evil.example' },
      { origin: 'http://localhost:8080' },
      { host: 'evil.example' },
      { challenge: Buffer.alloc(32, 1).toString('base64url') },
      { present: false },
    ];
    for (const twist of wrong) {
      const credential = device.create(await begin(one.token), twist);
      expect([twist, await refused(keep(one.token, credential))]).toMatchObject([twist, { code: 'passkey-wrong' }]);
    }
    const assertion = device.get(await begin(one.token));
    expect((await keep(one.token, assertion)).status).toBe(400);
    const made = device.create(await begin(one.token));
    city.clock.advance(121_000);
    expect(await refused(keep(one.token, made))).toMatchObject({ code: 'passkey-over' });
    const used = device.create(await begin(one.token));
    await well(keep(one.token, used));
    expect(await refused(keep(one.token, used))).toMatchObject({ code: 'passkey-over' });
  });
});

describe('signing in with a passkey', () => {
  it('takes each answer once', async () => {
    const { login, device } = await withPasskey('luyou');
    const ticket = await ticketOf(login);
    const signed = device.get(await ask(ticket));
    await well(answer(ticket, signed));
    expect(await refused(answer(ticket, signed))).toMatchObject({ status: 401, code: 'passkey-over' });
    await ask(ticket);
    expect(await refused(answer(ticket, signed))).toMatchObject({ code: 'passkey-wrong' });
    const late = device.get(await ask(ticket));
    city.clock.advance(121_000);
    expect(await refused(answer(ticket, late))).toMatchObject({ code: 'passkey-over' });
  });

  it('takes one of several answers that come at once', async () => {
    const { login, device } = await withPasskey('ouyangxiu');
    const ticket = await ticketOf(login);
    const signed = device.get(await ask(ticket));
    const answers = await Promise.all(Array.from({ length: 4 }, () => answer(ticket, signed)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401]);
  });

  it.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['another host', { host: 'evil.example' }],
    ['another challenge', { challenge: Buffer.alloc(32, 1).toString('base64url') }],
    ['nobody at the device', { present: false }],
    ['a count that stands still', { counter: 1 }],
    ['a count that goes back', { counter: 0 }],
  ])('takes no answer with %s', async (what, twist) => {
    const { login, device } = await withPasskey(
      `sign-${Object.keys(twist)[0]}${'counter' in twist ? twist.counter : ''}`,
    );
    const ticket = await ticketOf(login);
    expect([what, await refused(answer(ticket, device.get(await ask(ticket), twist)))]).toMatchObject([
      what,
      { status: 401, code: 'passkey-wrong' },
    ]);
    await well(answer(ticket, device.get(await ask(ticket))));
  });

  it('takes no count twice, and none at all from devices that do not count', async () => {
    const one = await officer('xinqiji');
    const silent = passkeyDevice({ counts: false });
    await add(one, silent);
    for (let at = 0; at < 2; at++) {
      const ticket = await ticketOf(one.login);
      await well(answer(ticket, silent.get(await ask(ticket))));
    }
    const ticket = await ticketOf(one.login);
    await well(answer(ticket, silent.get(await ask(ticket), { counter: 7 })));
    expect(await refused(answer(ticket, silent.get(await ask(ticket))))).toMatchObject({ code: 'passkey-wrong' });
  });

  it('takes no passkey of somebody else, and no signature by another key', async () => {
    const mine = await withPasskey('sushi');
    const theirs = await withPasskey('suzhe');
    const ticket = await ticketOf(mine.login);
    expect(await refused(answer(ticket, theirs.device.get(await ask(ticket))))).toMatchObject({
      code: 'passkey-wrong',
    });
    const forged = { ...theirs.device.get(await ask(ticket)), id: mine.device.id };
    expect(await refused(answer(ticket, forged))).toMatchObject({ code: 'passkey-wrong' });
    /* Nor the challenge of one account for a ticket of another. */
    const other = await ticketOf(theirs.login);
    const asked = await ask(other);
    await ask(ticket);
    expect(await refused(answer(ticket, mine.device.get(asked)))).toMatchObject({ code: 'passkey-wrong' });
  });

  it('needs a ticket that still stands, and is slowed like codes', async () => {
    const { login, device } = await withPasskey('liqingzhao');
    const late = await ticketOf(login);
    const signed = device.get(await ask(late));
    city.clock.advance(301_000);
    for (const ticket of ['x', late, `${late}x`]) {
      const begun = send('POST', '/api/session/second/passkey/begin', { payload: { ticket } });
      expect(await refused(begun)).toMatchObject({ status: 401, code: 'ticket-over' });
      expect(await refused(answer(ticket, signed))).toMatchObject({ code: 'ticket-over' });
    }
    const answers: number[] = [];
    for (let at = 0; at < 8; at++) {
      const ticket = await ticketOf(login);
      const wrong = device.get(await ask(ticket), { origin: 'https://evil.example' });
      answers.push((await answer(ticket, wrong)).status);
    }
    expect(answers[0]).toBe(401);
    expect(answers.filter((status) => status === 429).length).toBeGreaterThan(1);
    const ticket = await ticketOf(login);
    const code = await send('POST', '/api/session/second', { payload: { ticket, code: '123456' } });
    expect(code.status).toBe(429);
  });
});

describe('putting a passkey away', () => {
  it('takes the password, and is of one’s own alone', async () => {
    const one = await withPasskey('wangwei');
    const other = await withPasskey('menghaoran');
    expect(await refused(remove(one, one.passkey, 'wrong-password-1'))).toMatchObject({ field: 'password' });
    expect(await refused(remove(one, other.passkey))).toMatchObject({ status: 404, code: 'no-passkey' });
    const off = await well(remove(one, one.passkey));
    expect(off.json).toMatchObject({ secondFactor: false, factors: [] });
    expect((await well(enter(one.login))).json.token).toBeDefined();
    expect((await well(enter(other.login))).json.steps).toEqual(['passkey']);
    expect(await trailOf(one)).toEqual(['passkey.add', 'passkey.remove']);
  });

  it('leaves one where a post takes one; whoever has none adds it before all work', async () => {
    const one = await officer('censhen');
    await demand('handler');
    try {
      expect((await send('GET', '/api/desk', { token: one.token })).json.error?.code).toBe('add-factor-first');
      const first = await add(one, passkeyDevice());
      expect((await send('GET', '/api/desk', { token: one.token })).status).toBe(200);
      expect(await refused(remove(one, first))).toMatchObject({ status: 409, code: 'factor-demanded' });
      const second = await add(one, passkeyDevice());
      await well(remove(one, first));
      expect(await refused(remove(one, second))).toMatchObject({ code: 'factor-demanded' });
      const codes = await well(send('POST', '/api/session/factor', { token: one.token }));
      /* One begun and never confirmed counts for nothing. */
      expect(await refused(remove(one, second))).toMatchObject({ code: 'factor-demanded' });
      const code = appOf(String(codes.json.secret));
      await well(send('POST', '/api/session/factor/confirm', { token: one.token, payload: { code: code() } }));
      city.clock.advance(30_000);
      const payload = { password: PASSWORD, code: code() };
      const off = await well(send('POST', '/api/session/factor/remove', { token: one.token, payload }));
      expect(off.json).toMatchObject({ factors: ['passkey'], mustAddFactor: false });
      expect(await refused(remove(one, second))).toMatchObject({ code: 'factor-demanded' });
      await well(send('POST', '/api/session/factor', { token: one.token }));
      await city.database.pool.query('update account_factor set confirmed_at = now() where account = $1', [one.id]);
      await well(remove(one, second));
    } finally {
      await demand();
    }
  });

  it('is done for whoever lost it by two administrators, who give a new first password', async () => {
    const { id, login, device } = await withPasskey('gaoshi');
    const ticket = await ticketOf(login);
    const signed = device.get(await ask(ticket));
    await well(admin.post(`/api/admin/accounts/${id}/reset`));
    const { json } = await well(security.get('/api/admin/accounts'));
    const order = (json.orders as { id: string; account: { id: string } }[]).find((one) => one.account.id === id);
    const told = await well(security.post(`/api/admin/account-orders/${order?.id}/decide`, { confirm: true }));
    expect(await refused(answer(ticket, signed))).toMatchObject({ code: 'passkey-over' });
    expect((await well(enter(login, String(told.json.password)))).json).toMatchObject({
      mustChange: true,
      secondFactor: false,
    });
  });

  it('whoever must change the password does that first', async () => {
    const { json } = await newcomer('liushang');
    const token = String((await well(enter('liushang', String(json.password)))).json.token);
    expect(await refused(send('POST', '/api/session/passkeys/begin', { token }))).toMatchObject({
      code: 'change-password-first',
    });
  });
});

describe('the address', () => {
  it('in numbers, or without https, makes no passkeys and says so', async () => {
    const one = await withPasskey('jiadao');
    for (const host of ['127.0.0.1:8080', '[::1]:8080', 'city.example']) {
      const begun = send('POST', '/api/session/passkeys/begin', { token: one.token, host });
      expect(await refused(begun)).toMatchObject({ status: 409, code: 'passkey-needs-host' });
      expect((await well(send('GET', '/api/session', { token: one.token, host }))).json.passkeysHere).toBe(false);
      /* The password alone is not enough there either. */
      const half = await well(enter(one.login, PASSWORD, host));
      expect(half.json).toEqual({ ticket: expect.any(String), steps: [] });
      const { ticket } = half.json;
      const asked = send('POST', '/api/session/second/passkey/begin', { payload: { ticket }, host });
      expect(await refused(asked)).toMatchObject({ code: 'passkey-needs-host' });
    }
  });

  it('a passkey works where it was made and nowhere else', async () => {
    const one = await withPasskey('lihe');
    const half = await well(enter(one.login, PASSWORD, 'desk.localhost'));
    expect(half.json.steps).toEqual([]);
    const { ticket } = half.json;
    const asked = send('POST', '/api/session/second/passkey/begin', { payload: { ticket }, host: 'desk.localhost' });
    expect(await refused(asked)).toMatchObject({ code: 'passkey-elsewhere' });
  });

  it('is the one configured, whatever the request names', async () => {
    const one = await officer('weizhuang');
    const server = await buildCityServer(city.ledger, { version: 'test', publicUrl: 'https://city.example/' });
    const call = async (url: string, payload?: object) => {
      const headers = { host: '127.0.0.1:8080', authorization: `Bearer ${one.token}` };
      const response = await server.inject({ method: 'POST', url, headers, ...(payload ? { payload } : {}) });
      return { status: response.statusCode, json: response.json(), text: response.body };
    };
    const options = await optionsOf(call('/api/session/passkeys/begin'));
    expect(options.host).toBe('city.example');
    const device = passkeyDevice({ origin: 'https://city.example' });
    await well(call('/api/session/passkeys', { label: '钥匙', credential: device.create(options) }));
    await server.close();
  });
});
