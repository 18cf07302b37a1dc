import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registered, type Staff, staffOf, upTo, well } from '../life/steps.ts';
import { type EmptyCity, type Hand, openEmptyCity } from '../world/empty-city.ts';
import { portalServer, type Shown, textOf, Visitor } from './portal-world.ts';

const REVIEWED = { outcome: 'uphold', facts: '到现场看过。', opinion: '原意见正确。' };

describe('review and re-review through the portal, without script', () => {
  let city: EmptyCity;
  let server: Awaited<ReturnType<typeof portalServer>>;
  let staff: Staff;
  let visitor: Visitor;
  let number = '';
  let code = '';
  const matter = (): string => `${number}-1`;
  const review = (): string => `/follow/${number}/review?m=${matter()}`;

  /** Months pass: whoever looks has come in again. */
  async function seen(): Promise<Shown> {
    await visitor.open('/follow');
    return visitor.send('/follow', { code, fact: '1101' });
  }

  async function served(about: string): Promise<void> {
    const arrived = await registered(staff, about);
    number = arrived.number;
    code = arrived.code;
    await upTo('issued', staff, matter());
    const on = city.clock.now().toISOString().slice(0, 10);
    await well(staff.handler.post(`/api/matters/${matter()}/serve`, { assignment: 'a1', way: 'in-person', on }));
  }

  async function decided(reviewer: Hand, head: Hand): Promise<void> {
    const at = (act: string, hand: Hand, body: object = {}) => well(hand.post(`/api/matters/${matter()}/${act}`, body));
    await at('accept-review', reviewer);
    await at('draft-review', reviewer, REVIEWED);
    await at('decide-review', head);
    const on = city.clock.now().toISOString().slice(0, 10);
    await at('serve-review', reviewer, { way: 'in-person', on });
  }

  beforeAll(async () => {
    city = await openEmptyCity();
    server = await portalServer(city.ledger);
    staff = await staffOf(city);
    visitor = new Visitor(server);
  });
  afterAll(async () => {
    await server.close();
    await city.close();
  });

  it('asks for review, choosing between the two bodies above, told that new demands are filed apart', async () => {
    await served('楼顶漏雨');
    expect(textOf((await seen()).html)).toContain('申请复查');
    const form = await visitor.open(review());
    const text = textOf(form.html);
    for (const told of ['最后一天', '临江区人民政府', '南江市住房和城乡建设局', '由您挑', '新的要求另外提一件'])
      expect(text).toContain(told);
    expect(form.html).not.toContain('name="excuse"');
    const gaps = await visitor.send(review(), { reason: '' });
    expect(gaps.status).toBe(422);
    for (const gap of ['请选一个机关', '请写一句：哪里不同意']) expect(textOf(gaps.html)).toContain(gap);
    const done = await visitor.send(review(), { reviewer: 'city-housing', reason: '没有上楼顶看过。' });
    const after = textOf(done.html);
    expect(after).toContain('复查申请收到了');
    expect(after).toMatch(/南江市住房和城乡建设局最晚.+作出复查意见/);
    expect(after).toMatch(/最晚2026年4月1日（星期三）给您书面复查意见/);
  });

  it('reads the review opinion, whose page leads to re-review by the last day, and asks for it', async () => {
    const director = await city.officer('city-housing', 'head');
    await decided(await city.officer('city-housing', 'reviewer'), director);
    const page = await seen();
    const text = textOf(page.html);
    expect(text).toContain('南江市住房和城乡建设局的复查意见已经送到您：维持原来的答复');
    expect(text).toContain('申请复核');
    expect(text).not.toContain('申请复查 ');
    const paper = /href="(\/follow\/[^"]+\/paper\/[^"]+)">信访事项复查意见书/.exec(page.html)?.[1] ?? '';
    const read = textOf((await visitor.open(paper)).html);
    expect(read).toContain('不同意，申请复核（最晚2026年4月1日（星期三））');
    expect(read).not.toContain('我来评价');
    const form = textOf((await visitor.open(review())).html);
    for (const told of ['申请复核', '由它来复核', '南江市人民政府', '开听证会的日子不算在里面', '第三十六条'])
      expect(form).toContain(told);
    const done = textOf((await visitor.send(review(), { reason: '雨天没有人来看。' })).html);
    for (const told of ['复核申请收到了', '向南江市人民政府申请了复核', '给您书面复核意见'])
      expect(done).toContain(told);
  });

  it('is told what final means, and where new facts are raised', async () => {
    await decided(await city.officer('city-gov', 'reviewer'), await city.officer('city-gov', 'leader'));
    const page = await seen();
    const text = textOf(page.html);
    for (const told of ['信访程序到此为止', '同样的事实和理由', '可以重新提出', '复核意见送到了'])
      expect(text).toContain(told);
    expect(page.html).toContain('href="/file/for"');
    for (const asked of ['申请复查', '申请复核']) expect(page.html).not.toContain(`>${asked}<`);
    expect(textOf((await visitor.open(review())).html)).toContain('现在不能申请');
    expect(textOf((await visitor.open('/follow')).html)).not.toContain('undefined');
  });

  it('E14: given the last day is over, when the reason is written, then the request goes to the reviewer with it', async () => {
    await served('下水道堵了');
    city.clock.set('2026-04-20T02:00:00Z');
    const page = await seen();
    expect(textOf(page.html)).toContain('写明原因，还可以申请');
    const form = await visitor.open(review());
    expect(textOf(form.html)).toContain('最后一天是2026年4月1日（星期三），已经过了');
    const gap = await visitor.send(review(), { reviewer: 'd01-gov', reason: '还是堵。', excuse: ' ' });
    expect([gap.status, textOf(gap.html).includes('请写一句：因为什么晚了')]).toEqual([422, true]);
    expect(gap.html).toContain('还是堵。');
    const done = await visitor.send(review(), { reviewer: 'd01-gov', reason: '还是堵。', excuse: '住院二十天。' });
    expect(textOf(done.html)).toContain('复查申请收到了');
    const reviewer = await city.officer('d01-gov', 'reviewer');
    const { text } = await well(reviewer.get(`/api/matters/${matter()}`));
    expect(text).toContain('住院二十天。');
  });
});
