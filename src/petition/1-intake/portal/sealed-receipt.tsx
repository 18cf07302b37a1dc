import type { ReactElement, ReactNode } from 'react';
import { Form, Send } from '../../../ui/plain/fields.tsx';
import { Pairs, Phone } from '../../../ui/plain/parts.tsx';
import { Seams } from '../../../ui/plain/seams.tsx';
import { Care } from './care.tsx';
import { FILING_TEXTS } from './filing.texts.ts';
import type { ReceiptView } from './receipt-view.ts';
import { SEALED_TEXTS } from './sealed.texts.ts';

/** The receipt of a report of wrongdoing: its number and what happens, nothing of what was written, and no code (条例 30¶3). */
export function SealedReceipt({ view }: { view: ReceiptView }): ReactElement {
  const { lang, sent, arrived, office } = view;
  const words = FILING_TEXTS[lang].receipt;
  const sealed = SEALED_TEXTS[lang];
  const line = ([name, text]: readonly [string, string], day?: string): ReactNode => (
    <li>
      <span>{day === undefined ? '' : words.by(day)}</span>
      <p>
        <b>{name}</b>
        {text}
      </p>
    </li>
  );
  return (
    <>
      <h1 className="seams">
        <Seams>{sealed.receiptTitle}</Seams>
      </h1>
      <p className="lead">{sealed.receiptLead}</p>
      {sent.receipt.care ? <Care lang={lang} /> : null}
      <div className="slip gap">
        <div>
          <p className="soft">{sealed.keep}</p>
          <p className="code">{sent.receipt.number}</p>
        </div>
      </div>
      <Pairs
        pairs={[
          {
            term: words.at,
            said: (
              <>
                <time dateTime={arrived.day}>{arrived.said}</time> {arrived.time}
              </>
            ),
          },
          { term: words.body, said: office.name },
        ]}
      />
      {view.proof}
      <section aria-labelledby="next">
        <h2 id="next">{sealed.next}</h2>
        <ol className="pairs dates">
          {line(sealed.registered, view.by.register)}
          {line(sealed.passed)}
          {!sent.anonymous && line(sealed.answered)}
        </ol>
      </section>
      <section aria-labelledby="ways">
        <h2 id="ways">{sealed.ways}</h2>
        <p>{sealed.waysText}</p>
        <Pairs
          pairs={[
            { term: words.phone, said: <Phone number={office.phone} /> },
            { term: words.visit, said: view.reception },
          ]}
        />
      </section>
      <Form action="/file/leave" token={view.token}>
        <div className="row">
          <Send>{words.leave}</Send>
        </div>
      </Form>
    </>
  );
}
