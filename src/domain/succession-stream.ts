import type { Day } from './days.ts';
import type { ContentRef } from './fact-parts.ts';
import type { Draft, Recorded } from './facts.ts';
import type { SuccessionPlan } from './succession.ts';

/** What becomes of a body: its matters go over as a whole, are shared out, or it ends and others go on. */
export const SUCCESSION_KINDS = ['merged', 'split', 'abolished'] as const;
export type SuccessionKind = (typeof SUCCESSION_KINDS)[number];

/** The life of a run that carries a body's matters over: planned, listed, approved or discarded, carried out. */
export type SuccessionFacts = {
  SuccessionPlanned: {
    readonly kind: SuccessionKind;
    readonly plan: SuccessionPlan;
    /** The day from which the body is no more. */
    readonly endsOn: Day;
    readonly basis: ContentRef;
    readonly by: string;
    readonly on: Day;
  };
  /** A long run goes on in another job; `done` says how many cases it has seen or moved so far. */
  SuccessionProceeded: { readonly step: 'listing' | 'applying'; readonly done: number };
  SuccessionListed: { readonly cases: number; readonly open: number; readonly unclear: number };
  /** Where nobody follows from the plan, whom Party committee and government name (条例 24¶2). */
  SuccessorDesignated: { readonly stream: string; readonly to: string; readonly by: string; readonly on: Day };
  SuccessionApproved: { readonly by: string; readonly body?: string; readonly on: Day };
  SuccessionDiscarded: { readonly by: string; readonly on: Day };
  SuccessionDone: { readonly cases: number };
};
export type SuccessionDraft = Draft<SuccessionFacts>;
export type SuccessionFact = Recorded<SuccessionDraft>;

export type SuccessionPhase = 'none' | 'drafting' | 'drafted' | 'approved' | 'done' | 'discarded';

export interface SuccessionState {
  readonly seq: number;
  readonly phase: SuccessionPhase;
  readonly kind: SuccessionKind;
  readonly plan: SuccessionPlan;
  readonly endsOn: Day;
  readonly basis?: ContentRef;
  readonly draftedAt: string;
  readonly draftedBy: string;
  readonly listed?: SuccessionFacts['SuccessionListed'];
  readonly decidedAt?: string;
  readonly decidedBy?: string;
  readonly decidedBody?: string;
  readonly doneAt?: string;
  readonly moved?: number;
}

export const NO_SUCCESSION: SuccessionState = {
  seq: 0,
  phase: 'none',
  kind: 'merged',
  plan: { from: '', parts: [], officers: '' },
  endsOn: '',
  draftedAt: '',
  draftedBy: '',
};

/** Folds one fact. Deterministic and total. */
export function evolveSuccession(before: SuccessionState, { fact, seq, occurredAt }: SuccessionFact): SuccessionState {
  const state: SuccessionState = { ...before, seq };
  switch (fact.kind) {
    case 'SuccessionPlanned': {
      const { kind, plan, endsOn, basis, by } = fact.body;
      return {
        ...NO_SUCCESSION,
        seq,
        phase: 'drafting',
        kind,
        plan,
        endsOn,
        basis,
        draftedAt: occurredAt,
        draftedBy: by,
      };
    }
    case 'SuccessionProceeded':
    case 'SuccessorDesignated':
      return state;
    case 'SuccessionListed':
      return { ...state, phase: 'drafted', listed: fact.body };
    case 'SuccessionApproved': {
      const { by, body } = fact.body;
      return {
        ...state,
        phase: 'approved',
        decidedAt: occurredAt,
        decidedBy: by,
        ...(body === undefined ? {} : { decidedBody: body }),
      };
    }
    case 'SuccessionDiscarded':
      return { ...state, phase: 'discarded', decidedAt: occurredAt, decidedBy: fact.body.by };
    case 'SuccessionDone':
      return { ...state, phase: 'done', doneAt: occurredAt, moved: fact.body.cases };
  }
}
