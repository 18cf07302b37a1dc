import type { ReactElement } from 'react';
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
  /** Last day in words; absent when it cannot be asked for, with the reason in `refused`. */
  readonly until?: { readonly day: string; readonly said: string };
  readonly reviewers: readonly {
    readonly id: string;
    readonly name: string;
    readonly address: string;
    readonly phone: string;
  }[];
  readonly papersHref: string;
  readonly problems: readonly Problem[];
  readonly typed: { readonly reviewer: string; readonly reason: string };
  readonly back: { readonly href: string; readonly text: string };
}

/** Why, and to which of the bodies the opinion names; where there are two the choice is the petitioner's (条例 35). */
export function ReviewPage({ view }: { view: ReviewView }): ReactElement {
  const { lang, problems, reviewers, until } = view;
  const words = REVIEW_TEXTS[lang];
  const only = reviewers.length === 1 ? reviewers[0] : undefined;
  return (
    <>
      <Back href={view.back.href}>{view.back.text}</Back>
      <ProblemSummary problems={problems} lang={lang} />
      <h1>{words.h1}</h1>
      {until === undefined ? (
        <p>{words.closed}</p>
      ) : (
        <>
          <p className="lead">{words.lead(view.title)}</p>
          <p className="lead">
            {words.until}
            <b>
              <time dateTime={until.day}>{until.said}</time>
            </b>
          </p>
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
                label={words.reviewer}
                value={view.typed.reviewer}
                options={reviewers.map((one) => ({
                  value: one.id,
                  text: one.name,
                  hint: [one.address, one.phone].filter((part) => part !== '').join(lang === 'zh' ? '，' : ', '),
                }))}
              />
            ) : (
              <p>
                {words.reviewerOne}
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
              label={words.reason}
              hint={words.reasonHint}
              value={view.typed.reason}
              maxLength={10_000}
              rows={7}
            />
            <p>
              {words.papers} <a href={view.papersHref}>{words.papersGo}</a>
            </p>
            <p className="hint">{words.after}</p>
            <div className="row">
              <Send>{words.send}</Send>
            </div>
          </Form>
          <p className="small soft">
            <a href="/law/35">{words.basis}</a>
          </p>
        </>
      )}
    </>
  );
}
