import { type ClockChange, type Clocks, evolveClocks } from './clocks.ts';
import type { Day } from './days.ts';
import type { ContentRef, InstrumentRef, MatterFact, MatterFacts } from './facts.ts';
import type { Channel, Purpose, RatedSide, RatingLevel, Route, ServiceWay, Verdict } from './vocabulary.ts';

/** States of one body's task on one matter (办理单元), law.md §2.2. */
export const ASSIGNMENT_PHASES = [
  'sent',
  'signed',
  'objected',
  'returned',
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

/** The assignment that now carries the matter: the newest that has not been returned. */
export function currentAssignment(state: MatterState): Assignment | undefined {
  return Object.values(state.assignments).findLast((assignment) => assignment.phase !== 'returned');
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

function change(state: MatterState, id: string, patch: Partial<Assignment>): MatterState['assignments'] {
  const before = state.assignments[id];
  return before ? { ...state.assignments, [id]: { ...before, ...patch } } : state.assignments;
}

function withInstrument(
  state: MatterState,
  ref: InstrumentRef | undefined,
  issuer: string,
  issuedOn: Day,
  assignment?: string,
): MatterState['instruments'] {
  if (!ref) return state.instruments;
  const base = { ...ref, issuer, issuedOn };
  return { ...state.instruments, [ref.id]: assignment === undefined ? base : { ...base, assignment } };
}

/** Folds one fact. Deterministic and total: history is never refused here. */
export function evolveMatter(before: MatterState, recorded: MatterFact): MatterState {
  const { fact, seq } = recorded;
  const changes: readonly ClockChange[] = 'clocks' in fact.body ? fact.body.clocks : [];
  const state: MatterState = { ...before, seq, clocks: evolveClocks(before.clocks, changes, seq) };
  switch (fact.kind) {
    case 'Opened':
      return opened({ ...state, openedAt: recorded.occurredAt }, fact.body);
    case 'RouteProposed':
      return { ...state, proposedRoute: fact.body.route };
    case 'Forwarded':
      return forwarded(state, fact.body);
    case 'Signed':
      return {
        ...state,
        assignments: change(state, fact.body.assignment, { phase: 'signed', signedOn: fact.body.on }),
      };
    case 'Objected': {
      const { assignment, on, suggests, instrument } = fact.body;
      return {
        ...state,
        assignments: change(state, assignment, { phase: 'objected', ...(suggests ? { suggestsBody: suggests } : {}) }),
        instruments: withInstrument(state, instrument, state.assignments[assignment]?.body ?? '', on, assignment),
      };
    }
    case 'ObjectionAgreed':
      return { ...state, assignments: change(state, fact.body.assignment, { phase: 'returned' }) };
    case 'ObjectionRefused':
      return {
        ...state,
        assignments: change(state, fact.body.assignment, { phase: 'signed', objectionRefused: true }),
      };
    case 'Accepted': {
      const { assignment, route, on, instrument } = fact.body;
      return {
        ...state,
        assignments: change(state, assignment, { phase: 'accepted', route, acceptedOn: on }),
        instruments: withInstrument(state, instrument, state.assignments[assignment]?.body ?? '', on, assignment),
      };
    }
    case 'NotAccepted':
    case 'RoutedOut': {
      const { assignment, on, instrument } = fact.body;
      const phase = fact.kind === 'NotAccepted' ? 'not-accepted' : 'routed-out';
      return {
        ...state,
        phase: 'closed',
        closedOn: on,
        assignments: change(state, assignment, {
          phase,
          ...(fact.kind === 'RoutedOut' ? { route: fact.body.route } : {}),
        }),
        instruments: withInstrument(state, instrument, state.assignments[assignment]?.body ?? '', on, assignment),
      };
    }
    case 'AnsweredDirectly': {
      const { assignment, by, on, instrument } = fact.body;
      return {
        ...state,
        phase: 'closed',
        closedOn: on,
        assignments: assignment ? change(state, assignment, { phase: 'answered' }) : state.assignments,
        instruments: withInstrument(state, instrument, by, on, assignment),
      };
    }
    case 'HandlerNamed':
      return {
        ...state,
        assignments: change(state, fact.body.assignment, {
          handler: fact.body.account,
          ...handlingIfAccepted(state, fact.body.assignment),
        }),
      };
    case 'WorkNoted':
      return {
        ...state,
        assignments: change(state, fact.body.assignment, handlingIfAccepted(state, fact.body.assignment)),
      };
    case 'ExtensionAsked': {
      const { assignment, days, by, content } = fact.body;
      return { ...state, assignments: change(state, assignment, { extensionAsked: { days, by, content } }) };
    }
    case 'Extended': {
      const { assignment, days, on, instrument } = fact.body;
      const total = (state.assignments[assignment]?.extendedDays ?? 0) + days;
      return {
        ...state,
        assignments: withoutAsked(state, assignment, { extendedDays: total }),
        instruments: withInstrument(state, instrument, state.assignments[assignment]?.body ?? '', on, assignment),
      };
    }
    case 'ExtensionRefused':
      return { ...state, assignments: withoutAsked(state, fact.body.assignment, {}) };
    case 'Drafted': {
      const { assignment, version, author, content } = fact.body;
      return {
        ...state,
        assignments: change(state, assignment, {
          phase: 'drafted',
          draft: { version, author, content, returned: false },
        }),
      };
    }
    case 'DraftReturned': {
      const draft = state.assignments[fact.body.assignment]?.draft;
      return {
        ...state,
        assignments: change(state, fact.body.assignment, {
          phase: 'handling',
          ...(draft ? { draft: { ...draft, returned: true } } : {}),
        }),
      };
    }
    case 'OpinionIssued': {
      const { assignment, on, verdicts, reviewers, instrument } = fact.body;
      return {
        ...state,
        assignments: change(state, assignment, {
          phase: 'decided',
          opinion: { instrument: instrument.id, issuedOn: on, verdicts, reviewers },
        }),
        instruments: withInstrument(state, instrument, state.assignments[assignment]?.body ?? '', on, assignment),
      };
    }
    case 'Served':
      return {
        ...state,
        phase: 'answered',
        closedOn: fact.body.on,
        assignments: change(state, fact.body.assignment, {
          phase: 'served',
          service: { on: fact.body.on, way: fact.body.way },
        }),
      };
    case 'Rated':
      return {
        ...state,
        ratings: { ...state.ratings, [fact.body.side]: { level: fact.body.level, on: fact.body.on } },
      };
    case 'ReviewAsked': {
      const { assignment, reviewer, on } = fact.body;
      return { ...state, reviewAsked: { assignment, reviewer, on } };
    }
    case 'Withdrawn':
      return {
        ...state,
        phase: 'withdrawn',
        closedOn: fact.body.on,
        assignments: Object.fromEntries(
          Object.entries(state.assignments).map(([id, assignment]) => [
            id,
            PHASE_IS_OPEN[assignment.phase] ? { ...assignment, phase: 'withdrawn' as const } : assignment,
          ]),
        ),
      };
    case 'SealedScanStored': {
      const instrument = state.instruments[fact.body.instrument];
      return instrument
        ? { ...state, instruments: { ...state.instruments, [instrument.id]: { ...instrument, scan: fact.body.file } } }
        : state;
    }
    case 'ImportedOpened': {
      const { submission, body, ...rest } = fact.body;
      return {
        ...state,
        ...rest,
        phase: 'open',
        openedAt: recorded.occurredAt,
        origin: 'imported',
        submissions: [submission],
        office: body,
        petitioners: 1,
        registeredOn: rest.receivedOn,
      };
    }
    case 'ImportedTransferred':
      return { ...state, transfers: fact.body.times };
    case 'ImportedAnswered':
      return { ...state, phase: 'answered', closedOn: fact.body.on, importedAnswer: fact.body };
  }
}

function opened(state: MatterState, body: MatterFacts['Opened']): MatterState {
  const { submission, own, clocks: _, ...rest } = body;
  const assignments: MatterState['assignments'] = own
    ? {
        [own]: {
          id: own,
          body: body.office,
          from: body.office,
          mode: 'own',
          phase: 'signed',
          sentOn: body.receivedOn,
          signedOn: body.receivedOn,
          objectionRefused: false,
          extendedDays: 0,
        },
      }
    : {};
  return { ...state, ...rest, phase: 'open', submissions: [submission], assignments };
}

function forwarded(state: MatterState, body: MatterFacts['Forwarded']): MatterState {
  const assignment: Assignment = {
    id: body.assignment,
    body: body.to,
    from: body.from,
    mode: body.mode,
    phase: 'sent',
    sentOn: body.on,
    objectionRefused: false,
    extendedDays: 0,
  };
  /* A body that sends its own matter on (条例 23¶1) is done with it. */
  const left = Object.fromEntries(
    Object.entries(state.assignments).map(([id, other]) => [
      id,
      PHASE_IS_OPEN[other.phase] && other.body === body.from ? { ...other, phase: 'returned' as const } : other,
    ]),
  );
  return {
    ...state,
    assignments: { ...left, [body.assignment]: assignment },
    instruments: withInstrument(state, body.instrument, body.from, body.on, body.assignment),
  };
}

function handlingIfAccepted(state: MatterState, id: string): Partial<Assignment> {
  return state.assignments[id]?.phase === 'accepted' ? { phase: 'handling' } : {};
}

function withoutAsked(state: MatterState, id: string, patch: Partial<Assignment>): MatterState['assignments'] {
  const before = state.assignments[id];
  if (!before) return state.assignments;
  const { extensionAsked: _, ...rest } = before;
  return { ...state.assignments, [id]: { ...rest, ...patch } };
}
