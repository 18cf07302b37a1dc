import { z } from 'zod';
import { MATTER_PHASES } from '../../domain/matter.ts';
import { ID_KINDS } from '../../domain/particulars.ts';
import type { Permission } from '../../domain/permission.ts';
import { CHANNELS } from '../../domain/vocabulary.ts';
import { FreeText, MatterParams, ShortText, SubmissionParams } from '../../ledger/acted.contract.ts';
import { defineRoute, type RouteContract } from '../../platform/http/route.contract.ts';
import { saidSchema } from '../rulebook/rulebook.contract.ts';
import { KEY_KINDS } from './persons.rules.ts';

const define = <const C extends RouteContract<Permission>>(contract: C): C => defineRoute(contract);

/** Where a submission or matter stands; `received`: nobody has said yet which matters are in it. */
export const EARLIER_STATES = ['received', 'registered', ...MATTER_PHASES] as const;

const State = z.enum(EARLIER_STATES);

const Within = z.object({
  within: z.literal(true).describe('In the scope of your post'),
  number: z.string().describe('Number of the submission'),
  receivedOn: z.string(),
  channel: z.string(),
  body: saidSchema.describe('Who received it'),
  by: z.array(z.enum([...KEY_KINDS, 'agent'])).describe('What the two are known to be the same person by'),
  matters: z.array(
    z.object({
      number: z.string(),
      title: z.string(),
      state: State,
      holder: saidSchema,
      since: z.string().describe('With the holder since this day'),
    }),
  ),
  similarity: z.number().min(0).max(1).describe('Of title and text with the open one; a help, decides nothing'),
  excerpt: z.object({
    text: z.string(),
    ranges: z.array(z.tuple([z.number().int(), z.number().int()])).describe('What the open one says too, in the text'),
  }),
});

const Outside = z.object({
  within: z.literal(false).describe('Out of your scope, and likely the same matter'),
  number: z.string().describe('Of the matter, or of the submission where none is registered yet'),
  body: saidSchema.describe('Who has it'),
  since: z.string(),
  state: State,
});

/** 初次 in five scopes, five flags (law.md §5.5). */
export const FirstFlagsShape = z.object({
  nation: z.boolean().describe('全国初次'),
  body: z.boolean().describe('本机构初次'),
  addressee: z.boolean().describe('受信人初次'),
  channel: z.boolean().describe('全国信访形式初次'),
  bodyChannel: z.boolean().describe('登记机构信访形式初次'),
});

export const EarlierAnswer = z
  .object({
    compared: z.boolean().describe('False where too little is known of the person: a name needs a phone or an address'),
    earlier: z.array(z.discriminatedUnion('within', [Within, Outside])).describe('Newest first, at most 20'),
    flags: FirstFlagsShape.optional().describe(
      'In which scopes the open one is the first of the matter named as `same`',
    ),
  })
  .meta({ id: 'Earlier' });
export type EarlierAnswer = z.infer<typeof EarlierAnswer>;
export type Earlier = EarlierAnswer['earlier'][number];

const Same = MatterParams.shape.matter
  .optional()
  .describe('One of the matters found, which an officer says is the same');

export const findEarlier = define({
  method: 'GET',
  path: '/api/submissions/:number/earlier',
  summary: 'Earlier submissions of the person of an open one, for the repeat test. Each question is logged',
  permission: 'cases',
  audit: 'submission.find-earlier',
  params: SubmissionParams,
  query: z.strictObject({ same: Same }),
  response: EarlierAnswer,
});

const Typed = z.object({
  name: z.string().max(50).default(''),
  phone: z.string().max(30).optional(),
  address: z.string().max(200).optional(),
  idKind: z.enum(ID_KINDS).optional(),
  idNumber: z.string().max(40).optional(),
});

export const findEarlierOfTyped = define({
  method: 'POST',
  path: '/api/persons/earlier',
  summary: 'The same for a letter, visit or call that is being typed and has no number yet. Each question is logged',
  permission: 'intake',
  audit: 'person.find-earlier',
  limit: { hits: 600, seconds: 60 },
  body: z.object({
    form: z.enum(['self', 'several', 'agent', 'guardian']).default('self'),
    people: z.array(Typed).min(1).max(200),
    agentFor: Typed.optional(),
    title: z.string().max(80).default(''),
    text: FreeText.default(''),
    channel: z.enum(CHANNELS).default('letter'),
    addressee: ShortText.optional(),
    same: Same,
  }),
  response: EarlierAnswer,
});
