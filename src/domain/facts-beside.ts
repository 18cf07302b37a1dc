import type { Day } from './days.ts';
import type { ContentRef, InstrumentRef, WithClocks } from './fact-parts.ts';
import type { ExOfficioReason, MediationKind } from './proceedings.ts';

/** What happens within handling, beside the main path: competence, papers, recusal, hearing, mediation, execution. */
export type BesideFacts = {
  /** T13: who is competent is disputed; `arbiter` decides (条例 24¶1). */
  DisputeRaised: WithClocks & {
    readonly assignment: string;
    readonly on: Day;
    readonly arbiter: string;
    readonly suggests: string;
    readonly content: ContentRef;
  };
  CompetenceDecided: WithClocks & {
    readonly assignment: string;
    readonly on: Day;
    readonly by: string;
    readonly to: string;
    /** The new assignment, where another body was named. */
    readonly next?: string;
    readonly instrument: InstrumentRef;
  };
  /** T18: no clock stops (E6: the Regulation is silent). */
  SupplementAsked: WithClocks & {
    readonly assignment: string;
    readonly on: Day;
    readonly due: Day;
    readonly instrument: InstrumentRef;
  };
  SupplementCame: WithClocks & { readonly assignment: string; readonly on: Day; readonly content?: ContentRef };
  /** E43: the ordinary 60 days count from the first acceptance. */
  RevertedToOrdinary: WithClocks & { readonly assignment: string; readonly on: Day; readonly content: ContentRef };
  InterestDeclared: {
    readonly assignment: string;
    /** The officer concerned. */
    readonly account: string;
    readonly by: 'officer' | 'petitioner' | 'match';
    readonly on: Day;
    /** The body above, where it is about the head of the body (E50); absent: the body itself decides. */
    readonly decider?: string;
    readonly content: ContentRef;
  };
  RecusalDecided: {
    readonly assignment: string;
    readonly account: string;
    readonly granted: boolean;
    readonly on: Day;
    readonly instrument: InstrumentRef;
  };
  ContributionAsked: WithClocks & {
    readonly assignment: string;
    readonly body: string;
    readonly on: Day;
    readonly due: Day;
    readonly instrument: InstrumentRef;
  };
  Contributed: WithClocks & {
    readonly assignment: string;
    readonly body: string;
    readonly on: Day;
    readonly content: ContentRef;
  };
  /** T21. Of the handling of an assignment, or of a review. */
  HearingOrdered: WithClocks & {
    readonly hearing: string;
    readonly assignment: string;
    readonly review?: string;
    readonly by: string;
    readonly on: Day;
    readonly heldOn: Day;
    readonly members: number;
    /** Hour and place, and the topic; absent where it was ordered before this was kept apart from the notice. */
    readonly content?: ContentRef;
    readonly instrument: InstrumentRef;
  };
  HearingHeld: {
    readonly hearing: string;
    readonly on: Day;
    readonly attended: boolean;
    readonly content: ContentRef;
  };
  HearingConcluded: WithClocks & {
    readonly hearing: string;
    readonly on: Day;
    readonly held: boolean;
    readonly content: ContentRef;
    readonly instrument?: InstrumentRef;
  };
  /** T22 (条例 33): with the consent of both sides. */
  MediationBegun: {
    readonly mediation: string;
    readonly assignment: string;
    readonly kind: MediationKind;
    readonly on: Day;
    readonly content: ContentRef;
  };
  MediationEnded: WithClocks & {
    readonly mediation: string;
    readonly on: Day;
    readonly agreed: boolean;
    /** Last day of each promise of the agreement. */
    readonly promises: readonly Day[];
    readonly content: ContentRef;
    readonly instrument?: InstrumentRef;
  };
  PerformanceNoted: WithClocks & {
    readonly mediation: string;
    readonly promise: number;
    readonly kept: boolean;
    readonly on: Day;
    readonly content: ContentRef;
  };
  ConfirmationNoted: WithClocks & {
    readonly mediation: string;
    readonly on: Day;
    readonly step: 'applied' | 'confirmed' | 'refused';
    readonly content: ContentRef;
  };
  /** T32: the agreement was performed. */
  Settled: WithClocks & { readonly assignment: string; readonly on: Day; readonly content: ContentRef };
  /** The assigner consents to an extension (law.md T20, E42). */
  ExtensionConsented: { readonly assignment: string; readonly on: Day; readonly by: string };
  /** E22: it has entered court, arbitration or reconsideration; handling ends, not late. */
  EndedForProcedure: WithClocks & {
    readonly assignment: string;
    readonly route: '31(1)' | '31(2)' | '31(4)';
    readonly on: Day;
    readonly instrument?: InstrumentRef;
  };
  /** E13: the paper failed to name reviewer or period; the window runs from this notice. */
  RemedyCorrected: WithClocks & { readonly assignment: string; readonly on: Day; readonly instrument: InstrumentRef };
  ExecutionReported: WithClocks & {
    readonly assignment: string;
    readonly on: Day;
    readonly done: boolean;
    readonly content: ContentRef;
  };
  /** D9 to the assigner (T7, C6). */
  ResultReported: WithClocks & { readonly assignment: string; readonly on: Day; readonly instrument: InstrumentRef };
  ReportAccepted: WithClocks & { readonly assignment: string; readonly on: Day; readonly by: string };
  ReportReturned: WithClocks & { readonly assignment: string; readonly on: Day; readonly content: ContentRef };
  WithdrawalTakenBack: WithClocks & { readonly on: Day; readonly content: ContentRef };
  ContinuedExOfficio: WithClocks & { readonly on: Day; readonly reason: ExOfficioReason; readonly content: ContentRef };
  DeathNoted: WithClocks & { readonly on: Day; readonly content: ContentRef };
  SuccessionNoted: WithClocks & { readonly on: Day; readonly content: ContentRef };
  EndedWithoutSuccessor: WithClocks & { readonly on: Day; readonly content: ContentRef };
};
