import { TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginYearlyReports } from '../../src/app/yearly-report/begin.ts';
import { type Hall, openHall } from './hall.ts';
import { isRead, leave, signIn, unsaid } from './officer.ts';
import { keepWhatFailed } from './picture.ts';
import { answerLetter, deskOf, registerLetter } from './review-story.ts';

const PLAN = '南委发〔2026〕12号《临江区机构改革方案》';
/** Made up: the notice of that year is not published yet. */
const NOTICE_2027 = `一、元旦：2027年1月1日（星期五）至3日（星期日）放假，共3天。
二、春节：2月5日（星期五，除夕）至13日（星期六）放假调休，共9天。2月4日（星期四）、2月14日（星期日）上班。`;

/** What is done for the whole house: material for inspectors, days off, a body that changes. */
describe('administration', () => {
  let hall: Hall;
  let matter = '';

  beforeAll(async () => {
    hall = await openHall();
    matter = `${(await registerLetter(hall)).number}-1`;
    await answerLetter(hall, matter, '2026-03-11');
  });
  keepWhatFailed(() => hall.browser);
  afterAll(() => hall.close());

  it('E53: given an inspection team asks, when the supervisor exports, then the page holds what was raised about that bureau and no name', async () => {
    const page = await signIn(hall, 'yanshuheng', 'inspections');
    await page.getByRole('button', { name: '导出', exact: true }).click();
    await page.getByText('请写来函').waitFor();
    await hall.visit(page, 'material for inspection, with gaps');
    await page.getByRole('searchbox').first().fill('临江区住房');
    await page.getByRole('radio', { name: '临江区住房和城乡建设局' }).check();
    await page.locator('#team').fill('区委第二巡察组');
    await page.locator('#basis').fill('区巡〔2026〕3号');
    await page.getByRole('button', { name: '导出', exact: true }).click();
    await page.getByText('导出1件。').waitFor();
    expect(await unsaid(page, matter, '区委第二巡察组')).toEqual([]);
    expect(await page.locator('main').textContent()).not.toContain('俞静娴');
    await hall.visit(page, 'material for inspection');
    await leave(page);
  });

  it('E51: given the notice of a year arrives, when the administrator enters it and approves what moves, then the dates that were guessed are certain', async () => {
    await hall.dawns('2026-12-24');
    const late = `${(await registerLetter(hall)).number}-1`;
    const clocks = async () =>
      ((await deskOf(hall, 'yezhiqiu').get(`/api/matters/${late}`)).clocks as { kind: string }[]).filter(
        ({ kind }) => kind === 'forward',
      );
    expect(await clocks()).toMatchObject([{ due: '2027-01-08', calendar: 'assumed' }]);
    const admin = await signIn(hall, 'dingyichuan', 'calendar');
    await hall.visit(admin, 'the calendar');
    await admin.getByLabel('放假安排', { exact: true }).fill(NOTICE_2027);
    await admin.getByLabel('来源').fill('关于2027年部分节假日安排的通知（示例）');
    await admin.getByRole('button', { name: '登记', exact: true }).click();
    await admin.waitForURL('**/recount/*');
    await isRead(admin);
    await admin.getByText(late).first().waitFor();
    await hall.visit(admin, 'dates counted again, to be approved');
    await admin.getByRole('button', { name: /^批准/ }).click();
    await admin.getByRole('button', { name: '批准并重算' }).click();
    await admin.getByText('已完成').first().waitFor();
    await hall.visit(admin, 'dates counted again');
    await leave(admin);
    expect(await clocks()).toMatchObject([{ due: '2027-01-08', calendar: 'published' }]);
  });

  it('E25: given the bureau is merged into another, when the administrator has listed and approved it, then its answered matter is the other’s, and its officers go on there', async () => {
    const admin = await signIn(hall, 'dingyichuan', 'bodies');
    await admin.locator('summary', { hasText: '登记一次变动' }).click();
    await admin.getByRole('button', { name: '列出清单' }).click();
    await admin.getByText('请写依据的文件').waitFor();
    await hall.visit(admin, 'a body that changes, with gaps');
    const pick = async (legend: string, words: string, name: string): Promise<void> => {
      const picker = admin.locator('fieldset.bodies', { has: admin.locator('legend', { hasText: legend }) });
      await picker.getByRole('searchbox').fill(words);
      await picker.getByRole('radio', { name }).check();
    };
    await pick('变动的单位', '临江区住房', '临江区住房和城乡建设局');
    await pick('继续行使职权的单位', '临江区自然', '临江区自然资源局');
    await admin.locator('#basis').fill(PLAN);
    await admin.getByRole('button', { name: '列出清单' }).click();
    await admin.waitForURL('**/bodies/*');
    await admin.getByText(PLAN).waitFor();
    expect(await unsaid(admin, matter, PLAN)).toEqual([]);
    await hall.visit(admin, 'a body that changes, listed');
    await admin.getByRole('button', { name: '批准并交接' }).click();
    await admin.getByRole('dialog').getByRole('button', { name: '批准并交接' }).click();
    await admin.locator('.tag', { hasText: '已交接' }).first().waitFor();
    await hall.visit(admin, 'a body that changes, carried over');
    await leave(admin);
    const handler = await signIn(hall, 'shenpeiwen', `matter/${matter}`);
    expect(await unsaid(handler, '机构调整：临江区住房和城乡建设局的事由临江区自然资源局接着办', PLAN)).toEqual([]);
    expect(await handler.locator('header').first().textContent()).toContain('临江区自然资源局');
    await hall.visit(handler, 'a matter of a body that is no more');
    await leave(handler);
  });

  it('accounts: given a newcomer, when the administrator makes the account, then they set a password of their own; a lost one takes two', async () => {
    const admin = await signIn(hall, 'dingyichuan', 'accounts');
    await hall.visit(admin, 'accounts');
    await admin.getByRole('searchbox').first().fill('临江区人力');
    await admin.getByRole('radio', { name: '临江区人力资源和社会保障局' }).check();
    await admin.getByRole('table', { name: '账号' }).waitFor();
    await admin.getByText('开通账号').click();
    await admin.getByRole('button', { name: '开通', exact: true }).click();
    await admin.getByText('请写用户名').waitFor();
    await hall.visit(admin, 'accounts of a body, with gaps');
    await admin.getByLabel('姓名').fill('程思远');
    await admin.getByLabel('用户名', { exact: true }).fill('chengsiyuan');
    await admin.getByLabel('职务', { exact: true }).fill('承办人');
    await admin.getByRole('checkbox', { name: '承办人' }).check();
    await admin.getByRole('button', { name: '开通', exact: true }).click();
    const told = async (page: Page): Promise<string> => {
      await page.locator('.acc-password').waitFor();
      return (await page.locator('.acc-password').textContent()) ?? '';
    };
    const first = await told(admin);
    await isRead(admin);
    await hall.visit(admin, 'an account made just now');

    const newcomer = await hall.seat('desk');
    await newcomer.goto('/desk/');
    await newcomer.getByLabel('用户名').fill('chengsiyuan');
    await newcomer.getByLabel('密码').fill(first);
    await newcomer.getByRole('button', { name: '登录' }).click();
    const own = 'hongyi-buke-bu-hongyi';
    await newcomer.locator('#current').fill(first);
    await newcomer.locator('#password').fill(own);
    await newcomer.locator('#again').fill(own);
    await newcomer
      .getByRole('button', { name: '设为我的密码' })
      .or(newcomer.locator('button[type=submit]'))
      .first()
      .click();
    await newcomer.locator('.shell main').waitFor();
    const menu = async (entry: string): Promise<void> => {
      await newcomer.getByRole('button', { name: /程思远/ }).click();
      await newcomer.getByRole('menuitem', { name: entry }).click();
    };
    await menu('第二重验证');
    const secret = (await newcomer.locator('.dialog code').textContent()) ?? '';
    const code = () =>
      new TOTP({ secret: secret.replaceAll(' ', '') }).generate({ timestamp: hall.city.ledger.clock.now().getTime() });
    await hall.visit(newcomer, 'a second factor, to be set up');
    await newcomer.getByLabel('验证码').fill(code());
    await newcomer.getByRole('button', { name: '启用' }).click();
    await newcomer.getByText('第二重验证已启用').first().waitFor();
    await menu('登录在哪些地方');
    await newcomer.getByText('就是这里').waitFor();
    await newcomer.keyboard.press('Escape');
    await menu('退出登录');
    hall.city.ledger.clock.advance(30_000);
    await newcomer.getByLabel('用户名').fill('chengsiyuan');
    await newcomer.getByLabel('密码').fill(own);
    await newcomer.getByRole('button', { name: '登录' }).click();
    await newcomer.getByText('密码对了，请再输验证码。').waitFor();
    await hall.visit(newcomer, 'the second step of signing in');
    await newcomer.getByLabel('验证码').fill(code());
    await newcomer.getByRole('button', { name: '登录' }).click();
    await newcomer.locator('.shell main').waitFor();
    await leave(newcomer);

    await admin
      .getByRole('row', { name: /程思远/ })
      .getByRole('button', { name: /重置密码/ })
      .click();
    await admin.getByText('等安全员', { exact: true }).waitFor();
    await leave(admin);
    const security = await signIn(hall, 'songweiyang');
    await security.getByRole('row', { name: /程思远/ }).waitFor();
    await hall.visit(security, 'what waits for the security officer');
    await security.getByRole('button', { name: '确认', exact: true }).click();
    expect(await told(security)).not.toBe(first);
    await security.getByText('没有等确认的').waitFor();
    await leave(security);

    const auditor = await signIn(hall, 'fuxuesong');
    await auditor.getByRole('cell', { name: 'account.create', exact: true }).waitFor();
    await hall.visit(auditor, 'the trail');
    await auditor.getByRole('radio', { name: '阅看' }).check();
    await auditor.getByRole('cell', { name: 'audit.read', exact: true }).first().waitFor();
    await auditor.getByLabel('编号').fill(matter);
    await auditor.getByRole('button', { name: '查', exact: true }).click();
    /* Whoever had it after the merger opened it. */
    await auditor.getByRole('cell', { name: matter, exact: true }).first().waitFor();
    await hall.visit(auditor, 'who opened a matter');
    await auditor.getByRole('radio', { name: '办理' }).check();
    await auditor.getByLabel('从', { exact: true }).fill('2026-03-01');
    await auditor.getByLabel('到', { exact: true }).fill('2026-03-31');
    await auditor.getByRole('button', { name: '查', exact: true }).click();
    await auditor.getByRole('cell', { name: 'matter.accept', exact: true }).waitFor();
    await hall.visit(auditor, 'who did what on a matter');
    await leave(auditor);
  });

  it('the yearly report: given the year has ended, when the head writes what figures cannot say, then the office above reads it as submitted', async () => {
    await hall.dawns('2027-02-22');
    await beginYearlyReports(hall.city.ledger);
    const page = await signIn(hall, 'fangyiran');
    await page
      .getByRole('navigation')
      .getByRole('link', { name: /2026年/ })
      .click();
    await page.getByRole('heading', { name: '临江区信访局2026年信访情况年度报告' }).waitFor();
    await isRead(page);
    await hall.visit(page, 'the yearly report, to be written');
    await page.getByRole('button', { name: '为何是这一天' }).click();
    expect(await page.locator('.pp-why').textContent()).toContain('年度终了');
    await page.getByRole('button', { name: '签发报送' }).click();
    await page.getByText('不少于10个字').waitFor();
    const words = '房屋维修反映集中，已会同住建部门逐件督办；建议明年起每季度排查一次。';
    await page.locator('#account').fill(words);
    /* What was typed is there after the lid was closed. */
    await page.reload();
    await isRead(page);
    expect(await page.locator('#account').inputValue()).toBe(words);
    await page.getByRole('button', { name: '签发报送' }).click();
    await page.getByRole('heading', { name: '历次报送' }).waitFor();
    await isRead(page);
    await hall.visit(page, 'the yearly report, submitted');
    await leave(page);

    const above = await signIn(hall, 'xieanlan', 'yearly-reports');
    await hall.visit(above, 'yearly reports');
    await above.getByRole('table', { name: '报送给我们的' }).getByRole('link', { name: '2026' }).click();
    await above.getByText(words).waitFor();
    expect(await above.getByRole('button', { name: /报送/ }).count()).toBe(0);
    await leave(above);
  });

  it('met no barrier on any page', () => {
    expect(hall.barriers).toEqual([]);
  });
});
