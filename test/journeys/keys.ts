import type { Page } from 'playwright-core';

/** Presses Tab until the control with this id has the focus. Throws when it cannot be reached so. */
export async function tabTo(page: Page, id: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    if ((await page.evaluate(() => document.activeElement?.id)) === id) return;
  }
  throw new Error(`Tab never led to ${id}`);
}

/** Goes down the list that has the focus until this choice is shown. Throws when it is not in it. */
export async function pickByArrows(page: Page, label: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('ArrowDown');
    const shown = await page.evaluate(() => {
      const list = document.activeElement;
      return list instanceof HTMLSelectElement ? list.selectedOptions[0]?.label : undefined;
    });
    if (shown === label) return;
  }
  throw new Error(`${label} is not in the list`);
}
