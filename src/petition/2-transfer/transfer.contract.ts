import { z } from 'zod';
import type { Permission } from '../../domain/permission.ts';
import { ROUTES } from '../../domain/vocabulary.ts';
import { ActedAnswer, Assignment, DayText, FreeText, MatterParams, ShortText } from '../../ledger/acted.contract.ts';
import { defineRoute, type RouteContract } from '../../platform/http/route.contract.ts';

const define = <const C extends RouteContract<Permission>>(contract: C): C => defineRoute(contract);
const act = { method: 'POST', permission: 'cases', params: MatterParams, response: ActedAnswer } as const;

export const proposeRouteRoute = define({
  ...act,
  path: '/api/matters/:matter/propose-route',
  summary: 'Propose the route (art. 29, 30, 31); the competent body decides it',
  audit: 'matter.propose-route',
  body: z.object({ route: z.enum(ROUTES) }),
});

export const forwardRoute = define({
  ...act,
  path: '/api/matters/:matter/forward',
  summary: 'Forward to the competent body (转送, art. 22)',
  audit: 'matter.forward',
  body: z.object({
    to: z.string().max(60),
    remark: ShortText.default(''),
    simple: z.boolean().default(false).describe('The simple procedure seems to fit; the competent body decides'),
  }),
});

export const assignRoute = define({
  ...act,
  path: '/api/matters/:matter/assign',
  summary: 'Assign with a date for feedback (交办, art. 22)',
  audit: 'matter.assign',
  body: z.object({ to: z.string().max(60), feedbackDue: DayText, remark: ShortText.default('') }),
});

export const signRoute = define({
  ...act,
  path: '/api/matters/:matter/sign',
  summary: 'Sign for receipt; the body’s own periods start',
  audit: 'matter.sign',
  body: z.object({ assignment: Assignment }),
});

export const objectRoute = define({
  ...act,
  path: '/api/matters/:matter/object',
  summary: 'Object and ask for return, within 5 working days, with reasons (art. 23)',
  audit: 'matter.object',
  body: z.object({ assignment: Assignment, reasons: FreeText, suggests: z.string().max(60).optional() }),
});

export const agreeReturnRoute = define({
  ...act,
  path: '/api/matters/:matter/agree-return',
  summary: 'Agree to the return',
  audit: 'matter.agree-return',
  body: z.object({ assignment: Assignment }),
});

export const refuseReturnRoute = define({
  ...act,
  path: '/api/matters/:matter/refuse-return',
  summary: 'Refuse the return',
  audit: 'matter.refuse-return',
  body: z.object({ assignment: Assignment, reasons: FreeText }),
});
