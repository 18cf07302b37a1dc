import { type Caller, createAuthorise } from '../../src/actors/accounts/server/public.ts';
import { mountFiles } from '../../src/app/files.ts';
import { mountPortal, type PortalOptions, renderError } from '../../src/app/portal/portal.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { buildServer, type Server } from '../../src/platform/http/server.ts';

/** The portal alone on a server of its own. */
export async function portalServer(ledger: Ledger, options: PortalOptions = {}): Promise<Server<Caller>> {
  const authorise = createAuthorise({ pool: ledger.pool, clock: ledger.clock });
  const server = await buildServer<Caller>({ title: 'portal', version: 'test', renderError, authorise });
  mountFiles(server, ledger);
  mountPortal(server, ledger, options);
  return server;
}

export interface Shown {
  readonly status: number;
  readonly html: string;
  readonly location: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

type Value = string | readonly string[];

/** A browser without script: keeps cookies, sends forms with the hidden fields of the page it last saw. */
export class Visitor {
  readonly #server: Server<Caller>;
  readonly cookies = new Map<string, string>();
  page: Shown = { status: 0, html: '', location: '', headers: {} };
  at = '/';

  constructor(server: Server<Caller>) {
    this.#server = server;
  }

  /** Asks for a page and follows where it leads. */
  async open(address: string): Promise<Shown> {
    await this.#send('GET', address);
    for (let hops = 0; this.page.status === 303 && hops < 5; hops++) await this.#send('GET', this.page.location);
    return this.page;
  }

  /** Sends the form of this page that posts to `action`, with its hidden fields, and follows where it leads. */
  async send(action: string, values: Readonly<Record<string, Value>> = {}): Promise<Shown> {
    const fields = { ...hiddenOf(this.page.html, action), ...values };
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(fields)) {
      for (const one of typeof value === 'string' ? [value] : value) body.append(name, one);
    }
    await this.#send('POST', action, body.toString(), 'application/x-www-form-urlencoded');
    for (let hops = 0; this.page.status === 303 && hops < 5; hops++) await this.#send('GET', this.page.location);
    return this.page;
  }

  /** Sends the form with files. */
  async upload(
    action: string,
    values: Readonly<Record<string, string>>,
    files: readonly { readonly name: string; readonly bytes: Buffer }[],
  ): Promise<Shown> {
    const edge = 'edge-of-a-form';
    const parts: Buffer[] = [];
    for (const [name, value] of Object.entries({ ...hiddenOf(this.page.html, action), ...values })) {
      parts.push(Buffer.from(`--${edge}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`));
    }
    for (const file of files) {
      parts.push(
        Buffer.from(
          `--${edge}\r\ncontent-disposition: form-data; name="files"; filename="${file.name}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
        ),
        file.bytes,
        Buffer.from('\r\n'),
      );
    }
    parts.push(Buffer.from(`--${edge}--\r\n`));
    await this.#send('POST', action, Buffer.concat(parts), `multipart/form-data; boundary=${edge}`);
    for (let hops = 0; this.page.status === 303 && hops < 5; hops++) await this.#send('GET', this.page.location);
    return this.page;
  }

  async #send(method: 'GET' | 'POST', address: string, payload?: string | Buffer, type?: string): Promise<void> {
    const response = await this.#server.inject({
      method,
      url: address,
      headers: {
        host: 'portal.test',
        'accept-language': 'zh-CN',
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(type === undefined ? {} : { 'content-type': type, 'sec-fetch-site': 'same-origin' }),
      },
      ...(payload === undefined ? {} : { payload }),
    });
    for (const { name, value, maxAge, expires } of response.cookies) {
      if (value === '' || maxAge === 0 || (expires !== undefined && expires.getTime() < 1)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    this.at = address;
    this.page = {
      status: response.statusCode,
      html: response.body,
      location: String(response.headers.location ?? ''),
      headers: response.headers,
    };
  }
}

/** The hidden fields of the form that posts to `action`. */
export function hiddenOf(html: string, action: string): Record<string, string> {
  const forms = [...html.matchAll(/<form[^>]*\saction="([^"]*)"[^>]*>([\s\S]*?)<\/form>/g)];
  const form = forms.find(([, to = '']) => to.replaceAll('&amp;', '&') === action)?.[2] ?? '';
  return Object.fromEntries(
    [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );
}

/** The page without its tags, for reading. */
export function textOf(html: string): string {
  return html
    .replace(/<wbr\/?>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ');
}
