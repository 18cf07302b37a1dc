import type { ReactElement } from 'react';
import { RecordLine } from './FormParts.tsx';
import type { PaperToPrint } from './paper.ts';
import { sayDate } from './print.rules.ts';

/**
 * An instrument in 信函格式 (GB/T 9704-2012, law.md §3.3): red organ name, double red line, 文号 at right, title,
 * addressee, body, signature with room for the seal, 附注. Unsealed until the stamped sheet is stored (D1-D21).
 */
export function PaperSheet({
  paper: { paper, number, scan, hash },
  origin,
}: {
  paper: PaperToPrint;
  origin: string;
}): ReactElement {
  return (
    <article>
      <header>
        <p className={`organ ${organSize(paper.issuer)}`}>{paper.issuer}</p>
        <div className="redline" />
        <p className="number">{number ?? ''}</p>
      </header>
      <h1>{paper.title}</h1>
      <p className="to">{paper.addressee}：</p>
      <div className="body">
        {paper.paragraphs.map((paragraph, at) =>
          paragraph.heading ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: drawn once
            <h2 key={at}>{paragraph.text}</h2>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: drawn once
            <p key={at}>{paragraph.text}</p>
          ),
        )}
      </div>
      <footer>
        <div className="signature">
          <div className={scan ? 'sealed' : 'seal'}>
            {scan ? null : (
              <p className="unsealed">
                未盖章
                <br />
                盖章处
              </p>
            )}
            <p className="signer">{paper.issuer}</p>
            <p className="date">{sayDate(paper.date)}</p>
          </div>
        </div>
        {paper.contact === '' ? null : <p className="note">（{paper.contact}）</p>}
        {scan ? (
          <p className="note">
            （已存盖章件{scan.on === '' ? '' : `，${sayDate(scan.on)}`}。本页是底稿，以盖章件为准。）
          </p>
        ) : null}
        <RecordLine hash={hash} origin={origin} />
      </footer>
    </article>
  );
}

/** 发文机关标志 fills the line without breaking it: long names are set smaller. */
function organSize(name: string): string {
  const length = [...name].length;
  if (length <= 9) return 'large';
  if (length <= 14) return 'middle';
  return 'small';
}
