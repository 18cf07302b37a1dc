import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hiddenOf, portalServer, textOf, Visitor } from '../../../test/portal/portal-world.ts';
import { type EmptyCity, openEmptyCity } from '../../../test/world/empty-city.ts';

interface Draft {
  readonly draft: string;
  readonly secret: string;
  readonly resumeCode: string;
  readonly written: { readonly you: { readonly name: string } };
  readonly receipt?: { readonly number: string };
  readonly error: { readonly code: string };
}

describe('one draft through both doors', () => {
  let city: EmptyCity;
  let server: Awaited<ReturnType<typeof portalServer>>;

  beforeAll(async () => {
    city = await openEmptyCity();
    server = await portalServer(city.ledger);
  });
  afterAll(async () => {
    await server.close();
    await city.close();
  });

  async function call(method: 'GET' | 'PUT' | 'POST', url: string, headers: Record<string, string>, payload?: object) {
    const answer = await server.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
    return { status: answer.statusCode, ...answer.json<Draft>() };
  }

  it('the portal’s cookie opens it for programs; to write with it takes the token of the portal’s forms', async () => {
    const visitor = new Visitor(server);
    await visitor.open('/file/for');
    await visitor.send('/file/for', { kind: 'complaint', form: 'self', go: 'next' });
    const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const [id = ''] = visitor.cookies.get('hd')?.split('.') ?? [];
    const token = hiddenOf(visitor.page.html, '/file/you')._csrf ?? '';
    expect((await call('GET', `/api/drafts/${id}`, { cookie })).draft).toBe(id);
    const write = (more: Record<string, string>) =>
      call('PUT', `/api/drafts/${id}/you`, { cookie, ...more }, { name: '周桂兰', address: '柳荫里3号楼' });
    expect((await write({})).error.code).toBe('stale-page');
    expect((await write({ 'x-csrf': 'another' })).error.code).toBe('stale-page');
    expect((await write({ 'x-csrf': token, 'sec-fetch-site': 'cross-site' })).error.code).toBe('other-site');
    expect((await write({ 'x-csrf': token })).written.you.name).toBe('周桂兰');
    expect((await visitor.open('/file/you')).html).toContain('value="周桂兰"');
  });

  it('what a program began is gone on with by code on the portal, sent there, and read by its secret no more', async () => {
    const begun = await call('POST', '/api/drafts', {}, { kind: 'complaint', form: 'self' });
    const at = (step: string): string => `/api/drafts/${begun.draft}/${step}`;
    const headers = { 'x-draft': begun.secret };
    await call('PUT', at('you'), headers, { name: '周桂兰', address: '柳荫里3号楼' });
    await call('PUT', at('where'), headers, { district: '990101', street: '990101001', place: '柳荫里' });
    await call('PUT', at('what'), headers, { text: '井往外冒脏水。' });
    const visitor = new Visitor(server);
    await visitor.open('/file/resume');
    await visitor.send('/file/resume', { code: begun.resumeCode });
    expect(visitor.at).toBe('/file/ask');
    await visitor.send('/file/ask', { 'ask-1': '把井修好', go: 'next' });
    await visitor.upload('/file/papers', { go: 'next' }, []);
    expect(textOf(visitor.page.html)).toContain('井往外冒脏水。');
    await visitor.send('/file/send', { go: 'send' });
    expect(visitor.at).toBe('/receipt');
    const number = /\d{6}-2026-\d{6}/.exec(visitor.page.html)?.[0];
    expect((await call('GET', `/api/drafts/${begun.draft}`, headers)).error.code).toBe('draft-moved');
    const now = visitor.cookies.get('hd') ?? '';
    expect((await call('GET', `/api/drafts/${begun.draft}`, { 'x-draft': now })).receipt?.number).toBe(number);
  });

  it('says the phone code in the language of whoever asks', async () => {
    const begun = await call('POST', '/api/drafts', {}, { kind: 'complaint', form: 'self' });
    const headers = { 'x-draft': begun.secret, 'accept-language': 'en' };
    await call('PUT', `/api/drafts/${begun.draft}/you`, headers, { name: '周桂兰', phone: '19000000268' });
    expect((await call('POST', `/api/drafts/${begun.draft}/phone-code`, headers)).status).toBe(200);
    const { rows } = await city.ledger.pool.query<{ id: string; sealed: Buffer }>('select id, sealed from message');
    const [row] = rows;
    const text = row && city.ledger.keyring.open(row.sealed, `message/${row.id}`).toString();
    expect(text).toMatch(/Code \d{6}, good for 10 minutes/);
  });
});
