import { z } from 'zod';
import type { Permission } from '../../domain/permission.ts';
import { REVIEW_LEVELS } from '../../domain/proceedings.ts';
import { RATED_SIDES, RATINGS } from '../../domain/vocabulary.ts';
import { SubmissionParams } from '../../ledger/acted.contract.ts';
import { defineRoute, type RouteContract } from '../../platform/http/route.contract.ts';
import { ClockShape, FileShape, SaidShape } from '../petition-page/petition-page.contract.ts';

const define = <const C extends RouteContract<Permission>>(contract: C): C => defineRoute(contract);

const RatingGiven = z.object({ side: z.enum(RATED_SIDES), level: z.enum(RATINGS), on: z.string() });

/** Where a matter stands, in the words of the person who asked. */
export const FollowMatterShape = z.object({
  matter: z.string(),
  title: z.string(),
  requests: z.array(z.string()),
  state: z.enum([
    'with-office',
    'sent',
    'signed',
    'accepted',
    'decided',
    'served',
    'not-accepted',
    'routed-out',
    'answered',
    'withdrawn',
    'settled',
    'closed',
    'merged',
    'ended',
    'imported',
  ]),
  headline: SaidShape.describe('Who has it, what comes next, by when'),
  late: z.boolean(),
  holder: z.object({ name: SaidShape, phone: z.string(), address: SaidShape, hours: SaidShape, since: z.string() }),
  handler: z.string().optional(),
  answeredBy: SaidShape.optional().describe('Who answers it, or has: also while a review is under way'),
  clock: ClockShape.optional().describe('The clock that counts for the petitioner now'),
  story: z
    .array(
      z.object({
        day: z.string(),
        who: SaidShape,
        said: SaidShape,
        note: z.string().optional(),
        paper: z.string().optional(),
      }),
    )
    .describe('Newest first'),
  papers: z.array(
    z.object({
      id: z.string(),
      title: SaidShape,
      number: z.string().optional(),
      issuer: SaidShape,
      issuedOn: z.string(),
      unsealed: z.boolean(),
      href: z.string(),
      scan: FileShape.optional(),
    }),
  ),
  can: z.object({
    addPapers: z.boolean(),
    withdraw: z.boolean(),
    rate: z.array(z.enum(RATED_SIDES)),
    askReview: z.boolean(),
    askReviewLate: z.boolean().describe('The window is over; with a good cause it may still be asked for'),
    takeBack: z.boolean().describe('A withdrawal may be taken back'),
    askRecusal: z.boolean(),
  }),
  takeBackUntil: z.string().optional().describe('Last day on which the withdrawal may be taken back'),
  rateUntil: z.string().optional(),
  review: z
    .object({
      level: z.enum(REVIEW_LEVELS),
      until: z.string(),
      late: z.boolean(),
      reviewers: z.array(z.object({ id: z.string(), name: SaidShape, phone: z.string(), address: SaidShape })),
    })
    .optional(),
  reviewAsked: z
    .object({
      level: z.enum(REVIEW_LEVELS),
      reviewer: SaidShape,
      on: z.string(),
      due: z.string().optional().describe('Last day for the decision, while it is awaited'),
    })
    .optional(),
  ratings: z.array(RatingGiven),
  earlierRatings: z.array(RatingGiven).optional().describe('Given before it was opened again; they stay on record'),
  rateAgain: z
    .array(z.object({ side: z.enum(RATED_SIDES), until: z.string() }))
    .optional()
    .describe('Sides one is asked to rate anew after more was done'),
  hearing: z
    .object({
      on: z.string(),
      at: z.string().optional().describe('Hour and place'),
      topic: z.string().optional(),
      by: SaidShape,
      held: z.boolean(),
    })
    .optional()
    .describe('The hearing that has no conclusion yet'),
  mediations: z
    .array(
      z.object({
        kind: SaidShape,
        phase: z.enum(['open', 'agreed', 'performed', 'broken']),
        other: z.string(),
        endedOn: z.string().optional(),
        promises: z.array(
          z.object({ what: z.string(), who: z.string(), due: z.string(), kept: z.boolean().optional() }),
        ),
        confirmUntil: z.string().optional().describe('Last day for both to ask the court together'),
        confirmed: z.enum(['applied', 'confirmed', 'refused']).optional(),
      }),
    )
    .optional(),
});
export type FollowMatter = z.infer<typeof FollowMatterShape>;

export const FollowAnswer = z
  .object({
    number: z.string(),
    today: z.string(),
    title: z.string(),
    receivedOn: z.string(),
    receivedAt: z.string(),
    registeredOn: z.string().optional(),
    channel: z.string(),
    body: z.object({ name: SaidShape, phone: z.string() }),
    authority: z
      .literal('missing')
      .optional()
      .describe('An agent who has shown no authority yet is told that it arrived, and of no matter'),
    registerClock: ClockShape.optional(),
    matters: z.array(FollowMatterShape).describe('Empty until it is registered'),
    readers: z
      .array(z.object({ body: SaidShape, opened: z.int(), last: z.string() }))
      .describe('Bodies whose officers opened it, the latest first'),
    added: z.array(
      z.object({ day: z.string(), by: z.enum(['petitioner', 'body']), text: z.string(), files: z.number().int() }),
    ),
  })
  .meta({ id: 'Follow' });
export type FollowModel = z.infer<typeof FollowAnswer>;

export const enterFollow = define({
  method: 'POST',
  path: '/api/follow',
  summary:
    'Open one’s petition with its query code and a second fact: the last 4 digits of the phone, or the name where no phone was given',
  permission: 'anyone',
  audit: 'follow.enter',
  limit: { hits: 60, seconds: 60 },
  body: z.object({ code: z.string().max(40), fact: z.string().max(50) }),
  response: z.object({ number: z.string(), csrf: z.string().describe('To be sent back as header x-csrf') }),
});

export const leaveFollow = define({
  method: 'DELETE',
  path: '/api/follow',
  summary: 'Leave: the pass ends, on this device and everywhere',
  permission: 'petitioner',
  audit: 'follow.leave',
  response: z.object({ left: z.literal(true) }),
});

export const readFollowed = define({
  method: 'GET',
  path: '/api/follow/:number',
  summary: 'Where one’s petition stands',
  permission: 'petitioner',
  audit: 'follow.read',
  params: SubmissionParams,
  response: FollowAnswer,
});

export const readOwnData = define({
  method: 'GET',
  path: '/api/follow/:number/data',
  summary: 'Everything kept of one’s own petition, as a file (PIPL art. 45)',
  permission: 'petitioner',
  audit: 'follow.own-data',
  limit: { hits: 120, seconds: 60 },
  params: SubmissionParams,
  answers: 'file',
  types: ['application/json'],
});
