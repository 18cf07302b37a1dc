import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Looks at pages with axe. */
export interface Auditor {
  /** What is wrong with the page as it stands, a line for each element. */
  look(page: Page, how: { readonly scheme: 'light' | 'dark'; readonly scripted: boolean }): Promise<readonly string[]>;
}

/**
 * Axe is a script. A page that runs none is therefore looked at through a twin: the same markup under the same address
 * and in the same window size, in a browser context that does run scripts.
 */
export function auditorOf(browser: Browser): Auditor {
  const twins = new Map<string, Promise<Page>>();

  async function twinOf(page: Page): Promise<Page> {
    const size = page.viewportSize();
    const key = JSON.stringify(size);
    const twin = twins.get(key) ?? browser.newContext({ viewport: size }).then((context) => context.newPage());
    twins.set(key, twin);
    return twin;
  }

  return {
    look: async (page, { scheme, scripted }) => {
      if (scripted) {
        await page.emulateMedia({ colorScheme: scheme });
        const found = await run(page);
        await page.emulateMedia({ colorScheme: 'light' });
        return found;
      }
      const twin = await twinOf(page);
      const body = await page.content();
      const [address = ''] = page.url().split('#');
      const isIt = (url: URL): boolean => url.href === address;
      await twin.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await twin.route(isIt, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }));
      await twin.goto(address);
      const found = await run(twin);
      await twin.unroute(isIt);
      return found;
    },
  };
}

async function run(page: Page): Promise<readonly string[]> {
  // Legacy mode keeps axe from opening a window of its own; no page here holds a frame.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(TAGS).analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `${id} (${help}) at ${target.join(' ')}: ${(failureSummary ?? '').split('\n')[1]?.trim()}`,
    ),
  );
}
