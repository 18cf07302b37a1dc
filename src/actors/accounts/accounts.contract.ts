import * as z from 'zod';
import type { Permission } from '../../domain/permission.ts';
import { ROLES } from '../../domain/vocabulary.ts';
import { defineRoute, type RouteContract } from '../../platform/http/route.contract.ts';
import { saidSchema } from '../rulebook/rulebook.contract.ts';

const passwordSchema = z.string().min(1).max(512);

const sessionSchema = z.object({
  account: z.object({ id: z.string(), name: z.string(), title: saidSchema }),
  body: z.object({ id: z.string(), name: saidSchema, short: saidSchema }),
  roles: z.array(z.enum(ROLES)),
  /** To be sent as header `x-csrf` with every writing request that the cookie speaks for. */
  csrf: z.string(),
  /** A new password must be set before anything else. */
  mustChange: z.boolean(),
  /** Instant at which the session ends even while it is used. */
  expiresAt: z.string(),
});

export const signIn = defineRoute({
  method: 'POST',
  path: '/api/session',
  summary: 'Sign in; sets the cookie `hs`. Programs send `token` as `Authorization: Bearer` instead',
  permission: 'anyone',
  audit: 'sign-in',
  limit: { hits: 120, seconds: 60 },
  body: z.strictObject({ login: z.string().trim().min(1).max(64), password: passwordSchema }),
  response: sessionSchema.extend({
    token: z.string(),
    /** Wrong passwords given for this login since its last sign-in, from anywhere. */
    failedTries: z.number().int(),
  }),
  example: { body: { login: 'chenyan', password: '……' } },
} satisfies RouteContract<Permission>);

export const readSession = defineRoute({
  method: 'GET',
  path: '/api/session',
  summary: 'Who is signed in',
  permission: 'staff',
  audit: 'read-session',
  response: sessionSchema,
} satisfies RouteContract<Permission>);

export const signOut = defineRoute({
  method: 'DELETE',
  path: '/api/session',
  summary: 'Sign out',
  permission: 'staff',
  audit: 'sign-out',
  response: z.object({ signedOut: z.literal(true) }),
} satisfies RouteContract<Permission>);

export const changePassword = defineRoute({
  method: 'POST',
  path: '/api/session/password',
  summary: "Change one's own password; other sessions of the account end",
  permission: 'staff',
  audit: 'change-password',
  limit: { hits: 30, seconds: 60 },
  body: z.strictObject({ current: passwordSchema, password: passwordSchema }),
  response: sessionSchema,
  example: { body: { current: '……', password: '……' } },
} satisfies RouteContract<Permission>);

export const listAccounts = defineRoute({
  method: 'GET',
  path: '/api/accounts',
  summary: 'Those who hold a post in a body, for naming a handler: one’s own body, for administrators any',
  permission: 'staff',
  audit: 'list-accounts',
  query: z.strictObject({ body: z.string().min(1).max(64) }),
  response: z.object({
    accounts: z.array(z.object({ id: z.string(), name: z.string(), title: saidSchema, roles: z.array(z.enum(ROLES)) })),
  }),
} satisfies RouteContract<Permission>);
