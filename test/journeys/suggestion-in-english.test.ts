import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { follow, type Kept, openWithCode, press, readReceipt, textOf } from './citizen.ts';
import { type Hall, openHall } from './hall.ts';
import { chooseCategory, leave, signIn } from './officer.ts';
import { keepWhatFailed } from './picture.ts';

const NAME = 'Maria Keller';
const IDEA = 'At the east gate of the river park buses and bicycles share one lane. Last week two riders fell there.';
const ON = 'Save and go on';

describe('a suggestion in English, taken back', () => {
  let hall: Hall;
  let laptop: Page;
  let kept: Kept;

  beforeAll(async () => {
    hall = await openHall();
    laptop = await hall.seat('laptop');
  });
  keepWhatFailed(() => hall.browser);
  afterAll(() => hall.close());

  /** The size that was chosen at the door holds on every page after it. */
  async function visit(name: string): Promise<void> {
    expect(await laptop.locator('html').getAttribute('class')).toBe('large');
    expect(await laptop.locator('html').getAttribute('lang')).toBe('en');
    await hall.visit(laptop, name);
  }

  it('is filed in large type, without a phone', async () => {
    await laptop.goto('/');
    await hall.visit(laptop, 'home');
    await follow(laptop, 'Larger text');
    await visit('home, large');
    for (const page of ['guide', 'law', 'law/34', 'privacy', 'access', 'help']) {
      await laptop.goto(`/${page}`);
      await visit(page);
    }
    await laptop.goto('/');
    await follow(laptop, /Complain or suggest/);
    await laptop.getByRole('radio', { name: /A suggestion/ }).check();
    await laptop.getByRole('radio', { name: /Myself/ }).check();
    await visit('file: for whom');
    await press(laptop, ON);
    await laptop.locator('#name').fill(NAME);
    await laptop.locator('#address').fill('Binjiang Road 8, Linjiang District');
    await visit('file: who you are');
    await press(laptop, ON);
    await laptop.locator('[name=district][value="990101"]').check();
    await press(laptop, ON);
    await laptop.locator('[name=street][value="990101001"]').check();
    await press(laptop, ON);
    await laptop.locator('#text').fill(IDEA);
    await visit('file: what happened');
    await press(laptop, ON);
    await laptop.locator('#ask-1').fill('Paint a lane of their own for bicycles.');
    await visit('file: what do you suggest');
    await press(laptop, ON);
    await press(laptop, 'Go on');
    await visit('file: the last look');
    await press(laptop, 'Send');
    kept = await readReceipt(laptop);
    await visit('receipt');
    expect(await textOf(laptop)).toContain('ours is 60');
  });

  it('waits for the clerk, as its page says, and is registered', async () => {
    await openWithCode(laptop, kept, NAME);
    expect(await textOf(laptop)).toContain('registers it by');
    await visit('follow: waiting');
    const clerk = await signIn(hall, 'yezhiqiu', `submission/${kept.number}`);
    await chooseCategory(clerk.locator('.pp-side'), '城乡建设', '城市建设和市政管理');
    await clerk.getByRole('button', { name: '登记', exact: true }).click();
    await clerk.getByText(`已登记 ${kept.number}`).waitFor();
    await leave(clerk);
  });

  it('is taken back only by somebody who has read what that means', async () => {
    await hall.dawns('2026-03-12');
    await openWithCode(laptop, kept, NAME);
    await visit('follow: registered');
    await follow(laptop, /^Withdraw/);
    for (const told of ['no period runs', 'raise it again at any time', 'Nobody may ask you to withdraw']) {
      expect(await textOf(laptop)).toContain(told);
    }
    await visit('withdraw');
    await laptop.locator('#reason').fill('The lane was painted on Monday.');
    await press(laptop, 'Withdraw');
    expect(await laptop.getByRole('alert').textContent()).toContain('Tick');
    expect(await laptop.locator('#reason').inputValue()).toBe('The lane was painted on Monday.');
    await visit('withdraw, not ticked');
    await laptop.locator('#sure').check();
    await press(laptop, 'Withdraw');
    await laptop.waitForURL(`**/follow/${kept.number}*`);
    expect(await laptop.getByRole('link', { name: /^Withdraw/ }).count()).toBe(0);
    expect(await textOf(laptop)).toContain('withdr');
    await visit('follow: withdrawn');
    await press(laptop, 'This is not my phone; leave');
    await visit('left');
    await laptop.goto(`/follow/${kept.number}`);
    expect(new URL(laptop.url()).pathname).toBe('/follow');
  });

  it('met no barrier on any page', () => {
    expect(hall.barriers).toEqual([]);
  });
});
