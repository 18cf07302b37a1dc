import type { ReactElement, ReactNode } from 'react';
import { AreaField, Form, Send, Tick } from '../../../ui/plain/fields.tsx';
import type { Lang } from '../../../ui/plain/language.ts';
import { Back, Phone } from '../../../ui/plain/parts.tsx';
import { type Problem, ProblemSummary, problemOf } from '../../../ui/plain/problems.tsx';
import { FILING_TEXTS } from './filing.texts.ts';
import { FileField } from './steps-what.tsx';

/** What the petitioner's own acts on a petition are drawn from. */
export interface OwnAct {
  readonly lang: Lang;
  readonly token: string;
  /** Idempotency key of this form: pressed twice, done once. */
  readonly actKey: string;
  readonly problems: readonly Problem[];
  readonly typed: string;
  readonly back: { readonly href: string; readonly text: string };
}

/** New words and papers for what was filed. */
export function AddPapersPage({ act, action }: { act: OwnAct; action: string }): ReactElement {
  const words = FILING_TEXTS[act.lang].add;
  return (
    <>
      <Head act={act} h1={words.h1} lead={words.lead} />
      <Form action={action} token={act.token} hidden={{ key: act.actKey }} files>
        <AreaField
          lang={act.lang}
          problems={act.problems}
          name="text"
          label={words.text}
          value={act.typed}
          maxLength={10_000}
          rows={5}
          optional
        />
        <FileField view={act} button={false} />
        <div className="row">
          <Send>{words.send}</Send>
        </div>
      </Form>
    </>
  );
}

/** Taking a matter back, with what that means. */
export function WithdrawPage({
  act,
  action,
  title,
  phone,
}: {
  act: OwnAct;
  action: string;
  title: string;
  phone: string;
}): ReactElement {
  const words = FILING_TEXTS[act.lang].withdraw;
  const wrong = problemOf(act.problems, 'sure');
  return (
    <>
      <Head act={act} h1={words.h1} lead={words.lead(title)} means={words.means} />
      <p className="panel">
        {words.pressed} <Phone number={phone} />
        {act.lang === 'zh' ? '。' : '.'}
      </p>
      <ReasonForm act={act} action={action} words={words} quiet>
        <div className={wrong === undefined ? 'field' : 'field wrong'}>
          {wrong !== undefined && <p className="say">{wrong[act.lang]}</p>}
          <Tick name="sure" id="sure" value="yes" on={false}>
            {words.confirm}
          </Tick>
        </div>
      </ReasonForm>
    </>
  );
}

/** E31: whoever withdrew may take it back for some days, without a reason. */
export function TakeBackPage({ act, action, title }: { act: OwnAct; action: string; title: string }): ReactElement {
  const words = FILING_TEXTS[act.lang].takeBack;
  return (
    <>
      <Head act={act} h1={words.h1} lead={FILING_TEXTS[act.lang].withdraw.lead(title)} means={words.means} />
      <ReasonForm act={act} action={action} words={words} />
    </>
  );
}

function Head({
  act,
  h1,
  lead,
  means = [],
}: {
  act: OwnAct;
  h1: string;
  lead: string;
  means?: readonly string[];
}): ReactElement {
  return (
    <>
      <Back href={act.back.href}>{act.back.text}</Back>
      <ProblemSummary problems={act.problems} lang={act.lang} />
      <h1>{h1}</h1>
      <p className="lead">{lead}</p>
      {means.length > 0 && (
        <ul className="dots">
          {means.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </>
  );
}

/** A reason that may be left out, what else is asked, and the way back beside the button. */
function ReasonForm({
  act,
  action,
  words,
  quiet = false,
  children,
}: {
  act: OwnAct;
  action: string;
  words: { readonly reason: string; readonly send: string; readonly keep: string };
  quiet?: boolean;
  children?: ReactNode;
}): ReactElement {
  return (
    <Form action={action} token={act.token} hidden={{ key: act.actKey }}>
      <AreaField
        lang={act.lang}
        problems={act.problems}
        name="reason"
        label={words.reason}
        value={act.typed}
        maxLength={500}
        rows={2}
        optional
      />
      {children}
      <div className="row">
        <Send quiet={quiet}>{words.send}</Send>
        <a className="btn" href={act.back.href}>
          {words.keep}
        </a>
      </div>
    </Form>
  );
}
