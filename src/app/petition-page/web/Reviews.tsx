import type { ReactNode } from 'react';
import {
  REVIEW_GROUND_LABELS,
  REVIEW_LEVEL_LABELS,
  REVIEW_OUTCOME_LABELS,
  REVIEW_REFUSAL_LABELS,
  REVIEW_STEP_LABELS,
} from '../../../domain/proceedings.ts';
import { REVIEW_PHASE_LABELS } from '../../../petition/7-review/review.rules.ts';
import type { Sentence } from '../../../platform/http/route.contract.ts';
import { useDates } from '../../../ui/staff/dates.ts';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import type { PetitionPageModel } from '../petition-page.contract.ts';
import { PETITION_PAGE_TEXTS } from './petition-page.texts.ts';

type Review = PetitionPageModel['reviews'][number];

/** Every 复查 and 复核 of a matter, newest first: by whom, by when, with what outcome, and what was wrong (T26-T29). */
export function Reviews({ page }: { readonly page: PetitionPageModel }): ReactNode {
  const w = useWords(PETITION_PAGE_TEXTS);
  const say = useSay();
  const dates = useDates();
  const { reviewWindow: open } = page;
  return (
    <>
      {open !== undefined && !open.late && (
        <p>{w.reviewWindow(say(REVIEW_LEVEL_LABELS[open.level]), dates.full(open.due))}</p>
      )}
      <ul className="pp-papers">
        {page.reviews.toReversed().map((review) => (
          <li key={review.id}>
            <div className="pp-paper-head">
              <h2>{say(REVIEW_LEVEL_LABELS[review.level])}</h2>
              <span>{say(review.reviewer.name)}</span>
              <span className="tag">{say(REVIEW_PHASE_LABELS[review.phase])}</span>
            </div>
            <Facts review={review} />
            <p className="s q">{w.reviewSaid}</p>
            <blockquote className="said">{review.reason}</blockquote>
            {review.excuse !== undefined && (
              <>
                <p className="s q">{w.reviewExcuse}</p>
                <blockquote className="said">{review.excuse}</blockquote>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Facts({ review }: { readonly review: Review }): ReactNode {
  const w = useWords(PETITION_PAGE_TEXTS);
  const say = useSay();
  const dates = useDates();
  const { attacked, decision, filedAt } = review;
  const all = (labels: readonly Sentence[]): string => labels.map(say).join(w.comma);
  const asked = dates.full(review.askedOn);
  const rows: readonly (readonly [string, ReactNode])[] = [
    [
      w.reviewOf,
      <>
        {say(review.respondent.name)}
        {attacked !== undefined && (
          <>
            {' · '}
            <a href={attacked.href} target="_blank" rel="noreferrer">
              {attacked.number ?? say(attacked.title)}
            </a>
          </>
        )}
      </>,
    ],
    [
      w.reviewAsked,
      filedAt === undefined ? asked : `${asked} (${w.reviewFiledAt(dates.full(review.filedOn), say(filedAt.name))})`,
    ],
    ...(review.due === undefined ? [] : [[w.reviewDue, dates.full(review.due)] as const]),
    ...(review.acceptedOn === undefined ? [] : [[w.reviewAccepted, dates.full(review.acceptedOn)] as const]),
    ...(review.refusedFor === undefined
      ? []
      : [[w.reviewRefused, say(REVIEW_REFUSAL_LABELS[review.refusedFor])] as const]),
    ...(review.steps.length === 0
      ? []
      : [[w.reviewSteps, all([...new Set(review.steps)].map((step) => REVIEW_STEP_LABELS[step]))] as const]),
    ...(decision === undefined
      ? []
      : [[w.reviewOutcome, `${say(REVIEW_OUTCOME_LABELS[decision.outcome])} · ${dates.full(decision.on)}`] as const]),
    ...(decision === undefined || decision.grounds.length === 0
      ? []
      : [[w.reviewGrounds, all(decision.grounds.map((ground) => REVIEW_GROUND_LABELS[ground]))] as const]),
    ...(review.servedOn === undefined ? [] : [[w.reviewServed, dates.full(review.servedOn)] as const]),
  ];
  return (
    <dl className="pp-facts">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
