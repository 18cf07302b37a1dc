import { z } from 'zod';
import {
  ADOPTIONS,
  MEDIATION_KINDS,
  ORDER_DEFECTS,
  ORDER_WAYS,
  PROPOSAL_KINDS,
  REVIEW_LEVELS,
} from '../../domain/proceedings.ts';
import { RATED_SIDES, RATINGS } from '../../domain/vocabulary.ts';

const SaidText = z.object({ zh: z.string(), en: z.string() });
const Named = z.object({ id: z.string(), name: SaidText });
const PaperLink = z.object({ href: z.string(), number: z.string().optional() });
const Noted = z.object({ on: z.string(), text: z.string() });

/** A hearing: of the handling, or of the review named. */
export const HearingShape = z.object({
  id: z.string(),
  of: z.enum(['handling', ...REVIEW_LEVELS]),
  by: Named,
  orderedOn: z.string(),
  planned: z.string(),
  at: z.string().optional().describe('Hour and place'),
  topic: z.string().optional(),
  members: z.number().int().optional(),
  notice: PaperLink,
  held: z.object({ on: z.string(), attended: z.boolean(), minutes: z.string() }).optional(),
  ended: z
    .object({ on: z.string(), held: z.boolean().describe('False where it was called off'), text: z.string() })
    .optional(),
  conclusion: PaperLink.optional(),
  excluded: z
    .object({ from: z.string(), to: z.string().optional() })
    .optional()
    .describe('Days that do not count; without an end while it goes on'),
});

export const MediationShape = z.object({
  id: z.string(),
  kind: z.enum(MEDIATION_KINDS),
  phase: z.enum(['open', 'agreed', 'failed', 'performed', 'broken']),
  begunOn: z.string(),
  other: z.string(),
  mediators: z.string(),
  ended: Noted.optional(),
  agreement: PaperLink.optional(),
  promises: z.array(
    z.object({
      what: z.string(),
      who: z.string(),
      due: z.string(),
      clock: z.string(),
      noted: Noted.extend({ kept: z.boolean() }).optional(),
    }),
  ),
  confirmation: z
    .object({
      until: z.string().describe('Last day to ask the court together (C13)'),
      clock: z.string(),
      steps: z.array(Noted.extend({ step: z.enum(['applied', 'confirmed', 'refused']) })),
    })
    .optional(),
});

export const OrderShape = z.object({
  id: z.string(),
  by: Named,
  to: Named,
  way: z.enum(ORDER_WAYS),
  defect: z.enum(ORDER_DEFECTS),
  phase: z.enum(['open', 'answered', 'closed']),
  on: z.string(),
  due: z.string(),
  clock: z.string(),
  raisedBy: z.string().optional().describe('The submission by which it was raised above'),
  paper: PaperLink,
  steps: z.array(Noted.extend({ step: z.enum(['answered', 'returned', 'closed']) })),
});

export const ProposalShape = z.object({
  id: z.string(),
  kind: z.enum(PROPOSAL_KINDS),
  by: Named,
  to: Named,
  on: z.string(),
  clock: z.string(),
  paper: PaperLink,
  answer: Noted.extend({ adoption: z.enum(ADOPTIONS) }).optional(),
});

/** Every rating ever given on a side, the last the one that counts. */
export const RatingShape = z.object({
  side: z.enum(RATED_SIDES),
  level: z.enum(RATINGS),
  on: z.string(),
  reason: z.string().optional(),
  reopened: Noted.extend({ by: SaidText, until: z.string() })
    .optional()
    .describe('Where it was opened again: when, by whom, why, and until when it may be rated anew'),
});

/** What stands beside the handling of a matter, each list oldest first. */
export const ProceedingsShape = z.object({
  hearings: z.array(HearingShape),
  mediations: z.array(MediationShape),
  orders: z.array(OrderShape),
  proposals: z.array(ProposalShape),
  ratings: z.array(RatingShape),
  rehandled: z.array(Noted).describe('What was done after a dissatisfied rating'),
});
export type Proceedings = z.infer<typeof ProceedingsShape>;
