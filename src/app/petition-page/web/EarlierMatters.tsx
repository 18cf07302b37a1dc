import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Input } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { CHANNEL_LABELS } from '../../../domain/vocabulary.ts';
import { call } from '../../../ui/staff/api.ts';
import { useDates } from '../../../ui/staff/dates.ts';
import { Field } from '../../../ui/staff/Field.tsx';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import { listMattersRoute } from '../../desk/desk.contract.ts';
import { Marked } from '../../desk/web/Marked.tsx';
import { labelOf } from './page-model.ts';
import { REGISTER_PAGE_TEXTS } from './register-page.texts.ts';

const SETTLE_MS = 500;
const ROWS = 6;

/** What the area has already: of this name, and with the words of the request. Each search is logged by the server. */
export function EarlierMatters({ name, title }: { readonly name: string; readonly title: string }): ReactNode {
  const w = useWords(REGISTER_PAGE_TEXTS);
  const [typed, setTyped] = useState<string>();
  const settledName = useSettled(name.trim());
  const words = typed ?? firstWords(title);
  const settledWords = useSettled(words.trim());
  const byName = [...settledName].length >= 2;
  const byWords = [...settledWords].length >= 2;
  return (
    <section className="earlier" aria-label={w.earlier}>
      <div className="earlier-col">
        <h2>
          {w.byName(settledName === '' ? '…' : settledName)} <span className="art">{w.logged}</span>
        </h2>
        {byName ? <Found q={settledName} /> : <p className="hint">{w.typing}</p>}
      </div>
      <div className="earlier-col">
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
        {byWords && <Found q={settledWords} />}
      </div>
    </section>
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

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
