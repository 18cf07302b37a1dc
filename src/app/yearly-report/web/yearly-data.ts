import { queryOptions } from '@tanstack/react-query';
import type { Received } from '../../../platform/http/route.contract.ts';
import { call } from '../../../ui/staff/api.ts';
import { listYearlyReports, readYearlyReport } from '../yearly-report.contract.ts';

export type ReportData = Received<typeof readYearlyReport>;
export type ReportLine = Received<typeof listYearlyReports>['own'][number];

/** What is owed changes once a year. */
const RARELY_MS = 600_000;

export const reportsQuery = queryOptions({
  queryKey: ['yearly-reports', 'list'],
  queryFn: ({ signal }) => call(listYearlyReports, { signal }),
  staleTime: RARELY_MS,
});

export function reportQuery(office: string, year: string) {
  return queryOptions({
    queryKey: ['yearly-reports', 'one', office, year],
    queryFn: ({ signal }) => call(readYearlyReport, { params: { office, year }, signal }),
  });
}
