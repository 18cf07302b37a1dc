import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FACTOR_POSTS } from '../../src/actors/accounts/server/public.ts';
import { saveSetting } from '../../src/app/save-setting.ts';
import { PASSWORD } from '../world/city.ts';
import { type Hall, openHall } from './hall.ts';
import { isRead, leave } from './officer.ts';
import { keepWhatFailed } from './picture.ts';

/** Passkeys need a host name: the same city as `hall.address`, which is in numbers. */
const namedAddress = (hall: Hall): string => hall.address.replace('127.0.0.1', 'localhost');

/** A computer that holds passkeys and asks for a fingerprint, which is always the right one. */
async function withFingerprints(page: Page): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  await browser.send('WebAuthn.enable');
  await browser.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

async function sitDown(hall: Hall): Promise<Page> {
  const page = await hall.seat('desk');
  await withFingerprints(page);
  return page;
}

async function givePassword(page: Page, address: string, login: string): Promise<void> {
  await page.goto(`${address}/desk/`);
  await page.getByLabel('用户名').fill(login);
  await page.getByLabel('密码').fill(PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
}

async function menu(page: Page, entry: string): Promise<void> {
  await page.locator('button.person').click();
  await page.getByRole('menuitem', { name: entry }).click();
}

async function add(page: Page, label: string): Promise<void> {
  await page.getByLabel('起个名字').fill(label);
  await page.getByLabel('起个名字').press('Enter');
}

describe('passkeys', () => {
  let hall: Hall;

  beforeAll(async () => {
    hall = await openHall();
  });
  keepWhatFailed(() => hall.browser);
  afterAll(() => hall.close());

  it('given an officer adds one, when they sign in again, then the computer confirms what the password began', async () => {
    const page = await sitDown(hall);
    await givePassword(page, namedAddress(hall), 'shenpeiwen');
    await page.locator('.shell main').waitFor();
    await menu(page, '第二重验证');
    await page.getByRole('button', { name: '添加通行密钥' }).click();
    await page.getByText('请起个名字').first().waitFor();
    await hall.visit(page, 'second factors, with a gap');
    await add(page, '办公室电脑');
    await page.getByText('通行密钥已添加').first().waitFor();

    await menu(page, '第二重验证');
    await page.getByText('办公室电脑', { exact: true }).waitFor();
    await isRead(page);
    await hall.visit(page, 'second factors, one of them a passkey');
    await add(page, '又一把');
    await page.getByText('这台设备上已经有这个账号的通行密钥').waitFor();
    await page.keyboard.press('Escape');
    await menu(page, '退出登录');

    await givePassword(page, namedAddress(hall), 'shenpeiwen');
    await page.getByText('密码对了，请再用通行密钥确认。').waitFor();
    await hall.visit(page, 'the second step, by a passkey');
    /* The button has the focus: Enter is enough. */
    await page.keyboard.press('Enter');
    await page.locator('.shell main').waitFor();
    await isRead(page);

    await menu(page, '第二重验证');
    await page.getByText('最近用过').waitFor();
    await page.getByRole('button', { name: '去掉“办公室电脑”' }).click();
    await page.locator('#password').fill('不是这个密码');
    await page.locator('#password').press('Enter');
    await page.getByText('当前密码不对').first().waitFor();
    await hall.visit(page, 'a passkey to be removed');
    await page.locator('#password').fill(PASSWORD);
    await page.locator('#password').press('Enter');
    await page.getByText('通行密钥已去掉').first().waitFor();
    await menu(page, '退出登录');
    await givePassword(page, namedAddress(hall), 'shenpeiwen');
    await page.locator('.shell main').waitFor();
    await leave(page);
  });

  it('given a computer without the passkey, or an address in numbers, when they sign in there, then the page says why it does not open', async () => {
    const page = await sitDown(hall);
    await givePassword(page, namedAddress(hall), 'luqingyan');
    await page.locator('.shell main').waitFor();
    await menu(page, '第二重验证');
    await add(page, '自己的电脑');
    await page.getByText('通行密钥已添加').first().waitFor();
    await menu(page, '退出登录');
    await page.getByRole('heading', { name: '登录工作台' }).waitFor();
    /* Whoever was vouched for elsewhere comes to the door with the first step done. */
    const half = await page.request.post(`${namedAddress(hall)}/api/session`, {
      data: { login: 'luqingyan', password: PASSWORD },
    });
    const { ticket, steps } = await half.json();
    await page.goto(`${namedAddress(hall)}/desk/#ticket=${ticket}&steps=${steps.join()}`);
    await page.reload();
    await page.getByRole('button', { name: '用通行密钥登录' }).click();
    await page.locator('.shell main').waitFor();
    await leave(page);

    const elsewhere = await sitDown(hall);
    await givePassword(elsewhere, namedAddress(hall), 'luqingyan');
    await elsewhere.getByRole('button', { name: '用通行密钥登录' }).click();
    await elsewhere.getByText('没有完成').waitFor();
    await hall.visit(elsewhere, 'the second step, without the passkey');
    await givePassword(elsewhere, hall.address, 'luqingyan');
    await elsewhere.getByText('您的通行密钥在这里用不了').waitFor();
    expect(await elsewhere.getByRole('button', { name: '用通行密钥登录' }).count()).toBe(0);
    await hall.visit(elsewhere, 'the second step, at another address');
    await leave(elsewhere);

    const plain = await sitDown(hall);
    await givePassword(plain, hall.address, 'hanmuzhi');
    await plain.locator('.shell main').waitFor();
    await menu(plain, '第二重验证');
    await plain.getByText('在这个网址不能添加通行密钥').waitFor();
    expect(await plain.getByRole('button', { name: '添加通行密钥' }).count()).toBe(0);
    await leave(plain);
  });

  it('given a post takes a second factor, when its officer comes in, then they add a passkey before all work, or leave; the last one stays', async () => {
    await saveSetting(hall.city.ledger.pool, FACTOR_POSTS, ['handler']);
    const page = await sitDown(hall);
    await givePassword(page, namedAddress(hall), 'liangxiaokai');
    await page.getByRole('heading', { name: '先设置第二重验证' }).waitFor();
    await page.locator('.factor-qr').waitFor();
    await hall.visit(page, 'a second factor before all work');
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.getByRole('heading', { name: '登录工作台' }).waitFor();

    await givePassword(page, namedAddress(hall), 'liangxiaokai');
    await add(page, '办公室电脑');
    await page.locator('.shell main').waitFor();
    await menu(page, '第二重验证');
    await page.getByRole('button', { name: '去掉“办公室电脑”' }).click();
    await page.locator('#password').fill(PASSWORD);
    await page.locator('#password').press('Enter');
    await page.getByText('最后一个不能去掉').waitFor();
    await leave(page);
  });

  it('met no barrier on any page', () => {
    expect(hall.barriers).toEqual([]);
  });
});
