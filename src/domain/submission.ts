import { type Clocks, evolveClocks } from './clocks.ts';
import type { Day } from './days.ts';
import type { InstrumentRef } from './fact-parts.ts';
import type { ContentRef, DangerKind, FirstFlags, SubmissionFact } from './facts.ts';
import { clocksAfter, type Succession } from './succession.ts';
import type { Channel, IdentityGrade, Purpose } from './vocabulary.ts';

/** Words that may mean danger to life (条例 25): to be noticed by the officer on duty, lifted or expired. */
export interface Danger {
  readonly kinds: readonly DangerKind[];
  readonly raisedAt: string;
  readonly acknowledgeBy: string;
  /** By when it is reported, or decided that it need not be (C15). */
  readonly reportBy?: string;
  readonly acknowledgedAt?: string;
  readonly expiresOn: Day;
  readonly liftedOn?: Day;
}

/** D32 and who has received it. */
export interface UrgentReport {
  readonly id: string;
  readonly at: string;
  readonly by: string;
  readonly instrument: InstrumentRef;
  readonly to: readonly string[];
  readonly receivedBy: Readonly<Record<string, string>>;
}

/** 信访件: one arrival by one or more persons on one day. Immutable, numbered, counted. */
export interface SubmissionState {
  readonly seq: number;
  readonly phase: 'none' | 'received' | 'registered';
  readonly origin: 'here' | 'imported';
  readonly source?: string;
  readonly channel: Channel | 'unknown';
  readonly purpose: Purpose | 'unknown';
  readonly division: string;
  readonly body: string;
  readonly receivedOn: Day;
  readonly receivedAt: string;
  readonly registeredOn?: Day;
  readonly petitioners: number;
  readonly identity: IdentityGrade | 'unknown';
  readonly identityClear: boolean;
  readonly mayPublish: boolean;
  readonly sealed: boolean;
  readonly keeper?: string;
  readonly representatives?: number;
  /** Someone writes for another; `missing` until the authority was shown (E34). */
  readonly agent?: 'shown' | 'missing';
  readonly first?: FirstFlags;
  /** People who gave their names later, and who goes on after a death or for a ward. */
  readonly joinedPeople?: readonly ContentRef[];
  readonly successor?: ContentRef;
  readonly danger?: Danger;
  readonly reports?: Readonly<Record<string, UrgentReport>>;
  /** The body it was received by, where another has taken over since (条例 24¶2): arrivals are counted there. */
  readonly receivedBy?: string;
  readonly queryHash?: string;
  /** What the people wrote, and who they were, is no longer kept. */
  readonly erasedOn?: Day;
  readonly pack: string;
  readonly content?: ContentRef;
  readonly papers: readonly {
    readonly by: 'petitioner' | 'body';
    readonly content: ContentRef;
    readonly files: readonly string[];
    readonly at: string;
  }[];
  readonly matters: readonly string[];
  /** The highest number a matter of its own ever had: none is used twice. */
  readonly highest?: number;
  readonly clocks: Clocks;
}

export const NO_SUBMISSION: SubmissionState = {
  seq: 0,
  phase: 'none',
  origin: 'here',
  channel: 'unknown',
  purpose: 'unknown',
  division: '',
  body: '',
  receivedOn: '',
  receivedAt: '',
  petitioners: 0,
  identity: 'unknown',
  identityClear: false,
  mayPublish: false,
  sealed: false,
  pack: '',
  papers: [],
  matters: [],
  clocks: {},
};

/** The flag counts until it is lifted or its days are over; it belongs to the submission alone. */
export function isInDanger(state: SubmissionState, today: string): boolean {
  return state.danger !== undefined && state.danger.liftedOn === undefined && today <= state.danger.expiresOn;
}

/** The numbers of matters within their submission. */
function own(matters: readonly string[]): readonly number[] {
  return matters.map((id) => Number(id.split('-')[3] ?? 0));
}

/** Folds one fact. Deterministic and total. */
export function evolveSubmission(state: SubmissionState, recorded: SubmissionFact): SubmissionState {
  const { fact, seq } = recorded;
  switch (fact.kind) {
    case 'Received': {
      const { clocks, postmarkedOn: _, ...body } = fact.body;
      return {
        ...state,
        ...body,
        seq,
        phase: 'received',
        origin: 'here',
        receivedAt: recorded.occurredAt,
        clocks: evolveClocks(state.clocks, clocks, seq),
      };
    }
    case 'Registered':
      return {
        ...state,
        seq,
        phase: 'registered',
        registeredOn: fact.body.registeredOn,
        matters: fact.body.matters,
        ...(fact.body.first ? { first: fact.body.first } : {}),
        clocks: evolveClocks(state.clocks, fact.body.clocks, seq),
      };
    case 'MattersChanged':
      return {
        ...state,
        seq,
        matters: fact.body.matters,
        highest: Math.max(state.highest ?? 0, ...own(fact.body.matters)),
      };
    case 'AuthorityShown':
      return { ...state, seq, agent: 'shown' };
    case 'SuccessorNamed':
      return { ...state, seq, successor: fact.body.content };
    case 'PeopleAdded':
      return { ...state, seq, joinedPeople: [...(state.joinedPeople ?? []), fact.body.content] };
    case 'KeeperChanged':
      return { ...state, seq, keeper: fact.body.to };
    case 'DangerFlagged': {
      const { kinds, acknowledgeBy, expiresOn, reportBy } = fact.body;
      const danger = { kinds, raisedAt: recorded.occurredAt, acknowledgeBy, expiresOn };
      return { ...state, seq, danger: reportBy === undefined ? danger : { ...danger, reportBy } };
    }
    case 'AlarmAcknowledged':
      return state.danger
        ? { ...state, seq, danger: { ...state.danger, acknowledgedAt: recorded.occurredAt } }
        : { ...state, seq };
    case 'DangerLifted':
      return state.danger ? { ...state, seq, danger: { ...state.danger, liftedOn: fact.body.on } } : { ...state, seq };
    case 'UrgentReported': {
      const { report, by, to, instrument } = fact.body;
      const made: UrgentReport = { id: report, at: recorded.occurredAt, by, to, instrument, receivedBy: {} };
      return { ...state, seq, reports: { ...state.reports, [report]: made } };
    }
    case 'UrgentReceived': {
      const made = state.reports?.[fact.body.report];
      if (!made) return { ...state, seq };
      const receivedBy = { ...made.receivedBy, [fact.body.body]: recorded.occurredAt };
      return { ...state, seq, reports: { ...state.reports, [made.id]: { ...made, receivedBy } } };
    }
    case 'CodeReplaced':
      return { ...state, seq, queryHash: fact.body.queryHash };
    case 'DatesRecounted': {
      const { clocks, pack = state.pack } = fact.body;
      return { ...state, seq, pack, clocks: evolveClocks(state.clocks, clocks, seq) };
    }
    case 'BodySucceeded':
      return { ...succeeded(state, fact.body), seq };
    case 'SubmissionErased':
      return { ...state, seq, erasedOn: fact.body.on };
    case 'PapersAdded':
      return { ...state, seq, papers: [...state.papers, { ...fact.body, at: recorded.occurredAt }] };
    case 'ImportedReceived': {
      const { matter, source, sourceId: _, ...body } = fact.body;
      return {
        ...state,
        ...body,
        seq,
        source,
        phase: 'registered',
        origin: 'imported',
        receivedAt: recorded.occurredAt,
        registeredOn: fact.body.receivedOn,
        petitioners: 1,
        pack: 'historical@1',
        matters: [matter],
      };
    }
  }
}

/** The new body has it in hand, and whatever is owed on it; where it was received stays on record. */
function succeeded(state: SubmissionState, change: Succession): SubmissionState {
  const { from, to, keeper = state.keeper } = change;
  const reports = Object.entries(state.reports ?? {}).map(([id, report]) => {
    const waits = report.to.includes(from) && report.receivedBy[from] === undefined;
    return [id, waits ? { ...report, to: [...new Set(report.to.map((one) => (one === from ? to : one)))] } : report];
  });
  return {
    ...state,
    ...(state.body === from ? { body: to, receivedBy: state.receivedBy ?? from } : {}),
    ...(keeper === undefined ? {} : { keeper }),
    ...(state.reports ? { reports: Object.fromEntries(reports) } : {}),
    clocks: clocksAfter(state.clocks, change),
  };
}
