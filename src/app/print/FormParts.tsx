import type { ReactElement, ReactNode } from 'react';
import { drawQr } from '../../platform/qr/qr.ts';
import { sayRecordCode } from '../proof/record-code.rules.ts';
import type { Officer } from './officer.ts';
import { sayMoment } from './print.rules.ts';

/** Columns a value takes beside its label where a row holds one, two or three pairs: six columns in all. */
const SPANS: Readonly<Record<number, readonly number[]>> = { 1: [5], 2: [2, 2], 3: [1, 1, 1] };

/** One row of a form: label and value in pairs. With `longLast` the second of two takes what the first need not have. */
export function Row({
  cells,
  longLast = false,
}: {
  cells: readonly (readonly [label: string, value: ReactNode])[];
  longLast?: boolean;
}): ReactElement {
  const spans = longLast ? [1, 3] : SPANS[cells.length];
  return (
    <tr>
      {cells.map(([label, value], at) => [
        <th key={`${label}-label`} scope="row">
          {label}
        </th>,
        <td key={label} colSpan={spans?.[at] ?? 1}>
          {value}
        </td>,
      ])}
    </tr>
  );
}

/** A box to write in by hand, with room for name and date; `children` is what is recorded already. */
export function Box({ label, tall, children }: { label: string; tall?: boolean; children?: ReactNode }): ReactElement {
  return (
    <tr className="box">
      <th scope="row">
        <span className="upright">{label}</span>
      </th>
      <td colSpan={5}>
        <div className={tall ? 'write tall' : 'write'}>
          <div>{children}</div>
          <p className="hand">
            签名：
            <i />
            <i className="year" />年<i className="part" />月<i className="part" />日
          </p>
        </div>
      </td>
    </tr>
  );
}

/** Who printed an office paper, and when: a copy on a desk can be traced to a reading in the log. */
export function Foot({
  officer,
  now,
  children,
}: {
  officer: Officer;
  now: string;
  children?: ReactNode;
}): ReactElement {
  return (
    <p className="foot">
      <span>{children}</span>
      <span>
        {officer.body}　{officer.name}　{sayMoment(now)}打印
      </span>
    </p>
  );
}

/** The record code of a receipt or paper, to be checked by whoever holds the sheet: in letters, and to scan. */
export function RecordLine({ hash, origin }: { hash: string | undefined; origin: string }): ReactElement | null {
  if (hash === undefined) return null;
  const qr = drawQr(`${origin}/prove?code=${hash}`);
  return (
    <div className="record">
      <svg viewBox={`0 0 ${qr.size} ${qr.size}`} role="img" aria-label="核对存证的二维码" shapeRendering="crispEdges">
        <path d={qr.path} fill="#000" />
      </svg>
      <p className="record-said">
        存证码 {sayRecordCode(hash)}
        <br />
        扫码，或者在 {origin}/prove 输入，可以核对本件有没有被改过。
      </p>
    </div>
  );
}
