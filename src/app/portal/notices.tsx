import { Fragment, type ReactElement, type ReactNode } from 'react';
import type { Lang } from '../../ui/plain/language.ts';
import { Seams } from '../../ui/plain/seams.tsx';
import { NOTICE_TEXTS, type NoticeName } from './notices.texts.ts';

/** A page that only tells: the guide, privacy, accessibility, help. `above` and `below` stand before and after its parts. */
export function NoticePage({
  lang,
  name,
  above,
  below,
}: {
  lang: Lang;
  name: NoticeName;
  above?: ReactNode;
  below?: ReactNode;
}): ReactElement {
  const texts = NOTICE_TEXTS[lang];
  const notice = texts[name];
  return (
    <>
      <h1 className="seams">
        <Seams>{notice.h1}</Seams>
      </h1>
      <p className="lead">{notice.lead}</p>
      {above}
      {notice.parts.map((part) => (
        <section key={part.id} aria-labelledby={part.id}>
          <h2 id={part.id}>{part.h2}</h2>
          {part.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
          {part.dots !== undefined && (
            <ul className="dots">
              {part.dots.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
          {part.law !== undefined && (
            <p className="small soft">
              {texts.basis}
              {part.law.map((id, at) => (
                <Fragment key={id}>
                  {at > 0 && (lang === 'zh' ? '、' : ', ')}
                  <a href={`/law/${id}`}>{texts.article(id)}</a>
                </Fragment>
              ))}
            </p>
          )}
        </section>
      ))}
      {below}
    </>
  );
}
