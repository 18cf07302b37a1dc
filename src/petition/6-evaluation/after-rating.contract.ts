import { z } from 'zod';
import type { Permission } from '../../domain/permission.ts';
import { REVISIT_WAYS } from '../../domain/proceedings.ts';
import { RATED_SIDES } from '../../domain/vocabulary.ts';
import { ActedAnswer, DayText, FreeText, MatterParams } from '../../ledger/acted.contract.ts';
import { defineRoute, type RouteContract } from '../../platform/http/route.contract.ts';

const define = <const C extends RouteContract<Permission>>(contract: C): C => defineRoute(contract);
const act = { method: 'POST', permission: 'cases', params: MatterParams, response: ActedAnswer } as const;

export const rehandleRoute = define({
  ...act,
  path: '/api/matters/:matter/rehandle',
  summary: 'Note what was done after a dissatisfied rating',
  audit: 'matter.rehandle',
  body: z.object({ text: FreeText }),
});

export const reopenRatingRoute = define({
  ...act,
  path: '/api/matters/:matter/reopen-rating',
  summary: 'Open the rating again after more was done; the first rating stays on record',
  audit: 'matter.reopen-rating',
  body: z.object({ side: z.enum(RATED_SIDES), reason: FreeText }),
});

export const revisitRoute = define({
  ...act,
  path: '/api/matters/:matter/revisit',
  summary: 'Note a follow-up: was the answer carried out, what is still asked',
  audit: 'matter.revisit',
  body: z.object({
    on: DayText,
    way: z.enum(REVISIT_WAYS),
    reached: z.boolean(),
    carriedOut: z.enum(['yes', 'partly', 'no', 'unknown']).default('unknown'),
    text: FreeText,
  }),
});
