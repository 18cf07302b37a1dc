import { z } from 'zod';
import type { Permission } from '../../domain/permission.ts';
import { ActedAnswer, FreeText, MatterParams } from '../../ledger/acted.contract.ts';
import { defineRoute, type RouteContract } from '../../platform/http/route.contract.ts';

const define = <const C extends RouteContract<Permission>>(contract: C): C => defineRoute(contract);

export const askReviewRoute = define({
  method: 'POST',
  path: '/api/follow/matters/:matter/ask-review',
  summary: 'Ask for review within 30 days of receiving the answer (复查, art. 35)',
  permission: 'petitioner',
  audit: 'matter.ask-review',
  params: MatterParams,
  body: z.object({ reviewer: z.string().max(60), reason: FreeText }),
  response: ActedAnswer,
});
