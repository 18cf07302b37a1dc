import type { Day } from './days.ts';
import type { Draft, Recorded } from './facts.ts';

/** What a run counts again for: `2027`, the year of a calendar; or `nanjiang@2`, a layer of rules. */
export type RecountKind = 'calendar' | 'pack';

/** The life of a run that counts dates again: drafted, listed, approved or discarded, carried out. */
export type RecountFacts = {
  RecountDrafted: {
    readonly kind: RecountKind;
    readonly about: string;
    readonly calendarVersion: number;
    readonly by: string;
    readonly on: Day;
  };
  /** A long run goes on in another job; `done` says how many cases it has seen or changed so far. */
  RecountProceeded: { readonly step: 'listing' | 'applying'; readonly done: number };
  RecountListed: {
    /** Cases looked at, cases and dates that would change, dates that stay although their length changed. */
    readonly looked: number;
    readonly cases: number;
    readonly clocks: number;
    readonly spared: number;
  };
  RecountApproved: { readonly by: string; readonly body?: string; readonly on: Day };
  RecountDiscarded: { readonly by: string; readonly on: Day };
  RecountDone: { readonly cases: number };
};
export type RecountDraft = Draft<RecountFacts>;
export type RecountFact = Recorded<RecountDraft>;

export const RECOUNT_PHASES = ['none', 'drafting', 'drafted', 'approved', 'done', 'discarded'] as const;
export type RecountPhase = (typeof RECOUNT_PHASES)[number];

export interface RecountState {
  readonly seq: number;
  readonly phase: RecountPhase;
  readonly kind: RecountKind;
  readonly about: string;
  /** The calendar it was listed by: with another one the dates would not be those that were shown. */
  readonly calendarVersion: number;
  readonly draftedAt: string;
  readonly draftedBy: string;
  readonly listed?: RecountFacts['RecountListed'];
  readonly decidedAt?: string;
  readonly decidedBy?: string;
  readonly decidedBody?: string;
  readonly doneAt?: string;
  readonly changed?: number;
}

export const NO_RECOUNT: RecountState = {
  seq: 0,
  phase: 'none',
  kind: 'calendar',
  about: '',
  calendarVersion: 0,
  draftedAt: '',
  draftedBy: '',
};

/** Folds one fact. Deterministic and total. */
export function evolveRecount(state: RecountState, { fact, seq, occurredAt }: RecountFact): RecountState {
  switch (fact.kind) {
    case 'RecountDrafted': {
      const { kind, about, calendarVersion, by } = fact.body;
      return {
        ...NO_RECOUNT,
        seq,
        phase: 'drafting',
        kind,
        about,
        calendarVersion,
        draftedAt: occurredAt,
        draftedBy: by,
      };
    }
    case 'RecountProceeded':
      return { ...state, seq };
    case 'RecountListed':
      return { ...state, seq, phase: 'drafted', listed: fact.body };
    case 'RecountApproved': {
      const { by, body } = fact.body;
      return {
        ...state,
        seq,
        phase: 'approved',
        decidedAt: occurredAt,
        decidedBy: by,
        ...(body === undefined ? {} : { decidedBody: body }),
      };
    }
    case 'RecountDiscarded':
      return { ...state, seq, phase: 'discarded', decidedAt: occurredAt, decidedBy: fact.body.by };
    case 'RecountDone':
      return { ...state, seq, phase: 'done', doneAt: occurredAt, changed: fact.body.cases };
  }
}
