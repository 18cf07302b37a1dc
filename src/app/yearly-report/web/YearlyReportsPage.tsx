import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSession } from '../../../actors/accounts/web/session.tsx';
import { Clock } from '../../../ui/staff/Clock.tsx';
import { useDates } from '../../../ui/staff/dates.ts';
import { Empty, Failed, Page, Waiting } from '../../../ui/staff/Page.tsx';
import { WideTable } from '../../../ui/staff/WideTable.tsx';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import './yearly-report.css';
import { type ReportLine, reportsQuery } from './yearly-data.ts';
import { YEARLY_TEXTS } from './yearly-report.texts.ts';

/** The yearly reports one's office owes or made, and those made to one's body; /desk/yearly-reports. */
export function YearlyReportsPage(): ReactNode {
  const w = useWords(YEARLY_TEXTS);
  const { body } = useSession();
  const read = useQuery(reportsQuery);
  return (
    <Page title={w.title} className="yearly">
      <header>
        <h1>{w.title}</h1>
        <p className="s q">{w.why}</p>
      </header>
      {read.isPending ? (
        <Waiting lines={8} />
      ) : read.isError ? (
        <Failed error={read.error} retry={() => void read.refetch()} />
      ) : (
        <>
          {read.data.running !== undefined && (
            <section aria-label={w.own}>
              <h2>{w.own}</h2>
              <p>
                <Link
                  to="/yearly-reports/$office/$year"
                  params={{ office: body.id, year: String(read.data.running) }}
                  className="do"
                >
                  {w.running(read.data.running)}
                </Link>{' '}
                <span className="s f">{w.runningWhy}</span>
              </p>
              {read.data.own.length > 0 && <Lines label={w.own} lines={read.data.own} />}
            </section>
          )}
          <section aria-label={w.received}>
            <h2>{w.received}</h2>
            {read.data.received.length === 0 ? (
              <Empty title={w.noneReceived}>
                <p>{w.noneReceivedWhy}</p>
              </Empty>
            ) : (
              <Lines label={w.received} lines={read.data.received} />
            )}
          </section>
        </>
      )}
    </Page>
  );
}

function Lines({ label, lines }: { readonly label: string; readonly lines: readonly ReportLine[] }): ReactNode {
  const w = useWords(YEARLY_TEXTS);
  const say = useSay();
  const dates = useDates();
  return (
    <WideTable label={label}>
      <table className="list-table">
        <caption className="gone">{label}</caption>
        <thead>
          <tr>
            <th scope="col">{w.year}</th>
            <th scope="col">{w.office}</th>
            <th scope="col">{w.due}</th>
            <th scope="col">{w.state}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ office, year, clock, submitted }) => (
            <tr key={`${office.id} ${year}`}>
              <td>
                <Link to="/yearly-reports/$office/$year" params={{ office: office.id, year: String(year) }}>
                  {year}
                </Link>
              </td>
              <td>{say(office.name)}</td>
              <td>
                <Clock
                  due={clock.due}
                  startedOn={clock.from}
                  level={clock.level}
                  daysLeft={clock.daysLeft}
                  share={clock.share}
                  outcome={clock.outcome}
                  endedOn={clock.endedOn}
                />
              </td>
              <td className="s">
                {submitted === undefined ? w.notYet : w.at(dates.moment(submitted.at), submitted.by)}
                {submitted !== undefined && submitted.version > 1 && w.corrected(submitted.version)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}
