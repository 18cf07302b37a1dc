import type { ReactElement } from 'react';
import { Form, Send } from '../../ui/plain/fields.tsx';
import type { Lang } from '../../ui/plain/language.ts';
import { Back } from '../../ui/plain/parts.tsx';
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

/** On the page of a petition that is on the list of whoever is signed in: the way back to it. */
export function BackToMine({ lang }: { lang: Lang }): ReactElement {
  return <Back href="/mine">{MINE_TEXTS[lang].add.back}</Back>;
}

/** On the page of one that is not, the button that puts it there. */
export function KeepHere({ lang, number, token }: { lang: Lang; number: string; token: string }): ReactElement {
  const words = MINE_TEXTS[lang].beside;
  return (
    <Form action="/mine/keep" token={token} hidden={{ number }}>
      <div className="row">
        <Send quiet>{words.keep}</Send>
        <span className="soft">{words.keepMeans}</span>
      </div>
    </Form>
  );
}
