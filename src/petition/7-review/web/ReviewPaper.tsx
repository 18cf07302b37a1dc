import type { ReactNode } from 'react';
import { paperDay } from '../../../alongside/documents/paper.contract.ts';
import { REVIEW_LEVEL_LABELS } from '../../../domain/proceedings.ts';
import { NATIONAL_PACK } from '../../../domain/rule-pack.ts';
import { useWords } from '../../../ui/staff/words.tsx';
import '../../../ui/staff/sheet.css';
import { reviewOpinionText } from '../review.papers.rules.ts';
import type { ReviewFile } from '../review-file.contract.ts';
import { REVIEW_FORM_TEXTS } from './review-forms.texts.ts';

export interface ReviewPaperProps {
  readonly matter: string;
  readonly title: string;
  /** 周桂兰, or 周桂兰等22人. */
  readonly applicant: string;
  readonly requests: readonly string[];
  readonly review: ReviewFile;
  readonly draft: NonNullable<ReviewFile['draft']>;
  readonly today: string;
}

/** D19 or D20 as it will be issued, from the same text the server freezes. */
export function ReviewPaper({ matter, title, applicant, requests, review, draft, today }: ReviewPaperProps): ReactNode {
  const w = useWords(REVIEW_FORM_TEXTS);
  const { attacked, level } = review;
  const issuer = review.reviewer.name.zh;
  const paragraphs = reviewOpinionText({
    number: matter,
    title,
    level,
    respondent: review.respondent.name.zh,
    attacked: attacked && { title: attacked.title.zh, number: attacked.number ?? '', on: attacked.issuedOn },
    filedOn: review.filedOn,
    askedOn: review.askedOn,
    applicant,
    requests,
    reason: review.reason,
    facts: draft.facts,
    opinion: draft.opinion,
    outcome: draft.outcome,
    grounds: draft.grounds,
    redoDays: draft.redoDays ?? NATIONAL_PACK.clocks.redo.n,
    handler: review.handler.name.zh,
    reviewers: review.next.map((one) => one.name.zh),
    heardOn: review.heardOn,
  });
  return (
    <div className="sheet-frame">
      <article className="leaf sheet" lang="zh-CN" aria-label={w.sample}>
        <p className="sheet-draft">{w.notIssued}</p>
        <p className="sheet-org">{issuer}</p>
        <div className="sheet-rule" />
        <h3 className="sheet-title">{`关于${applicant}信访事项的${REVIEW_LEVEL_LABELS[level].zh}意见`}</h3>
        <p className="sheet-to">{applicant}：</p>
        {paragraphs.map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no identity; the list is redrawn whole
          <p key={at} className={one.heading ? 'sheet-head' : 'sheet-text'}>
            {one.text}
          </p>
        ))}
        <div className="sheet-sign">
          <p>{issuer}</p>
          <p>{paperDay(today).replace(/\d+月\d+日$/, '　月　日')}</p>
        </div>
      </article>
    </div>
  );
}
