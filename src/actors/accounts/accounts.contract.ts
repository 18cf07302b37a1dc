import * as z from 'zod';
import type { Permission } from '../../domain/permission.ts';
import { ROLES } from '../../domain/vocabulary.ts';
import { defineRoute, type RouteContract } from '../../platform/http/route.contract.ts';
import { saidSchema } from '../rulebook/rulebook.contract.ts';
import { FACTOR_KINDS } from './passkeys.rules.ts';

export const passwordSchema = z.string().min(1).max(512);

export const sessionSchema = z.object({
  account: z.object({ id: z.string(), name: z.string(), title: saidSchema }),
  body: z.object({ id: z.string(), name: saidSchema, short: saidSchema }),
  roles: z.array(z.enum(ROLES)),
  /** To be sent as header `x-csrf` with every writing request that the cookie speaks for. */
  csrf: z.string(),
  /** A new password must be set before anything else. */
  mustChange: z.boolean(),
  /** A post of theirs takes a second factor, and there is none yet: it is set up before anything else. */
  mustAddFactor: z.boolean(),
  secondFactor: z.boolean(),
  /** The second factors there are. */
  factors: z.array(z.enum(FACTOR_KINDS)),
  /** Passkeys can be made at this address; they need a host name, and https. */
  passkeysHere: z.boolean(),
  /** Instant at which the session ends even while it is used. */
  expiresAt: z.string(),
});

export const enteredSchema = sessionSchema.extend({
  token: z.string(),
  /** Wrong passwords given for this login since its last sign-in, from anywhere. */
  failedTries: z.number().int(),
});

export const signIn = defineRoute({
  method: 'POST',
  path: '/api/session',
  summary: 'Sign in; sets the cookie `hs`. Programs send `token` as `Authorization: Bearer` instead',
  permission: 'anyone',
  audit: 'sign-in',
  limit: { hits: 120, seconds: 60 },
  body: z.strictObject({ login: z.string().trim().min(1).max(64), password: passwordSchema }),
  response: z.union([
    enteredSchema,
    z.object({
      ticket: z.string().describe('The second factor is owed: to be sent with one within five minutes'),
      steps: z
        .array(z.enum(FACTOR_KINDS))
        .describe(
          'Second factors of the account that can be given here; none where its passkeys are of another address',
        ),
    }),
  ]),
  example: { body: { login: 'chenyan', password: '……' } },
} satisfies RouteContract<Permission>);

export const ticketSchema = z.string().min(1).max(1_000);

export const signInSecond = defineRoute({
  method: 'POST',
  path: '/api/session/second',
  summary: 'The second step of signing in: a code of the telephone',
  permission: 'anyone',
  audit: 'sign-in',
  limit: { hits: 120, seconds: 60 },
  body: z.strictObject({ ticket: ticketSchema, code: z.string().trim().min(1).max(20) }),
  response: enteredSchema,
} satisfies RouteContract<Permission>);

export const beginFactor = defineRoute({
  method: 'POST',
  path: '/api/session/factor',
  summary: 'Begin a second factor (TOTP): its secret for an app; it counts once a code of it was given',
  permission: 'staff',
  audit: 'factor.begin',
  limit: { hits: 30, seconds: 60 },
  response: z.object({
    secret: z.string().describe('Base32'),
    address: z.string().describe('otpauth://, to be scanned'),
    qr: z.object({ size: z.int(), path: z.string() }).describe('The address as one SVG path of unit squares'),
  }),
} satisfies RouteContract<Permission>);

const code = z.string().trim().min(1).max(20);

export const confirmFactor = defineRoute({
  method: 'POST',
  path: '/api/session/factor/confirm',
  summary: 'Confirm the second factor by a code of it',
  permission: 'staff',
  audit: 'factor.confirm',
  limit: { hits: 30, seconds: 60 },
  body: z.strictObject({ code }),
  response: sessionSchema,
} satisfies RouteContract<Permission>);

export const removeFactor = defineRoute({
  method: 'POST',
  path: '/api/session/factor/remove',
  summary: 'Remove the codes of the telephone (TOTP), with the password and a code',
  permission: 'staff',
  audit: 'factor.remove',
  limit: { hits: 30, seconds: 60 },
  body: z.strictObject({ password: passwordSchema, code }),
  response: sessionSchema,
} satisfies RouteContract<Permission>);

export const listSessions = defineRoute({
  method: 'GET',
  path: '/api/session/all',
  summary: 'Where one is signed in',
  permission: 'staff',
  audit: 'list-sessions',
  response: z.object({
    sessions: z.array(z.object({ since: z.string(), seenAt: z.string(), expiresAt: z.string(), here: z.boolean() })),
  }),
} satisfies RouteContract<Permission>);

export const endOtherSessions = defineRoute({
  method: 'POST',
  path: '/api/session/end-others',
  summary: 'End every session of one’s own but this one',
  permission: 'staff',
  audit: 'end-sessions',
  response: z.object({ ended: z.int() }),
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

const define = <const C extends RouteContract<Permission>>(contract: C): C => defineRoute(contract);

const rolesSchema = z.array(z.enum(ROLES)).max(ROLES.length);
const params = z.object({ account: z.string().min(1).max(64) });

const order = z.object({
  id: z.uuid(),
  account: z.object({ id: z.string(), name: z.string(), login: z.string(), body: saidSchema }),
  kind: z.enum(['reset', 'roles']),
  roles: rolesSchema.optional(),
  askedBy: z.string().describe('Name of the administrator'),
  askedAt: z.string(),
  mine: z.boolean().describe('The viewer may decide it'),
});

const administered = z.object({
  id: z.string(),
  login: z.string(),
  name: z.string(),
  title: saidSchema,
  phone: z.string(),
  roles: rolesSchema,
  mustChange: z.boolean().describe('Has a first password that was not changed yet'),
  secondFactor: z.boolean(),
  sessions: z.int(),
  seenAt: z.string().nullable().describe('Last request of a session that still stands'),
  inHand: z.int().describe('Matters on the own desk'),
  endedOn: z.string().nullable(),
});

export const administerAccounts = define({
  method: 'GET',
  path: '/api/admin/accounts',
  summary: 'The accounts of a body, and what waits for a second administrator anywhere in the viewer’s place',
  permission: 'accounts',
  audit: 'account.list',
  query: z.strictObject({ body: z.string().min(1).max(64).optional() }),
  response: z.object({ accounts: z.array(administered), orders: z.array(order) }),
});

/** Posts that take a second factor beside the password; none in a new installation. */
export const readFactorPosts = define({
  method: 'GET',
  path: '/api/admin/factor-posts',
  summary: 'Posts that take a second factor',
  permission: 'accounts',
  audit: 'factor-posts.read',
  response: z.object({ posts: z.array(z.enum(ROLES)) }),
});

export const setFactorPosts = define({
  method: 'PUT',
  path: '/api/admin/factor-posts',
  summary: 'Say which posts take a second factor; whoever holds one without it sets it up before anything else',
  permission: 'security',
  audit: 'factor-posts.set',
  body: z.strictObject({ posts: z.array(z.enum(ROLES)).max(ROLES.length) }),
  response: z.object({ posts: z.array(z.enum(ROLES)) }),
});

const firstPassword = z
  .string()
  .describe('Shown once and kept nowhere; the holder must change it at the first sign-in');

export const createAccount = define({
  method: 'POST',
  path: '/api/admin/accounts',
  summary: 'Make an account; posts that administer wait for the security officer',
  permission: 'admin',
  audit: 'account.create',
  keyed: true,
  body: z.strictObject({
    body: z.string().min(1).max(64),
    login: z.string().trim().max(64),
    name: z.string().trim().min(1).max(50),
    title: z.string().trim().max(60).default(''),
    titleEn: z.string().trim().max(60).default(''),
    phone: z.string().trim().max(30).default(''),
    roles: rolesSchema,
  }),
  response: z.object({ id: z.string(), password: firstPassword, waits: z.boolean() }),
});

export const changeAccount = define({
  method: 'PUT',
  path: '/api/admin/accounts/:account',
  summary: 'Change name, title, telephone and posts; posts that administer wait for the security officer',
  permission: 'admin',
  audit: 'account.change',
  params,
  body: z.strictObject({
    name: z.string().trim().min(1).max(50),
    title: z.string().trim().max(60).default(''),
    titleEn: z.string().trim().max(60).default(''),
    phone: z.string().trim().max(30).default(''),
    roles: rolesSchema,
  }),
  response: z.object({ id: z.string(), waits: z.boolean() }),
});

export const endAccount = define({
  method: 'POST',
  path: '/api/admin/accounts/:account/end',
  summary: 'End an account, which nothing is in the hands of; its name stays in every trail',
  permission: 'admin',
  audit: 'account.end',
  params,
  response: z.object({ id: z.string() }),
});

export const askReset = define({
  method: 'POST',
  path: '/api/admin/accounts/:account/reset',
  summary: 'Ask for a new first password, for whoever lost theirs or the second factor; the security officer confirms',
  permission: 'admin',
  audit: 'account.ask-reset',
  params,
  response: z.object({ id: z.string() }),
});

export const endSessions = define({
  method: 'POST',
  path: '/api/admin/accounts/:account/end-sessions',
  summary: 'End every session of an account',
  permission: 'accounts',
  audit: 'account.end-sessions',
  params,
  response: z.object({ ended: z.int() }),
});

export const decideOrder = define({
  method: 'POST',
  path: '/api/admin/account-orders/:order/decide',
  summary: 'Confirm or refuse what an administrator asked for, as the security officer',
  permission: 'security',
  audit: 'account.decide',
  params: z.object({ order: z.uuid() }),
  body: z.strictObject({ confirm: z.boolean() }),
  response: z.object({ password: firstPassword.optional() }),
});

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
