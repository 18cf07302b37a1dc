import type { ReactElement } from 'react';
import { AreaField, Form, Send } from '../../../ui/plain/fields.tsx';
import type { Lang } from '../../../ui/plain/language.ts';
import { Back } from '../../../ui/plain/parts.tsx';
import { type Problem, ProblemSummary } from '../../../ui/plain/problems.tsx';
import { RECUSAL_TEXTS } from './recusal.texts.ts';

/** What the request is drawn from. */
export interface RecusalView {
  readonly lang: Lang;
  readonly token: string;
  readonly actKey: string;
  readonly action: string;
  readonly title: string;
  /** Name of whoever handles it; empty where the page does not say. */
  readonly handler: string;
  readonly open: boolean;
  readonly problems: readonly Problem[];
  readonly typed: string;
  readonly back: { readonly href: string; readonly text: string };
}

/** The petitioner asks that whoever handles the matter withdraw (条例 28¶3). */
export function RecusalPage({ view }: { view: RecusalView }): ReactElement {
  const { lang, problems } = view;
  const words = RECUSAL_TEXTS[lang];
  return (
    <>
      <Back href={view.back.href}>{view.back.text}</Back>
      <ProblemSummary problems={problems} lang={lang} />
      <h1>{words.title}</h1>
      {view.open ? (
        <>
          <p className="lead">{words.lead(view.title, view.handler)}</p>
          <Form action={view.action} token={view.token} hidden={{ key: view.actKey }}>
            <AreaField
              lang={lang}
              problems={problems}
              name="reason"
              label={words.reason}
              hint={words.reasonHint}
              value={view.typed}
              maxLength={500}
              rows={4}
            />
            <p className="hint">{words.after}</p>
            <div className="row">
              <Send>{words.send}</Send>
            </div>
          </Form>
          <p className="small soft">
            <a href="/law/28">{words.basis}</a>
          </p>
        </>
      ) : (
        <p>{words.closed}</p>
      )}
    </>
  );
}
