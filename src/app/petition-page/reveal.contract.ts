import { z } from 'zod';
import type { Permission } from '../../domain/permission.ts';
import { SubmissionParams } from '../../ledger/acted.contract.ts';
import { defineRoute, type RouteContract } from '../../platform/http/route.contract.ts';

/** What the whole number of a document is needed for; the trail says it. */
export const REVEAL_PURPOSES = ['identity', 'service', 'proceedings'] as const;
export type RevealPurpose = (typeof REVEAL_PURPOSES)[number];

export const REVEAL_LABELS = {
  identity: { zh: '核对是不是本人', en: 'To check who somebody is' },
  service: { zh: '送达文书', en: 'To serve a paper' },
  proceedings: { zh: '复查复核、诉讼等程序要用', en: 'For a review, a court or another procedure' },
} as const satisfies Record<RevealPurpose, { zh: string; en: string }>;

export const revealDocument = defineRoute({
  method: 'POST',
  path: '/api/submissions/:number/reveal',
  summary: 'The whole number of a person’s document, for a purpose that is recorded',
  permission: 'cases',
  audit: 'person.reveal',
  params: SubmissionParams,
  body: z.object({
    person: z.int().min(0).max(9_999).describe('Place in the list of people'),
    purpose: z.enum(REVEAL_PURPOSES),
    matter: z.string().max(40).optional().describe('The matter one reads it with, where one does not read the letter'),
  }),
  response: z.object({ idNumber: z.string() }),
} satisfies RouteContract<Permission>);
