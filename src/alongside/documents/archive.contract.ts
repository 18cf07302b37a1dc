import { z } from 'zod';
import type { Permission } from '../../domain/permission.ts';
import { ActedAnswer, FreeText, MatterParams } from '../../ledger/acted.contract.ts';
import { defineRoute, type RouteContract } from '../../platform/http/route.contract.ts';
import { KEEPING_TERMS } from './archive.rules.ts';

const define = <const C extends RouteContract<Permission>>(contract: C): C => defineRoute(contract);
const act = { method: 'POST', permission: 'cases', params: MatterParams, response: ActedAnswer } as const;

export const archiveRoute = define({
  ...act,
  path: '/api/matters/:matter/archive',
  summary: 'Archive the file once nothing runs any more',
  audit: 'matter.archive',
  body: z.object({ term: z.enum(KEEPING_TERMS).default('long') }),
});

export const proposeErasureRoute = define({
  ...act,
  path: '/api/matters/:matter/propose-erasure',
  summary: 'Propose that a file whose term is over be erased',
  audit: 'matter.propose-erasure',
  body: z.object({}),
});

export const keepLongerRoute = define({
  ...act,
  path: '/api/matters/:matter/keep-longer',
  summary: 'Keep an archived file longer, saying why',
  audit: 'matter.keep-longer',
  body: z.object({ term: z.enum(KEEPING_TERMS), text: FreeText }),
});

export const eraseRoute = define({
  ...act,
  path: '/api/matters/:matter/erase',
  summary: 'Approve that what was written of a file be erased; its facts and hashes remain',
  audit: 'matter.erase',
  body: z.object({}),
});
