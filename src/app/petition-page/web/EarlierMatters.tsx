import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { EarlierPanel } from '../../../actors/persons/web/EarlierPanel.tsx';
import type { TypedLetter } from '../../../actors/persons/web/earlier.ts';
import { CHANNEL_LABELS } from '../../../domain/vocabulary.ts';
import { call } from '../../../ui/staff/api.ts';
import { useDates } from '../../../ui/staff/dates.ts';
import { Field } from '../../../ui/staff/Field.tsx';
import { Marked } from '../../../ui/staff/Marked.tsx';
import { useSettled } from '../../../ui/staff/settled.ts';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import { listMattersRoute } from '../../desk/desk.contract.ts';
import { labelOf } from './page-model.ts';
import { REGISTER_PAGE_TEXTS } from './register-page.texts.ts';

const SETTLE_MS = 500;
const ROWS = 6;

/**
 * What is there already: of the same person, wherever they wrote; then of the area, with the words of the request, whoever
 * wrote it. Where nobody can be compared, what the area has of this name. Each look is logged by the server.
 */
export function EarlierMatters({
  typed,
  title,
  onSame,
}: {
  /** What is being typed; nothing where it is nobody's: an anonymous letter, or a report. */
  readonly typed: TypedLetter | undefined;
  readonly title: string;
  readonly onSame: (matter: string | undefined) => void;
}): ReactNode {
  const w = useWords(REGISTER_PAGE_TEXTS);
  const name = useSettled(typed?.people[0]?.name?.trim() ?? '', SETTLE_MS);
  const byName = [...name].length >= 2;
  return (
    <section className="earlier" aria-label={w.earlier}>
      <div className="earlier-col">
        <EarlierPanel
          open={{ typed: typed ?? { people: [{ name: '' }] } }}
          onSame={onSame}
          otherwise={
            byName && (
              <>
                <h3 className="earlier-name">{w.byName(name)}</h3>
                <Found q={name} />
              </>
            )
          }
        />
      </div>
      <div className="earlier-col">
        <SimilarMatters title={title} />
      </div>
    </section>
  );
}

/** Matters of the area, anybody's, in which the words of a request stand; the words can be changed. */
export function SimilarMatters({ title }: { readonly title: string }): ReactNode {
  const w = useWords(REGISTER_PAGE_TEXTS);
  const [typed, setTyped] = useState<string>();
  const words = typed ?? firstWords(title);
  const settledWords = useSettled(words.trim(), SETTLE_MS);
  return (
    <>
      <h2>{w.byWords}</h2>
      <Field id="earlier-words" label={w.words} hint={w.wordsHint}>
        {(tied) => (
          <Input
            {...tied}
            value={words}
            maxLength={60}
            onChange={(event) => setTyped(event.target.value || undefined)}
          />
        )}
      </Field>
      {[...settledWords].length >= 2 && <Found q={settledWords} />}
    </>
  );
}

/** The beginning of the request up to its first break, four characters: names of places and estates stand there. */
function firstWords(title: string): string {
  const part = title.split(/[，。；、,.;:：\s\d]+/).find((one) => [...one].length >= 2) ?? '';
  return [...part].slice(0, 4).join('');
}

function Found({ q }: { readonly q: string }): ReactNode {
  const w = useWords(REGISTER_PAGE_TEXTS);
  const say = useSay();
  const dates = useDates();
  const read = useQuery({
    queryKey: ['matters', 'earlier', q],
    queryFn: ({ signal }) => call(listMattersRoute, { query: { q, limit: ROWS }, signal }),
    staleTime: 60_000,
  });
  const rows = read.data?.rows ?? [];
  if (read.isSuccess && rows.length === 0) return <p className="hint">{w.none}</p>;
  return (
    <ul>
      {rows.map((row) => {
        const channel = labelOf(CHANNEL_LABELS, row.channel);
        return (
          <li key={row.matter} className="earlier-one">
            <p>
              <Link to="/matter/$matter" params={{ matter: row.matter }} target="_blank">
                {row.matter}
              </Link>{' '}
              <b>{row.title}</b>
            </p>
            <p className="s q">
              {row.who} · {channel === undefined ? '' : `${say(channel)} · `}
              {dates.short(row.receivedOn)}
            </p>
            {row.snippet !== undefined && (
              <p className="s">
                <Marked text={row.snippet.text} ranges={row.snippet.ranges} />
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
