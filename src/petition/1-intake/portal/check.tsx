import type { ReactElement } from 'react';
import { ID_KIND_LABELS } from '../../../domain/particulars.ts';
import { Form, Send, Tick } from '../../../ui/plain/fields.tsx';
import type { Lang } from '../../../ui/plain/language.ts';
import { Back, type Pair, Pairs } from '../../../ui/plain/parts.tsx';
import { type Problem, ProblemSummary } from '../../../ui/plain/problems.tsx';
import { type Filing, othersOf, petitionersOf, type StepId } from './filing.rules.ts';
import { FILING_TEXTS } from './filing.texts.ts';
import { SEALED_TEXTS } from './sealed.texts.ts';
import { STEP_PATHS } from './step-frame.tsx';
import type { GivenFile } from './steps-what.tsx';

/** What the last page before sending is drawn from. */
export interface CheckView {
  readonly lang: Lang;
  readonly filing: Filing;
  readonly files: readonly GivenFile[];
  readonly token: string;
  readonly problems: readonly Problem[];
  /** The place in words, and when it began. */
  readonly where: string;
  readonly since?: string;
  /** The office that takes it in. */
  readonly office: { readonly name: string; readonly phone: string; readonly address: string };
  /** A step that is not whole; then there is nothing to send yet. */
  readonly gap?: StepId;
  /** The phone may be confirmed by a code. */
  readonly confirmable: boolean;
}

export function CheckPage({ view }: { view: CheckView }): ReactElement {
  const { lang, token, problems } = view;
  const words = FILING_TEXTS[lang];
  return (
    <>
      <Back href="/file/papers">{words.check.backTo}</Back>
      <ProblemSummary problems={problems} lang={lang} />
      <h1>{words.check.h1}</h1>
      <p className="lead">{words.check.lead}</p>
      <section aria-labelledby="who">
        <h2 id="who">{words.check.groups.who}</h2>
        <Pairs pairs={whoPairs(view)} />
      </section>
      <section aria-labelledby="matter">
        <h2 id="matter">{words.check.groups.what}</h2>
        <Pairs pairs={whatPairs(view)} />
      </section>
      <section aria-labelledby="asked">
        <h2 id="asked">{words.check.groups.ask}</h2>
        <Pairs pairs={askPairs(view)} />
      </section>
      {view.gap === undefined ? (
        <SendForm view={view} />
      ) : (
        <section className="panel gap" aria-labelledby="gap">
          <h2 id="gap">{words.check.gap(words.steps[view.gap])}</h2>
          <p className="row">
            <a className="btn" href={`${STEP_PATHS[view.gap]}?from=check`}>
              {words.check.gapGo}
            </a>
          </p>
        </section>
      )}
      {view.confirmable && (
        <Form action="/file/phone" token={token} id="confirm-phone" hidden={{ from: 'check' }}>
          {null}
        </Form>
      )}
      <Form action="/file/leave" token={token}>
        <Send quiet>{words.saved2.leave}</Send>
      </Form>
    </>
  );
}

function SendForm({ view }: { view: CheckView }): ReactElement {
  const { lang, filing, office } = view;
  const words = FILING_TEXTS[lang].check;
  const sealed = SEALED_TEXTS[lang];
  const isReport = filing.kind === 'report';
  return (
    <Form action="/file/send" token={view.token}>
      <section className="panel gap" aria-labelledby="privacy">
        <h2 id="privacy">{words.privacy}</h2>
        {(isReport ? sealed : words).privacyText(office.name, office.phone, office.address).map((line) => (
          <p key={line}>{line}</p>
        ))}
        <p className="small soft">
          {words.privacyBasis} <a href="/privacy">{words.privacyMore}</a>
        </p>
      </section>
      {!isReport && (
        <fieldset className="field">
          <legend>{words.own}</legend>
          <Tick name="publish" id="publish" value="yes" on={filing.mayPublish} hintId="publish-hint">
            {words.publish}
          </Tick>
          <p id="publish-hint" className="hint">
            {words.publishHint}
          </p>
        </fieldset>
      )}
      <section className="gap" aria-labelledby="send">
        <h2 id="send">{words.sendTitle}</h2>
        <p>{(isReport ? sealed : words).sendText}</p>
        <div className="row">
          <Send name="go" value="send">
            {words.send}
          </Send>
          <Send quiet name="go" value="later">
            {words.hold}
          </Send>
        </div>
      </section>
    </Form>
  );
}

function editor(lang: Lang): (step: StepId, of: string, at?: string) => NonNullable<Pair['edit']> {
  return (step, of, at = '') => ({
    href: `${STEP_PATHS[step]}?from=check${at === '' ? '' : `#${at}`}`,
    text: FILING_TEXTS[lang].check.edit,
    of,
  });
}

function whoPairs({ lang, filing, confirmable }: CheckView): readonly Pair[] {
  const all = FILING_TEXTS[lang];
  const words = all.check;
  const edit = editor(lang);
  const forms = filing.form === '' ? words.none : all.for.forms[filing.form][0];
  const others = othersOf(filing.others)
    .map((person) => person.name)
    .join(lang === 'zh' ? '、' : ', ');
  const who = [
    filing.kind === '' ? '' : all.for.kinds[filing.kind][0],
    filing.form === 'agent' && filing.forName !== '' ? words.agent(filing.forName) : forms,
    filing.form === 'several' ? words.people(petitionersOf(filing)) : '',
    filing.form === 'several' && others !== '' ? words.othersOf(others) : '',
  ];
  const document =
    filing.anonymous || filing.idKind === 'none' || filing.idNumber === ''
      ? words.none
      : words.lastFour(ID_KIND_LABELS[filing.idKind][lang], [...filing.idNumber].slice(-4).join(''));
  return [
    { term: all.steps.for, said: who.filter((part) => part !== '').join('；'), edit: edit('for', all.steps.for) },
    {
      term: words.name,
      said: filing.anonymous ? words.noName : filing.name,
      edit: edit('you', words.name, 'name'),
    },
    { term: words.document, said: document, edit: edit('you', words.document, 'idKind') },
    {
      term: words.phone,
      said: <PhoneState filing={filing} lang={lang} confirmable={confirmable} />,
      edit: edit('you', words.phone, 'phone'),
    },
    {
      term: words.address,
      said: filing.address === '' ? words.none : filing.address,
      edit: edit('you', words.address, 'address'),
    },
  ];
}

function PhoneState({ filing, lang, confirmable }: { filing: Filing; lang: Lang; confirmable: boolean }): ReactElement {
  const words = FILING_TEXTS[lang].check;
  if (filing.phone === '') return <>{words.none}</>;
  const comma = lang === 'zh' ? '，' : ', ';
  const confirmed = filing.confirmed === filing.phone;
  return (
    <>
      <span className="keep">{filing.phone.replace(/^(1\d{2})(\d{4})(\d{4})$/, '$1 $2 $3')}</span>
      {confirmed ? comma + words.confirmed : ''}
      {!confirmed && confirmable && (
        <>
          {comma + words.notConfirmed}
          {comma}
          <button className="link" type="submit" form="confirm-phone" name="go" value="again">
            {words.confirmNow}
          </button>
        </>
      )}
    </>
  );
}

function whatPairs({ lang, filing, where, since }: CheckView): readonly Pair[] {
  const all = FILING_TEXTS[lang];
  const words = all.check;
  const edit = editor(lang);
  const tried = filing.tried.map((one) => all.what.triedOf[one]).join(lang === 'zh' ? '、' : ', ');
  return [
    ...(filing.kind === 'report'
      ? [
          {
            term: SEALED_TEXTS[lang].reported,
            said: filing.reported,
            edit: edit('what', SEALED_TEXTS[lang].reported, 'reported'),
          },
        ]
      : []),
    { term: words.where, said: where, asTyped: true, edit: edit('where', words.where) },
    { term: words.since, said: since ?? words.sinceUnknown, edit: edit('what', words.since, 'since') },
    { term: words.what, said: filing.text, asTyped: true, edit: edit('what', words.what, 'text') },
    ...(tried === '' ? [] : [{ term: words.tried, said: tried, edit: edit('what', words.tried) }]),
  ];
}

function askPairs({ lang, filing, files }: CheckView): readonly Pair[] {
  const all = FILING_TEXTS[lang];
  const words = all.check;
  const edit = editor(lang);
  const asked = filing.requests
    .map((request, at) => ({ request, at }))
    .filter(({ request }) => request !== '')
    .map(({ request, at }) => ({
      term: all.ask.item(at),
      said: request,
      edit: edit('ask', all.ask.item(at), `ask-${at + 1}`),
    }));
  const names = files.map((file) => file.name).join(lang === 'zh' ? '、' : ', ');
  return [
    ...asked,
    {
      term: words.papers,
      said: files.length === 0 ? words.noPapers : words.papersCount(files.length, names),
      edit: edit('papers', words.papers),
    },
  ];
}
