import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { well } from '../../../test/life/steps.ts';
import { type EmptyCity, type Hand, openEmptyCity } from '../../../test/world/empty-city.ts';
import { CLIENT, type IdentityProvider, openIdentityProvider } from '../../../test/world/identity-provider.ts';

let city: EmptyCity;
let provider: IdentityProvider;
let admin: Hand;
let security: Hand;

const entered = (more: object = {}): object => ({
  issuer: provider.issuer,
  clientId: CLIENT.id,
  secret: CLIENT.secret,
  label: { zh: '市统一身份平台', en: 'City sign-on' },
  ...more,
});

beforeAll(async () => {
  [city, provider] = await Promise.all([openEmptyCity(), openIdentityProvider()]);
  admin = await city.officer('city-petition', 'admin');
  security = await city.officer('city-petition', 'security');
  await city.officer('d01-housing', 'handler');
  await city.officer('d01-housing', 'head');
});
afterAll(async () => {
  await city?.close();
  await provider?.close();
});
beforeEach(() => {
  for (const name of Object.keys(provider.says)) Reflect.deleteProperty(provider.says, name);
  Object.assign(provider.says, { sub: 'p-1', claims: { preferred_username: 'd01-housing.handler' } });
});

/** A browser that is sent from here to the provider and back; where it stands in the end, and its cookies. */
async function walk(change: (back: URL) => void = () => {}): Promise<{ at: string; session: string | undefined }> {
  const begun = await city.server.inject({ method: 'GET', url: '/sign-on' });
  const to = String(begun.headers.location);
  if (!to.startsWith(provider.issuer)) return { at: to, session: undefined };
  const kept = begun.cookies.find(({ name }) => name === 'ho');
  expect(kept).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/sign-on' });
  const approved = await fetch(to, { redirect: 'manual' });
  const back = new URL(String(approved.headers.get('location')));
  change(back);
  const ended = await city.server.inject({
    method: 'GET',
    url: back.pathname + back.search,
    headers: { cookie: `ho=${kept?.value}`, host: back.host },
  });
  expect(ended.cookies.find(({ name }) => name === 'ho')?.value).toBe('');
  return { at: String(ended.headers.location), session: ended.cookies.find(({ name }) => name === 'hs')?.value };
}

async function whoIs(session: string | undefined): Promise<unknown> {
  const { body } = await city.server.inject({
    method: 'GET',
    url: '/api/session',
    headers: { cookie: `hs=${session}` },
  });
  return JSON.parse(body).account?.id;
}

describe('setting single sign-on up', () => {
  it('is not offered where nobody set it up', async () => {
    expect((await well(city.stranger.get('/api/session/sign-on'))).json).toEqual({});
    expect((await walk()).at).toBe('/desk/#sign-on=off');
  });

  it('takes an address that is encrypted and answers', async () => {
    const fault = async (more: object) => (await admin.post('/api/admin/sign-on', entered(more))).json.error;
    expect(await fault({ issuer: 'http://sso.example.gov' })).toMatchObject({ code: 'issuer-form', field: 'issuer' });
    expect(await fault({ issuer: 'http://127.0.0.1:1' })).toMatchObject({ code: 'issuer-silent', field: 'issuer' });
    expect(await fault({ claim: 'a b' })).toMatchObject({ field: 'claim' });
  });

  it('is in use once the security officer confirms it', async () => {
    const { id } = (await well(admin.post('/api/admin/sign-on', entered()))).json;
    expect((await well(city.stranger.get('/api/session/sign-on'))).json).toEqual({});
    expect((await admin.post('/api/admin/sign-on/decide', { id, confirm: true })).status).toBe(403);
    const shown = await well(security.get('/api/admin/sign-on'));
    expect(shown.json).toMatchObject({ waiting: { id, issuer: provider.issuer, mine: true } });
    expect(shown.json.callback).toMatch(/\/sign-on\/back$/);
    expect(shown.text).not.toContain(CLIENT.secret);
    await well(security.post('/api/admin/sign-on/decide', { id, confirm: true }));
    expect((await well(city.stranger.get('/api/session/sign-on'))).json).toMatchObject({
      label: { zh: '市统一身份平台' },
    });
    expect((await security.post('/api/admin/sign-on/decide', { id, confirm: true })).status).toBe(404);
  });

  it('keeps its secret sealed, in the database and the trail', async () => {
    const { rows } = await city.database.pool.query<{ secret: Buffer }>('select secret from sign_on_provider');
    expect(rows.length).toBe(1);
    expect(rows[0]?.secret.includes(CLIENT.secret)).toBe(false);
    const { rows: trail } = await city.database.pool.query(`select 1 from audit where detail::text like $1`, [
      `%${CLIENT.secret}%`,
    ]);
    expect(trail).toEqual([]);
  });
});

describe('signing on', () => {
  it('opens a session for the account of that name, and links the two', async () => {
    const { at, session } = await walk();
    expect(at).toBe('/desk/');
    expect(await whoIs(session)).toBe('d01-housing.handler');
    expect((await walk()).at).toBe('/desk/');
    const { rows } = await city.database.pool.query('select account, subject from account_sign_on');
    expect(rows).toEqual([{ account: 'd01-housing.handler', subject: 'p-1' }]);
  });

  it('follows the person, not the name: a name given to somebody else there opens nothing', async () => {
    provider.says.claims = { preferred_username: 'another.name' };
    expect(await whoIs((await walk()).session)).toBe('d01-housing.handler');
    Object.assign(provider.says, { sub: 'p-2', claims: { preferred_username: 'd01-housing.handler' } });
    expect(await walk()).toEqual({ at: '/desk/#sign-on=other', session: undefined });
  });

  it('asks the provider for the name where its token does not hold it', async () => {
    Object.assign(provider.says, { sub: 'p-3', claims: {}, more: { preferred_username: 'D01-housing.head' } });
    expect(await whoIs((await walk()).session)).toBe('d01-housing.head');
  });

  it.each([
    ['nobody of that name here', { sub: 'p-9', claims: { preferred_username: 'nobody.here' } }, 'unknown'],
    ['no name at all', { sub: 'p-9', claims: {} }, 'unknown'],
    ['a token for another client', { audience: 'somebody-else' }, 'failed'],
    ['a token of another attempt', { nonce: 'another' }, 'failed'],
    ['a token nobody there signed', { forged: true }, 'failed'],
  ])('lets nobody in by %s', async (_name, says, fault) => {
    Object.assign(provider.says, says);
    expect(await walk()).toEqual({ at: `/desk/#sign-on=${fault}`, session: undefined });
  });

  it.each([
    ['another state', (back: URL) => back.searchParams.set('state', 'another')],
    ['another code', (back: URL) => back.searchParams.set('code', 'another')],
    ['an error of the provider', (back: URL) => back.searchParams.set('error', 'access_denied')],
  ])('lets nobody in who comes back with %s', async (_name, change) => {
    expect(await walk(change)).toEqual({ at: '/desk/#sign-on=failed', session: undefined });
  });

  it('lets nobody in who did not begin here, or too long ago', async () => {
    const bare = await city.server.inject({ method: 'GET', url: '/sign-on/back?code=x&state=y' });
    expect(bare.headers.location).toBe('/desk/#sign-on=late');
    const late = await walk(() => city.clock.set('2026-03-02T02:10:01Z'));
    expect(late).toEqual({ at: '/desk/#sign-on=late', session: undefined });
    city.clock.set('2026-03-02T02:00:00Z');
  });

  it('is no fault where the host is none', async () => {
    for (const url of ['/sign-on', '/sign-on/back?code=x&state=y']) {
      const answer = await city.server.inject({ method: 'GET', url, headers: { host: 'evil.example:99999' } });
      expect([url, answer.statusCode]).toEqual([url, 303]);
    }
  });

  it('takes a code once', async () => {
    const begun = await city.server.inject({ method: 'GET', url: '/sign-on' });
    const approved = await fetch(String(begun.headers.location), { redirect: 'manual' });
    const back = new URL(String(approved.headers.get('location')));
    const cookie = `ho=${begun.cookies.find(({ name }) => name === 'ho')?.value}`;
    const once = () =>
      city.server.inject({ method: 'GET', url: back.pathname + back.search, headers: { cookie, host: back.host } });
    const [first, second] = [await once(), await once()];
    expect([first.headers.location, second.headers.location]).toEqual(['/desk/', '/desk/#sign-on=failed']);
  });

  it('asks for the second factor of whoever has one here', async () => {
    await city.database.pool.query(
      `insert into account_factor (account, secret, made_at, confirmed_at) values ('d01-housing.handler', $1, now(), now())`,
      [city.ledger.keyring.seal(Buffer.alloc(20, 1), 'second-factor/d01-housing.handler')],
    );
    const { at, session } = await walk();
    expect([at.split('=', 1)[0], session]).toEqual(['/desk/#ticket', undefined]);
    const half = new URLSearchParams(at.slice('/desk/#'.length));
    expect(half.get('steps')).toBe('code');
    const ticket = half.get('ticket') ?? '';
    const wrong = await city.stranger.post('/api/session/second', { ticket, code: '000000' });
    expect(wrong.json.error?.code).toBe('code-wrong');
    await city.database.pool.query('delete from account_factor');
  });

  it('opens nothing of an account that has ended', async () => {
    await city.database.pool.query(`update account set ended_on = '2026-03-01' where id = 'd01-housing.handler'`);
    expect((await walk()).at).toBe('/desk/#sign-on=unknown');
    await city.database.pool.query(`update account set ended_on = null where id = 'd01-housing.handler'`);
  });

  it('stands in the trail', async () => {
    const { rows } = await city.database.pool.query<{ verb: string }>(
      `select distinct verb from audit where verb like 'sign-on%' order by verb`,
    );
    expect(rows.map(({ verb }) => verb)).toEqual([
      'sign-on.confirm',
      'sign-on.enter',
      'sign-on.link',
      'sign-on.propose',
    ]);
  });

  it('is put out of use at once', async () => {
    await well(security.post('/api/admin/sign-on/end'));
    expect((await walk()).at).toBe('/desk/#sign-on=off');
    expect((await well(city.stranger.get('/api/session/sign-on'))).json).toEqual({});
  });
});
