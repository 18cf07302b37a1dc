import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { auditorOf } from './audit.ts';
import { BROWSER } from './hall.ts';

const PAGE = `<!doctype html><html lang="zh-CN"><head><title>页</title></head><body><main><h1>页</h1>
<p style="color: #bbb; background: #fff">看不清的字</p><img src="data:,"></main></body></html>`;

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch(BROWSER);
});
afterAll(() => browser.close());

it.each([true, false])('sees what keeps people out, scripts %s', async (scripted) => {
  const page = await browser.newPage({ javaScriptEnabled: scripted });
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: PAGE }));
  await page.goto('http://city.test/page?a=1#here');
  const found = await auditorOf(browser).look(page, { scheme: 'light', scripted });
  expect(found.map((line) => line.split(' ')[0])).toEqual(['color-contrast', 'image-alt']);
});
