import type { ReactNode } from 'react';
import { paperDay } from '../../../alongside/documents/paper.contract.ts';
import type { Day } from '../../../domain/days.ts';
import type { Said } from '../../../domain/refusals.ts';
import type { Route } from '../../../domain/vocabulary.ts';
import { useWords } from '../../../ui/staff/words.tsx';
import { opinionText } from '../reply.papers.rules.ts';
import type { OpinionItem } from '../reply.rules.ts';
import '../../../ui/staff/sheet.css';
import { REPLY_FORM_TEXTS } from './reply-forms.texts.ts';

export interface OpinionPaperProps {
  readonly number: string;
  readonly title: string;
  /** Name of the paper, as its heading. */
  readonly heading: string;
  readonly addressee: string;
  readonly issuer: string;
  readonly receivedOn: Day;
  readonly sender: string | undefined;
  readonly acceptedOn: Day;
  readonly extendedDays: number;
  readonly route: Route | undefined;
  readonly items: readonly OpinionItem[];
  readonly reviewers: readonly { readonly name: Said }[];
  readonly today: Day;
}

const LACKING = '（未写）';

/** The answer as it will be issued, from the same text the server freezes. What is not written yet is marked. */
export function OpinionPaper(props: OpinionPaperProps): ReactNode {
  const w = useWords(REPLY_FORM_TEXTS);
  const items = props.items.map((item) => ({
    ...item,
    finding: item.finding.trim() || LACKING,
    basis: item.basis.trim() || LACKING,
    answer: item.answer.trim() || LACKING,
  }));
  const paragraphs = opinionText({ ...props, items });
  return (
    <div className="sheet-frame">
      <article className="leaf sheet" lang="zh-CN" aria-label={w.sample}>
        <p className="sheet-draft">{w.notIssued}</p>
        <p className="sheet-org">{props.issuer}</p>
        <div className="sheet-rule" />
        <h3 className="sheet-title">{props.heading}</h3>
        <p className="sheet-to">{props.addressee}：</p>
        {paragraphs.map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no identity; the list is redrawn whole
          <p key={at} className={one.heading ? 'sheet-head' : 'sheet-text'}>
            {marked(one.text)}
          </p>
        ))}
        <div className="sheet-sign">
          <p className="sheet-seal">{REPLY_FORM_TEXTS.seal.zh}</p>
          <p>{props.issuer}</p>
          <p>{paperDay(props.today).replace(/\d+月\d+日$/, '　月　日')}</p>
        </div>
      </article>
    </div>
  );
}

function marked(text: string): ReactNode {
  if (!text.includes(LACKING)) return text;
  return text.split(LACKING).flatMap((part, at) =>
    at === 0
      ? [part]
      : [
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <span key={at} className="sheet-miss">
            {LACKING}
          </span>,
          part,
        ],
  );
}
