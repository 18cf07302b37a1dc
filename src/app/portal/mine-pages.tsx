import type { ReactElement } from 'react';
import { FILING_TEXTS } from '../../petition/1-intake/portal/filing.texts.ts';
import { Form, Send, SentCode, TextField } from '../../ui/plain/fields.tsx';
import type { Lang } from '../../ui/plain/language.ts';
import { Back } from '../../ui/plain/parts.tsx';
import { type Problem, ProblemSummary } from '../../ui/plain/problems.tsx';
import { EntryFields } from './entry-fields.tsx';
import { MINE_TEXTS } from './mine-page.texts.ts';

interface Base {
  readonly lang: Lang;
  readonly token: string;
  readonly problems: readonly Problem[];
}

/** The door: a mobile number, and no word on whether anybody ever came in with it. */
export function MineEnterPage({
  lang,
  token,
  problems,
  typed,
  done,
}: Base & { typed: string; done: string | undefined }): ReactElement {
  const words = MINE_TEXTS[lang].enter;
  return (
    <>
      <ProblemSummary problems={problems} lang={lang} />
      {done !== undefined && <p role="status">{done}</p>}
      <h1>{words.h1}</h1>
      <p className="lead">{words.lead}</p>
      <Form action="/mine" token={token}>
        <TextField
          lang={lang}
          problems={problems}
          name="phone"
          label={words.phone}
          hint={words.phoneHint}
          value={typed}
          maxLength={40}
          inputMode="tel"
          autoComplete="tel-national"
          short
        />
        <div className="row">
          <Send>{words.go}</Send>
        </div>
      </Form>
      <p>{words.what}</p>
      <section aria-labelledby="without">
        <h2 id="without">{words.without}</h2>
        <p>
          {words.withoutText}
          {lang === 'zh' ? '' : ' '}
          <a href="/follow">{words.withoutGo}</a>
          {lang === 'zh' ? '。' : '.'}
        </p>
      </section>
    </>
  );
}

/** The code that was sent. `shown` is the code itself, where messages are shown instead of sent. */
export function MineCodePage({
  lang,
  token,
  problems,
  masked,
  shown,
  again,
}: Base & { masked: string; shown: string | undefined; again: boolean }): ReactElement {
  const words = MINE_TEXTS[lang].code;
  const { lead, code, sent, again: another, shown: say } = FILING_TEXTS[lang].phone;
  return (
    <>
      <Back href="/mine">{words.change}</Back>
      <ProblemSummary problems={problems} lang={lang} />
      <h1>{words.h1}</h1>
      <p className="lead">{lead(masked)}</p>
      {again && <p role="status">{sent}</p>}
      {shown !== undefined && <p className="panel">{say(shown)}</p>}
      <Form action="/mine/code" token={token}>
        <SentCode lang={lang} problems={problems} label={code} />
        <div className="row">
          <Send name="go" value="check">
            {words.go}
          </Send>
          <Send quiet name="go" value="again">
            {another}
          </Send>
        </div>
      </Form>
    </>
  );
}

/** Adding by query code and second fact; what brings somebody here is said above. */
export function MineAddPage({
  lang,
  token,
  problems,
  typed,
}: Base & { typed: { readonly code: string; readonly fact: string } }): ReactElement {
  const words = MINE_TEXTS[lang].add;
  return (
    <>
      <Back href="/mine">{words.back}</Back>
      <ProblemSummary problems={problems} lang={lang} />
      <h1>{words.h1}</h1>
      <AddForm lang={lang} token={token} problems={problems} typed={typed} />
    </>
  );
}

/** Adds what the two facts open. */
export function AddForm({
  lang,
  token,
  problems,
  typed,
}: Base & { typed: { readonly code: string; readonly fact: string } }): ReactElement {
  return (
    <Form action="/mine/add" token={token}>
      <EntryFields lang={lang} problems={problems} typed={typed} />
      <div className="row">
        <Send>{MINE_TEXTS[lang].empty.go}</Send>
      </div>
    </Form>
  );
}

/** Asks once more before something is taken away. */
export function SurePage({
  lang,
  token,
  action,
  hidden,
  words,
  lines,
}: {
  lang: Lang;
  token: string;
  action: string;
  hidden: Readonly<Record<string, string>>;
  words: { readonly h1: string; readonly go: string; readonly keep: string };
  lines: readonly string[];
}): ReactElement {
  return (
    <>
      <Back href="/mine">{MINE_TEXTS[lang].add.back}</Back>
      <h1>{words.h1}</h1>
      {lines.length === 1 ? (
        <p>{lines[0]}</p>
      ) : (
        <ul className="dots">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <Form action={action} token={token} hidden={hidden}>
        <div className="row">
          <Send quiet>{words.go}</Send>
          <a className="btn" href="/mine">
            {words.keep}
          </a>
        </div>
      </Form>
    </>
  );
}
