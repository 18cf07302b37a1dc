import type { Day } from './days.ts';
import type { ContentRef, InstrumentRef, WithClocks } from './fact-parts.ts';
import type { ReviewGround, ReviewLevel, ReviewOutcome, ReviewRefusal, ReviewStep } from './proceedings.ts';
import type { ServiceWay } from './vocabulary.ts';

/** 复查 and 复核 (条例 35, 36; law.md T26-T30). `review` is r1, r2 … in the order they were asked for. */
export type ReviewFacts = {
  ReviewAsked: WithClocks & {
    readonly assignment: string;
    readonly on: Day;
    readonly reviewer: string;
    readonly content: ContentRef;
    /** Absent in facts of before reviews had names: r1. */
    readonly review?: string;
    readonly level?: ReviewLevel;
    /** Day it reached a body, where that was another than the reviewer (E16). */
    readonly filedOn?: Day;
    readonly filedAt?: string;
    /** Past the 30 days, with a reason the reviewer weighs (E14). */
    readonly excuse?: ContentRef;
  };
  ReviewPapersAsked: WithClocks & {
    readonly review: string;
    readonly on: Day;
    readonly due: Day;
    readonly instrument: InstrumentRef;
  };
  ReviewAccepted: WithClocks & { readonly review: string; readonly on: Day; readonly instrument: InstrumentRef };
  ReviewRefused: WithClocks & {
    readonly review: string;
    readonly on: Day;
    readonly reason: ReviewRefusal;
    readonly instrument: InstrumentRef;
  };
  ReviewNoted: {
    readonly review: string;
    readonly on: Day;
    readonly step: ReviewStep;
    readonly content: ContentRef;
  };
  ReviewDrafted: {
    readonly review: string;
    readonly version: number;
    readonly author: string;
    readonly on: Day;
    readonly outcome: ReviewOutcome;
    readonly content: ContentRef;
  };
  ReviewDraftReturned: { readonly review: string; readonly on: Day; readonly content: ContentRef };
  ReviewDecided: WithClocks & {
    readonly review: string;
    readonly on: Day;
    readonly author: string;
    readonly approvedBy: string;
    readonly outcome: ReviewOutcome;
    /** Quality feedback to the body that made the opinion. */
    readonly grounds: readonly ReviewGround[];
    /** Who may be asked for re-review; empty where the decision is final. */
    readonly reviewers: readonly string[];
    readonly instrument: InstrumentRef;
    /** Revoked: days for the new handling, and D21 to the body. */
    readonly redoDays?: number;
    readonly redo?: InstrumentRef;
  };
  ReviewServed: WithClocks & {
    readonly review: string;
    readonly instrument: string;
    readonly way: ServiceWay;
    readonly on: Day;
    readonly signed: boolean;
    readonly content?: ContentRef;
  };
  /** T30: a window for review ended unused. */
  Lapsed: WithClocks & {
    readonly clock: string;
    readonly on: Day;
    /** By a local rule the matter ends with it (law.md §1.6); the Regulation knows no such end. */
    readonly bars?: boolean;
  };
  TerminationFiled: { readonly on: Day; readonly by: string; readonly instrument: InstrumentRef };
};
