import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useDates } from '../../../ui/staff/dates.ts';
import { Failed, Waiting } from '../../../ui/staff/Page.tsx';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import type { RunView } from '../../recount/recount.contract.ts';
import { recountsQuery } from './rules-data.ts';
import { RECOUNT_TEXTS } from './rules-page.texts.ts';

/** Runs that count dates again; those that wait for a decision come first. `only` narrows to one kind. */
export function RunList({ only }: { readonly only?: RunView['kind'] }): ReactNode {
  const w = useWords(RECOUNT_TEXTS);
  const say = useSay();
  const dates = useDates();
  const read = useQuery(recountsQuery);
  if (read.isPending) return <Waiting lines={2} />;
  if (read.isError) return <Failed error={read.error} retry={() => void read.refetch()} />;
  const runs = read.data.runs.filter((run) => only === undefined || run.kind === only);
  const waiting = runs.filter((run) => run.state === 'drafted' || run.state === 'drafting');
  const rest = runs.filter((run) => !waiting.includes(run));
  return (
    <section aria-label={w.runs}>
      <h2>{w.runs}</h2>
      <p className="s q">{waiting.length > 0 ? <b>{w.waiting(waiting.length)}</b> : w.noneWaiting}</p>
      {runs.length > 0 && (
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
                {w.dates}
              </th>
              <th scope="col">{w.listedAt}</th>
              <th scope="col">{w.decided}</th>
            </tr>
          </thead>
          <tbody>
            {[...waiting, ...rest].map((run) => (
              <tr key={run.run}>
                <td>
                  <Link to="/recount/$run" params={{ run: run.run }}>
                    {say(run.name)}
                  </Link>
                </td>
                <td>{w[run.state]}</td>
                <td className="n">{run.cases}</td>
                <td className="n">{run.clocks}</td>
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
  );
}
