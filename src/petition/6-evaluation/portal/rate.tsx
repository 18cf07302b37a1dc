import type { ReactElement } from 'react';
import { RATINGS, type RatedSide } from '../../../domain/vocabulary.ts';
import { AreaField, Form, PickOne, Send } from '../../../ui/plain/fields.tsx';
import type { Lang } from '../../../ui/plain/language.ts';
import { Back } from '../../../ui/plain/parts.tsx';
import { type Problem, ProblemSummary } from '../../../ui/plain/problems.tsx';
import { RATE_TEXTS } from './rate.texts.ts';

/** What the rating form is drawn from; `sides` are those that may be rated now, with who stands for each. */
export interface RateView {
  readonly lang: Lang;
  readonly token: string;
  readonly actKey: string;
  readonly action: string;
  readonly title: string;
  readonly sides: readonly { readonly side: RatedSide; readonly name: string }[];
  readonly until?: string;
  readonly problems: readonly Problem[];
  readonly typed: Readonly<Record<string, string>>;
  readonly back: { readonly href: string; readonly text: string };
}

/** Two sides, three levels, and why. */
export function RatePage({ view }: { view: RateView }): ReactElement {
  const { lang, problems, sides } = view;
  const words = RATE_TEXTS[lang];
  return (
    <>
      <Back href={view.back.href}>{view.back.text}</Back>
      <ProblemSummary problems={problems} lang={lang} />
      <h1>{words.h1}</h1>
      <p className="soft">{view.title}</p>
      {sides.length === 0 ? (
        <p>{words.closed}</p>
      ) : (
        <>
          <p>
            {words.lead} {view.until !== undefined && words.until(view.until)}
          </p>
          <Form action={view.action} token={view.token} hidden={{ key: view.actKey }}>
            {sides.map(({ side, name }) => (
              <div className="field" key={side}>
                <PickOne
                  lang={lang}
                  problems={problems}
                  name={side}
                  label={words.sides[side](name)}
                  value={view.typed[side] ?? ''}
                  across
                  options={RATINGS.map((level) => ({ value: level, text: words.levels[level] }))}
                />
                <AreaField
                  lang={lang}
                  problems={problems}
                  name={`${side}-why`}
                  label={words.why}
                  hint={words.whyHint}
                  value={view.typed[`${side}-why`] ?? ''}
                  maxLength={500}
                  rows={2}
                  optional
                />
              </div>
            ))}
            <div className="row">
              <Send>{words.send}</Send>
            </div>
          </Form>
        </>
      )}
    </>
  );
}
