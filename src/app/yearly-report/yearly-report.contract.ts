import { z } from 'zod';
import { saidSchema } from '../../actors/rulebook/rulebook.contract.ts';
import type { Permission } from '../../domain/permission.ts';
import { ADOPTIONS, PROPOSAL_KINDS } from '../../domain/proceedings.ts';
import { defineRoute, type RouteContract } from '../../platform/http/route.contract.ts';
import { ClockShape } from '../petition-page/petition-page.contract.ts';

const define = <const C extends RouteContract<Permission>>(contract: C): C => defineRoute(contract);

const count = z.int();
const Named = z.object({ id: z.string(), name: saidSchema });
const Rate = z.object({ numerator: count, denominator: count });
const Counted = z.object({ key: z.string(), name: saidSchema, count });

/** The four parts of 条例 41¶1, less what only words can say. */
const FiguresShape = z.object({
  received: z.object({
    submissions: count.describe('件次'),
    before: count.describe('The year before'),
    visits: count.describe('批次'),
    people: count.describe('人次, of visits'),
    byChannel: z.array(Counted),
    byPurpose: z.array(Counted),
    categories: z.array(Counted).describe('First level, the most frequent first'),
    bodies: z.array(Counted).describe('被投诉较多的单位'),
  }),
  passed: z.object({
    sent: count.describe('转送、交办, 件次'),
    assigned: count,
    supervised: count,
    forwardedInTime: Rate,
    acceptedInTime: Rate,
    answeredInTime: Rate,
    satisfied: Rate,
  }),
  proposals: z.array(
    z.object({ kind: z.enum(PROPOSAL_KINDS), made: count, outcomes: z.partialRecord(z.enum(ADOPTIONS), count) }),
  ),
});

const Recipients = z.object({
  level: z.array(Named).describe('Party and government of the same level'),
  above: Named.optional().describe('The petition office above; absent where it is outside this installation'),
});

const Line = z.object({
  office: Named,
  year: z.int(),
  clock: ClockShape,
  submitted: z
    .object({ at: z.string(), by: z.string().describe('Name of the officer'), version: count })
    .optional()
    .describe('The last time; `version` more than one where it was corrected'),
});

const year = z.string().regex(/^\d{4}$/);

export const listYearlyReports = define({
  method: 'GET',
  path: '/api/yearly-reports',
  summary: 'Yearly reports: those the viewer’s petition office owes or made, and those made to the viewer’s body',
  permission: 'yearly-reports',
  audit: 'yearly-report.list',
  response: z.object({
    own: z.array(Line).describe('The newest year first'),
    /** A petition office may look at the year that runs before it is over. */
    running: z.int().optional(),
    received: z.array(Line),
  }),
});

export const readYearlyReport = define({
  method: 'GET',
  path: '/api/yearly-reports/:office/:year',
  summary: 'One report: as it was submitted, or as the record stands now where it was not',
  permission: 'yearly-reports',
  audit: 'yearly-report.read',
  params: z.object({ office: z.string().max(60), year }),
  response: z.object({
    office: Named,
    year: z.int(),
    clock: ClockShape.optional().describe('Absent while the year runs'),
    countedAt: z.string().describe('Instant the figures are of'),
    figures: FiguresShape,
    texts: z.object({ account: z.string(), other: z.string() }).optional(),
    submitted: z.array(z.object({ at: z.string(), by: z.string(), to: z.array(Named) })).describe('The newest first'),
    recipients: Recipients,
    maySubmit: z.boolean(),
    why: saidSchema.optional().describe('Why the viewer may not submit it'),
  }),
});

export const submitYearlyReport = define({
  method: 'POST',
  path: '/api/yearly-reports/:office/:year/submit',
  summary: 'Submit the report to Party and government of the level and the petition office above (条例 41¶1)',
  permission: 'yearly-reports',
  audit: 'yearly-report.submit',
  keyed: true,
  params: z.object({ office: z.string().max(60), year }),
  body: z.strictObject({
    account: z.string().max(20_000).describe('What stood out, what was done about it, what is proposed'),
    other: z.string().max(20_000).default('').describe('Whatever else is to be reported'),
  }),
  response: z.object({ office: z.string(), year: z.int(), version: count }),
});
