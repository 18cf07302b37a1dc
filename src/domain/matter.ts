import type { Clocks } from './clocks.ts';
import type { Day } from './days.ts';
import type { ContentRef, InstrumentRef } from './fact-parts.ts';
import type { Hearing, Mediation, Order, Proposal, Review } from './matter-sides.ts';
import type { ExOfficioReason, Procedure } from './proceedings.ts';
import type {
  Channel,
  NotAcceptedReason,
  Purpose,
  RatedSide,
  RatingLevel,
  Route,
  ServiceWay,
  Verdict,
} from './vocabulary.ts';

/** States of one body's task on one matter (办理单元), law.md §2.2. */
export const ASSIGNMENT_PHASES = [
  'sent',
  'signed',
  'objected',
  'disputed',
  'returned',
  'passed-on',
  'accepted',
  'handling',
  'drafted',
  'decided',
  'served',
  'not-accepted',
  'routed-out',
  'answered',
  'settled',
  'ended',
  'withdrawn',
] as const;
export type AssignmentPhase = (typeof ASSIGNMENT_PHASES)[number];

/** Phases in which the body still owes something. Typed so that a new phase must be answered for. */
export const PHASE_IS_OPEN = {
  sent: true,
  signed: true,
  objected: true,
  disputed: true,
  returned: false,
  'passed-on': false,
  accepted: true,
  handling: true,
  drafted: true,
  decided: true,
  served: false,
  'not-accepted': false,
  'routed-out': false,
  answered: false,
  settled: false,
  ended: false,
  withdrawn: false,
} as const satisfies Record<AssignmentPhase, boolean>;

export interface Assignment {
  readonly id: string;
  readonly body: string;
  readonly from: string;
  readonly mode: 'forward' | 'assign' | 'own' | 'designated';
  readonly phase: AssignmentPhase;
  readonly sentOn: Day;
  readonly signedOn?: Day;
  readonly route?: Route;
  readonly acceptedOn?: Day;
  readonly handler?: string;
  readonly procedure?: Procedure;
  readonly simpleSuggested?: boolean;
  readonly objectionRefused: boolean;
  readonly suggestsBody?: string;
  readonly dispute?: { readonly arbiter: string; readonly suggests: string; readonly on: Day };
  readonly supplement?: { readonly on: Day; readonly due: Day };
  /** Officers who said, or of whom it is said, that they have an interest; those who must withdraw, and who need not (条例 28¶3). */
  readonly interests?: readonly {
    readonly account: string;
    readonly by: 'officer' | 'petitioner' | 'match';
    /** Who decides, where it is about a head: the body above. */
    readonly decider?: string;
  }[];
  readonly recused?: readonly string[];
  readonly cleared?: readonly string[];
  readonly contributors?: Readonly<
    Record<string, { readonly askedOn: Day; readonly due: Day; readonly givenOn?: Day }>
  >;
  readonly extensionConsent?: boolean;
  readonly extensions?: number;
  readonly extensionAsked?: { readonly days: number; readonly by: string; readonly content: ContentRef };
  readonly extendedDays: number;
  readonly draft?: {
    readonly version: number;
    readonly author: string;
    readonly content: ContentRef;
    readonly returned: boolean;
  };
  readonly opinion?: {
    readonly instrument: string;
    readonly issuedOn: Day;
    readonly verdicts: readonly Verdict[];
    readonly reviewers: readonly string[];
    readonly executeBy?: Day;
  };
  readonly service?: { readonly on: Day; readonly way: ServiceWay };
  /** Handled again after review `review`; `ban`: not the same answer on the same facts and reasons (E40). */
  readonly redo?: { readonly review: string; readonly ban: boolean; readonly verdicts: readonly Verdict[] };
  readonly execution?: { readonly on: Day; readonly done: boolean };
  /** D9 to the assigner. */
  readonly report?: { readonly state: 'reported' | 'accepted' | 'returned'; readonly on: Day };
  /** The phase a withdrawal ended, should it be taken back. */
  readonly heldPhase?: AssignmentPhase;
}

export interface Instrument extends InstrumentRef {
  /** Seq of the fact it was issued with: papers are listed in this order (jsonb keeps no order of keys). */
  readonly seq: number;
  readonly issuer: string;
  readonly issuedOn: Day;
  readonly assignment?: string;
  /** The stamped sheet, scanned back; without it the paper is unsealed. */
  readonly scan?: string;
}

export const MATTER_PHASES = [
  'none',
  'open',
  'answered',
  'in-review',
  'ended',
  'closed',
  'settled',
  'merged',
  'withdrawn',
  'archived',
] as const;
export type MatterPhase = (typeof MATTER_PHASES)[number];

/** 信访事项: same persons, same facts and request. */
export interface MatterState {
  readonly seq: number;
  readonly phase: MatterPhase;
  readonly origin: 'here' | 'imported';
  readonly submissions: readonly string[];
  readonly office: string;
  readonly purpose: Purpose | 'unknown';
  readonly category: string;
  readonly division: string;
  readonly channel: Channel | 'unknown';
  readonly petitioners: number;
  readonly identityClear: boolean;
  readonly anonymous: boolean;
  readonly sealed: boolean;
  /** The body whose post keeps a sealed report. */
  readonly keeper?: string;
  readonly first?: boolean;
  readonly splitFrom?: string;
  readonly requests: number;
  readonly receivedOn: Day;
  /** ISO instant of the opening fact; lists sort by it. */
  readonly openedAt: string;
  readonly registeredOn?: Day;
  readonly accused: readonly string[];
  readonly pack: string;
  readonly content?: ContentRef;
  readonly proposedRoute?: Route;
  readonly assignments: Readonly<Record<string, Assignment>>;
  readonly instruments: Readonly<Record<string, Instrument>>;
  readonly clocks: Clocks;
  readonly ratings: Readonly<Partial<Record<RatedSide, { readonly level: RatingLevel; readonly on: Day }>>>;
  /** Ratings a second one took the place of, with who opened it again (E48). */
  readonly earlierRatings?: readonly {
    readonly side: RatedSide;
    readonly level: RatingLevel;
    readonly on: Day;
    readonly reopenedBy: string;
  }[];
  readonly reratable?: readonly RatedSide[];
  readonly rehandledOn?: Day;
  readonly reviews: Readonly<Record<string, Review>>;
  readonly hearings: Readonly<Record<string, Hearing>>;
  readonly mediations: Readonly<Record<string, Mediation>>;
  readonly orders: Readonly<Record<string, Order>>;
  readonly proposals: Readonly<Record<string, Proposal>>;
  /** Matters linked without being one with this (E21). */
  readonly related?: readonly string[];
  /** Where it went, when it was merged. */
  readonly mergedInto?: string;
  readonly splitInto?: readonly string[];
  /** Requests that came back with a matter merged into this one, by its number. */
  readonly merged?: Readonly<Record<string, { readonly requests: number }>>;
  /** How it ended for good: re-review served, or (only by a local rule) the window missed. */
  readonly final?: { readonly by: 're-review' | 'lapse'; readonly on: Day; readonly review?: string };
  readonly lapsedOn?: Day;
  /** Bodies that took over from one that had it in hand: the file is theirs to read (条例 24¶2). */
  readonly successors?: readonly string[];
  readonly exOfficio?: ExOfficioReason;
  readonly died?: { readonly on: Day; readonly succeeded: boolean };
  readonly terminationFiledOn?: Day;
  readonly notAcceptedFor?: { readonly reason: NotAcceptedReason; readonly cites?: string };
  readonly revisits?: number;
  readonly closedOn?: Day;
  /** Days and body of an imported answer. */
  readonly importedAnswer?: { readonly on: Day; readonly body: string; readonly content: ContentRef };
  readonly transfers?: number;
  readonly archived?: { readonly by: string; readonly on: Day; readonly keepUntil?: Day };
  /** Account that asked for the file to be erased. */
  readonly erasureProposed?: { readonly by: string; readonly on: Day };
  readonly erasedOn?: Day;
}

export const NO_MATTER: MatterState = {
  seq: 0,
  phase: 'none',
  origin: 'here',
  submissions: [],
  office: '',
  purpose: 'unknown',
  category: '',
  division: '',
  channel: 'unknown',
  petitioners: 0,
  identityClear: false,
  anonymous: false,
  sealed: false,
  requests: 0,
  receivedOn: '',
  openedAt: '',
  accused: [],
  pack: '',
  assignments: {},
  instruments: {},
  clocks: {},
  ratings: {},
  reviews: {},
  hearings: {},
  mediations: {},
  orders: {},
  proposals: {},
};

/** The papers of a matter in the order they were issued. */
export function papersOf(state: MatterState): readonly Instrument[] {
  return Object.values(state.instruments).sort((a, b) => a.seq - b.seq);
}

/** The assignments in the order they were made: a1, a2, … a10. */
export function tasksOf(state: MatterState): readonly Assignment[] {
  return Object.values(state.assignments).sort((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)));
}

/** The assignment that now carries the matter: the newest that was neither returned nor passed on. */
export function currentAssignment(state: MatterState): Assignment | undefined {
  return tasksOf(state).findLast((task) => task.phase !== 'returned' && task.phase !== 'passed-on');
}

/**
 * In the rated population (满评 4; E46)? Anonymous matters, reports, what is registered again of the same matter, and what
 * belongs to courts, arbitration or other procedures are not; imported lives open no window.
 */
export function isRated(state: MatterState): boolean {
  if (state.origin === 'imported' || state.anonymous || state.sealed || state.first === false) return false;
  return !Object.values(state.assignments).some((task) => task.phase === 'routed-out' || task.phase === 'ended');
}

/** The name of a clock of a task in this round of handling: handling again after a review starts clocks of its own. */
export function clockId(kind: 'handle' | 'apply-review' | 'rating' | 'execution', task: Assignment): string {
  return task.redo ? `${kind}:${task.id}:${task.redo.review}` : `${kind}:${task.id}`;
}

/** The newest of numbered things: r2 of r1, r2. */
function newest<T extends { readonly id: string }>(all: Readonly<Record<string, T>>): T | undefined {
  return numbered(all).at(-1);
}

/** In the order of their numbers; jsonb keeps none. */
export function numbered<T extends { readonly id: string }>(all: Readonly<Record<string, T>>): readonly T[] {
  return Object.values(all).sort((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)));
}

/** r1, r2, …: the next name in a list of numbered things. */
export function nextName(letter: string, all: Readonly<Record<string, unknown>>): string {
  return `${letter}${Object.keys(all).length + 1}`;
}

/** The review that is under way, from asking to service. */
export function openReview(state: MatterState): Review | undefined {
  const review = newest(state.reviews);
  return review && review.phase !== 'refused' && review.phase !== 'served' ? review : undefined;
}

/** The hearing that was ordered and has no conclusion yet. */
export function openHearing(state: MatterState): Hearing | undefined {
  return numbered(state.hearings).find((hearing) => hearing.concludedOn === undefined);
}

/** The mediation that goes on. */
export function openMediation(state: MatterState): Mediation | undefined {
  return numbered(state.mediations).find((mediation) => mediation.phase === 'open');
}

/** Written notice falls away only where name or address is unclear (条例 23¶2); registration and the decision never do. */
export function noticeIsDue(state: MatterState): boolean {
  return state.identityClear && !state.anonymous;
}

/** Every body the matter has been with, and whoever has a say in it: reviewers, contributors, whoever issued a paper in it. */
export function bodiesOf(state: MatterState): readonly string[] {
  const bodies = [
    state.office,
    ...Object.values(state.assignments).map((task) => task.body),
    ...(state.importedAnswer ? [state.importedAnswer.body] : []),
    ...Object.values(state.reviews).map((review) => review.reviewer),
    ...Object.values(state.assignments).flatMap((task) => [
      ...Object.keys(task.contributors ?? {}),
      ...(task.dispute ? [task.dispute.arbiter] : []),
      ...(task.interests ?? []).flatMap((one) => one.decider ?? []),
    ]),
    ...Object.values(state.orders).map((order) => order.to),
    ...Object.values(state.proposals).map((proposal) => proposal.to),
    ...Object.values(state.instruments).map((paper) => paper.issuer),
    ...(state.successors ?? []),
  ];
  return [...new Set(bodies)];
}

/** True while the office holds the matter with nobody else at work on it. */
export function isWithOffice(state: MatterState): boolean {
  return state.phase === 'open' && currentAssignment(state) === undefined;
}
