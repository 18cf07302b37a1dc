import { z } from 'zod';
import type { Permission } from '../../domain/permission.ts';
import { MEDIATION_KINDS } from '../../domain/proceedings.ts';
import { ActedAnswer, Assignment, DayText, FreeText, MatterParams, ShortText } from '../../ledger/acted.contract.ts';
import { defineRoute, type RouteContract } from '../../platform/http/route.contract.ts';

const define = <const C extends RouteContract<Permission>>(contract: C): C => defineRoute(contract);
const act = { method: 'POST', permission: 'cases', params: MatterParams, response: ActedAnswer } as const;

export const beginMediationRoute = define({
  ...act,
  path: '/api/matters/:matter/begin-mediation',
  summary: 'Begin mediation with the consent of both sides (art. 33, 37)',
  audit: 'matter.begin-mediation',
  body: z.object({
    assignment: Assignment,
    kind: z.enum(MEDIATION_KINDS),
    consentPetitioner: z.boolean(),
    consentOther: z.boolean(),
    other: ShortText.describe('The other side'),
    mediators: ShortText.describe('Mediators, and experts or lawyers who take part'),
  }),
});

export const endMediationRoute = define({
  ...act,
  path: '/api/matters/:matter/end-mediation',
  summary: 'End the mediation: agreed with promises and their days, or failed',
  audit: 'matter.end-mediation',
  body: z.object({
    agreed: z.boolean(),
    promises: z
      .array(z.object({ what: ShortText.min(1), who: ShortText.default(''), due: DayText }))
      .max(20)
      .default([]),
    text: FreeText,
  }),
});

export const notePerformanceRoute = define({
  ...act,
  path: '/api/matters/:matter/note-performance',
  summary: 'Note whether a promise of the agreement was kept',
  audit: 'matter.note-performance',
  body: z.object({ promise: z.number().int().min(0).max(19), kept: z.boolean(), text: FreeText }),
});

export const noteConfirmationRoute = define({
  ...act,
  path: '/api/matters/:matter/note-confirmation',
  summary: 'Note the court’s confirmation: applied, confirmed or refused',
  audit: 'matter.note-confirmation',
  body: z.object({ step: z.enum(['applied', 'confirmed', 'refused']), text: FreeText }),
});

export const settleRoute = define({
  ...act,
  path: '/api/matters/:matter/settle',
  summary: 'Conclude as settled once the agreement was kept; no right is given up',
  audit: 'matter.settle',
  body: z.object({ assignment: Assignment, text: FreeText }),
});
