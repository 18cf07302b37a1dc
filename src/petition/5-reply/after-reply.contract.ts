import { z } from 'zod';
import type { Permission } from '../../domain/permission.ts';
import { ActedAnswer, Assignment, FreeText, MatterParams, ShortText } from '../../ledger/acted.contract.ts';
import { defineRoute, type RouteContract } from '../../platform/http/route.contract.ts';

const define = <const C extends RouteContract<Permission>>(contract: C): C => defineRoute(contract);
const act = { method: 'POST', permission: 'cases', params: MatterParams, response: ActedAnswer } as const;

export const correctRemedyRoute = define({
  ...act,
  path: '/api/matters/:matter/correct-remedy',
  summary: 'Correct a paper that failed to name reviewer or period; the 30 days run from this notice',
  audit: 'matter.correct-remedy',
  body: z.object({ assignment: Assignment, explain: FreeText }),
});

export const reportExecutionRoute = define({
  ...act,
  path: '/api/matters/:matter/report-execution',
  summary: 'Report whether the opinion was carried out (art. 32)',
  audit: 'matter.report-execution',
  body: z.object({ assignment: Assignment, done: z.boolean(), text: FreeText }),
});

export const reportResultRoute = define({
  ...act,
  path: '/api/matters/:matter/report-result',
  summary: 'Report the result to the body that assigned the matter (办结报告)',
  audit: 'matter.report-result',
  body: z.object({ assignment: Assignment, findings: FreeText, handling: FreeText, attitude: ShortText.default('') }),
});

export const acceptReportRoute = define({
  ...act,
  path: '/api/matters/:matter/accept-report',
  summary: 'Accept the report of the result',
  audit: 'matter.accept-report',
  body: z.object({ assignment: Assignment }),
});

export const returnReportRoute = define({
  ...act,
  path: '/api/matters/:matter/return-report',
  summary: 'Return the report; the period runs on',
  audit: 'matter.return-report',
  body: z.object({ assignment: Assignment, reason: FreeText }),
});
