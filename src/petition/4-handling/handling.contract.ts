import { z } from 'zod';
import type { Permission } from '../../domain/permission.ts';
import { ActedAnswer, Assignment, DayText, FreeText, MatterParams, ShortText } from '../../ledger/acted.contract.ts';
import { defineRoute, type RouteContract } from '../../platform/http/route.contract.ts';

const define = <const C extends RouteContract<Permission>>(contract: C): C => defineRoute(contract);
const act = { method: 'POST', permission: 'cases', params: MatterParams, response: ActedAnswer } as const;

export const nameHandlerRoute = define({
  ...act,
  path: '/api/matters/:matter/name-handler',
  summary: 'Name the handler; those with an interest withdraw (art. 28)',
  audit: 'matter.name-handler',
  body: z.object({
    assignment: Assignment,
    account: z.string().max(60),
    interested: z
      .boolean()
      .default(false)
      .describe('The handler has a direct interest in the matter or the petitioner'),
  }),
});

export const noteWorkRoute = define({
  ...act,
  path: '/api/matters/:matter/note-work',
  summary: 'Note a talk, a visit to the place, or evidence',
  audit: 'matter.note-work',
  body: z.object({
    assignment: Assignment,
    on: DayText,
    kind: z.enum(['talk', 'visit', 'evidence']),
    text: FreeText,
    with: ShortText.optional(),
  }),
});

export const askExtensionRoute = define({
  ...act,
  path: '/api/matters/:matter/ask-extension',
  summary: 'Ask for an extension of at most 30 days in total, before it is due (art. 34)',
  audit: 'matter.ask-extension',
  body: z.object({ assignment: Assignment, days: z.number().int(), reason: FreeText }),
});

export const approveExtensionRoute = define({
  ...act,
  path: '/api/matters/:matter/approve-extension',
  summary: 'Approve the extension, as head of the body',
  audit: 'matter.approve-extension',
  body: z.object({ assignment: Assignment }),
});

export const refuseExtensionRoute = define({
  ...act,
  path: '/api/matters/:matter/refuse-extension',
  summary: 'Refuse the extension',
  audit: 'matter.refuse-extension',
  body: z.object({ assignment: Assignment, reason: FreeText }),
});
