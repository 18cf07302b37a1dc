import { z } from 'zod';
import { addDays, parseDay } from '../domain/days.ts';
import { longestPeriod } from '../domain/due.ts';

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

/* No period counted from here leaves the calendar. */
const [FIRST, LAST] = [addDays('0001-01-01', longestPeriod), addDays('9999-12-31', -longestPeriod)] as const;

/** A day as the law counts it: in the calendar, and far enough from both its ends to be counted with. */
export const DayText = z.iso
  .date()
  .refine((text) => parseDay(text) !== undefined && text >= FIRST && text <= LAST, {
    params: {
      said: {
        zh: '请写真实的日期，如 2026-03-01；太远的年份不能计算期限',
        en: 'Write a real date such as 2026-03-01; no period can be counted in a year too far off',
      },
    },
  })
  .meta({ description: 'Day, YYYY-MM-DD', examples: ['2026-03-02'] });
export const Assignment = z
  .string()
  .regex(/^a\d{1,4}$/)
  .meta({ description: 'Which assignment of the matter', examples: ['a1'] });
export const FreeText = z.string().max(20_000);
export const ShortText = z.string().max(500);
