import { z } from 'zod';
import type { Permission } from '../../domain/permission.ts';
import { RATED_SIDES, RATINGS } from '../../domain/vocabulary.ts';
import { ActedAnswer, MatterParams, ShortText } from '../../ledger/acted.contract.ts';
import { defineRoute, type RouteContract } from '../../platform/http/route.contract.ts';

const define = <const C extends RouteContract<Permission>>(contract: C): C => defineRoute(contract);

export const rateRoute = define({
  method: 'POST',
  path: '/api/follow/matters/:matter/rate',
  summary: 'Rate one of the two sides; only the petitioner can',
  permission: 'petitioner',
  audit: 'matter.rate',
  params: MatterParams,
  body: z.object({ side: z.enum(RATED_SIDES), level: z.enum(RATINGS), reason: ShortText.default('') }),
  response: ActedAnswer,
});
