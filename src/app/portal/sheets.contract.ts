import { z } from 'zod';
import type { Permission } from '../../domain/permission.ts';
import { defineRoute, type RouteContract } from '../../platform/http/route.contract.ts';

const define = <const C extends RouteContract<Permission>>(contract: C): C => defineRoute(contract);

/** What citizens print: pages of the portal. */
const sheet = { method: 'GET', answers: 'page', query: z.object({ lang: z.string().optional() }) } as const;

export const ownPaperSheet = define({
  ...sheet,
  path: '/follow/:number/paper/:matter/:paper',
  summary: 'A paper of one’s own petition, to read and to print',
  permission: 'petitioner',
  audit: 'paper.print',
  params: z.object({ number: z.string(), matter: z.string(), paper: z.string() }),
  leads: { 'pass-first': '/follow', follow: '/follow' },
});

export const receiptSheet = define({
  ...sheet,
  path: '/receipt',
  summary:
    'The receipt of a draft that was sent, with its query code, while this browser keeps the draft (cookie `hd`)',
  permission: 'anyone',
  audit: 'receipt.print',
});
