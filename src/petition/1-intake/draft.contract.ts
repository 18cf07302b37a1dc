import { z } from 'zod';
import { KeptFile, UploadAnswer } from '../../alongside/documents/files.contract.ts';
import { ID_KINDS } from '../../domain/particulars.ts';
import type { Permission } from '../../domain/permission.ts';
import { defineRoute, type RouteContract } from '../../platform/http/route.contract.ts';
import { ReceiptAnswer } from './intake.contract.ts';
import { MOST_REQUESTS, TRIED } from './portal/filing.rules.ts';
import { DOORS } from './portal/other-door.rules.ts';

const define = <const C extends RouteContract<Permission>>(contract: C): C => defineRoute(contract);

const DraftParams = z.object({ draft: z.uuid().describe('Id of the draft') });
const Said = z.object({ zh: z.string(), en: z.string() });
const Problem = z.object({ field: z.string().describe('`step.field`'), said: Said });

/** Enough for a room of people behind one address, too few to fill the table. */
const LIMIT = { hits: 240, seconds: 60 } as const;
const open = { permission: 'anyone', limit: LIMIT } as const;
const ofDraft = {
  ...open,
  params: DraftParams,
  headers: {
    'x-draft':
      'The secret that was given when the draft was begun or resumed. A browser may send the cookie of the portal instead, with the token of its form as x-csrf',
  },
} as const;

export const ForStep = z.object({
  kind: z
    .enum(['complaint', 'suggestion', 'report'])
    .optional()
    .describe('A report of wrongdoing is sealed from its first word on'),
  form: z.enum(['self', 'several', 'agent']).optional().describe('For whom'),
});

export const YouStep = z.object({
  anonymous: z.boolean().default(false),
  name: z.string().max(50).default(''),
  phone: z.string().max(30).default('').describe('Its last four digits open the petition later, beside the query code'),
  address: z.string().max(200).default('').describe('Where written answers go'),
  idKind: z.enum(ID_KINDS).default('none'),
  idNumber: z.string().max(40).default(''),
  count: z.int().min(2).max(9999).optional().describe('How many people, where several'),
  others: z.string().max(8000).default('').describe('The others, one a line: a name, and a phone where there is one'),
  forName: z.string().max(50).default('').describe('For whom an agent writes'),
  forPhone: z.string().max(30).default(''),
  forAddress: z.string().max(200).default(''),
});

export const WhereStep = z.object({
  district: z.string().max(12).default('').describe('Code of GET /api/divisions with 6 digits, or `unsure`'),
  street: z.string().max(12).default('').describe('Code with 9 digits within the district, where it is known'),
  place: z.string().max(200).default('').describe('In words; needed where the district is `unsure`'),
});

export const WhatStep = z.object({
  reported: z.string().max(300).default('').describe('Of a report: whom it is about'),
  text: z.string().max(10_000).default('').describe('What happened, in the petitioner’s own words'),
  since: z
    .string()
    .regex(/^\d{4}(-\d{1,2}(-\d{1,2})?)?$/)
    .optional()
    .meta({ description: 'Since when: a year, a month or a day', examples: ['2026-01'] }),
  tried: z.array(z.enum(TRIED)).default([]).describe('Ways gone already'),
});

export const AskStep = z.object({
  requests: z.array(z.string().max(500)).max(MOST_REQUESTS).default([]).describe('What is asked for, one by one'),
});

/** As it was typed: the portal keeps what a step would not take, so nothing here is bounded. */
const text = z.string();
const WrittenAnswer = z.object({
  for: z.object({ kind: text.optional(), form: text.optional() }),
  you: z.object({
    ...{ anonymous: z.boolean(), name: text, phone: text, address: text, idKind: text, idNumber: text },
    ...{ count: z.int().optional(), others: text, forName: text, forPhone: text, forAddress: text },
  }),
  where: z.object({ district: text, street: text, place: text }),
  what: z.object({ reported: text, text, since: text.optional(), tried: z.array(text) }),
  ask: z.object({ requests: z.array(text) }),
});

export const DraftAnswer = z
  .object({
    draft: z.string(),
    state: z.enum(['open', 'sending', 'sent']).describe('`sending` after a fault: send again, it is taken once'),
    savedAt: z.string(),
    expiresAt: z.string(),
    resumeCode: z.string().describe('Opens the draft elsewhere, which ends the secret used so far'),
    written: WrittenAnswer.describe('Every step in the shape it is saved in'),
    files: z.array(KeptFile),
    phoneConfirmed: z.boolean(),
    office: z.object({ id: z.string(), name: Said }).describe('Who would receive it'),
    problems: z.array(Problem).describe('To be mended before it can be sent'),
    doubts: z.array(Problem).describe('What looks like a slip in the step just saved; said once, never in the way'),
    door: z
      .object({ door: z.enum(DOORS), basis: z.array(z.string()).describe('`law:article`') })
      .optional()
      .describe('Another procedure that could decide it; it may be sent all the same (art. 31(1)-(5))'),
    receipt: ReceiptAnswer.optional().describe('Once it was sent'),
  })
  .meta({ id: 'Draft' });

export const OpenedDraftAnswer = z
  .object({ secret: z.string().describe('For the header x-draft; given once'), ...DraftAnswer.shape })
  .meta({ id: 'OpenedDraft' });

export const beginDraftRoute = define({
  ...open,
  method: 'POST',
  path: '/api/drafts',
  summary: 'Begin a draft with its first step: kept 14 days, encrypted, opened by its secret alone',
  audit: 'draft.begin',
  status: 201,
  body: ForStep,
  response: OpenedDraftAnswer,
  example: { body: { kind: 'complaint', form: 'self' } },
});

export const resumeDraftRoute = define({
  ...open,
  method: 'POST',
  path: '/api/drafts/resume',
  summary: 'Open a draft with its resume code; the secret used so far ends',
  audit: 'draft.resume',
  body: z.object({ code: z.string().max(20) }),
  response: OpenedDraftAnswer,
  example: { body: { code: '7K4M 29TX' } },
});

export const readDraftRoute = define({
  ...ofDraft,
  method: 'GET',
  path: '/api/drafts/:draft',
  summary: 'A draft: what was written, what is to be mended, and the receipt once it was sent',
  audit: 'draft.read',
  response: DraftAnswer,
});

export const dropDraftRoute = define({
  ...ofDraft,
  method: 'DELETE',
  path: '/api/drafts/:draft',
  summary: 'Delete a draft with its files; what was sent cannot be deleted',
  audit: 'draft.drop',
  response: z.object({ dropped: z.literal(true) }),
});

const step = { ...ofDraft, method: 'PUT', audit: 'draft.save', response: DraftAnswer } as const;

export const saveForRoute = define({
  ...step,
  path: '/api/drafts/:draft/for',
  summary: 'Save what it is and for whom; every step is saved whole, before it is looked at',
  body: ForStep,
  example: { body: { kind: 'complaint', form: 'self' } },
});

export const saveYouRoute = define({
  ...step,
  path: '/api/drafts/:draft/you',
  summary: 'Save who writes',
  body: YouStep,
  example: { body: { name: '周平安', phone: '13900009912', address: '临江区柳荫里3号楼' } },
});

export const saveWhereRoute = define({
  ...step,
  path: '/api/drafts/:draft/where',
  summary: 'Save where it happened',
  body: WhereStep,
  example: { body: { district: '990101', street: '990101001', place: '柳荫里小区3号楼北边' } },
});

export const saveWhatRoute = define({
  ...step,
  path: '/api/drafts/:draft/what',
  summary: 'Save what happened',
  body: WhatStep,
  example: { body: { text: '楼道灯从春天坏到现在。', since: '2026-01', tried: [] } },
});

export const saveAskRoute = define({
  ...step,
  path: '/api/drafts/:draft/ask',
  summary: 'Save what is asked for',
  body: AskStep,
  example: { body: { requests: ['把楼道灯修好'] } },
});

export const uploadToDraftRoute = define({
  ...ofDraft,
  method: 'POST',
  path: '/api/drafts/:draft/files',
  summary: 'Upload papers or photographs to a draft (multipart field `file`), at most ten in all',
  audit: 'draft.upload',
  files: true,
  response: UploadAnswer,
});

export const removeFromDraftRoute = define({
  ...ofDraft,
  method: 'DELETE',
  path: '/api/drafts/:draft/files/:file',
  summary: 'Take a file out of a draft again',
  audit: 'draft.remove-file',
  params: DraftParams.extend({ file: z.uuid() }),
  response: z.object({ files: z.array(KeptFile) }),
});

export const askPhoneCodeRoute = define({
  ...ofDraft,
  method: 'POST',
  path: '/api/drafts/:draft/phone-code',
  summary: 'Send a code to the draft’s mobile phone; five an hour, each good for ten minutes',
  audit: 'draft.ask-phone-code',
  response: z.object({ sentTo: z.string(), goodMinutes: z.int() }),
});

export const confirmPhoneRoute = define({
  ...ofDraft,
  method: 'POST',
  path: '/api/drafts/:draft/phone-code/confirm',
  summary: 'Confirm the phone with the code that was sent; never a condition of being registered',
  audit: 'draft.confirm-phone',
  body: z.object({ code: z.string().max(12) }),
  response: z.object({ phoneConfirmed: z.literal(true) }),
});

export const sendDraftRoute = define({
  ...ofDraft,
  method: 'POST',
  path: '/api/drafts/:draft/send',
  summary:
    'Send a draft: the first time freezes what it says, every other time ends at the same receipt. The draft is its own idempotency key',
  audit: 'submission.file',
  status: 201,
  body: z.object({ mayPublish: z.boolean().default(false).describe('The answer may be published, without names') }),
  response: ReceiptAnswer,
});
