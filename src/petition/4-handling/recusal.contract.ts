import { z } from 'zod';
import type { Permission } from '../../domain/permission.ts';
import { ActedAnswer, MatterParams, ShortText } from '../../ledger/acted.contract.ts';
import { defineRoute, type RouteContract } from '../../platform/http/route.contract.ts';

const define = <const C extends RouteContract<Permission>>(contract: C): C => defineRoute(contract);

export const askRecusalRoute = define({
  method: 'POST',
  path: '/api/follow/matters/:matter/ask-recusal',
  summary: 'Ask that the officer who handles one’s matter withdraw (art. 28)',
  permission: 'petitioner',
  audit: 'matter.ask-recusal',
  params: MatterParams,
  body: z.object({ reason: ShortText.min(1) }),
  response: ActedAnswer,
});
