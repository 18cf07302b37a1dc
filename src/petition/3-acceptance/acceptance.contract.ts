import { z } from 'zod';
import type { Permission } from '../../domain/permission.ts';
import { PROCEDURES } from '../../domain/proceedings.ts';
import { ANSWERED_REASONS, NOT_ACCEPTED_REASONS, ROUTES } from '../../domain/vocabulary.ts';
import { ActedAnswer, Assignment, FreeText, MatterParams, ShortText } from '../../ledger/acted.contract.ts';
import { defineRoute, type RouteContract } from '../../platform/http/route.contract.ts';

const define = <const C extends RouteContract<Permission>>(contract: C): C => defineRoute(contract);
const act = { method: 'POST', permission: 'cases', params: MatterParams, response: ActedAnswer } as const;
const contact = {
  handler: z.string().max(50).optional().describe('Name in the notice; absent: the body’s staff'),
  phone: z.string().max(30).optional().describe('Telephone in the notice; absent: the body’s'),
};

export const acceptRoute = define({
  ...act,
  path: '/api/matters/:matter/accept',
  summary: 'Accept and notify (受理, art. 23); the route decides the clock',
  audit: 'matter.accept',
  body: z.object({
    assignment: Assignment,
    route: z.enum(ROUTES),
    procedure: z.enum(PROCEDURES).default('ordinary').describe('`simple`: first, clear matters only; 10 working days'),
    ...contact,
  }),
});

export const notAcceptRoute = define({
  ...act,
  path: '/api/matters/:matter/not-accept',
  summary: 'Decline to accept, with reason and where to turn',
  audit: 'matter.not-accept',
  body: z.object({
    assignment: Assignment.optional().describe('Absent where the petition office itself declines'),
    reason: z.enum(NOT_ACCEPTED_REASONS),
    cites: MatterParams.shape.matter.optional().describe('The matter that is pending or final'),
    confirmedSame: z.boolean().default(false).describe('An officer has compared person, facts and reasons'),
    explain: FreeText.default(''),
    goTo: ShortText,
    ...contact,
  }),
});

export const routeOutRoute = define({
  ...act,
  path: '/api/matters/:matter/route-out',
  summary: 'Lead into the legal procedure (art. 31(1)-(4)): body, time limit, papers',
  audit: 'matter.route-out',
  body: z.object({
    assignment: Assignment,
    route: z.enum(ROUTES),
    body: ShortText,
    limit: ShortText,
    materials: ShortText,
    explain: FreeText.default(''),
    ...contact,
  }),
});

export const answerDirectlyRoute = define({
  ...act,
  path: '/api/matters/:matter/answer-directly',
  summary: 'Answer directly or file (直接回复/存)',
  audit: 'matter.answer-directly',
  body: z.object({ assignment: Assignment.optional(), reason: z.enum(ANSWERED_REASONS), answer: FreeText }),
});
