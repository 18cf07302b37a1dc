import { z } from 'zod';
import type { Permission } from '../../domain/permission.ts';
import { REVIEW_LEVELS } from '../../domain/proceedings.ts';
import { SubmissionParams } from '../../ledger/acted.contract.ts';
import { defineRoute, type RouteContract } from '../../platform/http/route.contract.ts';
import { SaidShape } from '../petition-page/petition-page.contract.ts';

const define = <const C extends RouteContract<Permission>>(contract: C): C => defineRoute(contract);

/* The cookie `hc` is looked at by each of these; whoever has none hears `mine-first`. It opens no case by itself. */
const own = { permission: 'anyone', limit: { hits: 120, seconds: 60 } } as const;

const StandingShape = z.object({
  title: z.string(),
  headline: SaidShape.describe('Who has it, what comes next, by when: as on its own page'),
  late: z.boolean(),
  next: z.string().optional().describe('Last day of what is waited for'),
  waits: z
    .array(z.object({ what: z.enum(['rate', ...REVIEW_LEVELS]), until: z.string().optional() }))
    .describe('What waits for the citizen'),
});

export const MineAnswer = z
  .object({
    phone: z.string().describe('The mobile number, its middle hidden'),
    since: z.string(),
    petitions: z
      .array(
        z.object({
          number: z.string(),
          title: z.string(),
          receivedOn: z.string(),
          receivedAt: z.string(),
          headline: SaidShape,
          standings: z.array(StandingShape).describe('One for each matter it became'),
        }),
      )
      .describe('What was added, the latest petition first'),
    shut: z.array(z.string()).describe('Numbers on the list that no longer open with what was given'),
  })
  .meta({ id: 'Mine' });

export const askMineCode = define({
  method: 'POST',
  path: '/api/mine/phone-code',
  summary:
    'Send a code to a mobile number, to open the list kept under it; the answer is the same for every number. Five an hour',
  permission: 'anyone',
  audit: 'mine.ask-code',
  limit: { hits: 60, seconds: 60 },
  body: z.object({ phone: z.string().max(40) }),
  response: z.object({
    ask: z.string().describe('To be sent back with the code'),
    sentTo: z.string(),
    goodMinutes: z.int(),
  }),
});

export const openMine = define({
  method: 'POST',
  path: '/api/mine',
  summary: 'Open one’s list of petitions with the code; whoever comes for the first time has an empty one',
  permission: 'anyone',
  audit: 'mine.enter',
  limit: { hits: 60, seconds: 60 },
  body: z.object({ ask: z.string().max(1000), code: z.string().max(12) }),
  response: z.object({ csrf: z.string().describe('To be sent back as header x-csrf'), expiresAt: z.string() }),
});

export const readMine = define({
  ...own,
  method: 'GET',
  path: '/api/mine',
  summary: 'One’s list: the petitions that were added, and no other, with where each stands',
  audit: 'mine.read',
  response: MineAnswer,
});

export const deleteMine = define({
  ...own,
  method: 'DELETE',
  path: '/api/mine',
  summary: 'Delete the list, the phone number and every session; the petitions stay as they are',
  audit: 'mine.delete',
  response: z.object({ deleted: z.literal(true) }),
});

export const leaveMine = define({
  ...own,
  method: 'DELETE',
  path: '/api/mine/session',
  summary: 'Leave one’s list at this browser, and the petition that is open in it',
  audit: 'mine.leave',
  response: z.object({ left: z.literal(true) }),
});

export const leaveMineEverywhere = define({
  ...own,
  method: 'DELETE',
  path: '/api/mine/sessions',
  summary: 'Leave one’s list at every browser',
  audit: 'mine.leave-everywhere',
  response: z.object({ left: z.literal(true) }),
});

export const addToMine = define({
  ...own,
  method: 'POST',
  path: '/api/mine/petitions',
  summary: 'Add a petition by its query code and the second fact, as for following it',
  audit: 'mine.add',
  body: z.object({ code: z.string().max(40), fact: z.string().max(50) }),
  response: z.object({ number: z.string() }),
});

export const keepInMine = define({
  ...own,
  method: 'POST',
  path: '/api/mine/petitions/:number/keep',
  summary: 'Add the petition that is open for following in this browser',
  audit: 'mine.keep',
  params: SubmissionParams,
  response: z.object({ number: z.string() }),
});

export const openFromMine = define({
  ...own,
  method: 'POST',
  path: '/api/mine/petitions/:number/open',
  summary: 'Open a petition of the list for following, as its code and second fact would today',
  audit: 'mine.open',
  params: SubmissionParams,
  response: z.object({ number: z.string(), csrf: z.string().describe('Of the petition, to be sent back as x-csrf') }),
});

export const dropFromMine = define({
  ...own,
  method: 'DELETE',
  path: '/api/mine/petitions/:number',
  summary: 'Take a petition off the list; the petition stays as it is',
  audit: 'mine.drop',
  params: SubmissionParams,
  response: z.object({ dropped: z.literal(true) }),
});
