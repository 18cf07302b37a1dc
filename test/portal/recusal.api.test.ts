import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registered, type Staff, staffOf, upTo, well } from '../life/steps.ts';
import { type EmptyCity, openEmptyCity } from '../world/empty-city.ts';
import { portalServer, textOf, Visitor } from './portal-world.ts';

describe('asking through the portal, without script, that the handler withdraw', () => {
  let city: EmptyCity;
  let server: Awaited<ReturnType<typeof portalServer>>;
  let staff: Staff;
  let visitor: Visitor;
  let number = '';
  const matter = (): string => `${number}-1`;
  const recusal = (): string => `/follow/${number}/recusal?m=${matter()}`;

  beforeAll(async () => {
    city = await openEmptyCity();
    server = await portalServer(city.ledger);
    staff = await staffOf(city);
    visitor = new Visitor(server);
    const arrived = await registered(staff, '楼道漏水');
    number = arrived.number;
    await upTo('accepted', staff, matter());
    await visitor.open('/follow');
    await visitor.send('/follow', { code: arrived.code, fact: '1101' });
  });
  afterAll(async () => {
    await server.close();
    await city.close();
  });

  it('is not offered before anybody is named', async () => {
    expect(textOf((await visitor.open(`/follow/${number}`)).html)).not.toContain('请承办人回避');
    expect(textOf((await visitor.open(recusal())).html)).toContain('现在没有可以申请回避的承办人');
  });

  it('says who handles it, what follows, and wants a reason', async () => {
    const named = { assignment: 'a1', account: 'd01-housing.handler' };
    await well(staff.head.post(`/api/matters/${matter()}/name-handler`, named));
    expect(textOf((await visitor.open(`/follow/${number}`)).html)).toContain('请承办人回避');
    const form = textOf((await visitor.open(recusal())).html);
    for (const told of ['现在由d01-housing.handler承办', '决定以前他不再经手', '期限照算', '第二十八条'])
      expect(form).toContain(told);
    const gap = await visitor.send(recusal(), { reason: ' ' });
    expect([gap.status, textOf(gap.html)]).toEqual([422, expect.stringContaining('请写一句：为什么')]);
  });

  it('pressed twice it is done once; then it waits for the decision', async () => {
    await visitor.open(recusal());
    const form = visitor.page;
    const done = await visitor.send(recusal(), { reason: '他是物业经理的表弟。' });
    expect(textOf(done.html)).toContain('回避申请收到了');
    visitor.page = form;
    expect(textOf((await visitor.send(recusal(), { reason: '他是物业经理的表弟。' })).html)).toContain(
      '回避申请收到了',
    );
    const { rows } = await city.database.pool.query(
      `select count(*)::int as n from fact where kind = 'InterestDeclared'`,
    );
    expect(rows).toEqual([{ n: 1 }]);
    expect(textOf((await visitor.open(`/follow/${number}`)).html)).toContain('您申请承办人回避，等决定');
    expect(textOf((await visitor.open(recusal())).html)).toContain('正等决定');
  });

  it('speaks English too', async () => {
    const page = await visitor.open(`${recusal()}&lang=en`);
    expect(textOf(page.html)).toContain('you have asked already and it is being decided');
  });
});
