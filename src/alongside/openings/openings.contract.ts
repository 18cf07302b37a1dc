import { z } from 'zod';
import type { Permission } from '../../domain/permission.ts';
import { defineRoute, type RouteContract } from '../../platform/http/route.contract.ts';
import { MOST_DAYS, PURPOSES } from './openings.rules.ts';

const define = <const C extends RouteContract<Permission>>(contract: C): C => defineRoute(contract);
const SaidText = z.object({ zh: z.string(), en: z.string() });
const Params = z.object({ opening: z.uuid() });

const openingRow = z.object({
  id: z.uuid(),
  code: z.string().describe('Eight signs that whoever asked gives to a second person outside the post'),
  number: z.string().optional().describe('The submission; told to the keepers of its body alone'),
  body: SaidText,
  account: z.object({ id: z.string(), name: z.string() }),
  purpose: z.enum(PURPOSES),
  note: z.string().optional().describe('In the words of whoever asked; told to the keepers of its body alone'),
  days: z.int(),
  urgent: z
    .boolean()
    .describe('Opened at once because danger to life was flagged; a second person looks at it afterwards'),
  askedAt: z.string(),
  state: z.enum(['waiting', 'open', 'over', 'lapsed', 'refused', 'ended']),
  until: z.string().optional().describe('Until when it waits or is open: an instant'),
  second: z.string().optional().describe('Name of the second person'),
  mayDecide: z.boolean(),
  mayEnd: z.boolean(),
});
export type OpeningRow = z.infer<typeof openingRow>;

export const listOpenings = define({
  method: 'GET',
  path: '/api/openings',
  summary: 'Who of the body asked to open which sealed report, why, and who confirmed it; the latest first',
  permission: 'sealed',
  audit: 'opening.list',
  query: z.object({ before: z.string().max(80).optional().describe('`next` of the page before') }),
  response: z.object({ openings: z.array(openingRow), next: z.string().optional() }),
});

export const readOpening = define({
  method: 'GET',
  path: '/api/openings/:code',
  summary: 'A request that whoever asked gave the code of, for the second person; without number and note',
  permission: 'openings',
  audit: 'opening.read',
  limit: { hits: 20, seconds: 600 },
  params: z.object({ code: z.string().max(20) }),
  response: openingRow,
});

export const askOpening = define({
  method: 'POST',
  path: '/api/openings',
  summary: 'Ask to open a sealed report that one keeps; where danger to life was flagged it is open at once',
  permission: 'sealed',
  audit: 'opening.ask',
  limit: { hits: 30, seconds: 60 },
  body: z.strictObject({
    number: z.string().max(30).describe('Number of the submission, or of a matter in it'),
    purpose: z.enum(PURPOSES),
    note: z.string().trim().min(2).max(500).describe('What for, in one’s own words'),
    days: z.int().min(1).max(MOST_DAYS),
  }),
  response: z.object({ id: z.uuid(), code: z.string(), state: z.enum(['waiting', 'open']) }),
});

export const decideOpening = define({
  method: 'POST',
  path: '/api/openings/:opening/decide',
  summary: 'Confirm or refuse it, as the second person',
  permission: 'openings',
  audit: 'opening.decide',
  params: Params,
  body: z.strictObject({ confirm: z.boolean() }),
  response: z.object({ id: z.uuid(), confirmed: z.boolean() }),
});

export const endOpening = define({
  method: 'POST',
  path: '/api/openings/:opening/end',
  summary: 'Close it before its time, or take the request back',
  permission: 'sealed',
  audit: 'opening.end',
  params: Params,
  response: z.object({ id: z.uuid() }),
});
