import { z } from 'zod';
import type { Permission } from '../../domain/permission.ts';
import { DayText } from '../../ledger/acted.contract.ts';
import { defineRoute, type RouteContract } from '../../platform/http/route.contract.ts';

const define = <const C extends RouteContract<Permission>>(contract: C): C => defineRoute(contract);
const said = z.object({ zh: z.string(), en: z.string() });

/** Days the trail is searched over at one time. */
export const MOST_DAYS = 92;

export const TRAILS = ['acts', 'readings'] as const;

export const readTrail = define({
  method: 'GET',
  path: '/api/audit',
  summary: 'The trail: who did, or who opened, searched, printed and exported what; the newest first',
  permission: 'audit',
  audit: 'audit.read',
  query: z.object({
    trail: z.enum(TRAILS),
    from: DayText,
    to: DayText,
    who: z.string().trim().max(64).optional().describe('Name or login of an officer'),
    body: z.string().max(64).optional(),
    stream: z.string().trim().max(120).optional().describe('Number of a submission or matter, or account/…'),
    verb: z.string().trim().max(60).optional().describe('Beginning of the verb: matter.serve'),
    before: z.string().max(80).optional().describe('`next` of the page before'),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  response: z.object({
    rows: z.array(
      z.object({
        id: z.uuid(),
        at: z.string(),
        who: z.string().describe('Name of the officer; petitioner, system or import otherwise'),
        login: z.string().optional(),
        body: said.optional(),
        verb: z.string(),
        stream: z.string().optional(),
        detail: z.string().describe('As it was recorded, JSON'),
      }),
    ),
    next: z.string().optional(),
  }),
});
