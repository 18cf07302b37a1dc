import { z } from 'zod';
import type { Permission } from '../../domain/permission.ts';
import { MatterParams, SubmissionParams } from '../../ledger/acted.contract.ts';
import { defineRoute, type RouteContract } from '../../platform/http/route.contract.ts';

const define = <const C extends RouteContract<Permission>>(contract: C): C => defineRoute(contract);

const PaperId = z.string().max(60).describe('Id of the paper, as the matter lists it');

/** The text exactly as it was issued and hashed, whatever the paper looks like when printed. */
const PaperText = z.object({
  kind: z.string(),
  template: z.string(),
  title: z.string(),
  issuer: z.string(),
  addressee: z.string(),
  paragraphs: z.array(z.object({ heading: z.boolean().optional(), text: z.string() })),
  date: z.string(),
  contact: z.string(),
});

export const PaperAnswer = z
  .object({
    matter: z.string(),
    id: z.string(),
    number: z.string().optional().describe('文号'),
    unsealed: z.boolean().describe('Until the scan of the stamped sheet is stored'),
    scan: z.object({ on: z.string(), href: z.string().optional() }).optional(),
    paper: PaperText.describe('In Chinese, as it was issued'),
  })
  .meta({ id: 'Paper' });

export const readPaperRoute = define({
  method: 'GET',
  path: '/api/matters/:matter/papers/:paper',
  summary: 'A paper of a matter, word for word',
  permission: 'cases',
  audit: 'paper.read',
  params: MatterParams.extend({ paper: PaperId }),
  response: PaperAnswer,
});

export const readOwnPaperRoute = define({
  method: 'GET',
  path: '/api/follow/:number/matters/:matter/papers/:paper',
  summary: 'A paper of one’s own petition that has reached one, word for word',
  permission: 'petitioner',
  audit: 'paper.read',
  params: SubmissionParams.extend({ ...MatterParams.shape, paper: PaperId }),
  response: PaperAnswer,
});
