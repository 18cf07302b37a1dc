import * as z from 'zod';
import type { Permission } from '../../domain/permission.ts';
import { defineRoute, type RouteContract } from '../../platform/http/route.contract.ts';

/** A sentence or name in both languages of the interface, as answers carry it. */
export const saidSchema = z.object({ zh: z.string(), en: z.string() });

const daySchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const listCategories = defineRoute({
  method: 'GET',
  path: '/api/categories',
  summary: 'The content categories, first and second level, parents before children',
  permission: 'anyone',
  audit: 'list-categories',
  response: z.object({
    categories: z.array(z.object({ code: z.string(), parent: z.string().optional(), name: saidSchema })),
  }),
} satisfies RouteContract<Permission>);

export const readCalendarYear = defineRoute({
  method: 'GET',
  path: '/api/calendar/:year',
  summary: 'Days off and make-up workdays of a year, or that its notice is not yet published',
  permission: 'anyone',
  audit: 'read-calendar',
  params: z.strictObject({ year: z.coerce.number().int().min(1949).max(2999) }),
  response: z.union([
    z.object({
      year: z.int(),
      status: z.literal('published'),
      off: z.array(daySchema),
      on: z.array(daySchema),
      names: z.record(daySchema, z.string()),
      source: z.string(),
      version: z.int(),
    }),
    z.object({ year: z.int(), status: z.literal('not-published') }),
  ]),
} satisfies RouteContract<Permission>);
