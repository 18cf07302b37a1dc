import type { ReactElement, ReactNode } from 'react';
import { LANG_TAGS, type Lang } from './language.ts';
import { PLAIN_TEXTS } from './plain.texts.ts';

export interface PageLink {
  readonly href: string;
  readonly text: string;
}

/** What stands around every page. */
export interface Frame {
  readonly lang: Lang;
  readonly large: boolean;
  /** Address of the style sheet. */
  readonly style: string;
  readonly brand: string;
  readonly place: string;
  /** Address of this page for GET, with its query: where the links for language and size come back to. */
  readonly here: string;
  readonly links: readonly PageLink[];
  readonly closing: readonly ReactNode[];
}

/** A whole page. `title` names it in the browser; `main` focuses nothing, an error summary inside does. */
export function Page({ frame, title, children }: { frame: Frame; title: string; children: ReactNode }): ReactElement {
  const words = PLAIN_TEXTS[frame.lang];
  return (
    <html lang={LANG_TAGS[frame.lang]} className={frame.large ? 'large' : undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title} · ${frame.brand} · ${frame.place}`}</title>
        <link rel="stylesheet" href={frame.style} />
        <link rel="icon" href="data:," />
      </head>
      <body>
        <a className="skip" href="#main">
          {words.skip}
        </a>
        <header className="top">
          <a className="brand" href="/">
            <b>{frame.brand}</b> {frame.place}
          </a>
          <nav aria-label={words.display}>
            <a href={sizeLink(frame)}>{frame.large ? words.normal : words.large}</a>
            {frame.lang === 'zh' ? (
              <a href={withQuery(frame.here, 'lang', 'en')} lang="en" hrefLang="en">
                English
              </a>
            ) : (
              <a href={withQuery(frame.here, 'lang', 'zh')} lang="zh-CN" hrefLang="zh-CN">
                中文
              </a>
            )}
          </nav>
        </header>
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <footer className="foot">
          <nav aria-label={words.footer}>
            <ul>
              {frame.links.map((link) => (
                <li key={link.href}>
                  <a href={link.href}>{link.text}</a>
                </li>
              ))}
            </ul>
          </nav>
          {frame.closing.map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: fixed lines, drawn once
            <p key={at}>{line}</p>
          ))}
        </footer>
      </body>
    </html>
  );
}

function sizeLink({ large, here }: Frame): string {
  return `/size?large=${large ? 0 : 1}&to=${encodeURIComponent(here)}`;
}

/** The address with one value of its query set. */
export function withQuery(address: string, name: string, value: string): string {
  const [path = '/', query = ''] = address.split('?', 2);
  const params = new URLSearchParams(query);
  params.set(name, value);
  return `${path}?${params.toString()}`;
}
