import type { Clocks } from './clocks.ts';
import type { Day } from './days.ts';
import type { ContentRef, InstrumentRef } from './facts.ts';
import type { Channel, Purpose, RatedSide, RatingLevel, Route, ServiceWay, Verdict } from './vocabulary.ts';

/** States of one body's task on one matter (办理单元), law.md §2.2. */
export const ASSIGNMENT_PHASES = [
  'sent',
  'signed',
  'objected',
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
  'withdrawn',
] as const;
export type AssignmentPhase = (typeof ASSIGNMENT_PHASES)[number];

/** Phases in which the body still owes something. Typed so that a new phase must be answered for. */
export const PHASE_IS_OPEN = {
  sent: true,
  signed: true,
  objected: true,
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
  withdrawn: false,
} as const satisfies Record<AssignmentPhase, boolean>;

export interface Assignment {
  readonly id: string;
  readonly body: string;
  readonly from: string;
  readonly mode: 'forward' | 'assign' | 'own';
  readonly phase: AssignmentPhase;
  readonly sentOn: Day;
  readonly signedOn?: Day;
  readonly route?: Route;
  readonly acceptedOn?: Day;
  readonly handler?: string;
  readonly objectionRefused: boolean;
  readonly suggestsBody?: string;
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
  };
  readonly service?: { readonly on: Day; readonly way: ServiceWay };
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

export const MATTER_PHASES = ['none', 'open', 'answered', 'closed', 'withdrawn'] as const;
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
  readonly reviewAsked?: { readonly assignment: string; readonly reviewer: string; readonly on: Day };
  readonly closedOn?: Day;
  /** Days and body of an imported answer. */
  readonly importedAnswer?: { readonly on: Day; readonly body: string; readonly content: ContentRef };
  readonly transfers?: number;
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
 * In the rated population (满评 4; E46)? Anonymous matters, reports, and what belongs to courts, arbitration or other
 * procedures are not; imported lives open no window.
 */
export function isRated(state: MatterState): boolean {
  if (state.origin === 'imported' || state.anonymous || state.sealed) return false;
  return !Object.values(state.assignments).some((task) => task.phase === 'routed-out');
}

/** Every body the matter has been with, and the reviewer it was brought to. */
export function bodiesOf(state: MatterState): readonly string[] {
  const bodies = [
    state.office,
    ...Object.values(state.assignments).map((task) => task.body),
    ...(state.importedAnswer ? [state.importedAnswer.body] : []),
    ...(state.reviewAsked ? [state.reviewAsked.reviewer] : []),
  ];
  return [...new Set(bodies)];
}

/** True while the office holds the matter with nobody else at work on it. */
export function isWithOffice(state: MatterState): boolean {
  return state.phase === 'open' && currentAssignment(state) === undefined;
}
