import type { ReactElement, ReactNode } from 'react';
import { sayQueryCode } from '../../../domain/ids.ts';
import { Form, Send } from '../../../ui/plain/fields.tsx';
import { Pairs, Phone } from '../../../ui/plain/parts.tsx';
import { Seams } from '../../../ui/plain/seams.tsx';
import { Care } from './care.tsx';
import { FILING_TEXTS } from './filing.texts.ts';
import type { ReceiptView } from './receipt-view.ts';
import { SealedReceipt } from './sealed-receipt.tsx';

/** Number, code, what happens next and by when: the page a clerk can hand over a counter as well. */
export function ReceiptPage({ view }: { view: ReceiptView }): ReactElement {
  const { lang, sent, arrived, office } = view;
  if (sent.receipt.sealed) return <SealedReceipt view={view} />;
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
      {view.mine}
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
