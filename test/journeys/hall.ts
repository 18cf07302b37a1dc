import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { openTestCity } from '../world/city.ts';
import { auditorOf } from './audit.ts';

/** How somebody sits before the city: the size of the screen, the language, and whether scripts run. */
export const SEATS = {
  /** A phone that runs no script, as old ones and strict ones do. */
  phone: {
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: 'zh-CN',
    javaScriptEnabled: false,
  },
  laptop: { viewport: { width: 1280, height: 800 }, locale: 'en-GB' },
  desk: { viewport: { width: 1440, height: 900 }, locale: 'zh-CN' },
} as const satisfies Record<string, BrowserContextOptions>;
export type Seat = keyof typeof SEATS;

const CHROMIUM = process.env.HUIYING_CHROMIUM ?? '/usr/bin/chromium';
/** The browser of the system; where there is none, the one that Playwright has installed. */
export const BROWSER = {
  ...(existsSync(CHROMIUM) ? { executablePath: CHROMIUM } : {}),
  args: [
    '--no-sandbox',
    '--headless',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

/** The city open to the public, and a browser for whoever comes. */
export interface Hall {
  readonly city: Awaited<ReturnType<typeof openTestCity>>;
  readonly browser: Browser;
  readonly address: string;
  /** What stood in somebody's way on a page that was visited, one line each; a journey ends with none. */
  readonly barriers: string[];
  /** A page of somebody's own, with cookies of its own. */
  seat(seat: Seat): Promise<Page>;
  /** Looks at the page as it stands for whatever keeps people out (WCAG 2.2 AA). Every page visited passes here. */
  visit(page: Page, name: string): Promise<void>;
  /** The same in the dark. */
  visitInDark(page: Page, name: string): Promise<void>;
  /** It is now this day, at ten in the morning in Shanghai; what was left in the outbox is carried out. */
  dawns(day: string): Promise<void>;
  close(): Promise<void>;
}

export async function openHall(given: { stories?: number } = {}): Promise<Hall> {
  const city = await openTestCity(given);
  const address = await city.listen();
  const browser = await chromium.launch(BROWSER);
  const barriers: string[] = [];
  const audit = auditorOf(browser);
  const scripted = new WeakMap<BrowserContext, boolean>();

  async function look(page: Page, name: string, scheme: 'light' | 'dark'): Promise<void> {
    const found = await audit.look(page, { scheme, scripted: scripted.get(page.context()) ?? true });
    barriers.push(...found.map((one) => `${name}${scheme === 'dark' ? ' (dark)' : ''}: ${one}`));
  }

  return {
    city,
    browser,
    address,
    barriers,
    seat: async (seat) => {
      const context = await browser.newContext({
        ...SEATS[seat],
        baseURL: address,
        timezoneId: 'Asia/Shanghai',
        colorScheme: 'light',
        reducedMotion: 'reduce',
      });
      scripted.set(context, seat !== 'phone');
      context.setDefaultTimeout(15_000);
      await context.clock.setFixedTime(city.ledger.clock.now());
      listen(context, barriers);
      return context.newPage();
    },
    visit: (page, name) => look(page, name, 'light'),
    visitInDark: (page, name) => look(page, name, 'dark'),
    dawns: async (day) => {
      await city.runJobs();
      city.ledger.clock.set(`${day}T02:00:00Z`);
    },
    close: async () => {
      await browser.close();
      await city.close();
    },
  };
}

/** A script that fails, a part that does not load, a thing the content policy forbids: none of it may happen. */
function listen(context: BrowserContext, barriers: string[]): void {
  context.on('weberror', (error) => barriers.push(`a script failed: ${error.error().message}`));
  context.on('console', (message) => {
    // A refused form is answered with 4xx and said on the page; the browser notes it as an error of loading.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      barriers.push(`the browser complains: ${message.text()}`);
    }
  });
  context.on('response', (response) => {
    const asset = response.request().resourceType() !== 'document' && !response.url().includes('/api/');
    if (response.status() >= 500 || (asset && response.status() >= 400)) {
      barriers.push(`${response.status()} for ${response.url()}`);
    }
  });
}
