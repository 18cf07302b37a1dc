import { z } from 'zod';
import type { Permission } from '../../domain/permission.ts';
import { defineRoute, type RouteContract } from '../../platform/http/route.contract.ts';

const define = <const C extends RouteContract<Permission>>(contract: C): C => defineRoute(contract);

export const KeptFile = z.object({ id: z.uuid(), name: z.string(), type: z.string(), size: z.number().int() });

export const uploadFiles = define({
  method: 'POST',
  path: '/api/files',
  summary: 'Upload papers or photographs (multipart field `file`), to be named in an act afterwards',
  permission: 'cases',
  audit: 'file.upload',
  files: true,
  bodyLimit: 12_000_000,
  response: z.object({
    files: z.array(KeptFile),
    refused: z.array(z.object({ name: z.string(), said: z.object({ zh: z.string(), en: z.string() }) })),
  }),
});
