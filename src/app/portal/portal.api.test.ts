import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { portalServer, textOf, Visitor } from '../../../test/portal/portal-world.ts';
import { openTestCity } from '../../../test/world/city.ts';

describe('what the portal refuses, and how', () => {
  let city: Awaited<ReturnType<typeof openTestCity>>;
  let server: Awaited<ReturnType<typeof portalServer>>;

  beforeAll(async () => {
    city = await openTestCity({ stories: 1 });
    server = await portalServer(city.ledger);
  });
  afterAll(async () => {
    await server.close();
    await city.close();
  });

  it('shows what was typed again, with a fresh form, when the page was open for too long', async () => {
    const visitor = new Visitor(server);
    await visitor.open('/file/for');
    await visitor.send('/file/for', { kind: 'complaint', form: 'self', go: 'next' });
    const page = await visitor.send('/file/you', { name: '周桂兰', _csrf: 'old', go: 'next' });
    expect(page.status).toBe(422);
    expect(page.html).toContain('value="周桂兰"');
    await visitor.send('/file/you', { name: '周桂兰', address: '柳荫里', go: 'next' });
    expect(visitor.at).toBe('/file/where');
  });

  it('takes no form from a foreign page, and no file without the token', async () => {
    const foreign = await server.inject({
      method: 'POST',
      url: '/follow',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' },
      payload: 'code=1&fact=2',
    });
    expect(foreign.statusCode).toBe(403);
    const visitor = new Visitor(server);
    await visitor.open('/file/for');
    await visitor.send('/file/for', { kind: 'complaint', form: 'self', go: 'next' });
    await visitor.open('/file/papers');
    const refused = await visitor.upload('/file/papers', { _csrf: 'wrong', go: 'upload' }, [
      { name: 'a.txt', bytes: Buffer.from('a') },
    ]);
    expect(refused.status).toBe(403);
    const { rows } = await city.ledger.pool.query('select 1 from file');
    expect(rows).toEqual([]);
  });

  it('deletes a draft with its files when asked', async () => {
    const visitor = new Visitor(server);
    await visitor.open('/file/for');
    await visitor.send('/file/for', { kind: 'complaint', form: 'self', go: 'next' });
    await visitor.open('/file/papers');
    await visitor.upload('/file/papers', { go: 'upload' }, [{ name: 'a.txt', bytes: Buffer.from('a') }]);
    expect((await city.ledger.pool.query('select 1 from file where draft is not null')).rowCount).toBe(1);
    await visitor.open('/file/saved');
    await visitor.send('/file/leave', {});
    expect(visitor.cookies.has('hd')).toBe(false);
    const again = new Visitor(server);
    await again.open('/file/for');
    await again.send('/file/for', { kind: 'complaint', form: 'self', go: 'next' });
    await again.open('/file/papers');
    await again.upload('/file/papers', { go: 'upload' }, [{ name: 'b.txt', bytes: Buffer.from('bb') }]);
    await again.open('/file/for');
    await again.send('/file/drop');
    expect(again.at).toBe('/file/dropped');
    expect((await city.ledger.pool.query('select 1 from file where size = 2')).rowCount).toBe(0);
  });

  it('stops guessing after twenty tries', async () => {
    const visitor = new Visitor(server);
    await visitor.open('/follow');
    for (let tries = 0; tries < 20; tries++) await visitor.send('/follow', { code: '1', fact: '2' });
    const page = await visitor.send('/follow', { code: '1', fact: '2' });
    expect(textOf(page.html)).toContain('试得太多了');
  });

  it('answers what is not there in the same look, in the reader’s language', async () => {
    const page = await server.inject({ url: '/nothing', headers: { 'accept-language': 'en' } });
    expect(page.statusCode).toBe(404);
    expect(page.body).toContain('This page is not here');
    expect(page.body).toContain('/style/portal-');
  });

  it.each(['/', '/guide', '/law', '/law/31', '/privacy', '/access', '/help', '/file/for', '/file/report', '/follow'])(
    'is light, whole and without script in both languages: %s',
    async (address) => {
      const zh = await server.inject({ url: address });
      const en = await server.inject({ url: `${address}?lang=en` });
      for (const page of [zh, en]) {
        expect(page.statusCode).toBe(200);
        expect(page.rawPayload.length).toBeLessThan(30 * 1024 - 12 * 1024);
        expect(page.body).not.toMatch(/<script|\sstyle=|undefined|\[object/);
      }
      expect(zh.body).toContain('lang="zh-CN"');
      expect(en.body).toContain('<html lang="en"');
      const packed = await server.inject({ url: address, headers: { 'accept-encoding': 'gzip' } });
      expect(packed.rawPayload.length).toBeLessThan(10 * 1024);
    },
  );

  it('remembers language and size, and comes back to the page', async () => {
    const visitor = new Visitor(server);
    await visitor.open('/size?large=1&to=%2Flaw%2F34');
    expect(visitor.at).toBe('/law/34');
    expect(visitor.page.html).toContain('class="large"');
    await visitor.open('/law/34?lang=en');
    await visitor.open('/');
    expect(visitor.page.html).toContain('<html lang="en" class="large"');
  });
});
