import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeSentTo, follow, press, readReceipt } from './citizen.ts';
import { type Hall, openHall } from './hall.ts';
import { chooseBody, chooseCategoryAt, formOf, isRead, leave, send, signIn, unsaid } from './officer.ts';
import { keepWhatFailed } from './picture.ts';
import { deskOf } from './review-story.ts';

const SECRET = '把工程包给自己的小舅子';
const WAGES = '在他的工地干了三个月，工资没有拿到。';
const WRITER = { name: '鲁长河', phone: '19000000831', address: '南江市临江区河湾街道河湾里15号' } as const;
/** 23:00 in Shanghai on the second day of the May holiday. */
const HOLIDAY_NIGHT = '2026-05-02T15:00:00Z';
const ON = '存好，往下走';

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
    const hidden = [`matters?q=${encodeURIComponent('小舅子')}`, `matter/${number}-2`, `submission/${number}`];
    for (const login of [...ACCUSED, 'yezhiqiu', 'yanshuheng']) {
      const page = await signIn(hall, login);
      for (const path of ['', ...hidden]) {
        if (path !== '') await page.goto(`/desk/${path}`);
        await isRead(page);
        const said = (await page.locator('main').textContent()) ?? '';
        expect([login, path, said.includes(SECRET), said.includes(`${number}-2`)]).toEqual([login, path, false, false]);
      }
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
    await isRead(keeper);
    expect(await unsaid(keeper, SECRET)).toEqual([]);
    const pass = await formOf(keeper, 'pass-report');
    await pass.getByRole('searchbox').fill('临江区住房');
    expect(await pass.getByRole('radio', { name: '临江区住房和城乡建设局' }).isDisabled()).toBe(true);
    await hall.visit(keeper, 'a report that cannot go to the accused');
    await leave(keeper);
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
    await chooseBody(form, '临江区民政', '临江区民政局');
    await hall.visit(head, 'an urgent report');
    await form.getByRole('button', { name: '报送', exact: true }).click();
    await head.getByText('还没确认').first().waitFor();
    expect(await unsaid(head, '临江区人民政府', '临江区民政局', '南江市信访局', '国家信访局', '已经上报')).toEqual([]);
    await hall.visit(head, 'an urgent report, sent');
    await leave(head);

    const government = await signIn(hall, 'tangyanqing', '?duty=urgent');
    await government.getByRole('link', { name: number }).click();
    await isRead(government);
    await government.getByRole('button', { name: '确认收到' }).click();
    await government
      .getByText(/^已收到/)
      .first()
      .waitFor();
    await hall.visit(government, 'an urgent report, received');
    await leave(government);
    /* Nothing about acceptance or dates moved: the petition waits for registration like any other. */
    const { clocks } = await deskOf(hall, 'yezhiqiu').get(`/api/submissions/${number}`);
    expect(clocks).toMatchObject([{ kind: 'register', outcome: 'running' }]);
  });

  it('met no barrier on any page', () => {
    expect(hall.barriers).toEqual([]);
  });
});
