import type { Day } from './days.ts';
import type { ContentRef } from './fact-parts.ts';
import type {
  Adoption,
  MediationKind,
  OrderDefect,
  OrderWay,
  ProposalKind,
  ReviewGround,
  ReviewLevel,
  ReviewOutcome,
  ReviewRefusal,
  ReviewStep,
} from './proceedings.ts';
import type { ServiceWay } from './vocabulary.ts';

/** Steps of a 复查 or 复核 (law.md §7.4). */
export const REVIEW_PHASES = ['asked', 'accepted', 'drafted', 'decided', 'served', 'refused'] as const;
export type ReviewPhase = (typeof REVIEW_PHASES)[number];

/** A review of an opinion, or of a review (复查, 复核). */
export interface Review {
  readonly id: string;
  readonly level: ReviewLevel;
  readonly phase: ReviewPhase;
  readonly reviewer: string;
  readonly assignment: string;
  readonly askedOn: Day;
  /** The day that counts: when it first reached a body (E16). */
  readonly filedOn: Day;
  readonly content: ContentRef;
  readonly excuse?: ContentRef;
  readonly acceptedOn?: Day;
  readonly refusedFor?: ReviewRefusal;
  readonly papersDue?: Day;
  readonly steps: readonly ReviewStep[];
  readonly draft?: {
    readonly version: number;
    readonly author: string;
    readonly outcome: ReviewOutcome;
    readonly content: ContentRef;
    readonly returned: boolean;
  };
  readonly decision?: {
    readonly on: Day;
    readonly outcome: ReviewOutcome;
    readonly grounds: readonly ReviewGround[];
    readonly reviewers: readonly string[];
    readonly instrument: string;
  };
  readonly service?: { readonly on: Day; readonly way: ServiceWay };
}

export interface Hearing {
  readonly id: string;
  readonly assignment: string;
  readonly review?: string;
  readonly by: string;
  readonly orderedOn: Day;
  readonly planned: Day;
  readonly members?: number;
  readonly heldOn?: Day;
  readonly concludedOn?: Day;
}

export interface Mediation {
  readonly id: string;
  readonly assignment: string;
  readonly kind: MediationKind;
  readonly phase: 'open' | 'agreed' | 'failed' | 'performed' | 'broken';
  readonly begunOn: Day;
  readonly endedOn?: Day;
  readonly promises: readonly { readonly due: Day; readonly kept?: boolean }[];
  readonly confirmation?: 'applied' | 'confirmed' | 'refused';
}

/** 督办单. */
export interface Order {
  readonly id: string;
  readonly by: string;
  readonly to: string;
  readonly assignment?: string;
  readonly way: OrderWay;
  readonly defect: OrderDefect;
  readonly phase: 'open' | 'answered' | 'closed';
  readonly on: Day;
  readonly due: Day;
  readonly raisedBy?: string;
}

/** 三项建议. */
export interface Proposal {
  readonly id: string;
  readonly kind: ProposalKind;
  readonly by: string;
  readonly to: string;
  readonly on: Day;
  readonly adoption?: Adoption;
}
