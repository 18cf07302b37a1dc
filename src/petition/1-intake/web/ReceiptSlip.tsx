import { Button } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { dayOf } from '../../../domain/days.ts';
import { sayQueryCode } from '../../../domain/ids.ts';
import type { Received } from '../../../platform/http/route.contract.ts';
import { useDates } from '../../../ui/staff/dates.ts';
import { useWords } from '../../../ui/staff/words.tsx';
import type { registerArrival } from '../intake.contract.ts';
import { INTAKE_FORM_TEXTS } from './intake-forms.texts.ts';

export interface ReceiptSlipProps {
  readonly receipt: Received<typeof registerArrival>;
  readonly title: string;
  readonly who: string;
  readonly body: string;
  /** Where the matter can be seen. */
  readonly links: ReactNode;
}

/** The receipt of the one just registered: on the screen a bar, on paper a slip. The code is shown this once. */
export function ReceiptSlip({ receipt, title, who, body, links }: ReceiptSlipProps): ReactNode {
  const w = useWords(INTAKE_FORM_TEXTS);
  const dates = useDates();
  const bar = useRef<HTMLElement>(null);
  useEffect(() => {
    bar.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const code = sayQueryCode(receipt.code);
  return (
    <>
      <section className="slip" aria-label={w.receipt} ref={bar}>
        <p role="status">
          <b>{w.registered(receipt.number)}</b> {title}
        </p>
        {code !== '' && (
          <p>
            {w.code} <b className="slip-code">{code}</b> <span className="s q">{w.codeOnce}</span>
          </p>
        )}
        {receipt.sealed && <p className="s">{w.sealedDone}</p>}
        {receipt.care && (
          <p role="alert">
            <b>{w.careNow}</b>
          </p>
        )}
        <p className="acts">
          <Button onClick={() => print()}>{w.printReceipt}</Button>
          <a href={`/desk/print/registration/${receipt.number}`} target="_blank" rel="noreferrer">
            {w.printEntry}
          </a>
          {links}
        </p>
      </section>
      <section className="slip-paper" aria-hidden="true">
        <h2>{w.receiptTitle}</h2>
        <p>{who}</p>
        <p>{w.receiptSaid(body, dates.full(dayOf(receipt.receivedAt)))}</p>
        <p>{title}</p>
        <dl>
          <div>
            <dt>{w.number}</dt>
            <dd>{receipt.number}</dd>
          </div>
          {code !== '' && (
            <div>
              <dt>{w.code}</dt>
              <dd>{code}</dd>
            </div>
          )}
        </dl>
        <p>{w.receiptHow}</p>
        {!receipt.sealed && <p>{w.receiptNext}</p>}
        <p className="slip-sign">
          {body}
          <br />
          {dates.full(dayOf(receipt.receivedAt))}
        </p>
      </section>
    </>
  );
}
