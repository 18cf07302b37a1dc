import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { follow, openWithCode, press, textOf } from './citizen.ts';
import { type Hall, openHall } from './hall.ts';
import { chooseBody, formOf, isRead, leave, send, signIn } from './officer.ts';
import { keepWhatFailed } from './picture.ts';
import { answerLetter, deskOf, draftAnswer, hear, registerLetter, serveAnswer, YU } from './review-story.ts';

/** Yu Jingxian, and officers of the bureau, of the two bodies above it, of the city, and of the petition office. */
describe('an answer that is reviewed to the end', () => {
  let hall: Hall;
  let phone: Page;
  let kept: { number: string; code: string };
  const matter = (): string => `${kept.number}-1`;
  const at = (login: string): Promise<Page> => signIn(hall, login, `matter/${matter()}`);

  async function herPage(): Promise<string> {
    await openWithCode(phone, kept, YU.phone.slice(-4));
    return textOf(phone);
  }

  beforeAll(async () => {
    hall = await openHall();
    phone = await hall.seat('phone');
    kept = await registerLetter(hall);
    await answerLetter(hall, matter(), '2026-03-11');
  });
  keepWhatFailed(() => hall.browser);
  afterAll(() => hall.close());

  it('goes to the department above, which she chooses, on the day before the window ends', async () => {
    await hall.dawns('2026-04-09');
    expect(await herPage()).toContain('申请复查');
    await follow(phone, /^申请复查/);
    await hall.visit(phone, 'asking for review');
    await press(phone, '交上申请');
    await hall.visit(phone, 'asking for review, with gaps');
    await phone.getByRole('radio', { name: /南江市住房和城乡建设局/ }).check();
    await phone.locator('#reason').fill('没有人到外面看过墙，雨天来看一看就知道。');
    await press(phone, '交上申请');
    expect(await textOf(phone)).toContain('复查申请收到了');
    await hall.visit(phone, 'follow: review asked for');
  });

  it('stands on the reviewer’s desk, who has the whole file, asks for papers, accepts and inquires', async () => {
    const desk = await signIn(hall, 'mengqinghe', '?duty=review-asked');
    await hall.visit(desk, 'desk: reviews to accept');
    await desk.getByRole('link', { name: matter() }).click();
    await isRead(desk);
    const form = await formOf(desk, 'accept-review');
    for (const told of ['临江区住房和城乡建设局', '没有人到外面看过墙', '2026年5月9日'])
      expect(await form.textContent()).toContain(told);
    await hall.visit(desk, 'matter, to be reviewed');
    await (await formOf(desk, 'ask-review-papers')).getByLabel('要补的材料').fill('渗水处的照片，注明日期。');
    await send(desk, 'ask-review-papers', '通知补正');
    await send(desk, 'accept-review', '受理，出告知书');
    const note = await formOf(desk, 'note-review');
    await note.getByRole('radio', { name: '调查核实' }).check();
    await note.getByLabel('记什么').fill('4月12日下雨，到现场看：外墙保温层开裂，水从裂缝进。');
    await send(desk, 'note-review', '记下');
    await leave(desk);
  });

  it('is revoked by the reviewer’s draft, which the head first returns and then issues as it reads', async () => {
    await hall.dawns('2026-04-15');
    const reviewer = await at('mengqinghe');
    const draft = await formOf(reviewer, 'draft-review');
    await sendUnfinished(reviewer);
    await hall.visit(reviewer, 'review draft with gaps');
    await draft.getByLabel('查明的事实').fill('4月12日雨中查看，外墙保温层开裂三处。');
    await draft.getByLabel('意见和依据').fill('原意见没有查看外墙，认定事实不清。');
    await draft.getByRole('radio', { name: /撤销并责令重新办理/ }).check();
    await draft.getByRole('checkbox', { name: '事实不清' }).check();
    await draft.getByLabel('几日内重新办理').fill('30');
    await hall.visit(reviewer, 'review draft');
    await send(reviewer, 'draft-review', '送负责人');
    await leave(reviewer);

    const head = await at('caowangshu');
    await hall.visit(head, 'review opinion, to be issued');
    const sample = (await (await formOf(head, 'decide-review')).textContent()) ?? '';
    for (const told of ['申请人：俞静娴', '因事实不清，撤销', '30日内重新办理']) expect(sample).toContain(told);
    await (await formOf(head, 'return-review-draft')).getByLabel('要改什么').fill('写明裂缝的位置。');
    await send(head, 'return-review-draft', '退回拟稿人');
    await leave(head);

    const again = await at('mengqinghe');
    const second = await formOf(again, 'draft-review');
    expect(await second.textContent()).toContain('写明裂缝的位置');
    await second.getByLabel('查明的事实').fill('4月12日雨中查看，五层窗台下外墙保温层开裂三处。');
    await send(again, 'draft-review', '送负责人');
    await leave(again);

    const issuing = await at('caowangshu');
    await send(issuing, 'decide-review', '签发');
    await leave(issuing);
    const serving = await at('mengqinghe');
    await hall.visit(serving, 'review opinion, to be served');
    await send(serving, 'serve-review', '记下送达');
    /* What one has just done is never said to have been overtaken. */
    expect(await serving.locator('.overtaken').count()).toBe(0);
    await serving.getByRole('tab', { name: /复查复核/ }).click();
    expect(await serving.locator('.pp-papers').textContent()).toContain('事实不清');
    await hall.visit(serving, 'matter, its reviews');
    await leave(serving);
  });

  it('is handled again, and the same answer is issued only with what is new', async () => {
    await hall.dawns('2026-04-28');
    expect(await herPage()).toContain('重新办理');
    await hall.visit(phone, 'follow: handled again');
    await draftAnswer(hall, matter());
    const head = await at('luqingyan');
    const form = await formOf(head, 'issue');
    await form.getByRole('button', { name: '签发', exact: true }).click();
    await form.getByRole('alert').waitFor();
    expect(await form.textContent()).toContain('不能以同样的事实和理由作出基本相同的意见');
    await hall.visit(head, 'the same answer again');
    await form.getByLabel('新的事实、证据或者依据').fill('4月25日检测报告：裂缝不贯通，水汽来自室内。');
    await send(head, 'issue', '签发');
    await leave(head);
    await serveAnswer(hall, matter(), '2026-04-28');
  });

  it('is asked about once more on paper: declined for a neighbour, taken for herself, upheld', async () => {
    await hall.dawns('2026-05-12');
    const counter = await at('shenpeiwen');
    const form = await formOf(counter, 'record-review-request');
    await form.getByRole('radio', { name: '临江区人民政府' }).check();
    await form.getByLabel('申请的理由').fill('（邻居代写）检测是物业找人做的。');
    await hall.visit(counter, 'a request on paper');
    await send(counter, 'record-review-request', '登记申请');
    await leave(counter);
    const district = await at('yuanzhiwei');
    const refusal = await formOf(district, 'refuse-review');
    await refusal.getByRole('radio', { name: /不是原信访人/ }).check();
    await refusal.getByLabel('说清楚').fill('申请书是邻居的名字，没有授权。');
    await send(district, 'refuse-review', '不受理，出告知书');
    await leave(district);
    expect(await herPage()).toContain('没有受理复查申请');
    await follow(phone, /^申请复查/);
    await phone.getByRole('radio', { name: /临江区人民政府/ }).check();
    await phone.locator('#reason').fill('检测是物业找人做的，我要求另外找人。');
    await press(phone, '交上申请');
    await hall.dawns('2026-05-20');
    const url = (act: string) => `/api/matters/${matter()}/${act}`;
    const reviewer = deskOf(hall, 'yuanzhiwei');
    await reviewer.post(url('accept-review'), {});
    await reviewer.post(url('draft-review'), {
      outcome: 'uphold',
      facts: '另请两家检测单位各测一次，结论相同。',
      opinion: '重新办理的意见事实清楚。',
    });
    await deskOf(hall, 'tangyanqing').post(url('decide-review'), {});
    await reviewer.post(url('serve-review'), { way: 'in-person', on: '2026-05-20' });
  });

  it('goes up once more, to the city, which holds a hearing whose days are not counted', async () => {
    await hall.dawns('2026-06-01');
    expect(await herPage()).toContain('复查意见已经送到您：维持原来的答复');
    await follow(phone, /^申请复核/);
    await hall.visit(phone, 'asking for re-review');
    await phone.locator('#reason').fill('请开个听证会，当面说清楚。');
    await press(phone, '交上申请');
    expect(await textOf(phone)).toContain('复核申请收到了');
    await deskOf(hall, 'renshuping').post(`/api/matters/${matter()}/accept-review`, {});
    await hear(hall, matter(), { ordered: '2026-06-08', held: '2026-06-18', concluded: '2026-06-22' });
    const reviewer = await at('renshuping');
    await hall.visit(reviewer, 'matter, after its hearing');
    const draft = await formOf(reviewer, 'draft-review');
    await draft.getByLabel('查明的事实').fill('听证查明：三次检测方法合规，结论一致。');
    await draft.getByLabel('意见和依据').fill('复查意见正确。');
    await draft.getByRole('radio', { name: '维持', exact: false }).first().check();
    await send(reviewer, 'draft-review', '送负责人');
    await leave(reviewer);
    const { clocks } = await deskOf(hall, 'renshuping').get(`/api/matters/${matter()}`);
    /* Received 1 June: the 30th day would be 1 July; 8 to 22 June, fifteen days, are left out. */
    expect(clocks).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'final', outcome: 'running', due: '2026-07-16' })]),
    );
  });

  it('is upheld to the end, and she reads what final means', async () => {
    await hall.dawns('2026-06-24');
    const mayor = await at('hewenzhou');
    const form = await formOf(mayor, 'decide-review');
    for (const told of ['举行了听证', '信访程序的最终意见', '可以依法向社会公示'])
      expect(await form.textContent()).toContain(told);
    await hall.visit(mayor, 're-review opinion, to be issued');
    await send(mayor, 'decide-review', '签发');
    await leave(mayor);
    const serving = await at('renshuping');
    await send(serving, 'serve-review', '记下送达');
    await leave(serving);
    const page = await herPage();
    for (const told of ['信访程序到此为止', '同样的事实和理由', '可以重新提出']) expect(page).toContain(told);
    await hall.visit(phone, 'follow: the end');
    await follow(phone, /复核意见书/);
    expect(await phone.locator('article').textContent()).toContain('第三十六条第三款');
    await hall.visit(phone, 'the last opinion');
    const supervisor = await at('yanshuheng');
    await send(supervisor, 'file-termination', '备案');
    await leave(supervisor);
  });

  it('comes again word for word, and is stopped with the number of the re-review', async () => {
    await hall.dawns('2026-07-06');
    const first = matter();
    const { instruments } = await deskOf(hall, 'renshuping').get(`/api/matters/${first}`);
    const opinions = instruments as { kind: string; number: string }[];
    const number = opinions.find((one) => one.kind === 'final-opinion')?.number ?? '?';
    kept = await registerLetter(hall);
    const dispatcher = await at('yezhiqiu');
    const form = await formOf(dispatcher, 'not-accept');
    await form.getByRole('radio', { name: /已作出复核意见/ }).check();
    await form.getByLabel('告诉信访人可以去哪里').fill('河湾街道便民服务中心，0900-868 5001');
    await form.getByLabel('哪一件').fill(first);
    await form.getByRole('button', { name: '不予受理，出告知书' }).click();
    await form.getByRole('alert').waitFor();
    await hall.visit(dispatcher, 'declining a repeat, not yet compared');
    await form.getByRole('checkbox', { name: /我核对过/ }).check();
    await send(dispatcher, 'not-accept', '不予受理，出告知书');
    await leave(dispatcher);
    await herPage();
    await follow(phone, /不再受理告知书/);
    const notice = (await phone.locator('article').textContent()) ?? '';
    for (const told of [first, number, '第三十六条第三款', '可以重新提出']) expect(notice).toContain(told);
    await hall.visit(phone, 'the notice that it is final');
  });

  it('E39: comes once more with new evidence, and no citation stops it: an officer finds it is not the same, and it is accepted', async () => {
    await hall.dawns('2026-07-13');
    const first = matter();
    kept = await registerLetter(hall);
    const dispatcher = await at('yezhiqiu');
    const form = await formOf(dispatcher, 'not-accept');
    await form.getByRole('radio', { name: /已作出复核意见/ }).check();
    await form.getByLabel('告诉信访人可以去哪里').fill('河湾街道便民服务中心');
    await form.getByLabel('哪一件').fill(first);
    await form.getByRole('button', { name: '不予受理，出告知书' }).click();
    /* Nothing ticks this for the officer. */
    expect(await form.getByRole('alert').first().textContent()).toContain('有新的，按新的办');
    await chooseBody(await formOf(dispatcher, 'forward'), '临江区住房', '临江区住房和城乡建设局');
    await send(dispatcher, 'forward', '转送');
    await leave(dispatcher);
    await deskOf(hall, 'shenpeiwen').post(`/api/matters/${matter()}/sign`, { assignment: 'a1' });
    const desk = await at('shenpeiwen');
    await (await formOf(desk, 'accept')).getByRole('radio', { name: /信访程序/ }).check();
    await send(desk, 'accept', '受理，出告知书');
    await leave(desk);
    expect(await herPage()).toContain('受理告知书');
  });

  it('met no barrier on any page', () => {
    expect(hall.barriers).toEqual([]);
  });
});

/** Sends the draft as it is, to see what it says is missing. */
async function sendUnfinished(page: Page): Promise<void> {
  const form = await formOf(page, 'draft-review');
  await form.getByRole('button', { name: '送负责人', exact: true }).click();
  await form.getByRole('alert').waitFor();
}
