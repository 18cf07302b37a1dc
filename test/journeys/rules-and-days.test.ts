import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWithCode, textOf } from './citizen.ts';
import { type Hall, openHall } from './hall.ts';
import { isRead, leave, signIn, unsaid } from './officer.ts';
import { keepWhatFailed } from './picture.ts';
import { deskOf, registerLetter, YU } from './review-story.ts';

const BASIS = '《临江区信访事项办理办法》（例）';
/** Made up: the notice of that year is not published yet. */
const NOTICE = `一、元旦：2027年1月1日（星期五）至3日（星期日）放假，共3天。
二、春节：2月5日（星期五，除夕）至13日（星期六）放假调休，共9天。2月4日（星期四）、2月14日（星期日）上班。`;

/** The administrator changes a rule of a place and enters the days off of a year; what that does to a case is read on it. */
describe('rules that change, and the days off of a year', () => {
  let hall: Hall;

  beforeAll(async () => {
    hall = await openHall();
  });
  keepWhatFailed(() => hall.browser);
  afterAll(() => hall.close());

  /** Her letter, accepted by the bureau on this day. */
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

  /** The days of handling as the officer reads them on the matter, with the reasons unfolded. */
  async function whyOn(matter: string, name: string): Promise<string> {
    const desk = await signIn(hall, 'shenpeiwen', `matter/${matter}`);
    const line = desk
      .locator('li, tr, section, article', { hasText: /办理/ })
      .filter({ hasText: /为何是这一天/ })
      .last();
    await line.getByRole('button', { name: /为何是这一天/ }).click();
    const said = (await desk.locator('.pp-why').first().textContent()) ?? '';
    await hall.visit(desk, name);
    await leave(desk);
    return said;
  }

  /** Arrives at the list of dates that would move. */
  async function listed(admin: Page): Promise<void> {
    await admin.waitForURL('**/recount/*');
    await admin.locator('.tag', { hasText: '等批准' }).waitFor();
    await isRead(admin);
  }

  /** Approves the list on the page, and waits until it is carried out. */
  async function approve(admin: Page): Promise<void> {
    await admin.getByRole('button', { name: /^批准/ }).click();
    await admin.getByRole('button', { name: '批准并重算' }).click();
    await admin.locator('.tag', { hasText: '已完成' }).waitFor();
    await isRead(admin);
  }

  it('E52: given a district shortens the days of handling, when the administrator previews, publishes and approves it, then the case says the new day and the rule it comes from', async () => {
    const one = await accepted('2026-03-16');
    expect(await whyOn(one.matter, 'why this date, before')).toContain('5月15日');
    const admin = await signIn(hall, 'dingyichuan', 'rules');
    await hall.visit(admin, 'rules');
    await admin.getByRole('link', { name: '新立一套' }).click();
    await isRead(admin);
    await admin.getByLabel('编号').fill('linjiang');
    await admin.getByLabel('适用的地方', { exact: true }).selectOption({ label: '南江市' });
    await admin
      .getByLabel(/^适用的地方.+/)
      .first()
      .selectOption({ label: '临江区' });
    await admin.getByLabel('名称（中文）').fill('临江区');
    await admin.getByLabel('名称（英文）').fill('Linjiang');
    await admin.getByLabel('依据的文件名、文号（中文）').fill(BASIS);
    await admin.getByLabel('依据的文件（英文）').fill('Linjiang Measures (example)');
    const days = admin.locator('[id="values.clocks.handle.n"]');
    await days.fill('90');
    await admin.getByRole('button', { name: '看会改什么' }).click();
    await admin.getByText('还不能发布').waitFor();
    /* The reason stands at its field, and what cannot be published has no button. */
    expect(await admin.locator('[id="values.clocks.handle-fault"]').textContent()).not.toBe('');
    expect(await admin.getByRole('button', { name: '发布', exact: true }).count()).toBe(0);
    await hall.visit(admin, 'a rule that the law does not allow');

    await days.fill('45');
    await admin.getByRole('radio', { name: /在办的重算/ }).check();
    await admin.getByRole('button', { name: '看会改什么' }).click();
    await admin.getByRole('table', { name: '会改什么' }).waitFor();
    expect(await unsaid(admin, '60日', '45日', one.matter, '4月30日')).toEqual([]);
    /* Every column has room in the narrow panel, the new date above all. */
    const panel = admin.getByRole('region', { name: '会改什么' });
    expect(await panel.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
    for (const cell of await panel.getByRole('row').nth(1).getByRole('cell').all()) {
      expect((await cell.boundingBox())?.width).toBeGreaterThan(40);
    }
    await hall.visit(admin, 'a rule, previewed');
    await admin.getByRole('button', { name: '发布', exact: true }).click();
    await listed(admin);
    expect(await unsaid(admin, one.matter, '4月30日')).toEqual([]);
    await hall.visit(admin, 'a rule, published, to be approved');
    /* Until it is approved no date moves. */
    expect(await whyOn(one.matter, 'why this date, not yet approved')).toContain('5月15日');
    await approve(admin);
    await admin.goto('/desk/rules');
    await isRead(admin);
    expect(await unsaid(admin, BASIS, '施行中', '第1版')).toEqual([]);
    await hall.visit(admin, 'rules, one more');
    await leave(admin);

    const why = await whyOn(one.matter, 'why this date, by a rule of the place');
    for (const told of ['4月30日', BASIS, '第1版']) expect(why).toContain(told);
    const phone = await hall.seat('phone');
    await openWithCode(phone, one, YU.phone.slice(-4));
    expect(await textOf(phone)).toContain('4月30日');
    await hall.visit(phone, 'follow: a day that a rule moved');
    await phone.context().close();
  });

  it('E51: given the notice of a year falls into the days of a case, when the administrator has approved what moves, then the case says the new day and the holiday', async () => {
    /* Forty-five days, by the rule that was just published, end on the eve of the Spring Festival. */
    const one = await accepted('2026-12-22');
    const before = await whyOn(one.matter, 'why this date, on guessed days off');
    for (const told of ['2月5日', '放假安排国务院还没有公布']) expect(before).toContain(told);
    const admin = await signIn(hall, 'dingyichuan', 'calendar');
    await admin.getByLabel('放假安排', { exact: true }).fill(NOTICE);
    await admin.getByRole('button', { name: '登记', exact: true }).click();
    await admin.getByText('请写来源').waitFor();
    await hall.visit(admin, 'a year’s days off, with a gap');
    await admin.getByLabel('来源').fill('关于2027年部分节假日安排的通知（示例）');
    await admin.getByRole('button', { name: '登记', exact: true }).click();
    await listed(admin);
    const row = admin.getByRole('row', { name: new RegExp(`${one.matter}.*办理`) });
    const moved = (await row.first().textContent()) ?? '';
    for (const told of ['2月5日', '2月14日']) expect(moved).toContain(told);
    await hall.visit(admin, 'dates that a holiday moves');
    await approve(admin);
    await leave(admin);
    const after = await whyOn(one.matter, 'why this date, by the notice');
    for (const told of ['2月14日', '春节']) expect(after).toContain(told);
    expect(after).not.toContain('还没有公布');
  });

  it('met no barrier on any page', () => {
    expect(hall.barriers).toEqual([]);
  });
});
