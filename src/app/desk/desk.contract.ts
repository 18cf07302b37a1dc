import { z } from 'zod';
import { MATTER_PHASES } from '../../domain/matter.ts';
import type { Permission } from '../../domain/permission.ts';
import { CHANNELS, PURPOSES } from '../../domain/vocabulary.ts';
import { DayText } from '../../ledger/acted.contract.ts';
import { defineRoute, type RouteContract } from '../../platform/http/route.contract.ts';
import { DUTIES } from './duties.rules.ts';

const limit = z.coerce.number().int().min(1).max(100).default(20).describe('Rows a page');
const cursor = z.string().max(300).optional().describe('`next` of the page before');
const code = z.string().regex(/^\d{2,12}$/);
const day = DayText;
const channel = z.enum([...CHANNELS, 'unknown']);
const purpose = z.enum([...PURPOSES, 'unknown']);
const yes = z.stringbool().optional();

/** What lists are narrowed by. */
const narrow = {
  channel: channel.optional(),
  division: code.optional().describe('A place and all within it'),
  category: code.optional().describe('A category and all under it'),
  purpose: purpose.optional(),
};

export const deskRow = z.object({
  item: z.string().describe('Number of the submission or matter'),
  kind: z.enum(['submission', 'matter']),
  assignment: z.string().describe('Empty where no assignment carries the duty'),
  duty: z.enum(DUTIES),
  title: z.string().nullable().describe('Null where the content was erased'),
  who: z.string().describe('Main petitioner, masked; empty when anonymous'),
  petitioners: z.int(),
  channel: z.string(),
  division: z.string(),
  category: z.string(),
  purpose: z.string(),
  due: day.nullable().describe('Last day in law of the clock that is due first'),
  startedOn: day.nullable(),
  clockKind: z.string().nullable(),
  level: z.enum(['normal', 'notice', 'warning', 'urgent', 'overdue']).nullable(),
  daysLeft: z.int().nullable().describe('0 on the due day, negative once overdue'),
  receivedOn: day,
  account: z.string().nullable().describe('The named handler'),
});
export type DeskRow = z.output<typeof deskRow>;

export const listDeskRoute = defineRoute({
  method: 'GET',
  path: '/api/desk',
  summary: 'What the body of the signed-in officer owes now, first due first',
  permission: 'cases',
  audit: 'desk.list',
  query: z.object({
    duty: z.enum(DUTIES).optional().describe('All lists of the post where absent'),
    mine: yes.describe('Only where I am the named handler'),
    late: yes.describe('Only past the last day'),
    soon: yes.describe('Only in the last 15 % of the period'),
    ...narrow,
    cursor,
    limit,
  }),
  response: z.object({ rows: z.array(deskRow), next: z.string().optional() }),
} satisfies RouteContract<Permission>);

const capped = z.object({
  count: z.int().describe('At most 999'),
  more: z.boolean().describe('True where there are more'),
});

export const countDeskRoute = defineRoute({
  method: 'GET',
  path: '/api/desk/counts',
  summary: 'The counters of the working lists of the post',
  permission: 'cases',
  audit: 'desk.count',
  response: z.object({
    duties: z.array(z.object({ duty: z.enum(DUTIES), count: z.int() })),
    late: capped,
    soon: capped,
  }),
} satisfies RouteContract<Permission>);

export const matterRow = z.object({
  matter: z.string(),
  submission: z.string(),
  title: z.string().nullable().describe('Null where the content was erased'),
  who: z.string().describe('Main petitioner, masked; empty when anonymous'),
  petitioners: z.int(),
  channel: z.string(),
  division: z.string(),
  category: z.string(),
  purpose: z.string(),
  phase: z.string(),
  taskPhase: z.string().nullable().describe('State of the task that now carries it'),
  office: z.string(),
  holder: z.string().describe('The body that has it now'),
  origin: z.enum(['here', 'imported']),
  receivedOn: day,
  answeredOn: day.nullable(),
  closedOn: day.nullable(),
  snippet: z
    .object({ text: z.string(), ranges: z.array(z.tuple([z.int(), z.int()])) })
    .optional()
    .describe('Where the words were found; ranges are UTF-16 offsets, the last not included'),
});
export type MatterRow = z.output<typeof matterRow>;

export const listMattersRoute = defineRoute({
  method: 'GET',
  path: '/api/matters',
  summary: 'All matters within the scope of the post, newest first; with `q`, those that hold every word',
  permission: 'staff',
  audit: 'matter.list',
  query: z.object({
    q: z
      .string()
      .max(400)
      .optional()
      .describe('Words of two characters and more, a part of the name, or a number or its last four digits'),
    phase: z.enum(MATTER_PHASES).exclude(['none']).optional(),
    origin: z.enum(['here', 'imported']).optional(),
    ...narrow,
    from: day.optional().describe('Received on or after'),
    to: day.optional().describe('Received on or before'),
    body: z.string().max(60).optional().describe('A body it has been with'),
    cursor,
    limit,
  }),
  response: z.object({ rows: z.array(matterRow), next: z.string().optional() }),
} satisfies RouteContract<Permission>);

export const sealedRow = z.object({
  number: z.string(),
  kind: z.enum(['submission', 'matter']),
  opened: z.boolean().describe('Open to whoever asks, by purpose and second person'),
  title: z.string().nullable().optional().describe('Absent until it is opened; null once erased'),
  receivedOn: day,
  phase: z.string(),
});
export type SealedRow = z.output<typeof sealedRow>;

export const listSealedRoute = defineRoute({
  method: 'GET',
  path: '/api/sealed',
  summary: 'Reports of wrongdoing, for the one post of the body that keeps them',
  permission: 'cases',
  audit: 'sealed.list',
  query: z.object({ cursor, limit }),
  response: z.object({ rows: z.array(sealedRow), next: z.string().optional() }),
} satisfies RouteContract<Permission>);
