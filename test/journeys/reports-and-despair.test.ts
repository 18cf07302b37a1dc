import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listMessages } from '../../src/app/messages.ts';
import { codeSentTo, follow, press, readReceipt } from './citizen.ts';
import { type Hall, openHall } from './hall.ts';
import { askToOpen, chooseBody, chooseCategoryAt, formOf, isRead, leave, send, signIn, unsaid } from './officer.ts';
import { keepWhatFailed } from './picture.ts';
import { deskOf, letOpen } from './review-story.ts';

const SECRET = '把工程包给自己的小舅子';
const TOLD = '收施工队的红包';
const WAGES = '在他的工地干了三个月，工资没有拿到。';
const WRITER = { name: '鲁长河', phone: '19000000831', address: '南江市临江区河湾街道河湾里15号' } as const;
/** 23:00 in Shanghai on the second day of the May holiday. */
const HOLIDAY_NIGHT = '2026-05-02T15:00:00Z';
const ON = '存好，往下走';

/** Those the law names, at once: government of the level, the joint meeting’s office, the office above, the competent body, the national one. */
const RECEIVERS = ['临江区人民政府', '临江区信访局', '南江市信访局', '临江区住房和城乡建设局', '国家信访局'];

/** What is told in confidence, and what cannot wait for the morning. */
describe('reports of wrongdoing, and words of despair', () => {
  let hall: Hall;
  let number = '';
  const ACCUSED = ['shenpeiwen', 'luqingyan'] as const;

  beforeAll(async () => {
    hall = await openHall();
  });
  keepWhatFailed(() => hall.browser);
  afterAll(() => hall.close());

  it('E27: given a report from a phone without a name, then it is sealed: a number, no code, no message, and nothing of it left on the phone', async () => {
    const phone = await hall.seat('phone');
    await phone.goto('/');
    await follow(phone, /^检举控告/);
    expect(await unsaid(phone, '12388', '纪检监察')).toEqual([]);
    expect(await phone.locator('main a[href^="tel:"]').allTextContents()).toEqual(['12388']);
    await hall.visit(phone, 'where reports go');
    await follow(phone, '在这里写检举');
    expect(await phone.getByRole('radio', { name: /检举控告/ }).isChecked()).toBe(true);
    await phone.getByRole('radio', { name: /我自己/ }).check();
    await press(phone, ON);
    await phone.getByLabel('不写名字（匿名）').check();
    await phone.locator('#phone').fill('19000000877');
    await hall.visit(phone, 'who reports, without a name');
    await press(phone, ON);
    await phone.getByRole('radio', { name: '临江区' }).check();
    await press(phone, ON);
    await press(phone, ON);
    await phone.locator('#text').fill(`${TOLD}，每月一次。`);
    await press(phone, ON);
    await phone.getByText('请写检举谁').first().waitFor();
    await phone.getByLabel('您检举谁？').fill('区里一个科长');
    await hall.visit(phone, 'a report is written');
    await press(phone, ON);
    await press(phone, ON);
    await press(phone, '往下走');
    expect(await unsaid(phone, '区里一个科长', TOLD, '绝不会交给被检举的人和单位')).toEqual([]);
    expect(await phone.getByLabel(/公开/).count()).toBe(0);
    await hall.visit(phone, 'a report before it is sent');
    await press(phone, '发出');
    await phone.getByRole('heading', { name: '收到了，已经封存' }).waitFor();
    await hall.visit(phone, 'the receipt of a report');
    const receipt = (await phone.locator('main').textContent()) ?? '';
    expect(receipt).toMatch(/\d{6}-\d{4}-\d{6}/);
    for (const told of [TOLD, '区里一个科长', '19000000877']) expect(receipt).not.toContain(told);
    await press(phone, '这不是我的手机，离开');
    await phone.goto('/receipt');
    await phone.getByText('这里没有回执').waitFor();
    await phone.context().close();
    expect((await listMessages(hall.city.ledger, 50)).filter(({ to }) => to === '19000000877')).toEqual([]);
    const reported = /\d{6}-\d{4}-\d{6}/.exec(receipt)?.[0] ?? '';
    const keeper = await signIn(hall, 'qimingyuan', 'sealed');
    await keeper.getByRole('link', { name: reported }).click();
    await askToOpen(keeper, '登记');
    await keeper.getByRole('heading', { name: '正等第二个人确认' }).waitFor();
    await letOpen(hall, 'qimingyuan', 'jiyinshu');
    await keeper.getByRole('button', { name: '看看确认了没有' }).click();
    await keeper.getByText('区里一个科长').waitFor();
    await isRead(keeper);
    expect(await unsaid(keeper, TOLD)).toEqual([]);
    await hall.visit(keeper, 'a report to be registered');
    await leave(keeper);
  });

  it('E27, E28: given a letter with a report about the head of a bureau and a claim, when it is registered, then the words of the report go nowhere but to its keeper', async () => {
    const made = await deskOf(hall, 'yezhiqiu').post('/api/submissions', {
      channel: 'letter',
      purpose: 'claim',
      division: '990101001',
      particulars: {
        people: [WRITER],
        title: '欠薪，还有局长的事',
        text: `${WAGES}局长${SECRET}。`,
        requests: ['工资', '查'],
      },
      matters: [
        {
          purpose: 'claim',
          category: '040200',
          title: '欠薪，还有局长的事',
          text: `${WAGES}局长${SECRET}。`,
          requests: ['工资', '查'],
          accused: [],
        },
      ],
    });
    number = String(made.number);
    const desk = await signIn(hall, 'yezhiqiu', `matter/${number}-1`);
    const split = await formOf(desk, 'split');
    const fill = (path: string, text: string) => split.locator(`[id="split.${path}"]`).fill(text);
    await fill('title', '工地三个月工资没有给');
    await fill('text', WAGES);
    await fill('requests', '发放工资');
    await split.getByRole('radio', { name: '检举控告' }).check();
    await fill('into.0.title', `局长${SECRET}`);
    await fill('into.0.text', `局长${SECRET}。`);
    await fill('into.0.requests', '查处');
    await chooseCategoryAt(desk, 'split.into.0.category', '纪检监察', '干部作风');
    const part = split.locator('fieldset.matter', { hasText: '被检举控告的单位' });
    await part.getByRole('searchbox').fill('临江区住房');
    await part.getByRole('radio', { name: '临江区住房和城乡建设局' }).click();
    await hall.visit(desk, 'splitting a report from a claim');
    await send(desk, 'split', '分立');
    expect(await unsaid(desk, '工地三个月工资没有给')).toEqual([]);
    expect(await desk.locator('main').textContent()).not.toContain(SECRET);
    const forward = await formOf(desk, 'forward');
    await chooseBody(forward, '临江区住房', '临江区住房和城乡建设局');
    await send(desk, 'forward', '转送');
    await leave(desk);
    await hall.city.runJobs();
  });

  it('E27: then the bureau finds it nowhere: not on its desk, not by its words, not by its number; nor do the dispatcher and the supervisor', async () => {
    for (const login of [...ACCUSED, 'yezhiqiu', 'yanshuheng']) {
      const page = await signIn(hall, login);
      const readsNothing = async (where: string): Promise<void> => {
        const said = (await page.locator('main').textContent()) ?? '';
        expect([login, where, said.includes(SECRET), said.includes(`${number}-2`)]).toEqual([
          login,
          where,
          false,
          false,
        ]);
      };
      await readsNothing('desk');
      await page.getByRole('link', { name: '事项', exact: true }).click();
      /* The list is not just empty: the claim of the same letter stands in it. */
      await page.getByText(`${number}-1`).first().waitFor();
      await readsNothing('register');
      await look(page, '小舅子');
      await page.getByText('没有找到“小舅子”').waitFor();
      if (!ACCUSED.some((one) => one === login)) {
        await page.getByRole('link', { name: '指标' }).click();
        await page.getByRole('link', { name: /收到/ }).first().click();
        await page.getByText(number).first().waitFor();
        await readsNothing('figures');
      }
      /* A whole number typed into the box leads to the address of the matter itself. */
      await look(page, `${number}-2`);
      await page.waitForURL(`**/desk/matter/${number}-2`);
      await page.getByText('没有这件事项').first().waitFor();
      await page.goto(`/desk/submission/${number}`);
      await isRead(page);
      await readsNothing('letter');
      if (login === 'luqingyan') {
        await page.goto(`/desk/matter/${number}-1`);
        await page.getByRole('tab', { name: /原文/ }).click();
        expect(await unsaid(page, WAGES)).toEqual([]);
        expect(await page.locator('main').textContent()).not.toContain(SECRET);
        await hall.visit(page, 'a claim whose letter held a report too');
      }
      await leave(page);
    }
    const keeper = await signIn(hall, 'qimingyuan', 'sealed');
    await keeper.getByRole('link', { name: `${number}-2` }).click();
    await askToOpen(keeper, '按管理权限移交');
    await keeper.getByRole('heading', { name: '正等第二个人确认' }).waitFor();
    await letOpen(hall, 'qimingyuan', 'jiyinshu');
    await keeper.getByRole('button', { name: '看看确认了没有' }).click();
    await keeper.getByRole('heading', { name: SECRET }).waitFor();
    await isRead(keeper);
    expect(await unsaid(keeper, SECRET)).toEqual([]);
    const pass = await formOf(keeper, 'pass-report');
    await pass.getByRole('searchbox').fill('临江区住房');
    expect(await pass.getByRole('radio', { name: '临江区住房和城乡建设局' }).isDisabled()).toBe(true);
    await hall.visit(keeper, 'a report that cannot go to the accused');
    /* By cadre-management authority: to the commission of the city, for the head of a bureau of a district. */
    await chooseBody(pass, '南江市纪律检查', '中共南江市纪律检查委员会');
    await pass.getByRole('button', { name: '移交', exact: true }).click();
    await keeper.waitForURL('**/desk/sealed');
    await isRead(keeper);
    expect(await keeper.getByRole('link', { name: `${number}-2` }).count()).toBe(0);
    await leave(keeper);
    const competent = await signIn(hall, 'zhenghuaijin', 'sealed');
    await competent.getByRole('link', { name: `${number}-2` }).click();
    await askToOpen(competent, '办理、核查');
    await competent.getByRole('heading', { name: '正等第二个人确认' }).waitFor();
    await letOpen(hall, 'zhenghuaijin', 'moxingzhi');
    await competent.getByRole('button', { name: '看看确认了没有' }).click();
    await competent.getByRole('heading', { name: SECRET }).waitFor();
    expect(await unsaid(competent, SECRET)).toEqual([]);
    await leave(competent);
  });

  it('E45: given words of despair from a phone at 23:00 on a holiday, then the filing is not stopped and the receipt says whom to call and that a person calls back', async () => {
    hall.city.ledger.clock.set(HOLIDAY_NIGHT);
    const phone = await hall.seat('phone');
    await phone.goto('/');
    await follow(phone, /我要投诉/);
    await phone.getByRole('radio', { name: /投诉、请求/ }).check();
    await phone.getByRole('radio', { name: /我自己/ }).check();
    await press(phone, ON);
    await phone.getByLabel('您的姓名').fill('邵北辰');
    await phone.locator('#phone').fill('19000000842');
    await phone.locator('#address').fill('南江市临江区河湾街道河湾里21号');
    await press(phone, ON);
    await phone.getByLabel('验证码').fill(await codeSentTo(hall, '19000000842'));
    await press(phone, '对一下，往下走');
    await phone.getByRole('radio', { name: '临江区' }).check();
    await press(phone, ON);
    await phone.getByRole('radio', { name: '河湾街道' }).check();
    await press(phone, ON);
    await phone
      .locator('#text')
      .fill('补偿款拖了两年没有给，老婆住院没有钱。我撑不下去了，不想活了，今天晚上就从楼顶跳下去。');
    await press(phone, ON);
    await phone.locator('#ask-1').fill('把补偿款发下来。');
    await press(phone, ON);
    await press(phone, '往下走');
    await press(phone, '发出');
    const kept = await readReceipt(phone);
    number = kept.number;
    expect(await unsaid(phone, '12356', '120', '110', '会有人尽快打给您')).toEqual([]);
    await hall.visit(phone, 'receipt: words of despair');
    await phone.context().close();
    await hall.city.runJobs();
  });

  it('E45: then the officer on duty finds the alarm that night, calls, and notes it; the head reports to everybody at once, and each says it has it', async () => {
    const desk = await signIn(hall, 'yezhiqiu', '?duty=alarm');
    await hall.visit(desk, 'desk: an alarm at night');
    await desk.getByRole('link', { name: number }).click();
    await desk.getByText('可能有人身危险').first().waitFor();
    expect(await unsaid(desk, '可能有人身危险', '5月2日', '要不要上报由负责人定')).toEqual([]);
    await hall.visit(desk, 'submission with an alarm');
    await desk.getByRole('button', { name: '我来处理，已联系' }).click();
    await desk.getByRole('alert').filter({ hasText: '做了什么' }).first().waitFor();
    await desk.getByLabel('做了什么').fill('23:10打通电话，社区网格员已经上门陪着。');
    await desk.getByRole('button', { name: '我来处理，已联系' }).click();
    await desk.getByText('已处理').first().waitFor();
    await leave(desk);

    const head = await signIn(hall, 'fangyiran', `submission/${number}`);
    await head.locator('details', { hasText: '紧急专报' }).locator('summary').click();
    const form = head.locator('details', { hasText: '紧急专报' });
    await form.getByLabel('什么事、什么人').fill('河湾里一名男子扬言轻生，一人，在家。');
    await form.getByLabel('风险').fill('可能跳楼。');
    await form.getByLabel('已经采取和建议采取的措施').fill('社区已上门，建议医院会诊。');
    await form.getByRole('button', { name: '报送', exact: true }).click();
    await form.getByRole('alert').first().waitFor();
    /* Said at its field, and once. */
    expect(await form.locator('.hint.fault', { hasText: '选主管部门' }).count()).toBe(1);
    expect(await form.getByText('主管部门', { exact: true }).count()).toBe(1);
    await hall.visit(head, 'an urgent report, no competent body');
    await chooseBody(form, '临江区住房', '临江区住房和城乡建设局');
    await hall.visit(head, 'an urgent report');
    await form.getByRole('button', { name: '报送', exact: true }).click();
    await head.getByText('还没确认').first().waitFor();
    const sent = await receipts(head);
    expect(sent.map(([body]) => body)).toEqual(RECEIVERS);
    expect(sent.every(([, said]) => said?.startsWith('还没确认'))).toBe(true);
    expect(await unsaid(head, '已经上报')).toEqual([]);
    /* The form is folded and empty again: nothing is sent twice by a nervous finger. */
    expect(await form.locator('textarea').first().isVisible()).toBe(false);
    await hall.visit(head, 'an urgent report, sent');
    await receive(head, '确认收到');
    await receive(head, '对方已收到，记下');
    await leave(head);
    for (const login of ['tangyanqing', 'xieanlan', 'luqingyan']) {
      const receiver = await signIn(hall, login, '?duty=urgent');
      await receiver.getByRole('link', { name: number }).click();
      await isRead(receiver);
      await receive(receiver, '确认收到');
      if (login === 'tangyanqing') await hall.visit(receiver, 'an urgent report, received');
      await leave(receiver);
    }
    const after = await signIn(hall, 'fangyiran', `submission/${number}`);
    expect((await receipts(after)).map(([body, said]) => [body, said?.startsWith('已收到')])).toEqual(
      RECEIVERS.map((body) => [body, true]),
    );
    await hall.visit(after, 'an urgent report, with its receipts');
    await leave(after);
    /* Nothing about acceptance or dates moved: the petition waits for registration like any other. */
    const { clocks } = await deskOf(hall, 'yezhiqiu').get(`/api/submissions/${number}`);
    expect(clocks).toMatchObject([{ kind: 'register', outcome: 'running' }]);
  });

  it('met no barrier on any page', () => {
    expect(hall.barriers).toEqual([]);
  });
});

/** Types into the box at the top, as officers do. */
async function look(page: Page, words: string): Promise<void> {
  await page.locator('main').focus();
  await page.keyboard.press('/');
  await page.keyboard.insertText(words);
  await page.keyboard.press('Enter');
}

/** Who an urgent report went to, and what each has said, as the page lists them. */
async function receipts(page: Page): Promise<readonly (readonly [string, string])[]> {
  const lines = await page.locator('.pp-receipts > li').allTextContents();
  return lines.map((line) => [line.split(' ')[0] ?? '', line.split(' ').slice(1).join(' ')] as const);
}

/** Says that a report has arrived, and waits until the page has it. */
async function receive(page: Page, button: string): Promise<void> {
  const line = page.locator('.pp-receipts > li', { has: page.getByRole('button', { name: button }) });
  const body = ((await line.textContent()) ?? '').split(' ')[0] ?? '';
  await line.getByRole('button', { name: button }).click();
  await page
    .locator('.pp-receipts > li', { hasText: body })
    .getByText(/^已收到/)
    .waitFor();
}
