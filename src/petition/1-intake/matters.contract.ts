import { z } from 'zod';
import type { Permission } from '../../domain/permission.ts';
import { EX_OFFICIO_REASONS } from '../../domain/proceedings.ts';
import { PURPOSES } from '../../domain/vocabulary.ts';
import { ActedAnswer, FreeText, MatterParams, ShortText } from '../../ledger/acted.contract.ts';
import { defineRoute, type RouteContract } from '../../platform/http/route.contract.ts';

const define = <const C extends RouteContract<Permission>>(contract: C): C => defineRoute(contract);
const act = { method: 'POST', permission: 'cases', params: MatterParams, response: ActedAnswer } as const;

export const splitRoute = define({
  ...act,
  path: '/api/matters/:matter/split',
  summary: 'Split a matter: each part is routed, clocked and answered on its own',
  audit: 'matter.split',
  body: z.object({
    title: ShortText.min(1).describe('What stays'),
    text: FreeText,
    requests: z.array(ShortText.min(1)).min(1).max(20),
    into: z
      .array(
        z.object({
          purpose: z.enum(PURPOSES),
          category: z.string().max(6),
          title: ShortText.min(1),
          text: FreeText,
          requests: z.array(ShortText.min(1)).min(1).max(20),
          accused: z.array(z.string().max(60)).max(20).default([]),
        }),
      )
      .min(1)
      .max(10),
  }),
});

export const mergeRoute = define({
  ...act,
  path: '/api/matters/:matter/merge',
  summary: 'Merge into another matter of the same person, facts and request; nothing is lost',
  audit: 'matter.merge',
  body: z.object({
    into: z.string().max(40).describe('Number of the matter that takes it in'),
    confirmedSame: z.boolean(),
    reason: FreeText,
  }),
});

export const unmergeRoute = define({
  ...act,
  path: '/api/matters/:matter/unmerge',
  summary: 'Undo the merging; its own clocks go on',
  audit: 'matter.unmerge',
  body: z.object({ reason: FreeText }),
});

export const relateRoute = define({
  ...act,
  path: '/api/matters/:matter/relate',
  summary: 'Link a matter of another person with the same facts; rights stay apart',
  audit: 'matter.relate',
  body: z.object({ other: z.string().max(40), reason: FreeText }),
});

export const continueExOfficioRoute = define({
  ...act,
  path: '/api/matters/:matter/continue-ex-officio',
  summary: 'Continue of the body’s own motion after a withdrawal',
  audit: 'matter.continue-ex-officio',
  body: z.object({ reason: z.enum(EX_OFFICIO_REASONS), text: FreeText }),
});

export const noteDeathRoute = define({
  ...act,
  path: '/api/matters/:matter/note-death',
  summary: 'Note that the petitioner has died; heirs may go on',
  audit: 'matter.note-death',
  body: z.object({ text: FreeText }),
});

export const nameSuccessorRoute = define({
  ...act,
  path: '/api/matters/:matter/name-successor',
  summary: 'Name who goes on with it',
  audit: 'matter.name-successor',
  body: z.object({
    name: z.string().min(1).max(50),
    phone: z.string().max(30).optional(),
    address: z.string().max(200).optional(),
    relation: ShortText.min(1),
  }),
});

export const endWithoutSuccessorRoute = define({
  ...act,
  path: '/api/matters/:matter/end-without-successor',
  summary: 'End it: nobody came forward in time',
  audit: 'matter.end-without-successor',
  body: z.object({ text: FreeText }),
});

export const takeBackWithdrawalRoute = define({
  method: 'POST',
  path: '/api/follow/matters/:matter/take-back-withdrawal',
  summary: 'Take back one’s withdrawal, within the days that are left',
  permission: 'petitioner',
  audit: 'matter.take-back-withdrawal',
  params: MatterParams,
  body: z.object({ reason: ShortText.default('') }),
  response: ActedAnswer,
});
