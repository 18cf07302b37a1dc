import type { ReactElement, ReactNode } from 'react';
import { sayQueryCode } from '../../../domain/ids.ts';
import type { Qr } from '../../../platform/qr/qr.ts';
import { Form, Send } from '../../../ui/plain/fields.tsx';
import type { Lang } from '../../../ui/plain/language.ts';
import { Pairs, Phone } from '../../../ui/plain/parts.tsx';
import { Seams } from '../../../ui/plain/seams.tsx';
import { DANGER_TEXTS } from '../danger.texts.ts';
import type { Sent } from './drafts.ts';
import { FILING_TEXTS } from './filing.texts.ts';

/** What the receipt is drawn from. */
export interface ReceiptView {
  readonly lang: Lang;
  readonly token: string;
  readonly sent: Sent;
  /** When it arrived: day with weekday, and the time of day. */
  readonly arrived: { readonly day: string; readonly said: string; readonly time: string };
  readonly office: { readonly name: string; readonly short: string; readonly phone: string };
  /** Last days in words, each step using all its time. */
  readonly by: {
    readonly register: string;
    readonly forward: string;
    readonly notice: string;
    readonly answer: string;
  };
  readonly qr: Qr;
  /** The follow page as one would type it. */
  readonly address: string;
  readonly reception: string;
  readonly phone: string;
  /** Its record code and where it is checked. */
  readonly proof?: ReactNode;
}

/** Number, code, what happens next and by when: the page a clerk can hand over a counter as well. */
export function ReceiptPage({ view }: { view: ReceiptView }): ReactElement {
  const { lang, sent, arrived, office } = view;
  const words = FILING_TEXTS[lang].receipt;
  const fours = sayQueryCode(sent.receipt.code).split(' ');
  return (
    <>
      <h1 className="seams">
        <Seams>{words.h1(sent.name)}</Seams>
      </h1>
      <p className="lead">{words.lead(sent.title)}</p>
      {sent.receipt.care ? <Care lang={lang} /> : null}
      <div className="slip gap">
        <div>
          <p className="soft">{words.code}</p>
          <p className="code">
            <span className="keep">{fours.slice(0, 2).join(' ')}</span>{' '}
            <span className="keep">{fours.slice(2).join(' ')}</span>
          </p>
          <p className="soft small">{words.facts[sent.second]}</p>
        </div>
        <svg
          className="qr"
          viewBox={`0 0 ${view.qr.size} ${view.qr.size}`}
          role="img"
          aria-label={words.qr}
          shapeRendering="crispEdges"
        >
          <path d={view.qr.path} fill="#000" />
        </svg>
      </div>
      <Pairs
        pairs={[
          { term: words.number, said: <b className="keep">{sent.receipt.number}</b> },
          {
            term: words.at,
            said: (
              <>
                <time dateTime={arrived.day}>{arrived.said}</time> {arrived.time}
              </>
            ),
          },
          {
            term: words.body,
            said: (
              <>
                {office.name}
                {lang === 'zh' ? '，' : ', '}
                <Phone number={office.phone} />
              </>
            ),
          },
          { term: words.asked, said: words.counts(sent.requests, sent.files) },
        ]}
      />
      <div className="row no-print">
        <a className="btn" href="/follow">
          {words.follow}
        </a>
      </div>
      {view.proof}
      <p className="small soft no-print">{words.printHint}</p>
      <Next view={view} />
      <section aria-labelledby="ways">
        <h2 id="ways">{words.ways}</h2>
        <Pairs
          pairs={[
            {
              term: words.online,
              said: (
                <>
                  <span className="keep">{view.address}</span>
                  <br />
                  {words.onlineText}
                </>
              ),
            },
            {
              term: words.phone,
              said: (
                <>
                  <Phone number={view.phone} />
                  {lang === 'zh' ? '，' : '. '}
                  {words.phoneText}
                </>
              ),
            },
            { term: words.visit, said: view.reception },
            { term: words.lost, said: words.lostText },
          ]}
        />
      </section>
      <Form action="/file/leave" token={view.token}>
        <div className="row">
          <a className="btn quiet" href="/file/for">
            {words.another}
          </a>
          <Send quiet>{words.leave}</Send>
        </div>
      </Form>
    </>
  );
}

function Care({ lang }: { lang: Lang }): ReactElement {
  const words = DANGER_TEXTS[lang];
  return (
    <section className="slip gap" aria-labelledby="care">
      <div>
        <h2 id="care">{words.h2}</h2>
        <p>{words.lead}</p>
        <p>
          <b>{words.now}</b>
        </p>
        <Pairs pairs={words.lines.map(({ number, said }) => ({ term: <Phone number={number} />, said }))} />
      </div>
    </section>
  );
}

function Next({ view: { lang, sent, office, by } }: { view: ReceiptView }): ReactElement {
  const words = FILING_TEXTS[lang].receipt;
  const row = (day: string, [name, text]: readonly [string, string]): ReactNode => (
    <li>
      <span>{words.by(day)}</span>
      <p>
        <b>{name}</b>
        {text}
      </p>
    </li>
  );
  return (
    <section aria-labelledby="next">
      <h2 id="next">{words.next}</h2>
      <ol className="pairs dates">
        {row(by.register, words.registered)}
        {row(by.forward, words.forwarded(office.short))}
        {!sent.anonymous && row(by.notice, words.noticed)}
        {!sent.suggestion && !sent.anonymous && row(by.answer, words.answered)}
      </ol>
      {sent.suggestion && <p>{words.suggestion}</p>}
      {sent.anonymous && <p>{words.anonymousNote}</p>}
      <p className="small soft">{words.fully}</p>
    </section>
  );
}
