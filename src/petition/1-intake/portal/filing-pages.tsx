import type { ReactElement } from 'react';
import { Form, Send, TextField } from '../../../ui/plain/fields.tsx';
import type { Lang } from '../../../ui/plain/language.ts';
import { Back, Pairs, Phone } from '../../../ui/plain/parts.tsx';
import { type Problem, ProblemSummary } from '../../../ui/plain/problems.tsx';
import { Seams } from '../../../ui/plain/seams.tsx';
import { sayResumeCode } from './filing.rules.ts';
import { FILING_TEXTS } from './filing.texts.ts';

/** Saved for later: the code to go on with, and leaving a device that is not one's own. */
export function SavedPage({
  lang,
  token,
  until,
  code,
  next,
}: {
  lang: Lang;
  token: string;
  until: string;
  code: string;
  next: string;
}): ReactElement {
  const words = FILING_TEXTS[lang].saved2;
  return (
    <>
      <h1 className="seams">
        <Seams>{words.h1}</Seams>
      </h1>
      <p className="lead">{words.lead(until)}</p>
      <div className="slip gap">
        <div>
          <p className="soft">{words.code}</p>
          <p className="code">{sayResumeCode(code)}</p>
          <p className="soft small">{words.codeHint}</p>
        </div>
      </div>
      <p className="row">
        <a className="btn" href={next}>
          {words.go}
        </a>
      </p>
      <section aria-label={words.leave}>
        <p>{words.leaveHint}</p>
        <Form action="/file/leave" token={token}>
          <div className="row">
            <Send quiet>{words.leave}</Send>
            <Send quiet action="/file/drop">
              {words.drop}
            </Send>
          </div>
        </Form>
      </section>
    </>
  );
}

/** Going on elsewhere with the draft code. */
export function ResumePage({
  lang,
  token,
  typed,
  problems,
  moved,
}: {
  lang: Lang;
  token: string;
  typed: string;
  problems: readonly Problem[];
  moved: boolean;
}): ReactElement {
  const words = FILING_TEXTS[lang].resume;
  return (
    <>
      <Back href="/file/for">{FILING_TEXTS[lang].steps.for}</Back>
      <ProblemSummary problems={problems} lang={lang} />
      <h1>{words.h1}</h1>
      {moved && <p className="panel">{words.moved}</p>}
      <Form action="/file/resume" token={token}>
        <TextField
          lang={lang}
          problems={problems}
          name="code"
          label={words.code}
          hint={words.hint}
          value={typed}
          maxLength={20}
          autoComplete="off"
          short
        />
        <div className="row">
          <Send>{words.go}</Send>
        </div>
      </Form>
    </>
  );
}

/** After deleting a draft. */
export function DroppedPage({ lang }: { lang: Lang }): ReactElement {
  const words = FILING_TEXTS[lang];
  return (
    <>
      <h1>{words.dropped.h1}</h1>
      <p className="lead">{words.dropped.lead}</p>
      <p className="row">
        <a className="btn" href="/">
          {words.backHome}
        </a>
      </p>
    </>
  );
}

/** Reports of wrongdoing are not written here: where they go, and why (条例 30). */
export function ReportPage({
  lang,
  body,
}: {
  lang: Lang;
  body?: { readonly name: string; readonly address: string; readonly hours: string };
}): ReactElement {
  const words = FILING_TEXTS[lang].report;
  return (
    <>
      <Back href="/file/for">{FILING_TEXTS[lang].steps.for}</Back>
      <h1 className="seams">
        <Seams>{words.h1}</Seams>
      </h1>
      <p className="lead">{words.lead}</p>
      <Pairs
        pairs={[
          {
            term: words.call,
            said: (
              <>
                <b>
                  <Phone number="12388" />
                </b>
                <br />
                {words.callText}
              </>
            ),
          },
          ...(body === undefined
            ? []
            : [
                {
                  term: words.body,
                  said: (
                    <>
                      {body.name}
                      <br />
                      {body.address}
                      <br />
                      {body.hours}
                    </>
                  ),
                },
              ]),
        ]}
      />
      <section aria-labelledby="here">
        <h2 id="here">{words.here}</h2>
        <p>{words.hereText}</p>
        <p className="row">
          <a className="btn" href="/file/for?kind=report">
            {words.hereGo}
          </a>
        </p>
      </section>
      <section aria-labelledby="sealed">
        <h2 id="sealed">{words.sealed}</h2>
        {words.sealedText.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <p className="small soft">
          <a href="/law/30">
            {lang === 'zh' ? '《信访工作条例》第三十条、第四十六条第五项' : 'Regulation, arts. 30 and 46(5)'}
          </a>
        </p>
      </section>
      <p className="gap">
        {words.other} <a href="/file/for">{words.otherGo}</a>
      </p>
    </>
  );
}
