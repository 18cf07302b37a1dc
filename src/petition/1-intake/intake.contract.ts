import { z } from 'zod';
import { ID_KINDS } from '../../domain/particulars.ts';
import type { Permission } from '../../domain/permission.ts';
import { CHANNELS, IDENTITY_GRADES, PURPOSES } from '../../domain/vocabulary.ts';
import {
  ActedAnswer,
  DayText,
  FreeText,
  MatterParams,
  ShortText,
  SubmissionParams,
} from '../../ledger/acted.contract.ts';
import { defineRoute, type RouteContract } from '../../platform/http/route.contract.ts';

const define = <const C extends RouteContract<Permission>>(contract: C): C => defineRoute(contract);

export const PersonShape = z.object({
  name: z.string().max(50).default('').describe('Up to 50 characters; empty when anonymous'),
  phone: z.string().max(30).optional(),
  address: z.string().max(200).optional(),
  idKind: z.enum(ID_KINDS).optional(),
  idNumber: z.string().max(40).optional(),
});

export const ParticularsShape = z.object({
  form: z.enum(['self', 'several', 'agent', 'guardian']).default('self'),
  people: z.array(PersonShape).min(1).max(200).describe('The first is the main petitioner'),
  agentFor: PersonShape.optional().describe('The principal, where an agent writes'),
  authority: z
    .enum(['shown', 'missing'])
    .optional()
    .describe('Of an agent or a guardian; `missing` where it was not seen yet'),
  representatives: z
    .array(z.number().int().min(0).max(199))
    .max(200)
    .optional()
    .describe('Who of `people` speaks for the group, by place; at most five'),
  addressee: ShortText.optional().describe('Whom the letter names'),
  reported: ShortText.optional().describe('Whom a report of wrongdoing is about, in words'),
  told: z.string().max(40).optional().describe('`oral`, `sign`, or the language it was told in'),
  title: z.string().min(1).max(80).describe('The request in one line'),
  text: FreeText.describe('What happened, in the petitioner’s own words'),
  requests: z.array(ShortText.min(1)).max(20).describe('What is asked for, one by one'),
  place: ShortText.optional(),
  since: z.string().max(40).optional(),
  files: z.array(z.uuid()).max(30).default([]),
  tried: z.array(z.enum(['court', 'arbitration', 'reconsideration', 'review'])).default([]),
  remark: ShortText.optional(),
});

export const MatterShape = z.object({
  purpose: z.enum(PURPOSES),
  category: z.string().max(6).describe('Content category, a code of GET /api/categories'),
  title: z.string().min(1).max(80),
  text: FreeText,
  requests: z.array(ShortText.min(1)).min(1).max(20),
  accused: z
    .array(z.string().max(60))
    .max(20)
    .default([])
    .describe('Bodies complained of; the matter can never be sent to them'),
});

const Same = MatterParams.shape.matter
  .optional()
  .describe(
    'An earlier matter of the same person that this is about again, as the officer says; in which of the five scopes of 初次 it is still the first, the server finds',
  );

export const ReceiptAnswer = z
  .object({
    number: z.string(),
    code: z.string().describe('Query code, 16 digits; shown once. Empty for a sealed report'),
    matters: z.array(z.string()),
    receivedAt: z.string(),
    sealed: z.boolean().describe('A report of wrongdoing, kept by one named post'),
    care: z.boolean().describe('It tells of danger to life: an officer on duty is alerted and calls'),
  })
  .meta({ id: 'Receipt' });

export const filePetition = define({
  method: 'POST',
  path: '/api/petitions',
  summary: 'File a petition as a citizen, without an account',
  permission: 'anyone',
  audit: 'submission.file',
  keyed: true,
  limit: { hits: 600, seconds: 60 },
  status: 201,
  body: z.object({
    purpose: z.enum(PURPOSES).default('claim').describe('`report`: sealed, and followed by its number alone'),
    division: z
      .string()
      .regex(/^\d{6}(\d{3}){0,2}$/)
      .describe('Where it happened, a code of GET /api/divisions'),
    mayPublish: z.boolean().default(false),
    petitioners: z.number().int().min(1).max(9999).default(1),
    particulars: ParticularsShape,
  }),
  response: ReceiptAnswer,
});

export const registerArrival = define({
  method: 'POST',
  path: '/api/submissions',
  summary: 'Register a letter, visit or call',
  permission: 'intake',
  audit: 'submission.take-in',
  keyed: true,
  status: 201,
  body: z.object({
    channel: z.enum(CHANNELS),
    purpose: z.enum(PURPOSES),
    division: z
      .string()
      .regex(/^\d{6}(\d{3}){0,2}$/)
      .optional()
      .describe('Place complained of; absent: that of the registering body'),
    receivedOn: DayText.optional().describe('Day it reached the body; absent: today'),
    postmarkedOn: DayText.optional(),
    petitioners: z.number().int().min(1).max(9999).default(1),
    identity: z.enum(IDENTITY_GRADES).default('claimed'),
    mayPublish: z.boolean().default(false),
    particulars: ParticularsShape,
    matters: z.array(MatterShape).min(1).max(20).optional().describe('Absent: taken in, to be registered later'),
    same: Same,
  }),
  response: ReceiptAnswer,
});

export const registerFiled = define({
  method: 'POST',
  path: '/api/submissions/:number/register',
  summary: 'Register what a citizen filed: say which matters are in it',
  permission: 'intake',
  audit: 'submission.register',
  params: SubmissionParams,
  body: z.object({ matters: z.array(MatterShape).min(1).max(20), same: Same }),
  response: z.object({ number: z.string(), matters: z.array(z.string()) }),
});

export const replaceQueryCode = define({
  method: 'POST',
  path: '/api/submissions/:number/replace-code',
  summary: 'Give a new query code for a lost one; the old one is void',
  permission: 'intake',
  audit: 'submission.replace-code',
  params: SubmissionParams,
  body: z.object({
    checked: z.literal(true).describe('The petitioner was seen, or called back at the number on record'),
  }),
  response: z.object({ number: z.string(), code: z.string().describe('Shown once') }),
});

export const addPapersByBody = define({
  method: 'POST',
  path: '/api/submissions/:number/papers',
  summary: 'Add papers to a submission, as the body that holds it',
  permission: 'cases',
  audit: 'submission.add-papers',
  params: SubmissionParams,
  body: z.object({ text: FreeText.default(''), files: z.array(z.uuid()).max(30).default([]) }),
  response: z.object({ number: z.string() }),
});

export const addPapersByPetitioner = define({
  method: 'POST',
  path: '/api/follow/:number/papers',
  summary: 'Add papers to one’s own petition',
  permission: 'petitioner',
  audit: 'submission.add-papers',
  params: SubmissionParams,
  body: z.object({ text: FreeText.default(''), files: z.array(z.uuid()).max(30).default([]) }),
  response: z.object({ number: z.string() }),
});

export const withdrawByPetitioner = define({
  method: 'POST',
  path: '/api/follow/matters/:matter/withdraw',
  summary: 'Withdraw one’s own matter',
  permission: 'petitioner',
  audit: 'matter.withdraw',
  params: MatterParams,
  body: z.object({ reason: ShortText.default('') }),
  response: ActedAnswer,
});
