import type { ReactElement } from 'react';
import type { ReviewLevel } from '../../../domain/proceedings.ts';
import { AreaField, Form, PickOne, Send } from '../../../ui/plain/fields.tsx';
import type { Lang } from '../../../ui/plain/language.ts';
import { Back } from '../../../ui/plain/parts.tsx';
import { type Problem, ProblemSummary } from '../../../ui/plain/problems.tsx';
import { REVIEW_TEXTS } from './review.texts.ts';

/** What the request for review is drawn from. */
export interface ReviewView {
  readonly lang: Lang;
  readonly token: string;
  readonly actKey: string;
  readonly action: string;
  readonly title: string;
  /** 复查, or 复核 of a review. */
  readonly level: ReviewLevel;
  /** Past the last day: only with the reason for it (E14). */
  readonly late: boolean;
  /** Last day in words; absent when it cannot be asked for. */
  readonly until?: { readonly day: string; readonly said: string };
  readonly reviewers: readonly {
    readonly id: string;
    readonly name: string;
    readonly address: string;
    readonly phone: string;
  }[];
  readonly papersHref: string;
  readonly problems: readonly Problem[];
  readonly typed: { readonly reviewer: string; readonly reason: string; readonly excuse: string };
  readonly back: { readonly href: string; readonly text: string };
}

/** Why, and to which of the bodies the opinion names; where there are two the choice is the petitioner's (条例 35, 36). */
export function ReviewPage({ view }: { view: ReviewView }): ReactElement {
  const { lang, problems, reviewers, until } = view;
  const words = REVIEW_TEXTS[lang];
  const own = words.levels[view.level];
  const only = reviewers.length === 1 ? reviewers[0] : undefined;
  return (
    <>
      <Back href={view.back.href}>{view.back.text}</Back>
      <ProblemSummary problems={problems} lang={lang} />
      <h1>{own.title}</h1>
      {until === undefined ? (
        <p>{own.closed}</p>
      ) : (
        <>
          <p className="lead">{own.lead(view.title)}</p>
          {view.late ? (
            <p className="lead">{words.was(until.said)}</p>
          ) : (
            <p className="lead">
              {words.until}
              <b>
                <time dateTime={until.day}>{until.said}</time>
              </b>
            </p>
          )}
          <Form
            action={view.action}
            token={view.token}
            hidden={{ key: view.actKey, ...(only === undefined ? {} : { reviewer: only.id }) }}
          >
            {only === undefined ? (
              <PickOne
                lang={lang}
                problems={problems}
                name="reviewer"
                label={own.reviewer}
                value={view.typed.reviewer}
                options={reviewers.map((one) => ({
                  value: one.id,
                  text: one.name,
                  hint: [one.address, one.phone].filter((part) => part !== '').join(lang === 'zh' ? '，' : ', '),
                }))}
              />
            ) : (
              <p>
                {own.reviewerOne}
                {lang === 'zh' ? '：' : ': '}
                <b>{only.name}</b>
                {lang === 'zh' ? '，' : ', '}
                {only.address}
              </p>
            )}
            <AreaField
              lang={lang}
              problems={problems}
              name="reason"
              label={own.reason}
              hint={own.reasonHint}
              value={view.typed.reason}
              maxLength={10_000}
              rows={7}
            />
            {view.late && (
              <AreaField
                lang={lang}
                problems={problems}
                name="excuse"
                label={words.excuse}
                hint={words.excuseHint}
                value={view.typed.excuse}
                maxLength={5_000}
                rows={3}
              />
            )}
            <p>
              {words.papers} <a href={view.papersHref}>{words.papersGo}</a>
            </p>
            <p>
              {words.fresh} <a href="/file/for">{words.freshGo}</a>
            </p>
            <p className="hint">{own.after}</p>
            <div className="row">
              <Send>{words.send}</Send>
            </div>
          </Form>
          <p className="small soft">
            <a href={`/law/${own.article}`}>{own.basis}</a>
          </p>
        </>
      )}
    </>
  );
}
