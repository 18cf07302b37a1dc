import { z } from 'zod';
import type { Permission } from '../../domain/permission.ts';
import { defineRoute, type RouteContract } from '../../platform/http/route.contract.ts';

const define = <const C extends RouteContract<Permission>>(contract: C): C => defineRoute(contract);
const SaidText = z.object({ zh: z.string(), en: z.string() });

/** Matters handed over by one request. */
export const MOST_AT_ONCE = 200;

export const readHandover = define({
  method: 'GET',
  path: '/api/handover',
  summary: 'What each officer of one’s body has in hand, for its head',
  permission: 'cases',
  audit: 'handover.read',
  response: z.object({
    people: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        inHand: z.int().describe('Matters this officer is the handler of'),
        mayTake: z.boolean().describe('Holds a post that handles'),
      }),
    ),
  }),
});

export const handOver = define({
  method: 'POST',
  path: '/api/handover',
  summary: `Name another handler for whatever an officer of one’s body has in hand, ${MOST_AT_ONCE} matters at one time`,
  permission: 'cases',
  audit: 'handover',
  keyed: true,
  limit: { hits: 20, seconds: 60 },
  body: z.strictObject({
    from: z.string().min(1).max(60).describe('Account of whoever leaves or is away'),
    to: z.string().min(1).max(60).describe('Account of whoever takes over'),
    unrelated: z.literal(true).describe('Whoever takes over has no interest in these matters or petitioners (art. 28)'),
  }),
  response: z.object({
    moved: z.int(),
    refused: z.array(z.object({ matter: z.string(), said: SaidText })).describe('These stay where they are'),
    left: z.int().describe('Still in hand: send again'),
  }),
});
