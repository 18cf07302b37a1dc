import type { ReactElement } from 'react';
import { ID_KIND_LABELS, ID_KINDS } from '../../../domain/particulars.ts';
import { AreaField, Form, PickOne, Send, SentCode, TextField, Tick } from '../../../ui/plain/fields.tsx';
import { Back } from '../../../ui/plain/parts.tsx';
import { type Problem, ProblemSummary } from '../../../ui/plain/problems.tsx';
import { Seams } from '../../../ui/plain/seams.tsx';
import { FILING_TEXTS } from './filing.texts.ts';
import { SEALED_TEXTS } from './sealed.texts.ts';
import { StepFrame, type StepView } from './step-frame.tsx';

/** Step 1: what it is, and for whom. `ongoing` is there when a draft was left unfinished on this device. */
export function StepFor({
  view,
  ongoing,
}: {
  view: StepView;
  ongoing?: { readonly href: string; readonly until: string };
}): ReactElement {
  const { lang, filing, problems } = view;
  const words = FILING_TEXTS[lang].for;
  const field = { lang, problems };
  return (
    <StepFrame
      step="for"
      view={view}
      above={
        ongoing !== undefined && (
          <section className="panel" aria-labelledby="ongoing">
            <h2 id="ongoing">{words.ongoing}</h2>
            <p>{words.ongoingText(ongoing.until)}</p>
            <Form action="/file/drop" token={view.token}>
              <div className="row">
                <a className="btn slim" href={ongoing.href}>
                  {words.ongoingGo}
                </a>
                <button className="btn quiet slim" type="submit">
                  {words.ongoingDrop}
                </button>
              </div>
            </Form>
          </section>
        )
      }
      below={
        <dl className="pairs">
          <div>
            <dt>{words.report[0]}</dt>
            <dd>
              <a href="/file/report">{words.report[1]}</a>
            </dd>
          </div>
          <div>
            <dt>{words.resume[0]}</dt>
            <dd>
              <a href="/file/resume">{words.resume[1]}</a>
            </dd>
          </div>
        </dl>
      }
    >
      <h1 className="seams">
        <Seams>{words.h1}</Seams>
      </h1>
      <PickOne
        {...field}
        name="kind"
        label={words.kind}
        value={filing.kind}
        options={(['complaint', 'suggestion', 'report'] as const).map((value) => ({
          value,
          text: words.kinds[value][0],
          hint: words.kinds[value][1],
        }))}
      />
      <PickOne
        {...field}
        name="form"
        label={words.who}
        value={filing.form}
        options={(['self', 'several', 'agent'] as const).map((value) => ({
          value,
          text: words.forms[value][0],
          hint: words.forms[value][1],
        }))}
      />
    </StepFrame>
  );
}

/** Step 2: who you are, and how you can be reached. */
export function StepYou({ view }: { view: StepView }): ReactElement {
  const { lang, filing, problems, doubts } = view;
  const words = FILING_TEXTS[lang].you;
  const sealed = SEALED_TEXTS[lang];
  const isReport = filing.kind === 'report';
  const field = { lang, problems: [...problems, ...doubts] };
  const documentOpen = filing.idNumber !== '' || filing.idKind !== 'none';
  return (
    <StepFrame step="you" view={view}>
      <h1 className="seams">
        <Seams>{words.h1}</Seams>
      </h1>
      <p>{isReport ? sealed.youLead : words.lead}</p>
      {filing.form === 'agent' && <Principal view={view} />}
      <TextField
        {...field}
        name="name"
        label={words.name}
        hint={words.nameHint}
        value={filing.name}
        maxLength={50}
        autoComplete="name"
      />
      <div className="field">
        <Tick name="anonymous" id="anonymous" value="yes" on={filing.anonymous} hintId="anonymous-hint">
          {words.anonymous}
        </Tick>
        <p id="anonymous-hint" className="hint">
          {isReport ? sealed.anonymousHint : words.anonymousHint}
        </p>
      </div>
      <TextField
        {...field}
        name="phone"
        label={words.phone}
        hint={isReport ? sealed.phoneHint : words.phoneHint}
        value={filing.phone}
        maxLength={30}
        inputMode="tel"
        autoComplete="tel"
        optional
        short
      />
      <TextField
        {...field}
        name="address"
        label={words.address}
        hint={words.addressHint}
        value={filing.address}
        maxLength={200}
        autoComplete="street-address"
        optional
      />
      {filing.form === 'several' && <Others view={view} />}
      <details open={documentOpen}>
        <summary>{words.document}</summary>
        <p>{words.documentWhy}</p>
        <div className="field">
          <label className="label" htmlFor="idKind">
            {words.idKind}
          </label>
          <select id="idKind" name="idKind" defaultValue={filing.idKind}>
            {ID_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {ID_KIND_LABELS[kind][lang]}
              </option>
            ))}
          </select>
        </div>
        <TextField {...field} name="idNumber" label={words.idNumber} value={filing.idNumber} maxLength={40} />
      </details>
    </StepFrame>
  );
}

function Principal({ view: { lang, filing, problems } }: { view: StepView }): ReactElement {
  const words = FILING_TEXTS[lang].you;
  const field = { lang, problems };
  return (
    <fieldset className="field">
      <legend>{words.forWhom}</legend>
      <p className="hint">{words.agentHint}</p>
      <TextField {...field} name="forName" label={words.forName} value={filing.forName} maxLength={50} />
      <TextField
        {...field}
        name="forPhone"
        label={words.forPhone}
        value={filing.forPhone}
        maxLength={30}
        inputMode="tel"
        optional
        short
      />
      <TextField
        {...field}
        name="forAddress"
        label={words.forAddress}
        value={filing.forAddress}
        maxLength={200}
        optional
      />
    </fieldset>
  );
}

function Others({ view: { lang, filing, problems } }: { view: StepView }): ReactElement {
  const words = FILING_TEXTS[lang].you;
  const field = { lang, problems };
  return (
    <>
      <TextField
        {...field}
        name="count"
        label={words.count}
        hint={words.countHint}
        value={filing.count}
        maxLength={4}
        inputMode="numeric"
        short
      />
      <AreaField
        {...field}
        name="others"
        label={words.others}
        hint={words.othersHint}
        value={filing.others}
        maxLength={8000}
        rows={4}
        optional
      />
      <p className="hint">{FILING_TEXTS[lang].for.several}</p>
    </>
  );
}

/** The phone code, on a page of its own; it may be passed by. */
export function PhonePage({
  view,
  masked,
  shown,
  again,
}: {
  view: StepView;
  /** The phone as it may be shown. */
  masked: string;
  /** The code itself, where messages are shown instead of sent. */
  shown?: string;
  /** A second code has just been sent. */
  again: boolean;
}): ReactElement {
  const { lang, token } = view;
  const words = FILING_TEXTS[lang].phone;
  const problems: readonly Problem[] = view.problems;
  return (
    <>
      <Back href="/file/you">{words.change}</Back>
      <ProblemSummary problems={problems} lang={lang} />
      <h1>{words.h1}</h1>
      <p className="lead">{words.lead(masked)}</p>
      {again && <p role="status">{words.sent}</p>}
      {shown !== undefined && <p className="panel">{words.shown(shown)}</p>}
      <Form action="/file/phone" token={token} hidden={view.fromCheck ? { from: 'check' } : {}}>
        <SentCode lang={lang} problems={problems} label={words.code} />
        <div className="row">
          <Send name="go" value="check">
            {words.go}
          </Send>
          <Send quiet name="go" value="skip">
            {words.skip}
          </Send>
        </div>
        <p className="hint">{words.skipHint}</p>
        <div className="row">
          <Send quiet name="go" value="again">
            {words.again}
          </Send>
        </div>
      </Form>
    </>
  );
}
