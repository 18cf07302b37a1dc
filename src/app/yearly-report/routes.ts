import { type Caller, getStaff } from '../../actors/accounts/server/public.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { mount } from '../../platform/http/mount.ts';
import type { Server } from '../../platform/http/server.ts';
import { viewReport, viewReports } from './read.ts';
import { submitYear } from './submit.ts';
import { listYearlyReports, readYearlyReport, submitYearlyReport } from './yearly-report.contract.ts';

export function mountYearlyReports(server: Server<Caller>, ledger: Ledger): void {
  const given = ({ office, year }: { office: string; year: string }) => ({ office, year: Number(year) });
  mount(server, listYearlyReports, ({ actor }) => viewReports(ledger, getStaff(actor)));
  mount(server, readYearlyReport, ({ params, actor }) => viewReport(ledger, getStaff(actor), given(params)));
  mount(server, submitYearlyReport, ({ params, body, key, actor }) =>
    submitYear(ledger, getStaff(actor), { ...given(params), ...body, key }),
  );
}
