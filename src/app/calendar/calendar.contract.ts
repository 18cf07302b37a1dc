import { z } from 'zod';
import type { Permission } from '../../domain/permission.ts';
import { DayText } from '../../ledger/acted.contract.ts';
import { defineRoute, type RouteContract } from '../../platform/http/route.contract.ts';
import { RunShape } from '../recount/recount.contract.ts';

/** A year's notice of days off, as it is entered. */
export const NoticeShape = z.object({
  off: z.array(DayText).max(120).describe('Days off, weekends within the holiday included'),
  on: z.array(DayText).max(60).describe('Make-up workdays (调休上班)'),
  names: z.record(DayText, z.string().max(60)).default({}),
  source: z.string().min(1).max(300).describe('Where it was published'),
});

/** Years whose notice is entered, with how often each was corrected. */
export const listCalendar = defineRoute({
  method: 'GET',
  path: '/api/calendar',
  summary: 'The years whose notices of days off are entered; any other is not yet published',
  permission: 'anyone',
  audit: 'list-calendar',
  response: z.object({
    id: z.string(),
    version: z.number().int(),
    years: z.array(
      z.object({ year: z.number().int(), off: z.number().int(), on: z.number().int(), source: z.string() }),
    ),
  }),
} satisfies RouteContract<Permission>);

export const publishCalendar = defineRoute({
  method: 'PUT',
  path: '/api/calendar/:year',
  summary:
    'Enter or correct a year’s notice of days off; running dates that it moves are listed, and wait for approval',
  permission: 'admin',
  audit: 'calendar.publish',
  params: z.object({ year: z.coerce.number().int().min(1949).max(2999) }),
  body: NoticeShape,
  response: z.object({
    year: z.number().int(),
    calendarVersion: z.number().int(),
    run: RunShape,
  }),
} satisfies RouteContract<Permission>);
