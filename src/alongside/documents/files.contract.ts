import { z } from 'zod';
import type { Permission } from '../../domain/permission.ts';
import { SubmissionParams } from '../../ledger/acted.contract.ts';
import { defineRoute, type RouteContract } from '../../platform/http/route.contract.ts';

const define = <const C extends RouteContract<Permission>>(contract: C): C => defineRoute(contract);

export const KeptFile = z.object({ id: z.uuid(), name: z.string(), type: z.string(), size: z.number().int() });

export const UploadAnswer = z
  .object({
    files: z.array(KeptFile),
    refused: z.array(z.object({ name: z.string(), said: z.object({ zh: z.string(), en: z.string() }) })),
  })
  .meta({ id: 'Upload' });

export const uploadFiles = define({
  method: 'POST',
  path: '/api/files',
  summary: 'Upload papers or photographs (multipart field `file`), to be named in an act afterwards',
  permission: 'cases',
  audit: 'file.upload',
  files: true,
  bodyLimit: 12_000_000,
  response: UploadAnswer,
});

export const uploadOwnFiles = define({
  method: 'POST',
  path: '/api/follow/:number/files',
  summary:
    'Upload papers or photographs to one’s own petition (multipart field `file`), to be named in POST /api/follow/:number/papers',
  permission: 'petitioner',
  audit: 'file.upload',
  params: SubmissionParams,
  limit: { hits: 240, seconds: 60 },
  files: true,
  response: UploadAnswer,
});

export const readFile = define({
  method: 'GET',
  path: '/api/files/:region/:id',
  summary: 'A file, for whoever may read the case it belongs to: by session, by token, or by a petitioner’s pass',
  permission: 'anyone',
  audit: 'file.read',
  params: z.object({
    region: z
      .string()
      .regex(/^\d{6}$/)
      .describe('First six digits of the case’s number'),
    id: z.uuid(),
  }),
  answers: 'file',
  types: [
    'image/jpeg',
    'image/png',
    'application/pdf',
    'text/plain; charset=utf-8',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'audio/mpeg',
    'video/mp4',
  ],
});
