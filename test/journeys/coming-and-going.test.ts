import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLIENT, type IdentityProvider, openIdentityProvider } from '../world/identity-provider.ts';
import { type Hall, openHall } from './hall.ts';
import { isRead, leave, signIn } from './officer.ts';
import { keepWhatFailed } from './picture.ts';
import { deskOf, registerLetter } from './review-story.ts';

/** How officers come in by another who vouches for them, and what happens to their matters when they go. */
describe('coming and going', () => {
  let hall: Hall;
  let provider: IdentityProvider;

  beforeAll(async () => {
    [hall, provider] = await Promise.all([openHall(), openIdentityProvider()]);
  });
  keepWhatFailed(() => hall.browser);
  afterAll(async () => {
    await provider?.close();
    await hall.close();
  });

  it('given the administrator enters the local provider, when the security officer confirms it, then officers come in by it', async () => {
    const admin = await signIn(hall, 'dingyichuan', 'accounts');
    await admin.locator('summary', { hasText: '填写或者更换' }).click();
    await admin.getByRole('button', { name: '核对地址，提交确认' }).click();
    await admin.getByText('请填写：客户端密钥').first().waitFor();
    await hall.visit(admin, 'single sign-on, with gaps');
    await admin.getByLabel('身份平台地址（issuer）').fill('http://sso.example.gov');
    await admin.getByLabel('客户端编号（client_id）').fill(CLIENT.id);
    await admin.getByLabel('客户端密钥（client_secret）').fill(CLIENT.secret);
    await admin.getByLabel('按钮上的名称（中文）').fill('市统一身份平台');
    await admin.getByLabel('按钮上的名称（英文）').fill('City sign-on');
    await admin.getByRole('button', { name: '核对地址，提交确认' }).click();
    await admin.getByText('地址要以https://开头').first().waitFor();
    await admin.getByLabel('身份平台地址（issuer）').fill(provider.issuer);
    await admin.getByRole('button', { name: '核对地址，提交确认' }).click();
    await admin.getByRole('heading', { name: '等安全员确认' }).waitFor();
    await leave(admin);

    const security = await signIn(hall, 'songweiyang', 'accounts');
    await security.getByText(provider.issuer).waitFor();
    await hall.visit(security, 'single sign-on, to be confirmed');
    await security.getByRole('button', { name: '确认启用' }).click();
    await security.getByRole('button', { name: '停用' }).waitFor();
    await leave(security);

    provider.says.claims = { preferred_username: 'shenpeiwen' };
    const officer = await hall.seat('desk');
    await officer.goto('/desk/');
    const link = officer.getByRole('link', { name: '用市统一身份平台登录' });
    await link.waitFor();
    await hall.visit(officer, 'the door with single sign-on');
    await link.click();
    await officer.locator('.shell main').waitFor();
    await isRead(officer);
    expect(await officer.locator('.person').textContent()).toContain('沈佩文');
    await leave(officer);
  });

  it('given the provider knows somebody who has no account, then the door says whom to ask', async () => {
    Object.assign(provider.says, { sub: 'p-2', claims: { preferred_username: 'nobody' } });
    const stranger = await hall.seat('desk');
    await stranger.goto('/desk/');
    await stranger.getByRole('link', { name: '用市统一身份平台登录' }).click();
    await stranger.getByText('这里还没有您的账号').waitFor();
    expect(new URL(stranger.url()).hash).toBe('');
    await hall.visit(stranger, 'the door after single sign-on failed');
    await leave(stranger);
  });

  it('given an officer leaves, when the head hands over what they handle, then nothing is left in their hands', async () => {
    const { number } = await registerLetter(hall);
    const at = (act: string): string => `/api/matters/${number}-1/${act}`;
    await deskOf(hall, 'yezhiqiu').post(at('forward'), { to: 'd01-housing' });
    const handler = deskOf(hall, 'shenpeiwen');
    await handler.post(at('sign'), { assignment: 'a1' });
    await handler.post(at('accept'), { assignment: 'a1', route: '31(6)' });
    await deskOf(hall, 'luqingyan').post(at('name-handler'), { assignment: 'a1', account: 'shenpeiwen' });
    await hall.city.runJobs();
    const head = await signIn(hall, 'luqingyan');
    await head.locator('.person').click();
    await head.getByText('交接手上的件').click();
    const dialog = head.getByRole('dialog');
    await dialog.getByLabel('谁手上的').waitFor();
    await dialog.getByRole('button', { name: '交接' }).click();
    await dialog.getByText('问清楚以后打勾').first().waitFor();
    await hall.visit(head, 'handing over, with gaps');
    const from = dialog.getByLabel('谁手上的');
    await from.selectOption('shenpeiwen');
    await dialog.getByLabel('交给谁').selectOption('luqingyan');
    await dialog.getByRole('checkbox').check();
    await dialog.getByRole('button', { name: '交接' }).click();
    await dialog.getByText(/已交接 \d+ 件/).waitFor();
    await hall.visit(head, 'handed over');
    await leave(head);
    const { people } = await deskOf(hall, 'luqingyan').get('/api/handover');
    const left = (people as { id: string; inHand: number }[]).find(({ id }) => id === 'shenpeiwen');
    expect(left?.inHand).toBe(0);
  });

  it('and nothing stood in anybody’s way', () => {
    expect(hall.barriers).toEqual([]);
  });
});
