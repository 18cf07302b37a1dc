import { z } from 'zod';
import type { Permission } from '../../domain/permission.ts';
import { defineRoute, type RouteContract } from '../../platform/http/route.contract.ts';

const define = <const C extends RouteContract<Permission>>(contract: C): C => defineRoute(contract);
const SaidText = z.object({ zh: z.string(), en: z.string() });

const providerRow = z.object({
  id: z.uuid(),
  issuer: z.string(),
  clientId: z.string(),
  claim: z.string(),
  label: SaidText,
  by: z.string().describe('Who entered it'),
  at: z.string(),
});

export const readSignOn = define({
  method: 'GET',
  path: '/api/session/sign-on',
  summary: 'How single sign-on is called here; absent where there is none. It begins at /sign-on',
  permission: 'anyone',
  audit: 'sign-on.read',
  response: z.object({ label: SaidText.optional() }),
});

export const administerSignOn = define({
  method: 'GET',
  path: '/api/admin/sign-on',
  summary: 'The provider in use, the one that waits for the security officer, and the address to register there',
  permission: 'accounts',
  audit: 'sign-on.administer',
  response: z.object({
    inUse: providerRow.optional(),
    waiting: providerRow.extend({ mine: z.boolean().describe('Whoever asks may decide on it') }).optional(),
    callback: z.string().describe('The redirect address to register with the provider'),
  }),
});

export const proposeSignOn = define({
  method: 'POST',
  path: '/api/admin/sign-on',
  summary: 'Enter an OpenID Connect provider; it is in use once the security officer confirms it',
  permission: 'admin',
  audit: 'sign-on.propose',
  limit: { hits: 30, seconds: 60 },
  body: z.strictObject({
    issuer: z
      .string()
      .trim()
      .min(8)
      .max(300)
      .meta({ examples: ['https://sso.example.gov/realms/city'] }),
    clientId: z.string().trim().min(1).max(200),
    secret: z.string().min(1).max(500),
    claim: z
      .string()
      .regex(/^[\w.:/-]{1,80}$/)
      .default('preferred_username')
      .describe('The claim that holds the user name here'),
    label: z.strictObject({ zh: z.string().trim().min(1).max(40), en: z.string().trim().min(1).max(60) }),
  }),
  response: z.object({ id: z.uuid() }),
});

export const decideSignOn = define({
  method: 'POST',
  path: '/api/admin/sign-on/decide',
  summary: 'Confirm or refuse the provider that waits',
  permission: 'security',
  audit: 'sign-on.decide',
  body: z.strictObject({ id: z.uuid(), confirm: z.boolean() }),
  response: z.object({ id: z.uuid() }),
});

export const endSignOn = define({
  method: 'POST',
  path: '/api/admin/sign-on/end',
  summary: 'Put single sign-on out of use at once',
  permission: 'accounts',
  audit: 'sign-on.end',
  response: z.object({ ended: z.boolean() }),
});
