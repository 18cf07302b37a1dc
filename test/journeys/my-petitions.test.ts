import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answeredToday } from './answered-today.ts';
import { codeSentTo, follow, openWithCode, press, textOf } from './citizen.ts';
import { type Hall, openHall } from './hall.ts';
import { keepWhatFailed } from './picture.ts';

const PHONE = '19000000774';

/** An old man with three petitions and one telephone; his daughter looks at them from another city. */
describe('my petitions in one place', () => {
  let hall: Hall;
  let phone: Page;
  let answered: Awaited<ReturnType<typeof answeredToday>>;

  beforeAll(async () => {
    hall = await openHall({ stories: 200 });
    phone = await hall.seat('phone');
    answered = await answeredToday(hall);
  });
  keepWhatFailed(() => hall.browser);
  afterAll(() => hall.close());

  /** A petition of the demonstration city at this stage, by the code on its receipt. */
  function sampleAt(stage: string) {
    const sample = hall.city.planted.codes.find((one) => one.stage === stage);
    if (sample === undefined) throw new Error(`no petition of the city is ${stage}`);
    return sample;
  }

  async function comeIn(page: Page, words: { send: string; code: string; open: string }): Promise<void> {
    await page.locator('#phone').fill(PHONE);
    await press(page, words.send);
    await page.getByLabel(words.code, { exact: true }).fill(await codeSentTo(hall, PHONE));
    await press(page, words.open);
  }

  it('is found from the start page and opened with a code, on a phone without script', async () => {
    await phone.goto('/');
    await hall.visit(phone, 'home');
    await follow(phone, /我的诉求/);
    await hall.visit(phone, 'mine: the door');
    await phone.locator('#phone').fill('0900-868 1200');
    await press(phone, '发验证码');
    await hall.visit(phone, 'mine: no mobile number');
    await phone.locator('#phone').fill(PHONE);
    await press(phone, '发验证码');
    await phone.getByLabel('验证码').fill('1');
    await press(phone, '进去');
    await hall.visit(phone, 'mine: a wrong code');
    await phone.getByLabel('验证码').fill(await codeSentTo(hall, PHONE));
    await press(phone, '进去');
    expect(await textOf(phone)).toContain('还没有放进来的');
    await hall.visit(phone, 'mine: empty');
  });

  it('takes in one by its code, one from its own page, and says what waits for him', async () => {
    const inHand = sampleAt('handling');
    await phone.locator('#code').fill(answered.code);
    await phone.locator('#fact').fill('不是这个');
    await press(phone, '加进来');
    await hall.visit(phone, 'mine: a wrong second fact');
    await phone.locator('#code').fill(answered.code);
    await phone.locator('#fact').fill(answered.fact);
    await press(phone, '加进来');
    expect(await textOf(phone)).toContain('来评价');
    await hall.visit(phone, 'mine: one, answered');
    await openWithCode(phone, inHand, inHand.fact);
    await hall.visit(phone, 'follow: may be kept');
    await press(phone, '放进我的诉求');
    expect(await textOf(phone)).toContain('加进来了');
    await hall.visit(phone, 'follow: kept');
    await follow(phone, /回到我的诉求/);
    const page = await textOf(phone);
    for (const { number } of [answered, inHand]) expect(page).toContain(number);
    await phone.getByText('这里留着您的什么').click();
    await hall.visit(phone, 'mine: two');
    await hall.visitInDark(phone, 'mine: two');
    await follow(phone, '大字');
    await hall.visit(phone, 'mine: two, in large type');
    await follow(phone, '标准字');
  });

  it('opens one, takes one off, and is left on the telephone', async () => {
    const entry = phone.locator('section').filter({ hasText: answered.number });
    await entry.getByRole('button', { name: '打开' }).click();
    await phone.waitForURL(`**/follow/${answered.number}`);
    await phone.goto('/mine');
    await entry.getByRole('link', { name: '从清单里拿掉' }).click();
    await phone.waitForURL('**/mine/remove**');
    await hall.visit(phone, 'mine: take one off');
    await press(phone, '拿掉');
    expect(await textOf(phone)).not.toContain(answered.number);
    await press(phone, '离开');
    expect(await textOf(phone)).toContain('已经离开');
    await hall.visit(phone, 'mine: left');
  });

  it('is read by his daughter in English with the code he tells her, and deleted when he wants it no more', async () => {
    hall.city.ledger.clock.advance(60_000);
    const laptop = await hall.seat('laptop');
    await laptop.goto('/');
    await follow(laptop, /my petitions/);
    await hall.visit(laptop, 'mine: the door, in English');
    await comeIn(laptop, { send: 'Send the code', code: 'Code', open: 'Open' });
    expect(await textOf(laptop)).toContain(sampleAt('handling').number);
    await hall.visit(laptop, 'mine: one, in English');
    await follow(laptop, /^Add one/);
    await hall.visit(laptop, 'mine: add one, in English');
    await follow(laptop, /Back to my petitions/);
    await laptop.getByText('What is kept of you here').click();
    await follow(laptop, 'Delete all of it');
    await hall.visit(laptop, 'mine: delete, in English');
    await press(laptop, 'Delete all of it');
    expect(await textOf(laptop)).toContain('List and number are deleted');
  });

  it('met no barrier on any page', () => {
    expect(hall.barriers).toEqual([]);
  });
});
