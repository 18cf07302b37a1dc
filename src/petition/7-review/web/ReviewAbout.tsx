import type { ReactNode } from 'react';
import { REVIEW_LEVEL_LABELS } from '../../../domain/proceedings.ts';
import { useDates } from '../../../ui/staff/dates.ts';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import type { ReviewFile } from '../review-file.contract.ts';
import { REVIEW_FORM_TEXTS } from './review-forms.texts.ts';

/** What a review is about, above its forms: the opinion attacked, what the petitioner says, by when it is decided. */
export function ReviewAbout({ review }: { readonly review: ReviewFile }): ReactNode {
  const w = useWords(REVIEW_FORM_TEXTS);
  const say = useSay();
  const dates = useDates();
  const { attacked, filedAt } = review;
  return (
    <div>
      <p>
        <b>{w.about(say(REVIEW_LEVEL_LABELS[review.level]), say(review.respondent.name))}</b>
      </p>
      {attacked !== undefined && (
        <p className="s">
          <a href={attacked.href} target="_blank" rel="noreferrer">
            {w.attacked(say(attacked.title), attacked.number ?? '', dates.short(attacked.issuedOn))}
          </a>
        </p>
      )}
      <p className="s q">
        {filedAt === undefined
          ? w.came(dates.full(review.askedOn))
          : w.cameBy(dates.full(review.filedOn), say(filedAt.name), dates.full(review.askedOn))}
        {review.due !== undefined && ` · ${w.decideBy(dates.full(review.due))}`}
      </p>
      {review.papersDue !== undefined && <p className="s q">{w.papersDue(dates.full(review.papersDue))}</p>}
      <p className="s">{w.said}</p>
      <blockquote className="said">{review.reason}</blockquote>
      {review.excuse !== undefined && (
        <>
          <p className="s">{w.late}</p>
          <blockquote className="said">{review.excuse}</blockquote>
        </>
      )}
    </div>
  );
}
