import { z } from 'zod';
import type { Permission } from '../../domain/permission.ts';
import { ActedAnswer, FreeText, MatterParams, ShortText } from '../../ledger/acted.contract.ts';
import { defineRoute, type RouteContract } from '../../platform/http/route.contract.ts';

const define = <const C extends RouteContract<Permission>>(contract: C): C => defineRoute(contract);

export const askReviewRoute = define({
  method: 'POST',
  path: '/api/follow/matters/:matter/ask-review',
  summary: 'Ask for review (复查, art. 35) or re-review (复核, art. 36) within 30 days of receiving the answer',
  permission: 'petitioner',
  audit: 'matter.ask-review',
  params: MatterParams,
  body: z.object({
    reviewer: z.string().max(60),
    reason: FreeText,
    newRequests: z
      .array(ShortText)
      .max(20)
      .default([])
      .describe('Requests that were not in the matter: file them anew'),
    excuse: FreeText.optional().describe('Why it comes after the 30 days'),
  }),
  response: ActedAnswer,
});
