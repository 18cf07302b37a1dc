import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { listMessages } from '../../src/app/messages.ts';
import type { Hall } from './hall.ts';

/** What a receipt says, as far as one needs it later. */
export interface Kept {
  readonly number: string;
  /** The sixteen digits. */
  readonly code: string;
}

/** Presses a button of the portal and arrives where it leads. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  await page.waitForLoadState();
}

/** Follows a link of the portal. */
export async function follow(page: Page, name: string | RegExp): Promise<void> {
  await page
    .getByRole('link', typeof name === 'string' ? { name, exact: true } : { name })
    .first()
    .click();
  await page.waitForLoadState();
}

/** What the page says, without its frame. */
export async function textOf(page: Page): Promise<string> {
  return (await page.locator('main').textContent()) ?? '';
}

/** The six digits that the city has just sent to this phone. */
export async function codeSentTo(hall: Hall, phone: string): Promise<string> {
  const [message] = await listMessages(hall.city.ledger, 1);
  expect(message?.to).toBe(phone);
  return /\d{6}/.exec(message?.text ?? '')?.[0] ?? '';
}

/** Copies number and code from the receipt on the screen. */
export async function readReceipt(page: Page): Promise<Kept> {
  expect(new URL(page.url()).pathname).toBe('/receipt');
  const code = ((await page.locator('.code').textContent()) ?? '').replace(/\D/g, '');
  const number = /\d{6}-\d{4}-\d+/.exec(await textOf(page))?.[0] ?? '';
  expect(code).toHaveLength(16);
  return { number, code };
}

/** Opens one's petition with the code and the second fact. */
export async function openWithCode(page: Page, kept: Kept, fact: string): Promise<void> {
  await page.goto('/follow');
  await page.locator('#code').fill(kept.code);
  await page.locator('#fact').fill(fact);
  await page.locator('#fact').press('Enter');
  await page.waitForURL(`**/follow/${kept.number}`);
}
