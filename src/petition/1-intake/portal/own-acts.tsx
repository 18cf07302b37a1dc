import type { ReactElement } from 'react';
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
      <Back href={act.back.href}>{act.back.text}</Back>
      <ProblemSummary problems={act.problems} lang={act.lang} />
      <h1>{words.h1}</h1>
      <p className="lead">{words.lead}</p>
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
      <Back href={act.back.href}>{act.back.text}</Back>
      <ProblemSummary problems={act.problems} lang={act.lang} />
      <h1>{words.h1}</h1>
      <p className="lead">{words.lead(title)}</p>
      <ul className="dots">
        {words.means.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className="panel">
        {words.pressed} <Phone number={phone} />
        {act.lang === 'zh' ? '。' : '.'}
      </p>
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
        <div className={wrong === undefined ? 'field' : 'field wrong'}>
          {wrong !== undefined && <p className="say">{wrong[act.lang]}</p>}
          <Tick name="sure" id="sure" value="yes" on={false}>
            {words.confirm}
          </Tick>
        </div>
        <div className="row">
          <Send quiet>{words.send}</Send>
          <a className="btn" href={act.back.href}>
            {words.keep}
          </a>
        </div>
      </Form>
    </>
  );
}

/** E31: whoever withdrew may take it back for some days, without a reason. */
export function TakeBackPage({ act, action, title }: { act: OwnAct; action: string; title: string }): ReactElement {
  const words = FILING_TEXTS[act.lang].takeBack;
  return (
    <>
      <Back href={act.back.href}>{act.back.text}</Back>
      <ProblemSummary problems={act.problems} lang={act.lang} />
      <h1>{words.h1}</h1>
      <p className="lead">{FILING_TEXTS[act.lang].withdraw.lead(title)}</p>
      <ul className="dots">
        {words.means.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
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
        <div className="row">
          <Send>{words.send}</Send>
          <a className="btn" href={act.back.href}>
            {words.keep}
          </a>
        </div>
      </Form>
    </>
  );
}
