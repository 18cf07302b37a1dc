import { z } from 'zod';
import { saidSchema } from '../../actors/rulebook/rulebook.contract.ts';
import type { Permission } from '../../domain/permission.ts';
import { SUCCESSION_KINDS } from '../../domain/succession-stream.ts';
import { DayText } from '../../ledger/acted.contract.ts';
import { defineRoute, type RouteContract } from '../../platform/http/route.contract.ts';

const define = <const C extends RouteContract<Permission>>(contract: C): C => defineRoute(contract);

const params = z.object({ run: z.uuid() });
const bodyId = z.string().min(1).max(60);

const PartShape = z.strictObject({
  to: bodyId,
  categories: z
    .array(z.string().regex(/^\d{2}(\d{2}){0,2}$/))
    .max(60)
    .default([])
    .describe('Category codes; a first-level code covers all under it; none: any'),
  divisions: z
    .array(z.string().regex(/^\d{6}(\d{3}){0,2}$/))
    .max(60)
    .default([])
    .describe('Places; none: any'),
});

/** A run that carries the cases of a body over to its successors. */
export const SuccessionShape = z.object({
  run: z.uuid(),
  kind: z.enum(SUCCESSION_KINDS),
  from: z.object({ id: z.string(), name: saidSchema }),
  successors: z.array(z.object({ id: z.string(), name: saidSchema })),
  officers: z.object({ id: z.string(), name: saidSchema }),
  endsOn: z.string().describe('The day from which the body is no more'),
  basis: z.string().describe('The decision it rests on'),
  state: z.enum(['drafting', 'drafted', 'approved', 'done', 'discarded']),
  draftedAt: z.string(),
  draftedBy: z.string(),
  decidedAt: z.string().optional(),
  decidedBy: z.string().optional(),
  doneAt: z.string().optional(),
  cases: z.int().describe('Cases that it had in hand, or that are about it; sealed ones are not counted'),
  open: z.int().describe('Of these, still open'),
  unclear: z.int().describe('Of these, without a successor: one must be designated (条例 24¶2)'),
  applied: z.int().describe('Of these, carried over'),
  posts: z.int().describe('Posts at the body now'),
  rules: z.array(saidSchema).describe('Sets of rules that bind the body and name no successor'),
});
export type SuccessionView = z.output<typeof SuccessionShape>;

export const listSuccessions = define({
  method: 'GET',
  path: '/api/successions',
  summary: 'Bodies merged, split or abolished, and how far their cases are carried over, the newest first',
  permission: 'admin',
  audit: 'succession.list',
  response: z.object({ runs: z.array(SuccessionShape) }),
});

export const SHOWN = ['all', 'open', 'unclear'] as const;

export const readSuccession = define({
  method: 'GET',
  path: '/api/successions/:run',
  summary: 'One succession with its cases, by number only; sealed reports are carried over too and never listed',
  permission: 'admin',
  audit: 'succession.read',
  params,
  query: z.object({
    show: z.enum(SHOWN).default('all'),
    cursor: z.string().max(60).optional().describe('`next` of the page before'),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  response: z.object({
    run: SuccessionShape,
    rows: z.array(
      z.object({
        stream: z.string().describe('Number of the matter or submission'),
        kind: z.enum(['matter', 'submission']),
        open: z.boolean(),
        category: saidSchema.optional(),
        to: saidSchema.optional(),
        unclear: saidSchema.optional().describe('Why nobody follows from the plan'),
        designated: z.boolean(),
        applied: z.boolean(),
      }),
    ),
    next: z.string().optional(),
  }),
});

export const planSuccession = define({
  method: 'POST',
  path: '/api/successions',
  summary:
    'List the cases of a body that is merged, split or abolished; nothing changes until it is approved (条例 24¶2)',
  permission: 'admin',
  audit: 'succession.plan',
  keyed: true,
  body: z.strictObject({
    kind: z.enum(SUCCESSION_KINDS),
    from: bodyId,
    to: bodyId.optional().describe('Who carries its powers on; of a split body: who takes what fits no part'),
    parts: z.array(PartShape).max(20).default([]),
    officers: bodyId.optional().describe('The successor its posts go to; absent: `to`, else the first part’s'),
    endsOn: DayText,
    basis: z.string().trim().min(1).max(500).describe('The decision it rests on, with its number'),
  }),
  response: SuccessionShape,
});

export const designateSuccessor = define({
  method: 'POST',
  path: '/api/successions/:run/designate',
  summary: 'Name who goes on with cases for which it is unclear, as Party committee and government designated',
  permission: 'admin',
  audit: 'succession.designate',
  keyed: true,
  params,
  body: z.strictObject({ streams: z.array(z.string().min(1).max(60)).min(1).max(200), to: bodyId }),
  response: SuccessionShape,
});

export const approveSuccession = define({
  method: 'POST',
  path: '/api/successions/:run/approve',
  summary: 'Approve what was listed: the body ends, its posts move, and every case goes over with its clocks unchanged',
  permission: 'admin',
  audit: 'succession.approve',
  keyed: true,
  params,
  response: SuccessionShape,
});

export const discardSuccession = define({
  method: 'POST',
  path: '/api/successions/:run/discard',
  summary: 'Discard a list: the body goes on',
  permission: 'admin',
  audit: 'succession.discard',
  keyed: true,
  params,
  response: SuccessionShape,
});
