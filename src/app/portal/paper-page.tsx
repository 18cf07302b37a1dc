import type { ReactElement, ReactNode } from 'react';
import type { Paper } from '../../alongside/documents/paper.contract.ts';
import { sayDay } from '../../domain/days.ts';
import type { ReviewLevel } from '../../domain/proceedings.ts';
import type { Lang } from '../../ui/plain/language.ts';
import { Back } from '../../ui/plain/parts.tsx';
import { FOLLOW_TEXTS } from './follow.texts.ts';

/** A paper as a page to read and to print: the text as it was issued, with room for the stamp. */
export function PaperPage({
  lang,
  paper,
  back,
  review,
  rate,
  proof,
}: {
  lang: Lang;
  /** Where to ask for review of this answer, and until when in words; where to rate. Absent when it cannot be done now. */
  review?: { readonly href: string; readonly level: ReviewLevel; readonly until: string };
  rate?: string;
  /** Its record code and where it is checked. */
  proof: ReactNode;
  paper: Paper & { readonly number?: string; readonly unsealed: boolean };
  back: string;
}): ReactElement {
  const words = FOLLOW_TEXTS[lang];
  return (
    <>
      <Back href={back}>{words.back}</Back>
      <p className="small soft no-print">
        {paper.unsealed ? (
          <>
            <b>{words.paper.unsealed}</b>
            {lang === 'zh' ? '：' : ': '}
            {words.paper.unsealedText}
          </>
        ) : (
          words.paper.sealed
        )}{' '}
        {words.paper.print} {words.paper.lang}
      </p>
      <article className="sheet lead" lang="zh-CN">
        <p className="issuer">{paper.issuer}</p>
        {paper.number !== undefined && <p className="no">{paper.number}</p>}
        <h1>{paper.title}</h1>
        <p>{paper.addressee}：</p>
        {paper.paragraphs.map((paragraph, at) =>
          paragraph.heading === true ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: the text of a paper does not change
            <h2 key={at}>{paragraph.text}</h2>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: the text of a paper does not change
            <p className="body said" key={at}>
              {paragraph.text}
            </p>
          ),
        )}
        <div className="sign">
          <p>
            {paper.issuer}
            <br />
            <time dateTime={paper.date}>{sayDay(paper.date, 'zh-CN', { weekday: false })}</time>
          </p>
          {paper.unsealed && (
            <p className="seal">
              （印章）
              <br />
              未盖章
            </p>
          )}
        </div>
        <p className="small">{paper.contact}</p>
      </article>
      {proof}
      {(review !== undefined || rate !== undefined) && (
        <p className="row gap no-print">
          {review !== undefined && (
            <a className="btn" href={review.href}>
              {words.paper.review(words.reviewLevels[review.level], review.until)}
            </a>
          )}
          {rate !== undefined && (
            <a className="btn quiet" href={rate}>
              {words.paper.rate}
            </a>
          )}
        </p>
      )}
    </>
  );
}
