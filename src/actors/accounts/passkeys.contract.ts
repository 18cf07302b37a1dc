import * as z from 'zod';
import type { Permission } from '../../domain/permission.ts';
import { defineRoute, type RouteContract } from '../../platform/http/route.contract.ts';
import { enteredSchema, passwordSchema, sessionSchema, ticketSchema } from './accounts.contract.ts';
import { LONGEST_LABEL } from './passkeys.rules.ts';

/** Bytes as WebAuthn writes them. */
const base64url = (longest: number) =>
  z
    .string()
    .regex(/^[A-Za-z0-9_-]+$/)
    .max(longest);

const credentialId = base64url(1_400);
const known = z.array(z.object({ type: z.literal('public-key'), id: z.string(), transports: z.array(z.string()) }));

export const listPasskeys = defineRoute({
  method: 'GET',
  path: '/api/session/passkeys',
  summary: 'One’s own passkeys',
  permission: 'staff',
  audit: 'passkey.list',
  response: z.object({
    passkeys: z.array(
      z.object({
        id: z.uuid(),
        label: z.string(),
        host: z.string().describe('The host name it was made at, and works at'),
        madeAt: z.string(),
        lastUsedAt: z.string().nullable(),
      }),
    ),
  }),
} satisfies RouteContract<Permission>);

export const beginPasskey = defineRoute({
  method: 'POST',
  path: '/api/session/passkeys/begin',
  summary: 'Begin a passkey: the options for `navigator.credentials.create`, good for two minutes and one answer',
  permission: 'staff',
  audit: 'passkey.begin',
  limit: { hits: 30, seconds: 60 },
  response: z.object({
    options: z.object({
      rp: z.object({ id: z.string(), name: z.string() }),
      user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
      challenge: z.string(),
      pubKeyCredParams: z.array(z.object({ type: z.literal('public-key'), alg: z.int() })),
      timeout: z.int().describe('Milliseconds'),
      excludeCredentials: known,
      authenticatorSelection: z.object({
        residentKey: z.literal('discouraged'),
        requireResidentKey: z.literal(false),
        userVerification: z.literal('preferred'),
      }),
      attestation: z.literal('none'),
    }),
  }),
} satisfies RouteContract<Permission>);

export const addPasskey = defineRoute({
  method: 'POST',
  path: '/api/session/passkeys',
  summary: 'Add the passkey that was begun; binary fields are base64url',
  permission: 'staff',
  audit: 'passkey.add',
  limit: { hits: 30, seconds: 60 },
  body: z.strictObject({
    label: z.string().trim().min(1).max(LONGEST_LABEL),
    credential: z.strictObject({
      id: credentialId,
      clientDataJSON: base64url(4_000),
      attestationObject: base64url(40_000),
      transports: z.array(z.string().max(20)).max(10).default([]),
    }),
  }),
  response: sessionSchema,
} satisfies RouteContract<Permission>);

export const removePasskey = defineRoute({
  method: 'POST',
  path: '/api/session/passkeys/:passkey/remove',
  summary: 'Remove a passkey, with the password',
  permission: 'staff',
  audit: 'passkey.remove',
  limit: { hits: 30, seconds: 60 },
  params: z.object({ passkey: z.uuid() }),
  body: z.strictObject({ password: passwordSchema }),
  response: sessionSchema,
} satisfies RouteContract<Permission>);

export const beginPasskeySignIn = defineRoute({
  method: 'POST',
  path: '/api/session/second/passkey/begin',
  summary:
    'The second step by a passkey: the options for `navigator.credentials.get`, good for two minutes and one answer',
  permission: 'anyone',
  audit: 'sign-in',
  limit: { hits: 120, seconds: 60 },
  body: z.strictObject({ ticket: ticketSchema }),
  response: z.object({
    options: z.object({
      rpId: z.string(),
      challenge: z.string(),
      allowCredentials: known,
      timeout: z.int().describe('Milliseconds'),
      userVerification: z.literal('preferred'),
    }),
  }),
} satisfies RouteContract<Permission>);

export const signInPasskey = defineRoute({
  method: 'POST',
  path: '/api/session/second/passkey',
  summary: 'The second step of signing in: what the passkey signed; binary fields are base64url',
  permission: 'anyone',
  audit: 'sign-in',
  limit: { hits: 120, seconds: 60 },
  body: z.strictObject({
    ticket: ticketSchema,
    credential: z.strictObject({
      id: credentialId,
      clientDataJSON: base64url(4_000),
      authenticatorData: base64url(4_000),
      signature: base64url(4_000),
    }),
  }),
  response: enteredSchema,
} satisfies RouteContract<Permission>);
