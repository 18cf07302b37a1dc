import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { addDays } from '../../../domain/days.ts';
import type { Received } from '../../../platform/http/route.contract.ts';
import { call } from '../../../ui/staff/api.ts';
import { Segments } from '../../../ui/staff/Choice.tsx';
import { saveCsv } from '../../../ui/staff/csv.ts';
import { today, useDates } from '../../../ui/staff/dates.ts';
import { Field } from '../../../ui/staff/Field.tsx';
import { Empty, Failed, Page, Waiting } from '../../../ui/staff/Page.tsx';
import { WideTable } from '../../../ui/staff/WideTable.tsx';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import { readTrail, type TRAILS } from '../audit.contract.ts';
import { AUDIT_TEXTS } from '../audit.texts.ts';
import './audit.css';

type Trail = (typeof TRAILS)[number];
type Row = Received<typeof readTrail>['rows'][number];

interface Asked {
  readonly from: string;
  readonly to: string;
  readonly who: string;
  readonly stream: string;
  readonly verb: string;
}

const first: { readonly before?: string } = {};

/** The trail for the auditor: looked up by days, person, number and verb, and saved as a table; /desk/audit. */
export function AuditPage(): ReactNode {
  const w = useWords(AUDIT_TEXTS);
  const [trail, setTrail] = useState<Trail>('acts');
  const [asked, setAsked] = useState<Asked>({ from: addDays(today(), -6), to: today(), who: '', stream: '', verb: '' });
  const read = useInfiniteQuery({
    queryKey: ['audit', trail, asked],
    queryFn: ({ pageParam, signal }) => {
      const { from, to, ...rest } = asked;
      const given = Object.fromEntries(Object.entries(rest).filter(([, text]) => text.trim() !== ''));
      return call(readTrail, { query: { trail, from, to, ...given, ...pageParam, limit: 100 }, signal });
    },
    initialPageParam: first,
    getNextPageParam: (last) => (last.next === undefined ? undefined : { before: last.next }),
  });
  const rows = read.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <Page title={w.title} className="audit">
      <header>
        <h1>{w.title}</h1>
        <p className="s q">{w.why}</p>
      </header>
      <AskForm
        asked={asked}
        ask={setAsked}
        trail={
          <Segments
            id="trail"
            label={w.trail}
            value={trail}
            onChange={setTrail}
            options={[
              { value: 'acts', label: w.acts },
              { value: 'readings', label: w.readings },
            ]}
          />
        }
      />
      {read.isPending ? (
        <Waiting lines={10} />
      ) : read.isError ? (
        <Failed error={read.error} retry={() => void read.refetch()} />
      ) : rows.length === 0 ? (
        <Empty title={w.none}>
          <p>{w.noneWhy}</p>
        </Empty>
      ) : (
        <Rows
          rows={rows}
          name={`${w.title} ${trail} ${asked.from} ${asked.to}`}
          more={read.hasNextPage ? () => void read.fetchNextPage() : undefined}
        />
      )}
    </Page>
  );
}

function AskForm({
  asked,
  ask,
  trail,
}: {
  readonly asked: Asked;
  readonly ask: (asked: Asked) => void;
  readonly trail: ReactNode;
}): ReactNode {
  const w = useWords(AUDIT_TEXTS);
  const [given, setGiven] = useState(asked);
  const line = (field: keyof Asked, type: 'text' | 'date', hint?: string): ReactNode => (
    <Field id={field} label={w[field]} {...(hint === undefined ? {} : { hint })}>
      {(tied) => (
        <Input
          {...tied}
          type={type}
          maxLength={120}
          value={given[field]}
          onChange={(event) => setGiven({ ...given, [field]: event.target.value })}
        />
      )}
    </Field>
  );
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (given.from !== '' && given.to !== '') ask(given);
  }
  return (
    <form className="audit-ask" onSubmit={submit} noValidate>
      <div>{trail}</div>
      {line('from', 'date')}
      {line('to', 'date')}
      {line('who', 'text')}
      {line('stream', 'text')}
      {line('verb', 'text', w.verbHint)}
      <Button type="primary" htmlType="submit">
        {w.look}
      </Button>
    </form>
  );
}

function Rows({
  rows,
  name,
  more,
}: {
  readonly rows: readonly Row[];
  readonly name: string;
  readonly more: (() => void) | undefined;
}): ReactNode {
  const w = useWords(AUDIT_TEXTS);
  const say = useSay();
  const dates = useDates();
  const heads = [w.at, w.who, w.body, w.verb, w.stream, w.detail];
  const whoOf = ({ who, login }: Row): string => (login === undefined ? who : `${who} ${login}`);
  const cells = (row: Row): readonly string[] => [
    row.at,
    whoOf(row),
    row.body === undefined ? '' : say(row.body),
    row.verb,
    row.stream ?? '',
    row.detail === '{}' ? '' : row.detail,
  ];
  return (
    <section aria-label={w.title}>
      <p className="s f">
        {w.rows(rows.length)}{' '}
        <button type="button" className="bare link s" onClick={() => saveCsv(name, [heads, ...rows.map(cells)])}>
          {w.save}
        </button>
      </p>
      <WideTable label={w.title}>
        <table className="list-table">
          <caption className="gone">{w.title}</caption>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const [, who, body, verb, stream, detail] = cells(row);
              return (
                <tr key={row.id}>
                  <td className="s nw">{dates.moment(row.at)}</td>
                  <td>{who}</td>
                  <td className="s">{body}</td>
                  <td className="s">{verb}</td>
                  <td className="s">{stream}</td>
                  <td className="s audit-detail">{detail}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </WideTable>
      {more !== undefined && <Button onClick={more}>{w.more}</Button>}
    </section>
  );
}
