import type { ReactElement, ReactNode } from 'react';
import type { Said } from '../../domain/refusals.ts';
import { BAR_TEXTS } from './print.texts.ts';

export type BarLanguage = 'zh' | 'en';

export interface BarLink {
  readonly href: string;
  readonly text: Said;
}

export interface Bar {
  readonly lang: BarLanguage;
  /** Address of this page in the other language of the bar. */
  readonly other: string;
  readonly links: readonly BarLink[];
  readonly note?: Said;
  readonly more?: ReactNode;
}

/**
 * A paper as a page of its own: on the screen under a bar, printed without it. `kind` chooses size, margins and page
 * numbers (print.css). There is no script: the reader's browser prints.
 */
export function PrintPage({
  title,
  kind,
  style,
  bar,
  children,
}: {
  title: string;
  kind: 'form' | 'letter' | 'ledger' | 'slip';
  style: string;
  bar: Bar;
  children: ReactNode;
}): ReactElement {
  const { lang } = bar;
  return (
    <html lang="zh-CN">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <title>{title}</title>
        <link rel="stylesheet" href={style} />
        <link rel="icon" href="data:," />
      </head>
      <body>
        <aside className="bar" lang={lang === 'zh' ? 'zh-CN' : 'en'} aria-label={BAR_TEXTS.bar[lang]}>
          <nav>
            {bar.links.map((link) => (
              <a key={link.href} href={link.href}>
                {link.text[lang]}
              </a>
            ))}
            {lang === 'zh' ? (
              <a href={bar.other} lang="en" hrefLang="en">
                English
              </a>
            ) : (
              <a href={bar.other} lang="zh-CN" hrefLang="zh-CN">
                中文
              </a>
            )}
          </nav>
          <p>{BAR_TEXTS.how[lang]}</p>
          {bar.note ? <p className="mark">{bar.note[lang]}</p> : null}
          {bar.more}
        </aside>
        <main className={`sheet ${kind}`}>{children}</main>
      </body>
    </html>
  );
}
