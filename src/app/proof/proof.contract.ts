import { z } from 'zod';
import type { Permission } from '../../domain/permission.ts';
import { defineRoute, type RouteContract } from '../../platform/http/route.contract.ts';

const define = <const C extends RouteContract<Permission>>(contract: C): C => defineRoute(contract);

const limit = { hits: 120, seconds: 60 } as const;

export const ProofShape = z.object({
  index: z.int().describe('Place of the fact in the log'),
  size: z.int().describe('Entries of the log that the checkpoint was signed over'),
  path: z.array(z.string()).describe('Base64, from the leaf up (RFC 6962 §2.1.1)'),
  checkpoint: z.string().describe('Signed note (C2SP tlog-checkpoint)'),
  at: z.string().describe('When it was signed'),
});

const size = z.coerce
  .number()
  .int()
  .min(1)
  .max(2 ** 50)
  .optional()
  .describe('Size of a checkpoint one holds; the newest where absent');

export const readLogKey = define({
  method: 'GET',
  path: '/api/log/key',
  summary: 'Name of the log over all facts, and the public key its checkpoints are signed with (C2SP signed-note)',
  permission: 'anyone',
  audit: 'log.key',
  limit,
  response: z.object({ origin: z.string(), verifierKey: z.string() }),
});

export const readCheckpoint = define({
  method: 'GET',
  path: '/api/log/checkpoint',
  summary: 'The newest checkpoint: keep it anywhere, and nothing recorded until then can change unseen',
  permission: 'anyone',
  audit: 'log.checkpoint',
  limit,
  answers: 'file',
  types: ['text/plain'],
});

export const readTile = define({
  method: 'GET',
  path: '/api/log/tile/:level/:index',
  summary: 'A tile of the tree over the log: up to 256 hashes of 32 bytes (as in C2SP tlog-tiles)',
  permission: 'anyone',
  audit: 'log.tile',
  limit,
  params: z.object({ level: z.string().regex(/^\d{1,2}$/), index: z.string().regex(/^\d{1,15}$/) }),
  answers: 'file',
  types: ['application/octet-stream'],
});

export const readProof = define({
  method: 'GET',
  path: '/api/log/proof/:hash',
  summary: 'That the fact with this hash is in the log, to be checked by anybody; what the fact is stays unsaid',
  permission: 'anyone',
  audit: 'log.proof',
  limit,
  params: z.object({
    hash: z.string().regex(/^[0-9a-f]{64}$/, '存证码是64位的数字和a到f / a hash has 64 digits and letters a to f'),
  }),
  query: z.object({ size }),
  response: ProofShape,
});

const SubmissionNumber = z.string().regex(/^\d{6}-\d{4}-\d{6,9}$/);

export const readOwnProof = define({
  method: 'GET',
  path: '/api/follow/:number/proof',
  summary: 'The proof of one’s receipt, or of a paper that has reached one, with all it needs to be checked elsewhere',
  permission: 'petitioner',
  audit: 'proof.read',
  limit,
  params: z.object({ number: SubmissionNumber }),
  query: z.object({
    matter: z
      .string()
      .regex(/^\d{6}-\d{4}-\d{6,9}-\d{1,3}$/)
      .optional(),
    size,
    paper: z.string().max(40).optional().describe('With `matter`: the paper; without, the receipt'),
  }),
  answers: 'file',
  types: ['application/json'],
});
