import { listMessages } from '../../src/app/messages.ts';
import type { Method } from '../../src/platform/http/route.contract.ts';
import type { Answer, EmptyCity } from './empty-city.ts';

/** The code that was last sent to this phone. */
export async function codeFor(city: Pick<EmptyCity, 'ledger'>, phone: string): Promise<string> {
  const message = (await listMessages(city.ledger, 50)).find(({ to }) => to === phone);
  return /\d{6}/.exec(message?.text ?? '')?.[0] ?? '';
}

/** A browser of a citizen: its cookies, and the token of the list that is open in it. */
export interface Browser {
  readonly cookies: Map<string, string>;
  csrf: string;
  send(method: Method, url: string, body?: object): Promise<Answer>;
}

export function browserOf(city: Pick<EmptyCity, 'server'>, remoteAddress = '10.9.0.1'): Browser {
  const cookies = new Map<string, string>();
  const browser: Browser = {
    cookies,
    csrf: '',
    send: async (method, url, payload) => {
      const response = await city.server.inject({
        method,
        url,
        remoteAddress,
        headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '), 'x-csrf': browser.csrf },
        ...(payload === undefined ? {} : { payload }),
      });
      for (const { name, value } of response.cookies) {
        if (value === '') cookies.delete(name);
        else cookies.set(name, value);
      }
      const isJson = String(response.headers['content-type']).includes('json');
      return { status: response.statusCode, json: isJson ? response.json() : {}, text: response.body };
    },
  };
  return browser;
}

/** Somebody who has come in with their phone. */
export async function signedIn(city: EmptyCity, phone: string, browser = browserOf(city)): Promise<Browser> {
  /* The newest message is told from others by its time. */
  city.clock.advance(1000);
  const asked = await browser.send('POST', '/api/mine/phone-code', { phone });
  const opened = await browser.send('POST', '/api/mine', { ask: asked.json.ask, code: await codeFor(city, phone) });
  if (opened.status !== 200) throw new Error(`${asked.text} ${opened.text}`);
  browser.csrf = String(opened.json.csrf);
  return browser;
}

/** The numbers on the list. */
export async function numbersOn(browser: Browser): Promise<readonly string[]> {
  const { json } = await browser.send('GET', '/api/mine');
  return (json.petitions as { number: string }[]).map(({ number }) => number);
}
