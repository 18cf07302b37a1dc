import type { ReactElement } from 'react';
import { Form, Send } from '../../ui/plain/fields.tsx';
import type { Lang } from '../../ui/plain/language.ts';
import { MINE_TEXTS } from './mine-page.texts.ts';

/** Under a receipt: it went on the list as well. */
export function KeptNote({ lang }: { lang: Lang }): ReactElement {
  const words = MINE_TEXTS[lang].beside;
  return (
    <p className="no-print">
      {words.receipt}
      <a href="/mine">{MINE_TEXTS[lang].name}</a>
      {lang === 'zh' ? '。' : '.'}
    </p>
  );
}

/** That several petitions may be kept in one place. */
export function MineOffer({ lang }: { lang: Lang }): ReactElement {
  const words = MINE_TEXTS[lang].beside;
  return (
    <p>
      {words.offer}
      <a href="/mine">{words.offerGo}</a>
      {lang === 'zh' ? '。' : '.'}
    </p>
  );
}

/** On the page of a petition, for whoever is signed in: that it is on the list, or the button that puts it there. */
export function KeepHere({
  lang,
  number,
  token,
  kept,
}: {
  lang: Lang;
  number: string;
  token: string;
  kept: boolean;
}): ReactElement {
  const words = MINE_TEXTS[lang].beside;
  if (kept) {
    return (
      <p>
        {words.here}
        <a href="/mine">{words.go}</a>
        {lang === 'zh' ? '。' : '.'}
      </p>
    );
  }
  return (
    <Form action="/mine/keep" token={token} hidden={{ number }}>
      <div className="row">
        <Send quiet>{words.keep}</Send>
        <span className="soft">{words.keepMeans}</span>
      </div>
    </Form>
  );
}
