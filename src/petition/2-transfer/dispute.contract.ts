import { z } from 'zod';
import type { Permission } from '../../domain/permission.ts';
import { ActedAnswer, Assignment, FreeText, MatterParams } from '../../ledger/acted.contract.ts';
import { defineRoute, type RouteContract } from '../../platform/http/route.contract.ts';

const define = <const C extends RouteContract<Permission>>(contract: C): C => defineRoute(contract);
const act = { method: 'POST', permission: 'cases', params: MatterParams, response: ActedAnswer } as const;

export const raiseDisputeRoute = define({
  ...act,
  path: '/api/matters/:matter/raise-dispute',
  summary: 'Ask the common superior, or the joint meeting, which body is competent (art. 24)',
  audit: 'matter.raise-dispute',
  body: z.object({
    assignment: Assignment,
    suggests: z.string().max(60).describe('The body thought competent'),
    reasons: FreeText,
  }),
});

export const decideCompetenceRoute = define({
  ...act,
  path: '/api/matters/:matter/decide-competence',
  summary: 'Name the competent body, as the common superior or the joint meeting',
  audit: 'matter.decide-competence',
  body: z.object({ assignment: Assignment, to: z.string().max(60), reasons: FreeText }),
});
