import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seal } from '../../src/ledger/log/seal.ts';
import { follow, type Kept, openWithCode, press, readReceipt, textOf } from './citizen.ts';
import { type Hall, openHall } from './hall.ts';
import { chooseBody, chooseCategory, formOf, isRead, leave, send, signIn, whyNot } from './officer.ts';
import { keepWhatFailed, picture } from './picture.ts';
import { writeAnswers } from './roof-answer.ts';
import { CALL, QIN, writeItDown } from './roof-filing.ts';

/** Seven people: Qin Dechang, and six officers of four desks. */
describe("an old man's leaking roof", () => {
  let hall: Hall;
  let phone: Page;
  let kept: Kept;
  const matter = (): string => `${kept.number}-1`;
  const at = (login: string, tail = ''): Promise<Page> => signIn(hall, login, `matter/${matter()}${tail}`);

  beforeAll(async () => {
    hall = await openHall({ stories: 200 });
    phone = await hall.seat('phone');
  });
  keepWhatFailed(() => hall.browser);
  afterAll(() => hall.close());

  it('is written down on a phone without script, in large type for a start', async () => {
    await writeItDown(hall, phone);
  });

  it('is sent twice by a nervous finger and arrives once', async () => {
    const again = await phone.context().newPage();
    await again.goto('/file/check');
    await press(phone, '发出');
    kept = await readReceipt(phone);
    await press(again, '发出');
    expect(await readReceipt(again)).toEqual(kept);
    await hall.visit(phone, 'receipt');
    expect(await textOf(phone)).toContain('收到了，秦德昌');
  });

  it('is registered and forwarded the same day by the dispatcher of the district', async () => {
    const desk = await signIn(hall, 'yezhiqiu');
    await desk.locator('tbody tr').nth(2).click();
    await desk.locator('.prev .pp-title, .prev h2, .prev h1').first().waitFor();
    await isRead(desk);
    await hall.visit(desk, 'desk');
    await picture(desk, 'desk');
    await desk.getByRole('link', { name: /^待登记/ }).click();
    await desk.getByRole('link', { name: kept.number }).click();
    await isRead(desk);
    await hall.visit(desk, 'submission to register');
    const form = desk.locator('.pp-side');
    await chooseCategory(form, '城乡建设', '住房保障与房地产');
    await form.getByRole('button', { name: '登记' }).click();
    await desk.getByRole('link', { name: matter() }).click();
    await isRead(desk);
    const forward = await formOf(desk, 'forward');
    await chooseBody(forward, '临江区住房', '临江区住房和城乡建设局');
    await hall.visit(desk, 'matter to forward');
    await send(desk, 'forward', '转送');
    await hall.city.runJobs();
    await desk.getByRole('link', { name: '登记', exact: true }).click();
    await desk.getByLabel('形式').first().selectOption({ label: '来电' });
    await desk.getByLabel('信里、话里怎么说的').fill(CALL);
    await desk.getByLabel('姓名', { exact: true }).fill(QIN.name);
    await desk.getByLabel('手机').fill(QIN.phone);
    await desk.getByLabel('诉求一句话').fill('柳荫里5号楼顶漏雨，问报上了没有');
    await desk.locator('.earlier').getByRole('link', { name: matter() }).first().waitFor();
    await isRead(desk);
    await hall.visit(desk, 'register: he is here already');
    await picture(desk, 'register');
    await leave(desk);
    const analyst = await signIn(hall, 'zhongruoning', 'figures?from=2026-01-01&to=2026-03-31');
    await analyst.locator('.rates button').first().click();
    await hall.visit(analyst, 'figures of the quarter');
    await picture(analyst, 'figures');
    await leave(analyst);
  });

  it('is signed for and accepted by the housing bureau, whose head names the handler', async () => {
    await hall.dawns('2026-03-13');
    const handler = await at('shenpeiwen');
    await send(handler, 'sign', '签收');
    const form = await formOf(handler, 'accept');
    await form.getByRole('radio', { name: /信访程序（31\(6\)）/ }).check();
    await send(handler, 'accept', '受理，出告知书');
    await leave(handler);
    const head = await at('luqingyan');
    await (await formOf(head, 'name-handler'))
      .getByRole('combobox')
      .selectOption({ label: '沈佩文 · 信访办理科承办人' });
    await send(head, 'name-handler', '指定');
    await hall.visit(head, 'matter, as its head sees it');
    await leave(head);
  });

  it('is visited, and the old man sees from his kitchen where it stands', async () => {
    await hall.dawns('2026-03-16');
    const handler = await at('shenpeiwen');
    const form = await formOf(handler, 'note-work');
    await form.getByRole('radio', { name: '现场查看' }).check();
    await form.getByLabel('和谁').fill('秦德昌、柳荫里物业项目经理');
    await form
      .getByLabel('说了什么')
      .fill('上楼顶看了：防水卷材有三处开裂，积水约两指深。秦师傅说：“一下雨就不敢睡。”');
    await send(handler, 'note-work', '记下');
    await handler.keyboard.press('w');
    await handler.locator('.pp-why').waitFor();
    await hall.visit(handler, 'matter in hand, with why this date');
    await picture(handler, 'matter');
    await leave(handler);
    await openWithCode(phone, kept, QIN.phone.slice(-4));
    await phone.getByText('为什么是5月', { exact: false }).click();
    expect(await textOf(phone)).toContain('60日');
    await hall.visit(phone, 'follow: in hand');
    await hall.visitInDark(phone, 'follow: in hand');
    await picture(phone, 'follow-phone');
    await follow(phone, '大字');
    await hall.visit(phone, 'follow: in hand, in large type');
    await follow(phone, '标准字');
  });

  it('takes longer than hoped, which the head allows and the old man is told in writing', async () => {
    await hall.dawns('2026-04-28');
    const handler = await at('shenpeiwen');
    await (await formOf(handler, 'ask-extension'))
      .getByLabel('为什么复杂')
      .fill('连日降雨，楼顶不能施工；维修资金要过半数业主表决。');
    await send(handler, 'ask-extension', '提请负责人批准');
    expect(await whyNot(handler, 'approve-extension')).toBe('您的岗位没有这项职责');
    await leave(handler);
    const head = await at('luqingyan');
    await send(head, 'approve-extension', '批准延长，出告知书');
    await leave(head);
  });

  it('is answered request by request; who wrote it cannot issue it, and the head does', async () => {
    await hall.dawns('2026-05-06');
    const handler = await at('shenpeiwen', '/draft');
    await handler.getByRole('button', { name: '送负责人' }).click();
    await handler.getByRole('alert').waitFor();
    await hall.visit(handler, 'draft with gaps');
    await writeAnswers(handler);
    await hall.visit(handler, 'draft, complete');
    await picture(handler, 'draft');
    await handler.keyboard.press('Control+Enter');
    await handler.waitForURL(`**/matter/${matter()}`);
    await isRead(handler);
    expect(await whyNot(handler, 'issue')).toBe('您的岗位没有这项职责');
    await hall.visit(handler, 'matter, before the head');
    await leave(handler);
    const head = await at('luqingyan');
    await hall.visit(head, 'matter, to be issued');
    await send(head, 'issue', '签发');
    await leave(head);
    await hall.dawns('2026-05-08');
    const again = await at('shenpeiwen');
    await (await formOf(again, 'serve')).getByRole('radio', { name: '当面送达' }).check();
    await send(again, 'serve', '记下送达');
  });

  it('is read and rated by the old man, on both sides', async () => {
    await hall.dawns('2026-05-11');
    await openWithCode(phone, kept, QIN.phone.slice(-4));
    const page = await textOf(phone);
    for (const told of ['延长办理期限告知书', '处理意见书', '申请复查']) expect(page).toContain(told);
    await hall.visit(phone, 'follow: answered');
    await follow(phone, /处理意见书/);
    expect(await phone.locator('article').textContent()).toContain('第二十二条');
    await hall.visit(phone, 'the paper');
    await seal(hall.city.ledger);
    await phone.reload();
    await phone.getByRole('link', { name: /^存证码 [0-9a-f ]{29}$/ }).click();
    await phone.getByText('✓ 在总账里，原样没动').waitFor();
    await hall.visit(phone, 'the record of the paper, found');
    await phone.getByLabel('存证码').fill('0000 1111');
    await phone.getByRole('button', { name: '核对' }).click();
    await phone.getByText('存证码至少要有24位').first().waitFor();
    await hall.visit(phone, 'a record code that is none');
    await phone.getByLabel('存证码').fill('0000 1111 2222 3333 4444 5555');
    await phone.getByRole('button', { name: '核对' }).click();
    await phone.getByText('总账里没有这个存证码').waitFor();
    await hall.visit(phone, 'a record code that is not there');
    for (let step = 0; step < 3; step++) await phone.goBack();
    await follow(phone, /回到进度页/);
    await follow(phone, /^评价/);
    await phone.locator('[name=office][value=satisfied]').check();
    await phone.locator('[name=body][value=basically]').check();
    await phone.locator('#body-why').fill('修得不错，就是等得久了一点。');
    await hall.visit(phone, 'rating');
    await press(phone, '交上评价');
    expect(await textOf(phone)).toContain('评价收到了');
    await hall.visit(phone, 'follow: rated');
  });

  it('is read by the supervisor and the head of the petition office, and counted by the analyst', async () => {
    await hall.city.runJobs();
    for (const login of ['yanshuheng', 'fangyiran']) {
      const reader = await at(login);
      expect(await reader.locator('.pp-story').textContent()).toContain('评价');
      await hall.visit(reader, `matter, as ${login} reads it`);
      await leave(reader);
    }
    const analyst = await signIn(hall, 'zhongruoning', 'figures?from=2026-03-11&to=2026-05-31');
    await hall.visit(analyst, 'figures since it came');
    await analyst.locator('.received').getByRole('link').first().click();
    await analyst.getByRole('cell', { name: kept.number }).waitFor();
    await hall.visit(analyst, 'the list behind a number');
  });

  it('met no barrier on any page', () => {
    expect(hall.barriers).toEqual([]);
  });
});
