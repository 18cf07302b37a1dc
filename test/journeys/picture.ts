import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterEach } from 'vitest';
import { smallPng } from './small-png.ts';

const FOLDER = join(import.meta.dirname, '../../docs/pictures');

/** Takes a picture for the README, when HUIYING_PICTURES=1 asks for it: an ordinary run leaves the tree as it was. */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env.HUIYING_PICTURES !== '1') return;
  mkdirSync(FOLDER, { recursive: true });
  await page.evaluate(() => scrollTo(0, 0));
  const taken = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  writeFileSync(join(FOLDER, `${name}.png`), smallPng(taken));
}

/** When a step fails, what every open page showed is kept in the folder for temporary files, and its place said. */
export function keepWhatFailed(browser: () => Browser): void {
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    const pages = browser()
      .contexts()
      .flatMap((context) => context.pages());
    for (const [at, page] of pages.entries()) {
      const path = join(tmpdir(), 'huiying-journeys', `${task.id}-${at + 1}.png`);
      await page.screenshot({ path }).then(
        () => console.log(`${page.url()} looked like ${path}`),
        () => {},
      );
    }
  });
}
