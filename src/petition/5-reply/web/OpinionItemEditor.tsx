import { Input } from 'antd';
import { memo, type ReactNode } from 'react';
import { chineseItem } from '../../../alongside/documents/paper.contract.ts';
import { VERDICT_LABELS, VERDICTS } from '../../../domain/vocabulary.ts';
import { Segments } from '../../../ui/staff/Choice.tsx';
import { useDates } from '../../../ui/staff/dates.ts';
import { TextArea } from '../../../ui/staff/TextArea.tsx';
import { useLanguage, useSay, useWords } from '../../../ui/staff/words.tsx';
import type { OpinionItem } from '../reply.rules.ts';
import './draft.css';
import { REPLY_FORM_TEXTS } from './reply-forms.texts.ts';

const PARTS = ['finding', 'basis', 'answer'] as const;

/** One request answered: opinion, facts, basis, what will be done and by when (条例 32). */
export const OpinionItemEditor = memo(function OpinionItemEditor({
  at,
  item,
  own,
  change,
  faultOf,
}: {
  readonly at: number;
  readonly item: OpinionItem;
  /** The request is the petitioner's, and so not ours to reword. */
  readonly own: boolean;
  readonly change: (at: number, item: OpinionItem) => void;
  readonly faultOf: (field: string) => string | undefined;
}): ReactNode {
  const w = useWords(REPLY_FORM_TEXTS);
  const say = useSay();
  const dates = useDates();
  const { language } = useLanguage();
  const ordinal = language === 'zh-CN' ? chineseItem(at) : String(at + 1);
  const name = REPLY_FORM_TEXTS.request(at + 1).en;
  const id = (field: string): string => `items.${at}.${field}`;
  const hints = { finding: w.findingHint, basis: w.basisHint, answer: w.answerHint };

  return (
    <section className="item" aria-labelledby={`${id('request')}-head`}>
      <div className="item-head">
        <h2 id={`${id('request')}-head`} title={name}>
          {language === 'zh-CN' ? `请求${ordinal}` : `${name}`}
          {own && <span className="item-request">{item.request}</span>}
        </h2>
        <Segments
          id={id('verdict')}
          label={w.verdict(at + 1)}
          value={item.verdict}
          onChange={(verdict) => change(at, { ...item, verdict })}
          options={VERDICTS.map((one) => ({ value: one, label: say(VERDICT_LABELS[one]) }))}
        />
      </div>
      {!own && (
        <div className="item-row">
          <label htmlFor={id('request')}>{w.addedRequest}</label>
          <Input
            id={id('request')}
            maxLength={500}
            value={item.request}
            onChange={(event) => change(at, { ...item, request: event.target.value })}
          />
        </div>
      )}
      {PARTS.map((part) => {
        const fault = faultOf(id(part));
        return (
          <div key={part} className={fault === undefined ? 'item-row' : 'item-row bad'}>
            <label htmlFor={id(part)}>{w[part]}</label>
            <div>
              <TextArea
                id={id(part)}
                plain
                placeholder={hints[part]}
                aria-describedby={fault === undefined ? undefined : `${id(part)}-fault`}
                aria-invalid={fault === undefined ? undefined : true}
                maxLength={20_000}
                rows={part === 'basis' ? 1 : 2}
                value={item[part]}
                onChange={(event) => change(at, { ...item, [part]: event.target.value })}
              />
              {fault !== undefined && (
                <p className="hint fault" id={`${id(part)}-fault`}>
                  {fault}
                </p>
              )}
            </div>
          </div>
        );
      })}
      <div className="item-row">
        <label htmlFor={id('executeBy')}>{w.executeBy}</label>
        <div className="acts">
          <Input
            id={id('executeBy')}
            type="date"
            className="item-day"
            value={item.executeBy ?? ''}
            onChange={(event) => {
              const { executeBy: _, ...undated } = item;
              change(at, event.target.value === '' ? undated : { ...undated, executeBy: event.target.value });
            }}
          />
          {item.executeBy !== undefined && <span className="s f">{dates.full(item.executeBy)}</span>}
        </div>
      </div>
    </section>
  );
});
