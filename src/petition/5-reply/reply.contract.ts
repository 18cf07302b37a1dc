import { z } from 'zod';
import type { Permission } from '../../domain/permission.ts';
import { SERVICE_WAYS, VERDICTS } from '../../domain/vocabulary.ts';
import { ActedAnswer, Assignment, DayText, FreeText, MatterParams, ShortText } from '../../ledger/acted.contract.ts';
import { defineRoute, type RouteContract } from '../../platform/http/route.contract.ts';

const define = <const C extends RouteContract<Permission>>(contract: C): C => defineRoute(contract);
const act = { method: 'POST', permission: 'cases', params: MatterParams, response: ActedAnswer } as const;

export const OpinionItemShape = z.object({
  request: ShortText,
  finding: FreeText,
  basis: FreeText,
  verdict: z.enum(VERDICTS),
  answer: FreeText,
  executeBy: DayText.optional(),
});

export const draftRoute = define({
  ...act,
  path: '/api/matters/:matter/draft',
  summary: 'Put a draft opinion before the head, request by request (art. 32)',
  audit: 'matter.draft',
  body: z.object({ assignment: Assignment, items: z.array(OpinionItemShape).min(1).max(30) }),
});

export const returnDraftRoute = define({
  ...act,
  path: '/api/matters/:matter/return-draft',
  summary: 'Return the draft to its author',
  audit: 'matter.return-draft',
  body: z.object({ assignment: Assignment, reason: FreeText }),
});

export const issueRoute = define({
  ...act,
  path: '/api/matters/:matter/issue',
  summary: 'Approve and issue; never one’s own draft',
  audit: 'matter.issue',
  body: z.object({
    assignment: Assignment,
    renewed: FreeText.optional().describe('After a review revoked: what is new in facts, evidence or basis'),
  }),
});

export const serveRoute = define({
  ...act,
  path: '/api/matters/:matter/serve',
  summary: 'Record service; the petitioner’s windows start',
  audit: 'matter.serve',
  body: z.object({
    assignment: Assignment,
    way: z.enum(SERVICE_WAYS),
    on: DayText.describe('Day of receipt; of a public notice, the day it was published: it counts 30 days later'),
    consented: z
      .boolean()
      .default(false)
      .describe('The petitioner agreed to electronic service (needed if not filed online)'),
    signed: z.boolean().default(true),
    view: z.enum(['agrees', 'disagrees', 'none']).default('none'),
    note: ShortText.default(''),
  }),
});

export const storeScanRoute = define({
  ...act,
  path: '/api/matters/:matter/store-scan',
  summary: 'Store the stamped sheet of a paper',
  audit: 'matter.store-scan',
  body: z.object({ instrument: z.uuid(), file: z.uuid() }),
});
