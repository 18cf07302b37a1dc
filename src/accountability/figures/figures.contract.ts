import { z } from 'zod';
import type { Permission } from '../../domain/permission.ts';
import { CHANNELS, PURPOSES } from '../../domain/vocabulary.ts';
import { DayText } from '../../ledger/acted.contract.ts';
import { defineRoute, type RouteContract } from '../../platform/http/route.contract.ts';
import { CLOCK_PARTS, INDICATORS, type IndicatorId, RATING_PARTS, RECEIVED_PARTS } from './figures.rules.ts';

const define = <const C extends RouteContract<Permission>>(contract: C): C => defineRoute(contract);

/** The keys of a table that was written with exactly these. */
const indicatorIds = Object.keys(INDICATORS) as [IndicatorId, ...IndicatorId[]];

const said = z.object({ zh: z.string(), en: z.string() });
const day = DayText;
const percent = z.number().nullable().describe('Per cent, two decimals; null ("—") where nothing is to be counted');
const count = z.int();
const part = z.enum([...CLOCK_PARTS, ...RATING_PARTS, ...RECEIVED_PARTS]);

const period = {
  from: day.describe('First day of the period'),
  to: day.describe('Last day of the period, included'),
  body: z.string().max(64).optional().describe('Only this body, within what the viewer may see'),
};

/** The list behind a number: `GET path?query`. */
const list = z.object({ path: z.string(), query: z.record(z.string(), z.string()) });

const measured = { value: percent, numerator: count, denominator: count };

export const indicatorFigure = z.object({
  id: z.enum(indicatorIds),
  name: said,
  formula: said,
  window: said,
  ...measured,
  parts: z.array(z.object({ part, name: said, count, leftOut: z.boolean(), list })),
  byBody: z.array(z.object({ body: z.string(), name: said, ...measured, list })),
  before: z
    .object({
      ...measured,
      points: percent.describe('Change in percentage points'),
      relative: percent.describe('Change in per cent of the earlier rate'),
    })
    .optional()
    .describe('The same period a year earlier'),
});
export type IndicatorFigure = z.output<typeof indicatorFigure>;

const counted = z.array(z.object({ key: z.string(), name: said, count, list }));

const days = z.object({
  mean: z.number().nullable(),
  p50: z.number().nullable().describe('Interpolated (percentile_cont)'),
  p90: z.number().nullable(),
  max: z.number().nullable(),
});
const within = <Value extends z.ZodType>(value: Value) => z.object({ d15: value, d30: value, d60: value, d90: value });

export const figuresAnswer = z.object({
  from: day,
  to: day,
  asAt: day.describe('Legal day on which running clocks were looked at'),
  readAt: z.iso.datetime().describe('One consistent reading of the record'),
  checkpoint: z
    .object({
      size: count,
      root: z.string().describe('Base64'),
      waiting: count.describe('Facts that were counted and are not in it yet; they are seconds later'),
    })
    .nullable()
    .describe('State of the log over all facts at that moment; null before its first'),
  body: z.string().nullable(),
  indicators: z.array(indicatorFigure),
  received: z.object({
    submissions: count.describe('件次'),
    list,
    visits: z.object({ batches: count.describe('批次'), people: count.describe('人次'), list }),
    byChannel: counted,
    byPurpose: counted,
    byDivision: counted,
    byOrigin: z.object({ here: count, imported: count }),
    before: z.object({ submissions: count, difference: count, relative: percent }).optional(),
  }),
  imported: z.array(
    z.object({
      source: z.string(),
      stored: count,
      answered: count,
      answerUnknown: count,
      daysToAnswer: days,
      answeredWithin: within(count),
      answeredWithinShare: within(percent),
    }),
  ),
});
export type FiguresAnswer = z.output<typeof figuresAnswer>;

export const readFiguresRoute = define({
  method: 'GET',
  path: '/api/figures',
  summary: 'The indicators of a period, each with its formula and the list behind it',
  permission: 'figures',
  audit: 'figures.read',
  query: z.object({
    ...period,
    compare: z.enum(['year']).optional().describe('Also the same period a year earlier (同比)'),
  }),
  response: figuresAnswer,
});

export const figureRow = z.object({
  number: z.string().describe('Matter or submission'),
  title: z.string().nullable().describe('Null where the content was erased'),
  part,
  body: z.string(),
  bodyName: said,
  due: day.nullable(),
  ended: day.nullable().describe('Day it was done, rated or received'),
});
export type FigureRow = z.output<typeof figureRow>;

export const listFigureRoute = define({
  method: 'GET',
  path: '/api/figures/list',
  summary: 'The cases behind a number, in the order of their day',
  permission: 'figures',
  audit: 'figures.list',
  query: z.object({
    ...period,
    indicator: z.enum([...indicatorIds, 'received']),
    part: z
      .enum([...part.options, 'numerator', 'denominator'])
      .optional()
      .describe('All that are counted where absent'),
    purpose: z
      .enum([...PURPOSES, 'unknown'])
      .optional()
      .describe('Of `received` only'),
    channel: z
      .enum([...CHANNELS, 'unknown'])
      .optional()
      .describe('Of `received` only'),
    region: z
      .string()
      .regex(/^\d{6}$/)
      .optional()
      .describe('Of `received` only'),
    cursor: z.string().max(300).optional().describe('`next` of the page before'),
    limit: z.coerce.number().int().min(1).max(100).default(20),
  }),
  response: z.object({ rows: z.array(figureRow), next: z.string().optional() }),
});
