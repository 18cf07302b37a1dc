import { z } from 'zod';
import type { Permission } from '../../domain/permission.ts';
import { defineRoute, type RouteContract } from '../../platform/http/route.contract.ts';

const define = <const C extends RouteContract<Permission>>(contract: C): C => defineRoute(contract);

/* A number that names nothing is answered with the page of what is not there, so nothing here has a form to fit. */
const number = z.string().meta({ description: 'Number of the submission', examples: ['990103-2026-000417'] });
const matter = z.string().meta({ description: 'Number of the matter', examples: ['990103-2026-000417-1'] });
const lang = z.string().optional().describe('`en`: the bar above the paper in English');

/** Office papers on A4 for the browser to print. Each printing is in the read log. */
const sheet = {
  method: 'GET',
  answers: 'page',
  audit: 'print',
  leads: { 'sign-in-first': '/desk/', 'change-password-first': '/desk/', 'add-factor-first': '/desk/' },
  query: z.object({ lang }),
} as const;

export const printRegistration = define({
  ...sheet,
  path: '/desk/print/registration/:number',
  summary: 'The registration form of a submission, on A4',
  permission: 'cases',
  params: z.object({ number }),
});

export const printReceipt = define({
  ...sheet,
  path: '/desk/print/receipt/:number',
  summary: 'The receipt of a submission and its counterfoil, without the query code',
  permission: 'cases',
  params: z.object({ number }),
});

export const printReading = define({
  ...sheet,
  path: '/desk/print/reading/:matter',
  summary: 'The reading sheet of a matter, filled in as far as the record goes',
  permission: 'cases',
  params: z.object({ matter }),
});

export const printPaper = define({
  ...sheet,
  path: '/desk/print/paper/:matter/:id',
  summary: 'A paper laid out as it is sent, unsealed until the stamped scan is stored',
  permission: 'cases',
  params: z.object({ matter, id: z.string() }),
});

export const printLedger = define({
  ...sheet,
  path: '/desk/print/ledger',
  summary: 'The ledger of a period: every matter in one’s scope, with totals',
  permission: 'staff',
  query: z.object({
    lang,
    from: z.string().optional().describe('Day; absent: 1 January of this year'),
    to: z.string().optional().describe('Day; absent: today'),
    phase: z.string().optional().describe('State; absent: all'),
  }),
});
