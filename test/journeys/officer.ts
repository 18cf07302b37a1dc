import type { Locator, Page } from 'playwright-core';
import { ACT_LABELS, type MatterActId } from '../../src/domain/acts.ts';
import { PASSWORD } from '../world/city.ts';
import type { Hall } from './hall.ts';

/** An officer sits down and signs in; `path` below /desk/ is where they begin. */
export async function signIn(hall: Hall, login: string, path = ''): Promise<Page> {
  const page = await hall.seat('desk');
  await page.goto(`/desk/${path}`);
  await page.getByLabel('用户名').fill(login);
  await page.getByLabel('密码').fill(PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  await page.locator('.shell main').waitFor();
  await isRead(page);
  return page;
}

/** Gets up; nothing of this desk is left in the browser. */
export async function leave(page: Page): Promise<void> {
  await page.context().close();
}

/** What the page asked for has arrived. */
export async function isRead(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.locator('.waiting').first().waitFor({ state: 'detached' });
}

/** In place of a sealed report: says what for, and asks that it be opened. */
export async function askToOpen(page: Page, purpose: string): Promise<void> {
  await page.getByRole('heading', { name: '这件检举控告材料封存着' }).waitFor();
  await page.getByLabel('用途').selectOption({ label: purpose });
  await page.getByLabel('写一句具体要做什么').fill('按管理权限办理');
  await page.getByRole('button', { name: '申请打开' }).click();
}

/** The form of an act that is open now, unfolded. */
export async function formOf(page: Page, act: MatterActId): Promise<Locator> {
  const panel = page.locator(`#act-${act}`);
  await panel.waitFor();
  if ((await panel.getAttribute('open')) === null) await panel.locator('summary').first().click();
  return panel;
}

/** Sends the form of an act by its own button, and waits until the page says that it is done. */
export async function send(page: Page, act: MatterActId, button: string): Promise<void> {
  await (await formOf(page, act)).getByRole('button', { name: button, exact: true }).click();
  await page.locator('.pp-done', { hasText: `已办：${ACT_LABELS[act].zh}` }).waitFor();
  await isRead(page);
}

/** Why an act cannot be done now, as the page says it. */
export async function whyNot(page: Page, act: MatterActId): Promise<string> {
  const why = page.locator('.pp-shut dl > div', { has: page.locator('dt', { hasText: ACT_LABELS[act].zh }) });
  return ((await why.first().locator('dd').textContent()) ?? '').trim();
}

/** Chooses a body in the tree by typing part of its name. */
export async function chooseBody(form: Locator, words: string, name: string): Promise<void> {
  await form.getByRole('searchbox').fill(words);
  await form.getByRole('radio', { name }).check();
}

/** Chooses a category: first level, then the second. */
export async function chooseCategory(form: Locator, first: string, second: string): Promise<void> {
  await form.getByLabel('类别', { exact: true }).selectOption({ label: first });
  await form.getByLabel(/^类别.+/).selectOption({ label: second });
}

/** Chooses a category in the field of this id. */
export async function chooseCategoryAt(page: Page, id: string, first: string, second: string): Promise<void> {
  const select = page.locator(`[id="${id}"]`);
  await select.selectOption({ label: first });
  await select.locator('xpath=following-sibling::select').selectOption({ label: second });
}

/** What of these words the page does not say; whole pages are long, so a failure names only what is missing. */
export async function unsaid(page: Page, ...words: readonly string[]): Promise<readonly string[]> {
  const said = (await page.locator('main').textContent()) ?? '';
  return words.filter((word) => !said.includes(word));
}
