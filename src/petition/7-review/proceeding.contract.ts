import { z } from 'zod';
import type { Permission } from '../../domain/permission.ts';
import { REVIEW_REFUSALS, REVIEW_STEPS } from '../../domain/proceedings.ts';
import { SERVICE_WAYS } from '../../domain/vocabulary.ts';
import { ActedAnswer, DayText, FreeText, MatterParams, ShortText } from '../../ledger/acted.contract.ts';
import { defineRoute, type RouteContract } from '../../platform/http/route.contract.ts';
import { ReviewDraftShape } from './review-file.contract.ts';

const define = <const C extends RouteContract<Permission>>(contract: C): C => defineRoute(contract);
const act = { method: 'POST', permission: 'cases', params: MatterParams, response: ActedAnswer } as const;

export const recordReviewRequestRoute = define({
  ...act,
  path: '/api/matters/:matter/record-review-request',
  summary: 'Record a request for review that came on paper or at the counter, at whichever body',
  audit: 'matter.record-review-request',
  body: z.object({
    reviewer: z.string().max(60),
    filedOn: DayText,
    reason: FreeText,
    newRequests: z
      .array(ShortText)
      .max(20)
      .default([])
      .describe('Requests that were not in the matter: registered apart, never here'),
    excuse: FreeText.optional().describe('Why it comes after the 30 days'),
  }),
});

export const askReviewPapersRoute = define({
  ...act,
  path: '/api/matters/:matter/ask-review-papers',
  summary: 'Ask the applicant to complete the request, once, with a full list',
  audit: 'matter.ask-review-papers',
  body: z.object({ list: FreeText, due: DayText }),
});

export const acceptReviewRoute = define({
  ...act,
  path: '/api/matters/:matter/accept-review',
  summary: 'Accept the request for review; its 30 days run from receipt (art. 35, 36)',
  audit: 'matter.accept-review',
  body: z.object({}),
});

export const refuseReviewRoute = define({
  ...act,
  path: '/api/matters/:matter/refuse-review',
  summary: 'Decline the request for review, with its reason',
  audit: 'matter.refuse-review',
  body: z.object({ reason: z.enum(REVIEW_REFUSALS), explain: FreeText }),
});

export const noteReviewRoute = define({
  ...act,
  path: '/api/matters/:matter/note-review',
  summary: 'Note a step of the review',
  audit: 'matter.note-review',
  body: z.object({ step: z.enum(REVIEW_STEPS), text: FreeText }),
});

export const draftReviewRoute = define({
  ...act,
  path: '/api/matters/:matter/draft-review',
  summary: 'Put a draft of the review opinion before the head',
  audit: 'matter.draft-review',
  body: ReviewDraftShape,
});

export const returnReviewDraftRoute = define({
  ...act,
  path: '/api/matters/:matter/return-review-draft',
  summary: 'Return the draft to its author',
  audit: 'matter.return-review-draft',
  body: z.object({ reason: FreeText }),
});

export const decideReviewRoute = define({
  ...act,
  path: '/api/matters/:matter/decide-review',
  summary: 'Approve and issue the review opinion; never one’s own draft',
  audit: 'matter.decide-review',
  body: z.object({ version: z.number().int().optional().describe('The draft that was read; another is not issued') }),
});

export const serveReviewRoute = define({
  ...act,
  path: '/api/matters/:matter/serve-review',
  summary: 'Record service of the review opinion; the next window starts',
  audit: 'matter.serve-review',
  body: z.object({
    way: z.enum(SERVICE_WAYS),
    on: DayText,
    signed: z.boolean().default(true),
    note: ShortText.default(''),
  }),
});

export const fileTerminationRoute = define({
  ...act,
  path: '/api/matters/:matter/file-termination',
  summary: 'File the termination after re-review (终结备案)',
  audit: 'matter.file-termination',
  body: z.object({ remark: FreeText.default('') }),
});
