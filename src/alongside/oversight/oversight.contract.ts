import { z } from 'zod';
import type { Permission } from '../../domain/permission.ts';
import { ADOPTIONS, ORDER_DEFECTS, ORDER_WAYS, PROPOSAL_KINDS } from '../../domain/proceedings.ts';
import { ActedAnswer, DayText, FreeText, MatterParams } from '../../ledger/acted.contract.ts';
import { defineRoute, type RouteContract } from '../../platform/http/route.contract.ts';

const define = <const C extends RouteContract<Permission>>(contract: C): C => defineRoute(contract);
const act = { method: 'POST', permission: 'cases', params: MatterParams, response: ActedAnswer } as const;

export const superviseRoute = define({
  ...act,
  path: '/api/matters/:matter/supervise',
  summary: 'Order by supervision what the body in charge has to put right (art. 40)',
  audit: 'matter.supervise',
  body: z.object({
    to: z.string().max(60).optional().describe('Absent: the body that has it in hand'),
    way: z.enum(ORDER_WAYS),
    raisedBy: z
      .string()
      .regex(/^\d{6}-\d{4}-\d{6,9}$/)
      .optional()
      .describe('The submission by which it was raised above, once the period below had run out'),
    confirmedSame: z.boolean().optional().describe('With `raisedBy`: the same person, facts and request'),
    defect: z.enum(ORDER_DEFECTS),
    demand: FreeText,
    due: DayText,
  }),
});

export const answerOrderRoute = define({
  ...act,
  path: '/api/matters/:matter/answer-order',
  summary: 'Answer an order of supervision',
  audit: 'matter.answer-order',
  body: z.object({ text: FreeText }),
});

export const closeOrderRoute = define({
  ...act,
  path: '/api/matters/:matter/close-order',
  summary: 'Accept the answer to an order',
  audit: 'matter.close-order',
  body: z.object({ text: FreeText.default('') }),
});

export const returnOrderRoute = define({
  ...act,
  path: '/api/matters/:matter/return-order',
  summary: 'Return the answer to an order, with a new day',
  audit: 'matter.return-order',
  body: z.object({ due: DayText, text: FreeText }),
});

export const proposeRoute = define({
  ...act,
  path: '/api/matters/:matter/propose',
  summary: 'Propose: to improve work, to complete policy, to hold to account (art. 14, 40)',
  audit: 'matter.propose',
  body: z.object({ to: z.string().max(60), kind: z.enum(PROPOSAL_KINDS), problem: FreeText, proposal: FreeText }),
});

export const answerProposalRoute = define({
  ...act,
  path: '/api/matters/:matter/answer-proposal',
  summary: 'Answer in writing whether a proposal is adopted',
  audit: 'matter.answer-proposal',
  body: z.object({ adoption: z.enum(ADOPTIONS), text: FreeText }),
});
