import { z } from 'zod';
import { REVIEW_PHASES } from '../../domain/matter-sides.ts';
import {
  REVIEW_GROUNDS,
  REVIEW_LEVELS,
  REVIEW_OUTCOMES,
  REVIEW_REFUSALS,
  REVIEW_STEPS,
} from '../../domain/proceedings.ts';
import { FreeText } from '../../ledger/acted.contract.ts';

/** What a reviewer puts before the head: the substance of D19 or D20. Also what its content row holds. */
export const ReviewDraftShape = z.object({
  outcome: z.enum(REVIEW_OUTCOMES),
  grounds: z.array(z.enum(REVIEW_GROUNDS)).max(6).default([]),
  facts: FreeText,
  opinion: FreeText,
  redoDays: z.number().int().min(1).max(180).optional().describe('Revoked: days to handle it again'),
});
export type ReviewDraftContent = z.infer<typeof ReviewDraftShape>;

const SaidText = z.object({ zh: z.string(), en: z.string() });
const Named = z.object({ id: z.string(), name: SaidText });

/** One 复查 or 复核 as the page of its matter shows it. */
export const ReviewFileShape = z.object({
  id: z.string(),
  level: z.enum(REVIEW_LEVELS),
  phase: z.enum(REVIEW_PHASES),
  reviewer: Named,
  respondent: Named.describe('Whose opinion it is about'),
  handler: Named.describe('Who would handle it again'),
  next: z.array(Named).describe('Who may be asked to re-review its decision; empty where it is the last word'),
  heardOn: z.string().optional().describe('Day of the hearing'),
  attacked: z
    .object({ title: SaidText, number: z.string().optional(), issuedOn: z.string(), href: z.string() })
    .optional()
    .describe('The opinion it is about'),
  askedOn: z.string(),
  filedOn: z.string().describe('Day it first reached a body, which is the day that counts'),
  filedAt: Named.optional().describe('Where it came in, if that was another body'),
  reason: z.string(),
  excuse: z.string().optional().describe('Why it comes after the 30 days'),
  due: z.string().optional().describe('Last day for the decision'),
  acceptedOn: z.string().optional(),
  refusedFor: z.enum(REVIEW_REFUSALS).optional(),
  papersDue: z.string().optional(),
  steps: z.array(z.enum(REVIEW_STEPS)),
  draft: ReviewDraftShape.extend({
    grounds: z.array(z.enum(REVIEW_GROUNDS)),
    version: z.number().int(),
    author: z.string(),
    returned: z.string().optional().describe('What the head wants changed'),
  })
    .optional()
    .describe('Only for the body that reviews'),
  decision: z
    .object({
      on: z.string(),
      outcome: z.enum(REVIEW_OUTCOMES),
      grounds: z.array(z.enum(REVIEW_GROUNDS)),
      reviewers: z.array(Named),
      instrument: z.string(),
    })
    .optional(),
  servedOn: z.string().optional(),
});
export type ReviewFile = z.infer<typeof ReviewFileShape>;

/** What may be asked for now: at which level, of whom, until when. */
export const ReviewWindowShape = z.object({
  level: z.enum(REVIEW_LEVELS),
  due: z.string(),
  from: z.string().describe('Day of service'),
  late: z.boolean(),
  reviewers: z.array(Named),
});
