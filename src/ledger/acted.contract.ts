import { z } from 'zod';

/** The answer of every act on a matter. */
export const ActedAnswer = z
  .object({
    matter: z.string().describe('Number of the matter'),
    seq: z.number().int().describe('Where its history now stands'),
    facts: z.array(z.string()).describe('Kinds of the facts recorded'),
  })
  .meta({ id: 'Acted' });

export const MatterParams = z.object({
  matter: z
    .string()
    .regex(/^\d{6}-\d{4}-\d{6,9}-\d{1,3}$/)
    .meta({ description: 'Number of the matter', examples: ['990103-2026-000417-1'] }),
});

export const SubmissionParams = z.object({
  number: z
    .string()
    .regex(/^\d{6}-\d{4}-\d{6,9}$/)
    .meta({ description: 'Number of the submission', examples: ['990103-2026-000417'] }),
});

/** A day as the law counts it. */
export const DayText = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/)
  .meta({ description: 'Day, YYYY-MM-DD', examples: ['2026-03-02'] });
export const Assignment = z
  .string()
  .regex(/^a\d{1,4}$/)
  .meta({ description: 'Which assignment of the matter', examples: ['a1'] });
export const FreeText = z.string().max(20_000);
export const ShortText = z.string().max(500);
