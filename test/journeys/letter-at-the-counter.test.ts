import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Hall, openHall } from './hall.ts';
import { pickByArrows, tabTo } from './keys.ts';
import { chooseBody, formOf, isRead, leave, send, signIn } from './officer.ts';
import { keepWhatFailed } from './picture.ts';
import { deskOf } from './review-story.ts';

const LETTER =
  '尊敬的领导：我在文昌街道租住公租房两年，房租一直按时交。今年1月起多收了每月120元，问了三次没有人说得清。请查清楚，多收的退给我。欧阳明月';
const TITLE = '公租房每月多收120元，要求查清退还';

describe('a letter at the counter, sent to the wrong body first', () => {
  let hall: Hall;
  let clerk: Page;
  let matter = '';

  beforeAll(async () => {
    hall = await openHall();
    clerk = await signIn(hall, 'yezhiqiu', 'register');
  });
  keepWhatFailed(() => hall.browser);
  afterAll(() => hall.close());

  it('is registered without touching the mouse', async () => {
    await hall.visit(clerk, 'register');
    const { keyboard } = clerk;
    expect(await clerk.evaluate(() => document.activeElement?.id)).toBe('arrival.particulars.text');
    await keyboard.insertText(LETTER);
    await keyboard.press('Control+Enter');
    await clerk.getByRole('alert').waitFor();
    await hall.visit(clerk, 'register, with a gap');
    await tabTo(clerk, 'arrival.particulars.people.0.name');
    await keyboard.insertText('欧阳明月');
    await tabTo(clerk, 'arrival.particulars.title');
    await keyboard.insertText(TITLE);
    await tabTo(clerk, 'arrival.matters.0.category');
    await pickByArrows(clerk, '城乡建设');
    await keyboard.press('Tab');
    await pickByArrows(clerk, '住房保障与房地产');
    await keyboard.press('Control+Enter');
    const slip = clerk.locator('.slip');
    await slip.waitFor();
    expect(await clerk.locator('#arrival\\.particulars\\.text').inputValue()).toBe('');
    await hall.visit(clerk, 'register, with the receipt of the one before');
    const number = /\d{6}-\d{4}-\d+/.exec((await slip.textContent()) ?? '')?.[0] ?? '';
    matter = `${number}-1`;
  });

  it('has a receipt on paper that says its number and how to follow it', async () => {
    await clerk.emulateMedia({ media: 'print' });
    const paper = clerk.locator('.slip-paper');
    expect(await paper.isVisible()).toBe(true);
    expect(await clerk.locator('.rp-work').isVisible()).toBe(false);
    const said = (await paper.textContent()) ?? '';
    for (const told of ['信访事项登记回执', '欧阳明月', matter.slice(0, -2), '查询码']) expect(said).toContain(told);
    expect(said).toMatch(/(\d{4} ){3}\d{4}/);
    await clerk.emulateMedia({ media: 'screen' });
    const entry = clerk.context().waitForEvent('page');
    await clerk.getByRole('link', { name: '打印登记表' }).click();
    const sheet = await entry;
    await sheet.getByText(matter.slice(0, -2)).first().waitFor();
    await hall.visit(sheet, 'the entry, to be printed');
    await sheet.close();
  });

  it('is found by two characters of its words, and by a piece of the name', async () => {
    await hall.city.runJobs();
    await clerk.getByRole('link', { name: '工作台' }).click();
    await isRead(clerk);
    for (const words of ['房租', '明月']) {
      await clerk.locator('main').focus();
      await clerk.keyboard.press('/');
      await clerk.keyboard.insertText(words);
      await clerk.keyboard.press('Enter');
      await clerk.getByRole('heading', { name: words }).waitFor();
      await clerk.getByRole('list').getByText(matter).first().waitFor();
      await hall.visit(clerk, `matters with ${words}`);
    }
  });

  it('goes to a body that is not in charge, which says so within five working days', async () => {
    await clerk.goto(`/desk/matter/${matter}`);
    await chooseBody(await formOf(clerk, 'forward'), '临江区人力', '临江区人力资源和社会保障局');
    await send(clerk, 'forward', '转送');
    await hall.dawns('2026-03-12');
    const wrong = await signIn(hall, 'hanmuzhi', `matter/${matter}`);
    await send(wrong, 'sign', '签收');
    await leave(wrong);
    await hall.dawns('2026-03-17');
    const objecting = await signIn(hall, 'hanmuzhi', `matter/${matter}`);
    await hall.visit(objecting, 'matter, signed for');
    const form = await formOf(objecting, 'object');
    await form.getByLabel('理由').fill('公租房的租金由住房和城乡建设部门核定，不属于本局职权。');
    await form.getByText('提出该由谁办').click();
    await chooseBody(form, '临江区住房', '临江区住房和城乡建设局');
    await hall.visit(objecting, 'matter, being objected to');
    await send(objecting, 'object', '提异议，要求退回');
    await leave(objecting);
  });

  it('E4: comes back to the dispatcher, who agrees and sends it on: the right body has clocks of its own', async () => {
    await hall.dawns('2026-03-18');
    const desk = await signIn(hall, 'yezhiqiu', '?duty=to-settle');
    await hall.visit(desk, 'desk: objections to answer');
    await desk.getByRole('link', { name: matter }).click();
    await isRead(desk);
    await hall.visit(desk, 'matter, objected to');
    await send(desk, 'agree-return', '同意退回');
    await chooseBody(await formOf(desk, 'forward'), '临江区住房', '临江区住房和城乡建设局');
    await send(desk, 'forward', '转送');
    await leave(desk);
    const right = await signIn(hall, 'shenpeiwen', '?duty=to-sign');
    await right.getByRole('link', { name: matter }).click();
    await isRead(right);
    const story = (await right.locator('.pp-story').textContent()) ?? '';
    for (const told of ['退回', '临江区住房和城乡建设局']) expect(story).toContain(told);
    await send(right, 'sign', '签收');
    expect(await right.locator('.pp-next').textContent()).toContain('下一步受理 临江区住房和城乡建设局 最晚 4月2日');
    await hall.visit(right, 'matter, signed for by the right body');
    /* Signed for on 18 March: fifteen days of its own for the notice, and five working days to object. */
    const { clocks } = await deskOf(hall, 'shenpeiwen').get(`/api/matters/${matter}`);
    const running = (clocks as { kind: string; outcome: string; from: string; due: string }[]).filter(
      (one) => one.outcome === 'running',
    );
    expect(running.map(({ kind, from, due }) => [kind, from, due])).toEqual([
      ['notice', '2026-03-18', '2026-04-02'],
      ['objection', '2026-03-18', '2026-03-25'],
    ]);
    await leave(right);
  });

  it('met no barrier on any page', () => {
    expect(hall.barriers).toEqual([]);
  });
});
