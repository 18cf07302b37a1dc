import { z } from 'zod';
import { KindCount, MovedShape } from '../../actors/rulebook/packs.contract.ts';
import { saidSchema } from '../../actors/rulebook/rulebook.contract.ts';
import type { Permission } from '../../domain/permission.ts';
import { defineRoute, type RouteContract } from '../../platform/http/route.contract.ts';

const define = <const C extends RouteContract<Permission>>(contract: C): C => defineRoute(contract);

const params = z.object({ run: z.uuid() });

/** A run that counts dates again: what for, how far, and who decided. */
export const RunShape = z.object({
  run: z.uuid(),
  kind: z.enum(['calendar', 'pack']),
  about: z.string().describe('The year, or the version of the rules: nanjiang@2'),
  name: saidSchema,
  state: z.enum(['drafting', 'drafted', 'approved', 'applying', 'done', 'discarded']),
  draftedAt: z.string(),
  draftedBy: z.string(),
  decidedAt: z.string().optional(),
  decidedBy: z.string().optional(),
  doneAt: z.string().optional(),
  looked: z.int().describe('Running cases looked at'),
  cases: z.int().describe('Cases of which something would change'),
  clocks: z.int().describe('Dates that would move, or become certain'),
  spared: z.int().describe('Dates that stay although the length changes'),
  applied: z.int().describe('Cases that have their fact'),
});
export type RunView = z.output<typeof RunShape>;

export const listRecounts = define({
  method: 'GET',
  path: '/api/recounts',
  summary: 'Runs that count dates again, the newest first',
  permission: 'admin',
  audit: 'recount.list',
  response: z.object({ runs: z.array(RunShape) }),
});

export const readRecount = define({
  method: 'GET',
  path: '/api/recounts/:run',
  summary: 'One run with every open clock before and after; sealed reports are counted again too and never listed',
  permission: 'admin',
  audit: 'recount.read',
  params,
  query: z.object({
    kind: z.string().max(40).optional().describe('Clocks of this kind only'),
    cursor: z.string().max(200).optional().describe('`next` of the page before'),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  response: z.object({
    run: RunShape,
    byKind: z.array(KindCount),
    keepNew: z.int().describe('Cases that only keep the new rules; none of their dates moves'),
    rows: z.array(MovedShape.extend({ applied: z.boolean().optional().describe('False: nothing was left to count') })),
    next: z.string().optional(),
  }),
});

export const draftRecount = define({
  method: 'POST',
  path: '/api/recounts',
  summary:
    'List anew what a published year or version of rules would change; an undecided list about the same is discarded',
  permission: 'admin',
  audit: 'recount.draft',
  keyed: true,
  body: z.strictObject({ kind: z.enum(['calendar', 'pack']), about: z.string().min(1).max(60) }),
  response: RunShape,
});

export const approveRecount = define({
  method: 'POST',
  path: '/api/recounts/:run/approve',
  summary: 'Approve what was listed; each case gets the fact that its dates were counted again',
  permission: 'admin',
  audit: 'recount.approve',
  keyed: true,
  params,
  response: RunShape,
});

export const discardRecount = define({
  method: 'POST',
  path: '/api/recounts/:run/discard',
  summary: 'Discard a run: no date moves',
  permission: 'admin',
  audit: 'recount.discard',
  keyed: true,
  params,
  response: RunShape,
});
