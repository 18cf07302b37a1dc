import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { follow, openWithCode, press, textOf } from './citizen.ts';
import { type Hall, openHall } from './hall.ts';
import { formOf, isRead, leave, send, signIn, unsaid, whyNot } from './officer.ts';
import { keepWhatFailed } from './picture.ts';
import { deskOf, draftAnswer, LETTER, REQUESTS, registerLetter, serveAnswer, TITLE, YU } from './review-story.ts';

/** The letter she also writes to the city. */
const SAME_LETTER = {
  channel: 'letter',
  purpose: 'claim',
  division: '990101001',
  particulars: { people: [YU], title: TITLE, text: LETTER, requests: REQUESTS },
  matters: [{ purpose: 'claim', category: '030400', title: TITLE, text: LETTER, requests: REQUESTS, accused: [] }],
};

/** Days that end in a holiday, an answer that is refused at the door, rights that were left out, second thoughts. */
describe('around the answer', () => {
  let hall: Hall;
  let phone: Page;

  beforeAll(async () => {
    hall = await openHall();
    phone = await hall.seat('phone');
  });
  keepWhatFailed(() => hall.browser);
  afterAll(() => hall.close());

  const at = (login: string, matter: string) => signIn(hall, login, `matter/${matter}`);
  async function herPage(kept: { number: string; code: string }): Promise<string> {
    await openWithCode(phone, kept, YU.phone.slice(-4));
    return textOf(phone);
  }

  /** Her letter in the hands of the bureau, accepted on this day. */
  async function accepted(day: string): Promise<{ number: string; code: string; matter: string }> {
    await hall.dawns(day);
    const kept = await registerLetter(hall);
    const matter = `${kept.number}-1`;
    await deskOf(hall, 'yezhiqiu').post(`/api/matters/${matter}/forward`, { to: 'd01-housing' });
    const handler = deskOf(hall, 'shenpeiwen');
    await handler.post(`/api/matters/${matter}/sign`, { assignment: 'a1' });
    await handler.post(`/api/matters/${matter}/accept`, { assignment: 'a1', route: '31(6)' });
    return { ...kept, matter };
  }
  async function issued(day: string) {
    const one = await accepted(day);
    await draftAnswer(hall, one.matter);
    await deskOf(hall, 'luqingyan').post(`/api/matters/${one.matter}/issue`, { assignment: 'a1' });
    return one;
  }

  it('E1: given fifteen days that end in the National Day holiday, when the officer and the petitioner ask why this date, then both days are told, and which counts for whom', async () => {
    await hall.dawns('2026-09-16');
    const kept = await registerLetter(hall);
    const desk = await at('yezhiqiu', `${kept.number}-1`);
    await desk.getByRole('button', { name: '转送 为何是这一天', exact: true }).click();
    const why = desk.locator('.pp-why');
    const said = (await why.textContent()) ?? '';
    for (const told of ['10月1日', '国庆', '10月8日', '第二十二条第一款']) expect(said).toContain(told);
    await hall.visit(desk, 'why this date');
    await leave(desk);
    const page = await herPage(kept);
    expect(page).toContain('10月8日');
    await phone.locator('summary', { hasText: '为什么' }).first().click();
    await hall.visit(phone, 'follow: why this date');
  });

  it('E10: given she will not sign for the answer, when it is left with witnesses, then that is on record and the thirty days begin', async () => {
    const one = await issued('2026-03-16');
    const desk = await at('shenpeiwen', one.matter);
    const form = await formOf(desk, 'serve');
    await form.getByRole('radio', { name: '留置' }).check();
    await form.getByRole('button', { name: '记下送达' }).click();
    expect(await form.getByRole('alert').first().textContent()).toContain('两名见证人');
    await hall.visit(desk, 'serving, left without witnesses');
    await form.getByLabel(/^说明/).fill('社区工作人员赵明、钱芳在场见证，已录像。');
    await send(desk, 'serve', '记下送达');
    expect(await unsaid(desk, '社区工作人员赵明')).toEqual([]);
    await leave(desk);
    const page = await herPage(one);
    for (const told of ['申请复查', '4月15日']) expect(page).toContain(told);
  });

  it('E13: given the answer left out the remedy, when the body corrects it after the window, then her thirty days run from the corrected notice', async () => {
    const one = await issued('2026-03-18');
    await serveAnswer(hall, one.matter, '2026-03-18');
    await hall.dawns('2026-05-20');
    expect(await herPage(one)).not.toContain('不同意答复，最晚');
    const head = await at('luqingyan', one.matter);
    const form = await formOf(head, 'correct-remedy');
    await form.getByRole('button', { name: '更正并告知' }).click();
    await form.getByRole('alert').first().waitFor();
    await hall.visit(head, 'correcting the remedy, with a gap');
    await form.getByLabel('漏了什么').fill('盖章件漏印了复查机关和30日。');
    await send(head, 'correct-remedy', '更正并告知');
    await leave(head);
    expect(await herPage(one)).toContain('6月22日');
    await follow(phone, /救济权利更正告知书/);
    const notice = (await phone.locator('article').textContent()) ?? '';
    for (const told of ['漏印了复查机关', '30日内', '第三十五条']) expect(notice).toContain(told);
    await hall.visit(phone, 'the corrected notice');
  });

  it('E31: given she withdraws and thinks better of it, when she takes it back on her phone, then it goes on and the days between do not count', async () => {
    const one = await accepted('2026-03-20');
    const { clocks } = await deskOf(hall, 'shenpeiwen').get(`/api/matters/${one.matter}`);
    expect(dueOf(clocks, 'handle')).toBe('2026-05-19');
    await herPage(one);
    await follow(phone, /^撤回/);
    await phone.locator('#reason').fill('有人劝我算了。');
    await phone.locator('#sure').check();
    await press(phone, '撤回');
    const after = await textOf(phone);
    for (const told of ['您已经撤回', '不撤了，接着办', '4月4日']) expect(after).toContain(told);
    await hall.visit(phone, 'follow: withdrawn, may be taken back');
    await hall.dawns('2026-03-30');
    await herPage(one);
    await follow(phone, /^不撤了，接着办/);
    await hall.visit(phone, 'taking a withdrawal back');
    await phone.locator('#reason').fill('我还是要说。');
    await press(phone, '接着办');
    expect(await textOf(phone)).toContain('您收回了撤回，接着办');
    const desk = await at('shenpeiwen', one.matter);
    expect(await unsaid(desk, '信访人收回撤回', '我还是要说。', '有人劝我算了。')).toEqual([]);
    await leave(desk);
    const now = await deskOf(hall, 'shenpeiwen').get(`/api/matters/${one.matter}`);
    expect(dueOf(now.clocks, 'handle')).toBe('2026-05-29');
  });

  it('E48: given she is dissatisfied, when the body has done more and the supervisor opens the rating again, then she alone rates anew and both ratings stand', async () => {
    const one = await issued('2026-04-07');
    await serveAnswer(hall, one.matter, '2026-04-07');
    await herPage(one);
    await follow(phone, /^评价/);
    await phone.locator('[name=office][value=satisfied]').check();
    await phone.locator('[name=body][value=unsatisfied]').check();
    await phone.locator('#body-why').fill('只打了个电话。');
    await press(phone, '交上评价');
    /* Nobody but the body that does more opens it: until then the supervisor reads why not. */
    const early = await at('yanshuheng', one.matter);
    expect(await early.locator('#act-reopen-rating').count()).toBe(0);
    expect(await whyNot(early, 'reopen-rating')).toContain('先再办理并记下做了什么');
    await leave(early);
    expect(await herPage(one)).not.toContain('再评一次');
    const handler = await at('shenpeiwen', one.matter);
    await (await formOf(handler, 'rehandle')).getByLabel('又做了什么').fill('上门查了外墙，定了返修的日子。');
    await send(handler, 'rehandle', '记下');
    await leave(handler);
    const supervisor = await at('yanshuheng', one.matter);
    const form = await formOf(supervisor, 'reopen-rating');
    await form
      .getByRole('radio', { name: /办理|单位/ })
      .first()
      .check();
    await form.getByLabel('为什么').fill('又办了一次，请再评。');
    await hall.visit(supervisor, 'opening a rating again');
    await send(supervisor, 'reopen-rating', '重开评价');
    await leave(supervisor);
    const asked = await herPage(one);
    expect(asked).toContain('再评一次');
    await hall.visit(phone, 'follow: asked to rate again');
    await follow(phone, /再评一次/);
    await phone.locator('[name=body][value=basically]').check();
    await press(phone, '交上评价');
    const rated = await textOf(phone);
    for (const told of ['基本满意', '以前评的也留着', '不满意']) expect(rated).toContain(told);
    const again = await at('yanshuheng', one.matter);
    expect(await unsaid(again, '又办了一次，请再评')).toEqual([]);
    await again.getByRole('tab', { name: /原文/ }).click();
    expect(await unsaid(again, '不满意', '基本满意', '只打了个电话')).toEqual([]);
    await hall.visit(again, 'matter, rated twice');
    await leave(again);
  });

  it('E38: given the bureau is within its sixty days, when she raises it in the city, then it is not accepted there, an order is refused, and the notice says who has it and until when', async () => {
    const below = await accepted('2026-04-09');
    const above = await deskOf(hall, 'chenyan').post('/api/submissions', SAME_LETTER);
    const supervisor = await at('jiangxubai', below.matter);
    const order = await orderFor(supervisor, String(above.number));
    await order.getByRole('button', { name: '发督办函' }).click();
    expect(await order.getByRole('alert').first().textContent()).toContain('还在办理期限内');
    await hall.visit(supervisor, 'ordering what is within its period');
    await leave(supervisor);
    const office = await at('chenyan', `${above.number}-1`);
    await hall.visit(office, 'raised above, before it is declined');
    const decline = await declineAsPending(office, below.matter);
    await hall.visit(office, 'declining what is within its period below');
    await send(office, 'not-accept', '不予受理，出告知书');
    await decline.waitFor({ state: 'detached' });
    await leave(office);
    const page = await herPage({ number: String(above.number), code: String(above.code) });
    expect(page).toContain('不予受理');
    await hall.visit(phone, 'follow: not accepted above');
    await follow(phone, /不予受理告知书/);
    const notice = (await phone.locator('article').textContent()) ?? '';
    for (const told of [below.matter, '第十九条第三款', '住房和城乡建设局已于2026年4月9日受理', '最晚2026年6月8日'])
      expect(notice).toContain(told);
    await hall.visit(phone, 'the notice that it is handled below');
  });

  it('E38: given the bureau’s sixty days have passed unanswered, when she raises it in the city, then it is not declined but put under order, and she follows it with her new code', async () => {
    const below = await accepted('2026-04-10');
    await hall.dawns('2026-06-12');
    const above = await deskOf(hall, 'chenyan').post('/api/submissions', SAME_LETTER);
    const office = await at('chenyan', `${above.number}-1`);
    const decline = await declineAsPending(office, below.matter);
    await decline.getByRole('button', { name: '不予受理，出告知书' }).click();
    expect(await decline.getByRole('alert').first().textContent()).toContain('第十九条第三款');
    await hall.visit(office, 'declining what is overdue below');
    await leave(office);
    const supervisor = await at('jiangxubai', below.matter);
    await orderFor(supervisor, String(above.number));
    await hall.visit(supervisor, 'ordering what was raised above');
    await send(supervisor, 'supervise', '发督办函');
    await leave(supervisor);
    const kept = { number: String(above.number), code: String(above.code) };
    expect(await herPage(kept)).toContain('信访部门督办了临江区住房和城乡建设局');
    await hall.visit(phone, 'follow: under order');
  });

  it('E55: given a settlement, whatever she promised in it, when she raises it again, then nothing declines it for the promise and it is accepted', async () => {
    const one = await accepted('2026-07-01');
    const desk = await at('shenpeiwen', one.matter);
    const begin = await formOf(desk, 'begin-mediation');
    await begin.getByRole('radio', { name: /人民调解/ }).check();
    await begin.getByRole('checkbox', { name: '信访人同意调解' }).check();
    await begin.getByRole('checkbox', { name: '对方同意调解' }).check();
    await begin.getByLabel('对方是谁').fill('河湾里物业公司');
    await begin.getByLabel('调解人员、参加的专家律师').fill('河湾街道调解员蓝志平');
    await hall.visit(desk, 'beginning a mediation');
    await send(desk, 'begin-mediation', '开始调解');
    const end = await formOf(desk, 'end-mediation');
    await end.getByRole('radio', { name: '达成协议' }).check();
    await end.getByLabel('约定了什么').fill('物业公司返修外墙。');
    await end.getByLabel('谁来做').fill('河湾里物业公司');
    await end.getByLabel('哪天前').fill('2026-07-20');
    await end.getByLabel('事实和争议').fill('外墙渗水，责任在物业公司。');
    await hall.visit(desk, 'ending a mediation with an agreement');
    await send(desk, 'end-mediation', '记下结果');
    const kept = await formOf(desk, 'note-performance');
    await kept.getByRole('radio').first().check();
    await kept.getByRole('radio', { name: '履行了', exact: true }).check();
    await kept.getByLabel('凭什么').fill('到现场看过，墙修好了。信访人写了“不再上访”，不作数。');
    await send(desk, 'note-performance', '记下');
    await leave(desk);
    const head = await at('luqingyan', one.matter);
    await (await formOf(head, 'settle')).getByLabel('履行情况').fill('履行完毕。');
    await send(head, 'settle', '和解办结');
    await leave(head);

    await hall.dawns('2026-10-12');
    const anew = await registerLetter(hall);
    const dispatcher = await at('yezhiqiu', `${anew.number}-1`);
    const decline = await formOf(dispatcher, 'not-accept');
    await decline.getByRole('radio', { name: /已作出复核意见/ }).check();
    await decline.getByLabel('告诉信访人可以去哪里').fill('无');
    await decline.getByLabel('哪一件').fill(one.matter);
    await decline.getByRole('checkbox', { name: /我核对过/ }).check();
    await decline.getByRole('button', { name: '不予受理，出告知书' }).click();
    expect(await decline.getByRole('alert').first().textContent()).toContain('第三十六条第三款');
    await hall.visit(dispatcher, 'declining what was only settled');
    await leave(dispatcher);
    await deskOf(hall, 'yezhiqiu').post(`/api/matters/${anew.number}-1/forward`, { to: 'd01-housing' });
    await deskOf(hall, 'shenpeiwen').post(`/api/matters/${anew.number}-1/sign`, { assignment: 'a1' });
    const again = await at('shenpeiwen', `${anew.number}-1`);
    await (await formOf(again, 'accept')).getByRole('radio', { name: /信访程序/ }).check();
    await send(again, 'accept', '受理，出告知书');
    await isRead(again);
    await leave(again);
  });

  it('met no barrier on any page', () => {
    expect(hall.barriers).toEqual([]);
  });
});

/** Fills in the notice that a body below has the same matter. */
async function declineAsPending(office: Page, below: string): Promise<Locator> {
  const form = await formOf(office, 'not-accept');
  await form.getByRole('radio', { name: /正在办理/ }).check();
  await form.getByLabel('告诉信访人可以去哪里').fill('临江区住房和城乡建设局');
  await form.getByLabel('哪一件').fill(below);
  await form.getByRole('checkbox', { name: /我核对过/ }).check();
  return form;
}

/** Fills in an order for what was raised above by this submission. */
async function orderFor(supervisor: Page, raisedBy: string): Promise<Locator> {
  const form = await formOf(supervisor, 'supervise');
  await form
    .getByRole('radio', { name: /函|书面/ })
    .first()
    .check();
  await form
    .getByRole('radio', { name: /未按期|超期|拖延|推诿/ })
    .first()
    .check();
  await form.getByLabel('要求').fill('十日内书面答复信访人。');
  await form.getByLabel('最晚哪天回复').fill('2026-06-22');
  await form.getByLabel(/因哪件信向上提出/).fill(raisedBy);
  await form.getByRole('checkbox', { name: /核对过/ }).check();
  return form;
}

function dueOf(clocks: unknown, kind: string): string | undefined {
  return (clocks as { kind: string; due: string }[]).find((one) => one.kind === kind)?.due;
}
