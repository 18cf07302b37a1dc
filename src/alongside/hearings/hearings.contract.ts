import { z } from 'zod';
import type { Permission } from '../../domain/permission.ts';
import { ActedAnswer, Assignment, DayText, FreeText, MatterParams, ShortText } from '../../ledger/acted.contract.ts';
import { defineRoute, type RouteContract } from '../../platform/http/route.contract.ts';

const define = <const C extends RouteContract<Permission>>(contract: C): C => defineRoute(contract);
const act = { method: 'POST', permission: 'cases', params: MatterParams, response: ActedAnswer } as const;

export const openHearingRoute = define({
  ...act,
  path: '/api/matters/:matter/open-hearing',
  summary: 'Order a hearing (art. 31(6), 36)',
  audit: 'matter.open-hearing',
  body: z.object({
    assignment: Assignment,
    heldOn: DayText,
    at: ShortText.describe('Hour and place'),
    topic: FreeText,
    materials: ShortText.default('').describe('What the hearing is given to read'),
    chair: ShortText,
    members: z.number().int().min(1).max(15),
    names: ShortText.default('').describe('Who the members are, so that withdrawal can be asked for'),
  }),
});

export const holdHearingRoute = define({
  ...act,
  path: '/api/matters/:matter/hold-hearing',
  summary: 'Record the minutes of the hearing',
  audit: 'matter.hold-hearing',
  body: z.object({ on: DayText, attended: z.boolean().default(true), minutes: FreeText }),
});

export const concludeHearingRoute = define({
  ...act,
  path: '/api/matters/:matter/conclude-hearing',
  summary: 'Conclude the hearing, or call it off with its reason',
  audit: 'matter.conclude-hearing',
  body: z.object({
    held: z.boolean(),
    agreeing: z.number().int().min(0).max(15).optional().describe('Members who carry the conclusion'),
    conclusion: FreeText,
  }),
});
