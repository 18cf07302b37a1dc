import { z } from 'zod';
import { FirstFlagsShape } from '../../actors/persons/persons.contract.ts';
import { MATTER_ACTS } from '../../domain/acts.ts';
import { INSTRUMENT_KINDS } from '../../domain/fact-parts.ts';
import { DANGER_KINDS } from '../../domain/facts.ts';
import { ASSIGNMENT_PHASES, MATTER_PHASES } from '../../domain/matter.ts';
import type { Permission } from '../../domain/permission.ts';
import { PROCEDURES } from '../../domain/proceedings.ts';
import { CLOCK_KINDS } from '../../domain/rule-pack.ts';
import { RATED_SIDES, RATINGS, VERDICTS } from '../../domain/vocabulary.ts';
import { MatterParams, SubmissionParams } from '../../ledger/acted.contract.ts';
import { OpinionItemShape } from '../../petition/5-reply/reply.contract.ts';
import { ReviewFileShape, ReviewWindowShape } from '../../petition/7-review/review-file.contract.ts';
import { defineRoute, type RouteContract } from '../../platform/http/route.contract.ts';
import { ProceedingsShape } from './proceedings.contract.ts';

const define = <const C extends RouteContract<Permission>>(contract: C): C => defineRoute(contract);

export const SaidShape = z.object({ zh: z.string(), en: z.string() });
const Named = z.object({ id: z.string(), name: SaidShape });

/** A clock as a page draws it, with its reasons. */
export const ClockShape = z.object({
  id: z.string(),
  kind: z.enum(CLOCK_KINDS),
  label: SaidShape,
  rule: z.string().describe('C1-C16, or house'),
  article: SaidShape,
  statutory: z.boolean(),
  holder: SaidShape,
  outcome: z.enum(['running', 'met', 'late', 'void']),
  from: z.string(),
  due: z.string(),
  rawEnd: z.string(),
  assessmentDue: z.string(),
  endedOn: z.string().optional(),
  suspendedOn: z.string().optional().describe('Stands still since this day; the last day is known once it goes on'),
  level: z.enum(['normal', 'notice', 'warning', 'urgent', 'overdue']),
  daysLeft: z.number().int().describe('Negative when late'),
  share: z.number().describe('Share of the period gone, 0 to 1'),
  calendar: z.enum(['published', 'assumed']),
  calendarVersion: z.number().int(),
  pack: z.string(),
  basis: SaidShape.optional().describe('The local or sector rule its length comes from'),
  startedSeq: z.number().int(),
  why: z.object({ zh: z.array(z.string()), en: z.array(z.string()) }),
});

export const FileShape = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  size: z.number().int(),
  href: z.string(),
});

export const StoryShape = z.object({
  seq: z.number().int(),
  stream: z.string(),
  kind: z.string(),
  group: z.enum(['fact', 'paper', 'talk', 'internal']),
  at: z.string().describe('Instant it was recorded'),
  day: z.string(),
  who: SaidShape,
  title: SaidShape,
  detail: SaidShape.optional(),
  note: z.string().optional().describe('Free text as it was written'),
  instrument: z.string().optional(),
  files: z.array(FileShape).optional(),
});

export const ActShape = z.object({
  id: z.enum(MATTER_ACTS),
  label: SaidShape,
  assignment: z.string().optional(),
  open: z.boolean(),
  article: SaidShape.optional(),
  refusal: z.object({ code: z.string(), said: SaidShape, article: SaidShape.optional() }).optional(),
});

export const PersonView = z.object({
  name: z.string(),
  phone: z.string().optional(),
  address: z.string().optional(),
  idKind: z.string().optional(),
  idNumber: z.string().optional().describe('Masked: first 6 and last 2'),
});

export const InstrumentShape = z.object({
  id: z.string(),
  kind: z.enum(INSTRUMENT_KINDS),
  title: SaidShape,
  number: z.string().optional(),
  issuer: SaidShape,
  issuerId: z.string(),
  issuedOn: z.string(),
  assignment: z.string().optional(),
  sealed: z.boolean().describe('The stamped sheet is stored'),
  scan: FileShape.optional(),
  href: z.string().describe('The paper as an A4 page'),
});

export const AssignmentShape = z.object({
  id: z.string(),
  body: Named,
  from: Named,
  mode: z.enum(['forward', 'assign', 'own', 'designated']),
  phase: z.enum(ASSIGNMENT_PHASES),
  phaseLabel: SaidShape,
  sentOn: z.string(),
  signedOn: z.string().optional(),
  route: z.string().optional(),
  acceptedOn: z.string().optional(),
  handler: z.string().optional().describe('Name of the handler'),
  extendedDays: z.number().int(),
  extensionAsked: z.object({ days: z.number().int(), reason: z.string() }).optional(),
  draft: z
    .object({ version: z.number().int(), author: z.string(), returned: z.boolean(), items: z.array(OpinionItemShape) })
    .optional(),
  opinion: z
    .object({
      instrument: z.string(),
      issuedOn: z.string(),
      verdicts: z.array(z.enum(VERDICTS)),
      reviewers: z.array(Named),
    })
    .optional(),
  service: z.object({ on: z.string(), way: z.string() }).optional(),
  procedure: z.enum(PROCEDURES).optional(),
  simple: z
    .object({
      suggested: z.boolean().describe('The sender thinks it fits; the competent body decides'),
      closed: SaidShape.optional().describe('Why the simple procedure is not for this matter'),
    })
    .optional()
    .describe('While it is to be accepted'),
  acceptsOn: z.string().optional().describe('The day acceptance would count from: day 15 where that has passed'),
  interests: z
    .array(
      z.object({
        account: z.string(),
        name: z.string(),
        by: z.enum(['officer', 'petitioner', 'match']),
        yours: z.boolean().describe('For the viewer’s body to decide'),
      }),
    )
    .optional(),
  dispute: z.object({ arbiter: Named, suggests: Named }).optional(),
  redo: z
    .object({ review: z.string(), ban: z.boolean().describe('Not the same answer on the same facts and reasons') })
    .optional()
    .describe('Handled again after this review'),
});

export const PetitionPageAnswer = z
  .object({
    matter: z.string(),
    submission: z.string(),
    seq: z.number().int(),
    today: z.string(),
    title: z.string(),
    who: z.string(),
    people: z.array(PersonView),
    petitioners: z.number().int(),
    identity: z.string(),
    identityClear: z.boolean(),
    channel: z.string(),
    purpose: z.string(),
    category: Named,
    division: Named,
    place: z.string().optional(),
    since: z.string().optional(),
    erasedOn: z.string().optional().describe('What was written is no longer kept: its term was over'),
    reported: z.string().optional().describe('Whom a report is about, as whoever wrote it says'),
    remark: z.string().optional(),
    form: z.enum(['self', 'several', 'agent', 'guardian']).optional(),
    agentFor: PersonView.optional().describe('The principal, where an agent or a guardian wrote'),
    authority: z.enum(['shown', 'missing']).optional(),
    representatives: z.array(z.number().int()).optional().describe('Of `people`, by place'),
    told: z.string().optional().describe('How it was told, where not in writing and in Chinese'),
    submissions: z.array(z.string()).describe('All that belong to it, the first first'),
    related: z.array(z.string()),
    mergedInto: z.string().optional(),
    splitFrom: z.string().optional(),
    splitInto: z.array(z.string()),
    died: z.object({ on: z.string(), succeeded: z.boolean() }).optional(),
    ended: z.object({ by: z.enum(['re-review', 'lapse']), on: z.string() }).optional(),
    origin: z.enum(['here', 'imported']),
    source: z.string().optional(),
    sealed: z.boolean(),
    phase: z.enum(MATTER_PHASES),
    office: Named,
    holder: Named,
    holderSince: z.string(),
    route: z.string().optional(),
    proposedRoute: z.string().optional(),
    receivedOn: z.string(),
    registeredOn: z.string().optional(),
    text: z.string(),
    requests: z.array(z.string()),
    importedReply: z.object({ on: z.string(), body: Named, text: z.string() }).optional(),
    transfers: z.number().int().optional(),
    files: z.array(FileShape),
    accused: z.array(Named),
    clocks: z.array(ClockShape),
    assignments: z.array(AssignmentShape),
    instruments: z.array(InstrumentShape),
    story: z.array(StoryShape).describe('Oldest first'),
    acts: z.array(ActShape),
    next: z
      .object({
        acts: z.array(
          z.object({
            act: z.enum(MATTER_ACTS),
            label: SaidShape,
            body: Named,
            mine: z.boolean().describe('For a post of the viewer'),
            due: z.string().optional(),
            article: SaidShape,
            clock: z.string().optional().describe('The clock that says the day; its `why` says how it was counted'),
          }),
        ),
        rest: SaidShape.optional().describe('Where nobody owes anything: why'),
      })
      .describe('What is to be done next, by whom and by when, the most pressing first'),
    ratings: z.array(
      z.object({ side: z.enum(RATED_SIDES), level: z.enum(RATINGS), on: z.string(), reason: z.string().optional() }),
    ),
    review: z.object({ reviewer: Named, on: z.string(), reason: z.string() }).optional(),
    reviews: z.array(ReviewFileShape).describe('Every review, oldest first'),
    proceedings: ProceedingsShape.optional().describe('Hearings, mediations, orders, proposals, ratings'),
    reviewWindow: ReviewWindowShape.optional().describe('What the petitioner may ask for now'),
    reviewers: z.array(Named).describe('Who would review an opinion of the body now in charge'),
    extensionLeft: z.number().int(),
    siblings: z.array(z.object({ matter: z.string() })).describe('Other matters of the same submission'),
  })
  .meta({ id: 'PetitionPage' });
export type PetitionPageModel = z.infer<typeof PetitionPageAnswer>;

export const readPetition = define({
  method: 'GET',
  path: '/api/matters/:matter',
  summary: 'One matter whole: facts, clocks with their reasons, papers, and which acts are open to you',
  permission: 'cases',
  audit: 'matter.read',
  params: MatterParams,
  response: PetitionPageAnswer,
});

export const SubmissionPageAnswer = z
  .object({
    number: z.string(),
    today: z.string(),
    phase: z.enum(['received', 'registered']),
    sealed: z.boolean(),
    channel: z.string(),
    purpose: z.string(),
    division: Named,
    body: Named,
    receivedOn: z.string(),
    receivedAt: z.string(),
    petitioners: z.number().int(),
    identity: z.string(),
    title: z.string(),
    text: z.string(),
    requests: z.array(z.string()),
    place: z.string().optional(),
    since: z.string().optional(),
    erasedOn: z.string().optional().describe('What was written is no longer kept: its term was over'),
    reported: z.string().optional().describe('Whom a report is about, as whoever wrote it says'),
    remark: z.string().optional(),
    people: z.array(PersonView),
    files: z.array(FileShape),
    matters: z.array(z.string()),
    clocks: z.array(ClockShape),
    withheld: z
      .literal(true)
      .optional()
      .describe('A report of wrongdoing is in the letter: its words and papers are for the keeper (art. 30)'),
    mayRegister: z.object({ open: z.boolean(), said: SaidShape.optional() }),
    first: FirstFlagsShape.optional().describe(
      'In which scopes it is the first of its matter; absent where nobody said',
    ),
    agent: z.enum(['shown', 'missing']).optional(),
    danger: z
      .object({
        kinds: z.array(z.enum(DANGER_KINDS)),
        raisedAt: z.string(),
        acknowledgeBy: z.string(),
        acknowledgedAt: z.string().optional(),
        expiresOn: z.string(),
        liftedOn: z.string().optional(),
        report: z
          .object({ by: z.string(), doneAt: z.string().optional(), late: z.boolean() })
          .optional()
          .describe('C15: by when it is reported, or decided that it need not be'),
      })
      .optional()
      .describe('Words that may mean danger to life (art. 25); changes no date'),
    urgent: z.array(
      z.object({
        id: z.string(),
        at: z.string(),
        number: z.string().optional(),
        text: z.array(z.string()).describe('The report, paragraph by paragraph'),
        to: z.array(
          z.object({ id: z.string(), name: SaidShape, receivedAt: z.string().optional(), mine: z.boolean() }),
        ),
      }),
    ),
    can: z.object({
      flag: z.boolean(),
      acknowledge: z.boolean(),
      lift: z.boolean(),
      report: z.boolean(),
      authority: z.boolean(),
      people: z.boolean(),
    }),
  })
  .meta({ id: 'SubmissionPage' });
export type SubmissionPageModel = z.infer<typeof SubmissionPageAnswer>;

export const readSubmission = define({
  method: 'GET',
  path: '/api/submissions/:number',
  summary: 'One submission as it arrived',
  permission: 'cases',
  audit: 'submission.read',
  params: SubmissionParams,
  response: SubmissionPageAnswer,
});
