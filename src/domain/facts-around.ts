import type { Day } from './days.ts';
import type { ContentRef, InstrumentRef, WithClocks } from './fact-parts.ts';
import type { Adoption, OrderDefect, OrderWay, ProposalKind, RevisitWay } from './proceedings.ts';
import type { Succession } from './succession.ts';
import type { Channel, RatedSide } from './vocabulary.ts';

/** What stands around a matter: other matters and submissions, supervision, follow-up, bodies that change, sealed reports. */
export type AroundFacts = {
  /** Another submission belongs to this matter (重信重访), or a matter split off came back with its requests. */
  Joined: {
    readonly submission: string;
    readonly on: Day;
    readonly by: string;
    readonly channel: Channel | 'unknown';
    readonly receivedOn: Day;
    readonly matter?: string;
    readonly requests?: number;
    readonly content?: ContentRef;
  };
  Parted: {
    readonly submission: string;
    readonly on: Day;
    readonly matter?: string;
    readonly requests?: number;
    readonly content?: ContentRef;
  };
  SplitOff: {
    readonly into: readonly string[];
    readonly on: Day;
    /** What stays here: number of requests and the new gist. */
    readonly requests: number;
    readonly content: ContentRef;
  };
  MergedInto: WithClocks & { readonly into: string; readonly on: Day; readonly content: ContentRef };
  Unmerged: WithClocks & { readonly from: string; readonly on: Day; readonly content: ContentRef };
  /** Same facts, another person: handled together, rights kept apart (E21). */
  Related: { readonly other: string; readonly on: Day; readonly content: ContentRef };
  Supervised: WithClocks & {
    readonly order: string;
    readonly by: string;
    readonly to: string;
    readonly assignment?: string;
    readonly way: OrderWay;
    readonly defect: OrderDefect;
    readonly on: Day;
    readonly due: Day;
    /** The submission that made it: raised above after the period had run out (E38). */
    readonly raisedBy?: string;
    readonly instrument: InstrumentRef;
  };
  OrderAnswered: { readonly order: string; readonly on: Day; readonly content: ContentRef };
  OrderReturned: WithClocks & {
    readonly order: string;
    readonly on: Day;
    readonly due: Day;
    readonly content: ContentRef;
  };
  OrderClosed: WithClocks & { readonly order: string; readonly on: Day; readonly content: ContentRef };
  Proposed: WithClocks & {
    readonly proposal: string;
    readonly kind: ProposalKind;
    readonly by: string;
    readonly to: string;
    readonly on: Day;
    readonly instrument: InstrumentRef;
  };
  ProposalAnswered: WithClocks & {
    readonly proposal: string;
    readonly on: Day;
    readonly adoption: Adoption;
    readonly content: ContentRef;
  };
  /** E48: what was done after a dissatisfied rating; opens the way to a second one. */
  Rehandled: { readonly assignment: string; readonly on: Day; readonly content: ContentRef };
  RatingReopened: WithClocks & {
    readonly side: RatedSide;
    readonly by: string;
    readonly on: Day;
    readonly content: ContentRef;
  };
  /** T35 回访: whether the answer was carried out and what is still asked, nothing else (product S19). */
  Revisited: {
    readonly on: Day;
    readonly way: RevisitWay;
    readonly reached: boolean;
    readonly carriedOut: 'yes' | 'partly' | 'no' | 'unknown';
    readonly content: ContentRef;
  };
  /** Body `from` was merged, split or abolished; `to` continues, clocks unchanged (条例 24¶2, E25). */
  BodySucceeded: Succession & { readonly run: string; readonly basis: ContentRef };
  /** A sealed report to the body competent for the accused, by cadre-management authority (条例 22¶2, 30; E27). */
  ReportPassed: {
    readonly from: string;
    readonly to: string;
    readonly on: Day;
    readonly instrument: InstrumentRef;
  };
  ReportNoted: { readonly on: Day; readonly content: ContentRef };
  ReportConcluded: { readonly on: Day; readonly content: ContentRef };
  /** `keepUntil`: the last day of the term it is kept for; absent where it is kept for good (law.md §8, 档案法 37). */
  Archived: { readonly on: Day; readonly by: string; readonly keepUntil?: Day };
  /** The term is over, and an officer asks that what was written be erased; another one decides. */
  ErasureProposed: { readonly on: Day; readonly by: string; readonly account: string };
  /** The file stays as it is, until a new day. */
  KeptLonger: { readonly on: Day; readonly by: string; readonly keepUntil?: Day; readonly content: ContentRef };
  /** All that was written of it was erased: what remains are days, bodies, outcomes, and hashes of what there was. */
  Erased: { readonly on: Day; readonly by: string; readonly submissions: readonly string[] };
};
