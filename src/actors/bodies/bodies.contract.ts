import * as z from 'zod';
import { BODY_KINDS } from '../../domain/bodies.ts';
import type { Permission } from '../../domain/permission.ts';
import { defineRoute, type RouteContract } from '../../platform/http/route.contract.ts';
import { saidSchema } from '../rulebook/rulebook.contract.ts';

export const listBodies = defineRoute({
  method: 'GET',
  path: '/api/bodies',
  summary: 'The bodies petitions may be sent to, a tree by `parent`',
  permission: 'staff',
  audit: 'list-bodies',
  response: z.object({
    bodies: z.array(
      z.object({
        id: z.string(),
        parent: z.string().optional(),
        kind: z.enum(BODY_KINDS),
        level: z.enum(['city', 'district', 'street']),
        division: z.string(),
        name: saidSchema,
        short: saidSchema,
        /** Category codes it is competent for; a first-level code covers everything under it. */
        subjects: z.array(z.string()),
        phone: z.string(),
      }),
    ),
  }),
} satisfies RouteContract<Permission>);

export const listDivisions = defineRoute({
  method: 'GET',
  path: '/api/divisions',
  summary: 'The places directly within one place; without `parent`, the top of the tree',
  permission: 'anyone',
  audit: 'list-divisions',
  query: z.strictObject({
    parent: z
      .string()
      .regex(/^(\d{6}|\d{9}|\d{12})$/)
      .optional(),
  }),
  response: z.object({
    divisions: z.array(
      z.object({
        code: z.string(),
        parent: z.string().optional(),
        level: z.string(),
        name: saidSchema,
        /** Whether there are places within. */
        children: z.boolean(),
      }),
    ),
  }),
} satisfies RouteContract<Permission>);
