import { type Clocks, evolveClocks } from './clocks.ts';
import type { Day } from './days.ts';
import type { ContentRef, SubmissionFact } from './facts.ts';
import type { Channel, IdentityGrade, Purpose } from './vocabulary.ts';

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
  readonly queryHash?: string;
  readonly pack: string;
  readonly content?: ContentRef;
  readonly papers: readonly {
    readonly by: 'petitioner' | 'body';
    readonly content: ContentRef;
    readonly files: readonly string[];
    readonly at: string;
  }[];
  readonly matters: readonly string[];
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
        clocks: evolveClocks(state.clocks, fact.body.clocks, seq),
      };
    case 'CodeReplaced':
      return { ...state, seq, queryHash: fact.body.queryHash };
    case 'DatesRecounted':
      return { ...state, seq, clocks: evolveClocks(state.clocks, fact.body.clocks, seq) };
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
