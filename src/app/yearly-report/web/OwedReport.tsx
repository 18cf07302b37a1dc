import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMay } from '../../../actors/accounts/web/session.tsx';
import { useDates } from '../../../ui/staff/dates.ts';
import { useWords } from '../../../ui/staff/words.tsx';
import { reportsQuery } from './yearly-data.ts';
import { YEARLY_TEXTS } from './yearly-report.texts.ts';

/** In the rail of the desk: the report that the viewer's office owes, as long as it does. */
export function OwedReport(): ReactNode {
  const w = useWords(YEARLY_TEXTS);
  const dates = useDates();
  const may = useMay();
  const reports = useQuery({ ...reportsQuery, enabled: may('yearly-reports') });
  const owed = reports.data?.own.filter((one) => one.submitted === undefined) ?? [];
  if (owed.length === 0) return null;
  return (
    <section>
      <h2>{w.title}</h2>
      {owed.map(({ office, year, clock }) => (
        <Link
          key={year}
          to="/yearly-reports/$office/$year"
          params={{ office: office.id, year: String(year) }}
          className={
            clock.level === 'overdue' ? 'late' : clock.level === 'warning' || clock.level === 'urgent' ? 'soon' : ''
          }
        >
          {w.owed(year)}
          <b>{dates.short(clock.due)}</b>
        </Link>
      ))}
    </section>
  );
}
