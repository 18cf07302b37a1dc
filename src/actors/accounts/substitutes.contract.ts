import * as z from 'zod';
import type { Permission } from '../../domain/permission.ts';
import { ROLES } from '../../domain/vocabulary.ts';
import { DayText } from '../../ledger/acted.contract.ts';
import { defineRoute, type RouteContract } from '../../platform/http/route.contract.ts';

const person = z.object({ id: z.string(), name: z.string() });

const absence = z.object({
  id: z.string(),
  account: person,
  substitute: person,
  from: DayText,
  to: DayText,
  roles: z.array(z.enum(ROLES)).describe('Posts the substitute holds meanwhile'),
});

export const readSubstitutes = defineRoute({
  method: 'GET',
  path: '/api/session/substitutes',
  summary: 'Who stands in for whom at one’s own body, now and from a day to come',
  permission: 'staff',
  audit: 'list-substitutes',
  response: z.object({
    absences: z.array(absence),
    colleagues: z.array(person).describe('Who may stand in'),
    mostDays: z.int(),
  }),
} satisfies RouteContract<Permission>);

export const nameSubstitute = defineRoute({
  method: 'POST',
  path: '/api/session/substitutes',
  summary: 'Name who stands in during an absence: one’s own, or as head that of an officer of the body',
  permission: 'staff',
  audit: 'substitute.name',
  limit: { hits: 30, seconds: 60 },
  body: z.strictObject({
    account: z.string().min(1).max(64).optional().describe('Who is away; oneself where absent'),
    substitute: z.string().min(1).max(64),
    from: DayText,
    to: DayText.describe('The last day'),
  }),
  response: z.object({ id: z.string() }),
} satisfies RouteContract<Permission>);

export const endSubstitute = defineRoute({
  method: 'POST',
  path: '/api/session/substitutes/:absence/end',
  summary: 'End it earlier: whoever is back, whoever stands in, or the head of the body',
  permission: 'staff',
  audit: 'substitute.end',
  params: z.object({ absence: z.uuid() }),
  response: z.object({ id: z.string() }),
} satisfies RouteContract<Permission>);
