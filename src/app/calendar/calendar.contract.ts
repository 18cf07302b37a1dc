import { z } from 'zod';
import type { Permission } from '../../domain/permission.ts';
import { DayText } from '../../ledger/acted.contract.ts';
import { defineRoute, type RouteContract } from '../../platform/http/route.contract.ts';

/** A year's notice of days off, as it is entered. */
export const NoticeShape = z.object({
  off: z.array(DayText).max(120).describe('Days off, weekends within the holiday included'),
  on: z.array(DayText).max(60).describe('Make-up workdays (调休上班)'),
  names: z.record(DayText, z.string().max(60)).default({}),
  source: z.string().min(1).max(300).describe('Where it was published'),
});

export const publishCalendar = defineRoute({
  method: 'PUT',
  path: '/api/calendar/:year',
  summary: 'Enter a year’s notice of days off; running dates that rested on it are counted again',
  permission: 'admin',
  audit: 'calendar.publish',
  params: z.object({ year: z.coerce.number().int().min(1949).max(2999) }),
  body: NoticeShape,
  response: z.object({
    year: z.number().int(),
    calendarVersion: z.number().int(),
    looked: z.number().int(),
    recounted: z.number().int(),
  }),
} satisfies RouteContract<Permission>);
