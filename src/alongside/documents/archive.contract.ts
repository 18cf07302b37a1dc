import { z } from 'zod';
import type { Permission } from '../../domain/permission.ts';
import { ActedAnswer, MatterParams } from '../../ledger/acted.contract.ts';
import { defineRoute, type RouteContract } from '../../platform/http/route.contract.ts';

const define = <const C extends RouteContract<Permission>>(contract: C): C => defineRoute(contract);
const act = { method: 'POST', permission: 'cases', params: MatterParams, response: ActedAnswer } as const;

export const archiveRoute = define({
  ...act,
  path: '/api/matters/:matter/archive',
  summary: 'Archive the file once nothing runs any more',
  audit: 'matter.archive',
  body: z.object({}),
});
