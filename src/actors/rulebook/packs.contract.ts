import * as z from 'zod';
import type { PackLayer, PackValues } from '../../domain/packs.ts';
import type { Permission } from '../../domain/permission.ts';
import { CLOCK_KINDS } from '../../domain/rule-pack.ts';
import { DayText } from '../../ledger/acted.contract.ts';
import { defineRoute, type RouteContract } from '../../platform/http/route.contract.ts';
import { SETTING_NAMES, SETTING_RULES } from './pack-values.rules.ts';
import { saidSchema } from './rulebook.contract.ts';

const define = <const C extends RouteContract<Permission>>(contract: C): C => defineRoute(contract);

const day = DayText;
const said = z.object({ zh: z.string().max(200), en: z.string().max(200) });
const named = z.object({ id: z.string(), name: saidSchema });

const clockValues = z.strictObject({
  n: z.number().optional(),
  unit: z.enum(['day', 'workday', 'month']).optional(),
  article: z.string().max(80).optional().describe('`law:article`, such as regulation:35; `house:…` where it is ours'),
  statutory: z.boolean().optional(),
});

/** What a layer changes; everything else stays as it lies beneath. */
export const ValuesShape = z.strictObject({
  clocks: z.partialRecord(z.enum(CLOCK_KINDS), clockValues).optional(),
  settings: z
    .strictObject(
      Object.fromEntries(
        SETTING_NAMES.map((name) => [
          name,
          'yes' in SETTING_RULES[name] ? z.boolean().optional() : z.number().optional(),
        ]),
      ),
    )
    .optional(),
});

/** One version of a set of rules, as it is proposed. */
export const LayerShape = z.strictObject({
  id: z.string().max(40).describe('Small letters, digits and hyphens: nanjiang'),
  version: z.int().min(1).describe('The last one and 1'),
  level: z.enum(['region', 'sector']),
  name: said,
  basis: said.describe('The document it rests on: title and number'),
  effectiveFrom: z.string().max(10),
  effectiveTo: z.string().max(10).optional().describe('Last day on which cases begin under it'),
  division: z.string().max(12).optional().describe('Of a region: its code; 000000 is every place'),
  bodies: z.array(z.string().max(60)).max(500).optional().describe('Of a sector: the bodies it binds'),
  values: ValuesShape,
  running: z
    .enum(['keep', 'recount'])
    .describe('Whether cases that run already keep their rules, or are counted again'),
});

/** The layer as rules take it. The schema has checked every field; zod writes absent ones as undefined, which a fact must not hold. */
export function layerFrom(given: z.output<typeof LayerShape>): PackLayer {
  /* JSON keeps no undefined; the shape is the schema's. */
  const { values, ...rest } = JSON.parse(JSON.stringify(given)) as Omit<PackLayer, 'values'> & { values: PackValues };
  return { ...rest, values };
}

export const ChangeShape = z.object({
  field: z.string(),
  label: saidSchema,
  before: saidSchema,
  after: saidSchema,
  article: saidSchema,
  ours: z.boolean().describe('Rests on no law: a default of ours'),
});

const ProblemShape = z.object({ field: z.string(), said: saidSchema, article: saidSchema.optional() });

/** Dates that rules or a calendar would move. */
export const MovedShape = z.object({
  stream: z.string(),
  clock: z.string().describe('Empty where no date moves and the case only keeps the new rules'),
  label: saidSchema.optional(),
  before: z.object({ due: z.string().optional(), calendar: z.string().optional(), pack: z.string().optional() }),
  after: z.object({ due: z.string().optional(), calendar: z.string().optional(), pack: z.string().optional() }),
});

export const KindCount = z.object({ kind: z.string(), label: saidSchema, count: z.int() });

const Value = z.object({
  field: z.string(),
  label: saidSchema,
  article: saidSchema,
  cite: z.string().describe('`law:article`'),
  ours: z.boolean(),
});

export const listPacks = define({
  method: 'GET',
  path: '/api/packs',
  summary:
    'The national values, each with its article or as ours, and the rules of regions and sectors with their versions',
  permission: 'admin',
  audit: 'packs.list',
  response: z.object({
    today: day,
    national: z.object({
      key: z.string(),
      clocks: z.array(
        Value.extend({
          kind: z.enum(CLOCK_KINDS),
          n: z.number(),
          levels: z.array(z.number()).optional().describe('Where it hangs on the level: from the national one down'),
          unit: z.enum(['day', 'workday', 'month']),
          statutory: z.boolean(),
          limit: z.enum(['no-longer', 'no-shorter', 'exact', 'open']),
        }),
      ),
      settings: z.array(
        Value.extend({
          value: z.union([z.number(), z.boolean()]),
          min: z.number().optional(),
          max: z.number().optional(),
        }),
      ),
    }),
    layers: z.array(
      z.object({
        key: z.string(),
        layer: LayerShape,
        place: named.optional(),
        bodies: z.array(named).optional(),
        state: z.enum(['in-force', 'coming', 'replaced', 'ended']),
        publishedOn: day,
        publishedBy: z.string(),
        changes: z.array(ChangeShape),
      }),
    ),
  }),
});

export const previewPack = define({
  method: 'POST',
  path: '/api/packs/preview',
  summary:
    'What a layer would change: its values, what speaks against it, and the open clocks that would move; writes nothing',
  permission: 'admin',
  audit: 'packs.preview',
  body: LayerShape,
  response: z.object({
    problems: z.array(ProblemShape),
    changes: z.array(ChangeShape),
    /** How it is for cases that run already. */
    running: z.enum(['keep', 'recount']),
    open: z.int().describe('Open cases within its reach that were looked at'),
    complete: z.boolean().describe('False where there are more than were looked at; the run lists them all'),
    cases: z.int().describe('Open cases that would go over to it'),
    clocks: z.int(),
    spared: z
      .int()
      .describe('Dates that stay although the length changes: a petitioner’s window is not cut, no duty is made late'),
    byKind: z.array(KindCount),
    rows: z.array(MovedShape).describe('The first 200'),
  }),
});

export const publishPack = define({
  method: 'POST',
  path: '/api/packs',
  summary: 'Publish a version of a set of rules; where it counts running cases again, a run is drafted for approval',
  permission: 'admin',
  audit: 'packs.publish',
  keyed: true,
  body: LayerShape,
  response: z.object({ key: z.string(), run: z.string().optional().describe('The run that waits for approval') }),
});

export const endPack = define({
  method: 'POST',
  path: '/api/packs/:id/end',
  summary: 'Let no case begin under the last version after a day; cases that keep it go on under it',
  permission: 'admin',
  audit: 'packs.end',
  keyed: true,
  params: z.object({ id: z.string().max(40) }),
  body: z.strictObject({ until: day }),
  response: z.object({ key: z.string(), until: day }),
});
