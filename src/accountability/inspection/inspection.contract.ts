import { z } from 'zod';
import type { Permission } from '../../domain/permission.ts';
import { VERDICTS } from '../../domain/vocabulary.ts';
import { DayText } from '../../ledger/acted.contract.ts';
import { defineRoute, type RouteContract } from '../../platform/http/route.contract.ts';
import { MARKS } from './inspection.texts.ts';

const define = <const C extends RouteContract<Permission>>(contract: C): C => defineRoute(contract);
const said = z.object({ zh: z.string(), en: z.string() });

const Registered = z.object({
  id: z.uuid(),
  at: z.string(),
  by: z.string().describe('Name of the officer'),
  inspected: said,
  from: z.string(),
  to: z.string(),
  team: z.string(),
  basis: z.string(),
  count: z.int(),
  sha256: z.string().describe('Over the canonical JSON of `rows`'),
});

export const InspectionRow = z.object({
  number: z.string(),
  received: z.string(),
  channel: z.string(),
  purpose: z.string(),
  category: said,
  place: said,
  title: z.string().describe('Without names and long numbers; empty where the content was erased'),
  body: said,
  phase: z.string(),
  verdicts: z.array(z.enum(VERDICTS)),
  days: z.int().nullable().describe('From receipt to the written answer; null where there is none yet'),
  marks: z.array(z.enum(MARKS)),
});
export type InspectionRow = z.output<typeof InspectionRow>;

export const makeInspection = define({
  method: 'POST',
  path: '/api/inspections',
  summary: 'Export for an inspection team what was raised about a body (条例 41¶2); registered and unchangeable',
  permission: 'inspections',
  audit: 'inspection.export',
  limit: { hits: 30, seconds: 60 },
  body: z.strictObject({
    inspected: z.string().min(1).max(60),
    from: DayText,
    to: DayText,
    team: z.string().trim().min(1).max(100),
    basis: z.string().trim().min(1).max(300).describe('Number and title of the team’s request'),
  }),
  response: Registered.extend({
    summary: z.object({
      categories: z.array(z.object({ name: said, count: z.int(), before: z.int() })),
      marks: z.record(z.enum(MARKS), z.int()),
      dissatisfied: z.int(),
    }),
    rows: z.array(InspectionRow),
  }),
});

export const listInspections = define({
  method: 'GET',
  path: '/api/inspections',
  summary: 'What the viewer’s office has exported for inspection teams, newest first',
  permission: 'inspections',
  audit: 'inspection.list',
  query: z.object({
    before: z.string().max(80).optional().describe('`next` of the page before'),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  response: z.object({ exports: z.array(Registered), next: z.string().optional() }),
});
