import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hiddenOf, portalServer, textOf, Visitor } from '../../../test/portal/portal-world.ts';
import { filedBy } from '../../../test/world/arrival.ts';
import { openTestCity } from '../../../test/world/city.ts';
import { codeFor } from '../../../test/world/mine.ts';
import { allowed } from '../../../test/world/petition.ts';
import { take } from '../../petition/1-intake/server/intake.ts';

const PHONE = '19000000268';

describe('one’s petitions in one place, through the portal, without script', () => {
  let city: Awaited<ReturnType<typeof openTestCity>>;
  let server: Awaited<ReturnType<typeof portalServer>>;
  let visitor: Visitor;
  let petitions: readonly { number: string; code: string }[] = [];

  const filed = async (title: string, key: string) => {
    const arrival = filedBy({ name: '周桂兰', phone: PHONE, address: '柳荫里3号楼2单元102' }, title);
    return allowed(
      await take(city.ledger, { kind: 'petitioner', submission: key }, arrival, { verb: 'submission.file' }),
    );
  };

  async function comeIn(one: Visitor, phone = PHONE): Promise<void> {
    city.ledger.clock.advance(1000);
    await one.open('/mine');
    await one.send('/mine', { phone });
    await one.send('/mine/code', { code: await codeFor(city, phone), go: 'check' });
  }

  beforeAll(async () => {
    city = await openTestCity({ stories: 1 });
    server = await portalServer(city.ledger, { showMessages: true });
    visitor = new Visitor(server);
    petitions = [await filed('把井和管子修好', 'one'), await filed('路灯修好', 'two')];
  });
  afterAll(async () => {
    await server.close();
    await city.close();
  });

  it('is linked from the start and from the page of the query code, which need it not', async () => {
    for (const address of ['/', '/follow']) {
      const { html } = await visitor.open(address);
      expect([address, html.includes('href="/mine"')]).toEqual([address, true]);
    }
  });

  it('asks for a mobile number, sends a code, and takes no other', async () => {
    await visitor.open('/mine');
    const landline = await visitor.send('/mine', { phone: '0900-868 1200' });
    expect(landline.status).toBe(422);
    expect(landline.html).toContain('href="#phone"');
    expect(landline.html).toContain('value="0900-868 1200"');
    await visitor.send('/mine', { phone: '190 0000 0268' });
    expect(visitor.at).toBe('/mine/code');
    const code = await codeFor(city, PHONE);
    expect(textOf(visitor.page.html)).toContain('190 **** 0268');
    expect(textOf(visitor.page.html)).toContain(code);
    expect(visitor.page.html).not.toContain(PHONE);
    expect([...visitor.cookies.values()].join()).not.toContain(PHONE);
    const wrong = await visitor.send('/mine/code', { code: code === '111111' ? '222222' : '111111', go: 'check' });
    expect(wrong.status).toBe(422);
    city.ledger.clock.advance(1000);
    await visitor.send('/mine/code', { go: 'again' });
    expect(textOf(visitor.page.html)).toContain('又发了一次');
    const old = await visitor.send('/mine/code', { code, go: 'check' });
    expect(old.status).toBe(422);
    await visitor.send('/mine/code', { code: await codeFor(city, PHONE), go: 'check' });
    expect(visitor.at).toBe('/mine');
    expect(visitor.cookies.has('hc')).toBe(true);
    expect(visitor.cookies.has('hm')).toBe(false);
  });

  it('is empty though two petitions bear the number, and says how to add', async () => {
    const text = textOf(visitor.page.html);
    expect(text).toContain('还没有放进来的');
    for (const { number } of petitions) expect(text).not.toContain(number);
    const wrong = await visitor.send('/mine/add', { code: petitions[0]?.code ?? '', fact: '0000' });
    expect(wrong.status).toBe(422);
    expect(visitor.page.html).toContain('href="#code"');
    await visitor.send('/mine/add', { code: petitions[0]?.code ?? '', fact: '0268' });
    expect(visitor.at).toBe('/mine?done=added');
    const listed = textOf(visitor.page.html);
    expect(listed).toContain('加进来了');
    expect(listed).toContain('临江区信访局收到了，最晚2026年3月12日（星期四）登记');
    expect(listed).not.toContain(petitions[1]?.number);
  });

  it('opens one on its own page, and takes in the one that is open there', async () => {
    const [one, two] = petitions;
    await visitor.send('/mine/open', { number: one?.number ?? '' });
    expect(visitor.at).toBe(`/follow/${one?.number}`);
    expect(textOf(visitor.page.html)).toContain('回到我的诉求');
    expect(visitor.page.html).not.toContain('action="/mine/keep"');
    await visitor.open('/follow');
    await visitor.send('/follow', { code: two?.code ?? '', fact: '0268' });
    await visitor.send('/mine/keep');
    expect(visitor.at).toBe(`/follow/${two?.number}?done=kept`);
    const listed = await visitor.open('/mine');
    for (const { number } of petitions) expect(listed.html).toContain(number);
  });

  it('offers nothing of the kind to whoever is not signed in, and opens nothing that is not on the list', async () => {
    const other = new Visitor(server);
    await other.open('/follow');
    await other.send('/follow', { code: petitions[0]?.code ?? '', fact: '0268' });
    expect(other.page.html).not.toContain('action="/mine/keep"');
    for (const path of ['/mine/add', '/mine/delete', '/mine/code', `/mine/remove?n=${petitions[0]?.number}`]) {
      await other.open(path);
      expect([path, other.at]).toEqual([path, '/mine']);
    }
    await comeIn(other, '19000000269');
    const stolen = { ...hiddenOf(other.page.html, '/mine/add'), number: petitions[0]?.number ?? '' };
    const refused = await other.send('/mine/open', stolen);
    expect(refused.status).toBe(422);
    expect(textOf(refused.html)).toContain('您的清单里没有这一件');
  });

  it('takes no form from a foreign page', async () => {
    const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    for (const url of ['/mine', '/mine/add', '/mine/open', '/mine/remove', '/mine/delete', '/mine/leave']) {
      const foreign = await server.inject({
        method: 'POST',
        url,
        headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' },
        payload: `number=${petitions[0]?.number}`,
      });
      expect([url, foreign.statusCode]).toEqual([url, 403]);
      const stale = await server.inject({
        method: 'POST',
        url,
        headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
        payload: `_csrf=old&number=${petitions[0]?.number}`,
      });
      expect([url, stale.statusCode]).toEqual([url, url === '/mine' ? 422 : 403]);
    }
    expect((await visitor.open('/mine')).html).toContain(petitions[0]?.number);
  });

  it('asks before one is taken off or all is deleted, and says what stays', async () => {
    const [one, two] = petitions;
    await visitor.open(`/mine/remove?n=${one?.number}`);
    expect(textOf(visitor.page.html)).toContain('诉求本身照样在办');
    await visitor.send('/mine/remove');
    expect(visitor.at).toBe('/mine?done=removed');
    expect(visitor.page.html).not.toContain(one?.number);
    expect(visitor.page.html).toContain(two?.number);
    await visitor.open('/mine/delete');
    await visitor.send('/mine/delete');
    expect(textOf(visitor.page.html)).toContain('清单和手机号都删掉了');
    await comeIn(visitor);
    expect(textOf(visitor.page.html)).toContain('还没有放进来的');
  });

  it('puts in what is filed with the same confirmed phone, and the receipt says so', async () => {
    await visitor.open('/file/for');
    await visitor.send('/file/for', { kind: 'complaint', form: 'self', go: 'next' });
    city.ledger.clock.advance(1000);
    await visitor.send('/file/you', { name: '周桂兰', phone: PHONE, address: '柳荫里3号楼', go: 'next' });
    await visitor.send('/file/phone', { code: await codeFor(city, PHONE), go: 'check' });
    await visitor.send('/file/where', { district: '990101', go: 'next' });
    await visitor.send('/file/street', { street: '990101001', place: '柳荫里', go: 'next' });
    await visitor.send('/file/what', { text: '井往外冒脏水。', go: 'next' });
    await visitor.send('/file/ask', { 'ask-1': '把井修好', go: 'next' });
    await visitor.upload('/file/papers', { go: 'next' }, []);
    await visitor.send('/file/send', { go: 'send' });
    expect(visitor.at).toBe('/receipt');
    expect(textOf(visitor.page.html)).toContain('这一件也放进了您的清单');
    const number = /\d{6}-2026-\d{6}/.exec(textOf(visitor.page.html))?.[0] ?? 'none';
    expect((await visitor.open('/mine')).html).toContain(number);
  });

  it('is left here, or on every device, and the petition open in this browser with it', async () => {
    const elsewhere = new Visitor(server);
    await comeIn(elsewhere);
    await visitor.open('/mine');
    await visitor.send('/mine/leave', { where: 'here' });
    expect(textOf(visitor.page.html)).toContain('已经离开');
    expect(visitor.cookies.has('hc') || visitor.cookies.has('hp')).toBe(false);
    expect(textOf((await elsewhere.open('/mine')).html)).toContain('手机190 **** 0268');
    await comeIn(visitor);
    await visitor.send('/mine/leave', { where: 'all' });
    expect(textOf((await elsewhere.open('/mine')).html)).toContain('发验证码');
  });
});
