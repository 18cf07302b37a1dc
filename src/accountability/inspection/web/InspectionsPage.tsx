import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { BodyPicker } from '../../../actors/bodies/web/BodyPicker.tsx';
import { CHANNEL_LABELS, PURPOSE_LABELS, VERDICT_LABELS } from '../../../domain/vocabulary.ts';
import type { Received } from '../../../platform/http/route.contract.ts';
import { useAct } from '../../../ui/staff/act.ts';
import { call } from '../../../ui/staff/api.ts';
import { saveCsv } from '../../../ui/staff/csv.ts';
import { today, useDates } from '../../../ui/staff/dates.ts';
import { ApiErrorSummary, faultOf, useFaults } from '../../../ui/staff/ErrorSummary.tsx';
import { Field } from '../../../ui/staff/Field.tsx';
import { Empty, Failed, Page, Waiting } from '../../../ui/staff/Page.tsx';
import { WideTable } from '../../../ui/staff/WideTable.tsx';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import { listInspections, makeInspection } from '../inspection.contract.ts';
import { INSPECTION_TEXTS, MARK_LABELS, MARKS } from '../inspection.texts.ts';
import './inspection.css';

type Made = Received<typeof makeInspection>;
type Row = Made['rows'][number];

/** Material for inspection teams: the form, what it gave, and the register of earlier exports; /desk/inspections. */
export function InspectionsPage(): ReactNode {
  const w = useWords(INSPECTION_TEXTS);
  const [made, setMade] = useState<Made>();
  return (
    <Page title={w.title} className="insp">
      <header>
        <h1>{w.title}</h1>
        <p className="s q">{w.why}</p>
        <p className="s">{w.discipline}</p>
        <p className="s q">{w.logged}</p>
      </header>
      <InspectionForm made={setMade} />
      {made !== undefined && <Result made={made} />}
      <Earlier />
    </Page>
  );
}

function InspectionForm({ made }: { readonly made: (answer: Made) => void }): ReactNode {
  const w = useWords(INSPECTION_TEXTS);
  const act = useAct(makeInspection, [['inspections']]);
  const faults = useFaults();
  const [inspected, setInspected] = useState<string>();
  const [given, setGiven] = useState({ from: `${today().slice(0, 4)}-01-01`, to: today(), team: '', basis: '' });
  const [gaps, setGaps] = useState<Readonly<Record<string, string>>>({});
  const fault = (field: string): string | undefined => gaps[field] ?? faultOf(faults(act.error), field);

  async function go(): Promise<void> {
    const { from, to, team, basis } = given;
    const found: Record<string, string> = {
      ...(inspected === undefined ? { inspected: w.needBody } : {}),
      ...(from === '' ? { from: w.needDay } : {}),
      ...(to === '' ? { to: w.needDay } : {}),
      ...(team.trim() === '' ? { team: w.needTeam } : {}),
      ...(basis.trim() === '' ? { basis: w.needBasis } : {}),
    };
    setGaps(found);
    const [first] = Object.keys(found);
    if (first !== undefined || inspected === undefined) {
      document.getElementById(first ?? 'inspected')?.focus();
      return;
    }
    const answer = await act.send({ body: { inspected, ...given } });
    if (answer !== undefined) made(answer);
  }

  const line = (field: 'from' | 'to' | 'team' | 'basis', type: 'text' | 'date'): ReactNode => (
    <Field id={field} label={w[field]} fault={fault(field)}>
      {(tied) => (
        <Input
          {...tied}
          type={type}
          maxLength={300}
          value={given[field]}
          onChange={(event) => setGiven({ ...given, [field]: event.target.value })}
        />
      )}
    </Field>
  );

  return (
    <form
      className="stack insp-form no-print"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void go();
      }}
    >
      <ApiErrorSummary error={act.error} />
      <BodyPicker
        id="inspected"
        label={w.inspected}
        value={inspected}
        onChange={setInspected}
        fault={fault('inspected')}
      />
      <div className="two">
        {line('from', 'date')}
        {line('to', 'date')}
      </div>
      {line('team', 'text')}
      {line('basis', 'text')}
      <div className="acts">
        <Button type="primary" htmlType="submit" loading={act.pending}>
          {w.make}
        </Button>
      </div>
    </form>
  );
}

function Result({ made }: { readonly made: Made }): ReactNode {
  const w = useWords(INSPECTION_TEXTS);
  const say = useSay();
  const dates = useDates();
  const { summary } = made;
  const heads = [
    w.number,
    w.received,
    w.channel,
    w.purpose,
    w.category,
    w.place,
    w.about,
    w.body,
    w.verdicts,
    w.days,
    w.marks,
  ];
  const cells = (row: Row): readonly (string | number)[] => [
    row.number,
    row.received,
    labelOf(CHANNEL_LABELS, row.channel, say),
    labelOf(PURPOSE_LABELS, row.purpose, say),
    say(row.category),
    say(row.place),
    row.title,
    say(row.body),
    row.verdicts.map((one) => say(VERDICT_LABELS[one])).join('、'),
    row.days ?? '',
    row.marks.map((mark) => say(MARK_LABELS[mark])).join('、'),
  ];
  return (
    <section aria-label={w.result} role="status">
      <h2>{`${say(made.inspected)} ${dates.full(made.from)} – ${dates.full(made.to)}`}</h2>
      <p>
        {w.made(made.count)} {summary.dissatisfied > 0 && w.dissatisfied(summary.dissatisfied)}{' '}
        {MARKS.filter((mark) => (summary.marks[mark] ?? 0) > 0)
          .map((mark) => `${say(MARK_LABELS[mark])} ${summary.marks[mark]}`)
          .join(' · ')}
      </p>
      <p className="s q">{`${made.team} · ${made.basis} · ${w.checksum} ${made.sha256.slice(0, 16)}`}</p>
      {made.count === 0 ? (
        <Empty title={w.empty} />
      ) : (
        <>
          <div className="acts no-print">
            <Button
              onClick={() =>
                saveCsv(`${say(made.inspected)}-${made.from}-${made.to}`, [heads, ...made.rows.map(cells)])
              }
            >
              {w.save}
            </Button>
            <Button onClick={() => window.print()}>{w.print}</Button>
          </div>
          <table className="list-table insp-sum">
            <caption className="gone">{w.summary}</caption>
            <thead>
              <tr>
                <th scope="col">{w.category}</th>
                <th scope="col" className="n">
                  {w.count}
                </th>
                <th scope="col" className="n">
                  {w.before}
                </th>
              </tr>
            </thead>
            <tbody>
              {summary.categories.map((one) => (
                <tr key={one.name.zh}>
                  <td>{say(one.name)}</td>
                  <td className="n">{one.count}</td>
                  <td className="n">{one.before}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <WideTable label={w.result}>
            <table className="list-table">
              <caption className="gone">{w.result}</caption>
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
                {made.rows.map((row) => (
                  <tr key={row.number}>
                    {cells(row).map((cell, at) => (
                      <td key={heads[at]}>{cell}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </WideTable>
        </>
      )}
    </section>
  );
}

function labelOf(
  labels: Readonly<Record<string, { readonly zh: string; readonly en: string }>>,
  key: string,
  say: ReturnType<typeof useSay>,
): string {
  const label = Object.hasOwn(labels, key) ? labels[key] : undefined;
  return label === undefined ? '' : say(label);
}

/** What this office has exported so far. */
function Earlier(): ReactNode {
  const w = useWords(INSPECTION_TEXTS);
  const say = useSay();
  const dates = useDates();
  const read = useQuery({
    queryKey: ['inspections'],
    queryFn: ({ signal }) => call(listInspections, { query: { limit: 100 }, signal }),
  });
  return (
    <section aria-label={w.earlier} className="no-print">
      <h2>{w.earlier}</h2>
      {read.isPending ? (
        <Waiting lines={3} />
      ) : read.isError ? (
        <Failed error={read.error} retry={() => void read.refetch()} />
      ) : read.data.exports.length === 0 ? (
        <Empty title={w.none}>
          <p>{w.noneWhy}</p>
        </Empty>
      ) : (
        <table className="list-table">
          <caption className="gone">{w.earlier}</caption>
          <thead>
            <tr>
              <th scope="col">{w.who}</th>
              <th scope="col">{w.inspected}</th>
              <th scope="col">{w.period}</th>
              <th scope="col">{w.team}</th>
              <th scope="col">{w.basis}</th>
              <th scope="col" className="n">
                {w.count}
              </th>
              <th scope="col">{w.checksum}</th>
            </tr>
          </thead>
          <tbody>
            {read.data.exports.map((one) => (
              <tr key={one.id}>
                <td className="s">{`${dates.moment(one.at)} ${one.by}`}</td>
                <td>{say(one.inspected)}</td>
                <td className="s">{`${one.from} – ${one.to}`}</td>
                <td>{one.team}</td>
                <td>{one.basis}</td>
                <td className="n">{one.count}</td>
                <td className="s q">{one.sha256.slice(0, 16)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
