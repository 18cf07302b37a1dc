import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useDates } from '../../../ui/staff/dates.ts';
import { Empty, Failed, Page, Waiting } from '../../../ui/staff/Page.tsx';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import '../../rules-page/web/rules.css';
import { PlanForm } from './PlanForm.tsx';
import { SUCCESSION_TEXTS } from './succession.texts.ts';
import { successionsQuery } from './succession-data.ts';

/** Bodies merged, split or abolished: the form that enters a change, and those so far; /desk/bodies. */
export function SuccessionsPage(): ReactNode {
  const w = useWords(SUCCESSION_TEXTS);
  const say = useSay();
  const dates = useDates();
  const read = useQuery(successionsQuery);
  return (
    <Page title={w.bodies} className="adm">
      <header className="adm-head">
        <h1>{w.bodies}</h1>
        <p className="s q">{w.why}</p>
      </header>
      <section aria-label={w.newRun}>
        <details className="adm-version">
          <summary>
            <h2>{w.newRun}</h2>
          </summary>
          <PlanForm />
        </details>
      </section>
      <section aria-label={w.runs}>
        <h2>{w.runs}</h2>
        {read.isPending ? (
          <Waiting lines={3} />
        ) : read.isError ? (
          <Failed error={read.error} retry={() => void read.refetch()} />
        ) : read.data.runs.length === 0 ? (
          <Empty title={w.noRuns}>
            <p>{w.noRunsWhy}</p>
          </Empty>
        ) : (
          <table className="list-table">
            <caption className="gone">{w.runs}</caption>
            <thead>
              <tr>
                <th scope="col">{w.what}</th>
                <th scope="col">{w.state}</th>
                <th scope="col" className="n">
                  {w.cases}
                </th>
                <th scope="col" className="n">
                  {w.openCases}
                </th>
                <th scope="col" className="n">
                  {w.unclearCases}
                </th>
                <th scope="col">{w.listed}</th>
                <th scope="col">{w.decided}</th>
              </tr>
            </thead>
            <tbody>
              {read.data.runs.map((run) => (
                <tr key={run.run}>
                  <td>
                    <Link to="/bodies/$run" params={{ run: run.run }}>
                      {w.goesTo(say(run.from.name), w[run.kind], run.successors.map((one) => say(one.name)).join('、'))}
                    </Link>
                  </td>
                  <td>{w[run.state]}</td>
                  <td className="n">{run.cases}</td>
                  <td className="n">{run.open}</td>
                  <td className="n">{run.unclear}</td>
                  <td className="s">{`${dates.moment(run.draftedAt)} ${run.draftedBy}`}</td>
                  <td className="s">
                    {run.decidedAt === undefined ? '' : `${dates.moment(run.decidedAt)} ${run.decidedBy ?? ''}`}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
    </Page>
  );
}
