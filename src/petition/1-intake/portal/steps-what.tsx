import type { ReactElement, ReactNode } from 'react';
import { AreaField, DayField, PickMany, PickOne, Send, TextField } from '../../../ui/plain/fields.tsx';
import { problemOf } from '../../../ui/plain/problems.tsx';
import { Seams } from '../../../ui/plain/seams.tsx';
import { MOST_REQUESTS, TRIED, UNSURE } from './filing.rules.ts';
import { FILING_TEXTS } from './filing.texts.ts';
import { SEALED_TEXTS } from './sealed.texts.ts';
import { StepFrame, type StepView } from './step-frame.tsx';

/** A place to choose, in the reader's language. */
export interface Place {
  readonly code: string;
  readonly name: string;
}

/** Step 3, first page: the district. */
export function StepWhere({ view, districts }: { view: StepView; districts: readonly Place[] }): ReactElement {
  const { lang, filing, problems } = view;
  const words = FILING_TEXTS[lang].where;
  return (
    <StepFrame step="where" view={view}>
      <PickOne
        lang={lang}
        problems={problems}
        name="district"
        label={<h1>{words.h1}</h1>}
        hint={words.lead}
        value={filing.district}
        across
        options={[
          ...districts.map(({ code, name }) => ({ value: code, text: name })),
          { value: UNSURE, text: words.unsure },
        ]}
      />
    </StepFrame>
  );
}

/** Step 3, second page: the street or town within, and the place in words. */
export function StepStreet({
  view,
  district,
  streets,
}: {
  view: StepView;
  /** Absent when the writer could not say which district. */
  district?: Place;
  streets: readonly Place[];
}): ReactElement {
  const { lang, filing, problems } = view;
  const words = FILING_TEXTS[lang].where;
  const field = { lang, problems };
  return (
    <StepFrame step="where" view={view} action="/file/street" back={words.another}>
      <h1>{district === undefined ? words.unsureH1 : words.streetH1(district.name)}</h1>
      {streets.length > 0 && (
        <PickOne
          {...field}
          name="street"
          label={words.street}
          value={filing.street === '' && filing.done.includes('where') ? 'none' : filing.street}
          across
          optional
          options={[
            ...streets.map(({ code, name }) => ({ value: code, text: name })),
            { value: 'none', text: words.noStreet },
          ]}
        />
      )}
      <TextField
        {...field}
        name="place"
        label={words.place}
        hint={words.placeHint}
        value={filing.place}
        maxLength={200}
        optional={district !== undefined}
      />
    </StepFrame>
  );
}

/** Step 4: what happened. `door` is the other door these words point to, when it was shown before. */
export function StepWhat({ view, door }: { view: StepView; door?: ReactNode }): ReactElement {
  const { lang, filing, problems } = view;
  const words = FILING_TEXTS[lang].what;
  const sealed = SEALED_TEXTS[lang];
  const isReport = filing.kind === 'report';
  const field = { lang, problems };
  return (
    <StepFrame step="what" view={view}>
      {isReport && (
        <TextField
          {...field}
          name="reported"
          label={sealed.reported}
          hint={sealed.reportedHint}
          value={filing.reported}
          maxLength={300}
        />
      )}
      <AreaField
        {...field}
        name="text"
        label={<h1>{words.h1}</h1>}
        value={filing.text}
        maxLength={10_000}
        rows={9}
        hint={
          <>
            <p>{isReport ? sealed.whatLead : words.lead}</p>
            <ul className="dots">
              {(isReport ? sealed.whatHints : words.hints).map((hint) => (
                <li key={hint}>{hint}</li>
              ))}
            </ul>
            <p className="small">{words.long}</p>
          </>
        }
      />
      {door}
      <DayField {...field} name="since" label={words.since} hint={words.sinceHint} parts={filing.since} />
      {!isReport && (
        <PickMany
          {...field}
          name="tried"
          label={words.tried}
          optional
          values={filing.tried}
          options={TRIED.map((value) => ({ value, text: words.triedOf[value] }))}
        />
      )}
    </StepFrame>
  );
}

/** Step 5: what is asked for, one thing a box. */
export function StepAsk({ view }: { view: StepView }): ReactElement {
  const { lang, filing, problems } = view;
  const words = FILING_TEXTS[lang].ask;
  const sealed = SEALED_TEXTS[lang];
  const isReport = filing.kind === 'report';
  const h1 = { '': words.h1, complaint: words.h1, suggestion: words.h1Suggestion, report: sealed.askH1 }[filing.kind];
  return (
    <StepFrame step="ask" view={view}>
      <h1>{h1}</h1>
      <p>{isReport ? sealed.askLead : words.lead}</p>
      <p className="hint">{isReport ? sealed.askExamples : words.examples}</p>
      {Array.from({ length: MOST_REQUESTS }, (_, at) => (
        <AreaField
          // biome-ignore lint/suspicious/noArrayIndexKey: the boxes are numbered
          key={at}
          lang={lang}
          problems={problems}
          name={`ask-${at + 1}`}
          label={words.item(at)}
          value={filing.requests[at] ?? ''}
          maxLength={500}
          rows={at === 0 ? 3 : 2}
          optional={isReport || at > 0}
        />
      ))}
    </StepFrame>
  );
}

/** A file that was handed in, as a list shows it. */
export interface GivenFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
}

/** Step 6: papers and photographs; none are needed. */
export function StepPapers({ view, files }: { view: StepView; files: readonly GivenFile[] }): ReactElement {
  const { lang } = view;
  const words = FILING_TEXTS[lang].papers;
  return (
    <StepFrame step="papers" view={view} files>
      <h1 className="seams">
        <Seams>{words.h1}</Seams>
      </h1>
      <p>{words.lead}</p>
      {files.length > 0 && (
        <>
          <h2>{words.list}</h2>
          <ul className="pairs files">
            {files.map((file) => (
              <li key={file.id}>
                <span>
                  {file.name}
                  <br />
                  <span className="small soft">{words.size(Math.max(1, Math.round(file.size / 1024)))}</span>
                </span>
                <button className="btn quiet slim" type="submit" name="remove" value={file.id}>
                  {words.remove}
                  <span className="vh">：{file.name}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <FileField view={view} />
    </StepFrame>
  );
}

/** The control that takes files, and the button that sends them. */
export function FileField({
  view,
  button = true,
}: {
  view: Pick<StepView, 'lang' | 'problems'>;
  /** With a button of its own, where files are listed before going on. */
  button?: boolean;
}): ReactElement {
  const words = FILING_TEXTS[view.lang].papers;
  const wrong = problemOf(view.problems, 'files');
  return (
    <div className={wrong === undefined ? 'field' : 'field wrong'}>
      <label className="label" htmlFor="files">
        {words.pick}
      </label>
      <p id="files-hint" className="hint">
        {words.hint}
      </p>
      {wrong !== undefined && <p className="say">{wrong[view.lang]}</p>}
      <input
        type="file"
        id="files"
        name="files"
        multiple
        accept="image/jpeg,image/png,application/pdf,.docx,text/plain,audio/mpeg,video/mp4"
        aria-describedby="files-hint"
      />
      {button && (
        <div className="row">
          <Send quiet name="go" value="upload">
            {words.upload}
          </Send>
        </div>
      )}
    </div>
  );
}
