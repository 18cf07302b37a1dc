import { z } from 'zod';
import type { Permission } from '../../domain/permission.ts';
import { ActedAnswer, FreeText, MatterParams } from '../../ledger/acted.contract.ts';
import { defineRoute, type RouteContract } from '../../platform/http/route.contract.ts';

const define = <const C extends RouteContract<Permission>>(contract: C): C => defineRoute(contract);
const act = { method: 'POST', permission: 'cases', params: MatterParams, response: ActedAnswer } as const;

export const passReportRoute = define({
  ...act,
  path: '/api/matters/:matter/pass-report',
  summary: 'Pass a sealed report to the body competent for the accused; never to the accused or what is under it',
  audit: 'matter.pass-report',
  body: z.object({ to: z.string().max(60), remark: FreeText.default('') }),
});

export const noteReportRoute = define({
  ...act,
  path: '/api/matters/:matter/note-report',
  summary: 'Note work on a sealed report',
  audit: 'matter.note-report',
  body: z.object({ text: FreeText }),
});

export const concludeReportRoute = define({
  ...act,
  path: '/api/matters/:matter/conclude-report',
  summary: 'Conclude a sealed report, handled and fed back under the rules of its body',
  audit: 'matter.conclude-report',
  body: z.object({ text: FreeText }),
});
