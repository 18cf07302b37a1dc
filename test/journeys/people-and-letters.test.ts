import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { follow, openWithCode, press, textOf } from './citizen.ts';
import { type Hall, openHall } from './hall.ts';
import { chooseBody, chooseCategoryAt, formOf, isRead, leave, send, signIn, unsaid } from './officer.ts';
import { keepWhatFailed } from './picture.ts';
import { deskOf } from './review-story.ts';

const MEMBER = { name: '村民己', phone: '19000000806' } as const;
const WRITER = { name: '孟大川', phone: '19000000823', address: '南江市临江区河湾街道河湾里9号' } as const;
const LETTER = '去年拆的房，补偿没有到。在工地干了两个月，工资没有给。夜里工棚外面有人打架，没人管。';
const SPEAKERS = ['村民乙', '村民丙', '村民丁', '村民戊'] as const;

/** Twelve people at the counter, and a letter with three matters in it. */
describe('people who come together, and matters that came together', () => {
  let hall: Hall;
  const kept = { number: '', code: '' };

  beforeAll(async () => {
    hall = await openHall();
  });
  keepWhatFailed(() => hall.browser);
  afterAll(() => hall.close());

  const field = (page: Page, id: string) => page.locator(`[id="arrival.${id}"]`);

  it('E18: given twelve visitors of whom seven would speak, when they are registered, then five do, all twelve are counted, and the others may leave their names', async () => {
    const clerk = await signIn(hall, 'yezhiqiu', 'register');
    await field(clerk, 'channel').selectOption({ label: '来访' });
    await field(clerk, 'particulars.people.0.name').fill('村民甲');
    await field(clerk, 'particulars.people.0.phone').fill('19000000801');
    await field(clerk, 'particulars.text').fill('征地款去年秋天就该发，到现在没有到，十二户都没有。');
    await field(clerk, 'particulars.title').fill('十二户征地款没有发，要求发放');
    await chooseCategoryAt(clerk, 'arrival.matters.0.category', '国土资源', '土地征收');
    await field(clerk, 'petitioners').fill('12');
    const speaking = field(clerk, 'particulars.representatives');
    await speaking.fill([...SPEAKERS, '村民庚', '村民辛'].map((name, at) => `${name}，1900000081${at}`).join('\n'));
    await field(clerk, 'particulars.others').fill(`${MEMBER.name}，${MEMBER.phone}`);
    await clerk.getByRole('button', { name: /^登记，下一件/ }).click();
    await clerk.getByRole('alert').first().waitFor();
    const refused = (await clerk.getByRole('alert').first().textContent()) ?? '';
    for (const told of ['5', '条例》第二十条第三款']) expect(refused).toContain(told);
    await hall.visit(clerk, 'register a group, with too many speaking');
    await speaking.fill(SPEAKERS.map((name, at) => `${name}，1900000081${at}`).join('\n'));
    await clerk.getByRole('button', { name: /^登记，下一件/ }).click();
    const slip = clerk.locator('.slip');
    await slip.waitFor();
    const said = (await slip.textContent()) ?? '';
    kept.number = /\d{6}-\d{4}-\d+/.exec(said)?.[0] ?? '';
    kept.code = /(\d{4} ){3}\d{4}/.exec(said)?.[0]?.replaceAll(' ', '') ?? '';
    await clerk.goto(`/desk/matter/${kept.number}-1`);
    await isRead(clerk);
    await clerk.getByRole('tab', { name: /原文/ }).click();
    expect(await unsaid(clerk, '联名 12 人', '代表', '村民戊', '村民己')).toEqual([]);
    await hall.visit(clerk, 'matter of a group');
    await leave(clerk);
  });

  it('E18: then a member who is no representative follows it with the code and their own telephone, and rates for themselves', async () => {
    await deskOf(hall, 'yezhiqiu').post(`/api/matters/${kept.number}-1/forward`, { to: 'd01-housing' });
    const phone = await hall.seat('phone');
    await openWithCode(phone, kept, MEMBER.phone.slice(-4));
    const page = await textOf(phone);
    expect(page).toContain('十二户征地款没有发');
    for (const other of ['村民甲', ...SPEAKERS]) expect(page).not.toContain(other);
    await hall.visit(phone, 'follow: a member of a group');
    await follow(phone, /评价/);
    await phone.locator('[name=office][value=satisfied]').check();
    await hall.visit(phone, 'rating, as a member of a group');
    await press(phone, '交上评价');
    expect(await textOf(phone)).toContain('评价收到了');
    await phone.context().close();
  });

  it('E19: given one letter with three matters, when it is split at the counter’s desk, then each goes its own way on its own clock', async () => {
    const letter = {
      channel: 'letter',
      purpose: 'claim',
      division: '990101001',
      particulars: { people: [WRITER], title: '三件事一起说', text: LETTER, requests: ['补偿', '工资', '打架的事'] },
      matters: [
        {
          purpose: 'claim',
          category: '030600',
          title: '三件事一起说',
          text: LETTER,
          requests: ['补偿', '工资', '打架的事'],
          accused: [],
        },
      ],
    };
    const made = await deskOf(hall, 'yezhiqiu').post('/api/submissions', letter);
    kept.number = String(made.number);
    kept.code = String(made.code);
    const matter = (nth: number): string => `${kept.number}-${nth}`;

    const desk = await signIn(hall, 'yezhiqiu', `matter/${matter(1)}`);
    const split = await formOf(desk, 'split');
    await split.getByRole('button', { name: '再分出一件' }).click();
    await split.getByRole('button', { name: '分立', exact: true }).click();
    await split.getByRole('alert').waitFor();
    await hall.visit(desk, 'splitting a letter, with gaps');
    const fill = async (path: string, text: string) => split.locator(`[id="split.${path}"]`).fill(text);
    await fill('title', '拆迁补偿没有到');
    await fill('text', '去年拆的房，补偿没有到。');
    await fill('requests', '发放补偿');
    for (const [at, title, first, second] of [
      [0, '工地拖欠两个月工资', '劳动和社会保障', '工资福利'],
      [1, '夜里有人打架没人管', '政法', '社会治安'],
    ] as const) {
      await fill(`into.${at}.title`, title);
      await fill(`into.${at}.text`, `${title}。`);
      await fill(`into.${at}.requests`, '处理');
      await chooseCategoryAt(desk, `split.into.${at}.category`, first, second);
    }
    await send(desk, 'split', '分立');
    expect(await desk.locator('main').textContent()).toContain(matter(3));
    await hall.visit(desk, 'matter, split');
    for (const [nth, words, body] of [
      [1, '临江区住房', '临江区住房和城乡建设局'],
      [2, '临江区人力', '临江区人力资源和社会保障局'],
      [3, '公安局临江', '南江市公安局临江分局'],
    ] as const) {
      await desk.goto(`/desk/matter/${matter(nth)}`);
      await isRead(desk);
      await chooseBody(await formOf(desk, 'forward'), words, body);
      await send(desk, 'forward', '转送');
    }
    await leave(desk);
  });

  it('E22: given one of them is for arbitration, when the officer is led there by the questions, then the notice says body, limit and papers, and no clock is missed', async () => {
    const matter = `${kept.number}-2`;
    const desk = await signIn(hall, 'hanmuzhi', `matter/${matter}`);
    await send(desk, 'sign', '签收');
    const form = await formOf(desk, 'route-out');
    await form.getByRole('button', { name: '帮我判断途径' }).click();
    for (const answer of [/有具体的请求/, /不是$/, /^1/, /劳动人事/]) {
      await form.locator('.sorting-tree').getByRole('radio', { name: answer }).check();
      await form.getByRole('button', { name: '下一题' }).click();
    }
    await hall.visit(desk, 'sorting a claim by questions');
    await form.getByRole('button', { name: '用这条途径' }).click();
    expect(await form.getByRole('radio', { name: /仲裁/ }).isChecked()).toBe(true);
    await form.locator('[id="route-out.body"]').fill('临江区劳动人事争议仲裁委员会，江堤路9号');
    await send(desk, 'route-out', '导入，出告知书');
    const page = (await desk.locator('main').textContent()) ?? '';
    expect(page).not.toContain('已超期');
    await leave(desk);

    const phone = await hall.seat('phone');
    await openWithCode(phone, kept, WRITER.phone.slice(-4));
    const shown = await textOf(phone);
    for (const told of ['拆迁补偿没有到', '工地拖欠两个月工资', '夜里有人打架没人管']) expect(shown).toContain(told);
    await hall.visit(phone, 'follow: a letter of three matters');
    await follow(phone, /法定途径告知书/);
    const notice = (await phone.locator('article').textContent()) ?? '';
    for (const told of [
      '临江区劳动人事争议仲裁委员会',
      '第三十一条第二项',
      '仲裁申请书',
      '不能使诉讼、仲裁、行政复议的期限停下来',
    ])
      expect(notice).toContain(told);
    await hall.visit(phone, 'the notice that leads to arbitration');
    await phone.context().close();
  });

  it('E22: given it is found later that another is before a court, when handling ends, then its sixty days are not late and the petitioner is told where to turn', async () => {
    const matter = `${kept.number}-1`;
    const at = (act: string) => `/api/matters/${matter}/${act}`;
    const handler = deskOf(hall, 'shenpeiwen');
    await handler.post(at('sign'), { assignment: 'a1' });
    await handler.post(at('accept'), { assignment: 'a1', route: '31(6)' });
    await hall.dawns('2026-04-20');
    const desk = await signIn(hall, 'luqingyan', `matter/${matter}`);
    const form = await formOf(desk, 'end-for-procedure');
    await form.getByRole('button', { name: '终止办理并告知' }).click();
    await form.getByRole('alert').waitFor();
    await hall.visit(desk, 'ending for a court, with gaps');
    await form
      .getByRole('radio', { name: /诉讼和政法机关程序/ })
      .first()
      .check();
    await form.getByLabel('在哪里、进到哪一步').fill('区法院4月立案。');
    await form.getByLabel('由哪个机关处理').fill('临江区人民法院');
    await send(desk, 'end-for-procedure', '终止办理并告知');
    await leave(desk);
    const phone = await hall.seat('phone');
    await openWithCode(phone, kept, WRITER.phone.slice(-4));
    await follow(phone, /终止办理告知书/);
    const notice = (await phone.locator('article').textContent()) ?? '';
    for (const told of ['临江区人民法院', '期限停下来']) expect(notice).toContain(told);
    await hall.visit(phone, 'the notice that handling has ended');
    await phone.context().close();
  });

  it('met no barrier on any page', () => {
    expect(hall.barriers).toEqual([]);
  });
});
