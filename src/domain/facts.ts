import type { ClockChange } from './clocks.ts';
import type { Day } from './days.ts';
import type {
  AnsweredReason,
  Channel,
  IdentityGrade,
  NotAcceptedReason,
  Purpose,
  RatedSide,
  RatingLevel,
  Route,
  ServiceWay,
  Verdict,
} from './vocabulary.ts';

/**
 * A pointer from a fact to its content row: personal data and free text never stand in a fact (design §2).
 * `hash` is SHA-256(salt ‖ canonical content), hex.
 */
export interface ContentRef {
  readonly id: string;
  readonly hash: string;
}

interface WithClocks {
  readonly clocks: readonly ClockChange[];
}

/** An instrument (文书) as a fact knows it: its number, kind and the content it was issued with. */
export interface InstrumentRef {
  readonly id: string;
  readonly kind: InstrumentKind;
  /** 文号, e.g. 南信转〔2026〕12号; receipts have none. */
  readonly number?: string;
  readonly content: ContentRef;
}

/** D numbers are those of law.md §3.2. */
export const INSTRUMENT_KINDS = [
  'receipt',
  'acceptance-notice',
  'destination-notice',
  'non-acceptance-notice',
  'procedure-notice',
  'forwarding-letter',
  'assignment-letter',
  'objection',
  'extension-notice',
  'opinion',
  'suggestion-reply',
  'duty-reply',
  'direct-reply',
] as const;
export type InstrumentKind = (typeof INSTRUMENT_KINDS)[number];

export type SubmissionFacts = {
  /** T1: it reached a body. The immutable particulars are in the content row. */
  Received: WithClocks & {
    readonly channel: Channel;
    readonly purpose: Purpose;
    readonly division: string;
    readonly body: string;
    readonly receivedOn: Day;
    readonly postmarkedOn?: Day;
    readonly petitioners: number;
    readonly identity: IdentityGrade;
    /** 条例 23¶2: where name or address is unclear the duty of written notice falls away. */
    readonly identityClear: boolean;
    readonly mayPublish: boolean;
    readonly sealed: boolean;
    /** Keyed hash of the query code, hex. The code itself is shown once and kept nowhere. */
    readonly queryHash?: string;
    readonly pack: string;
    readonly content: ContentRef;
  };
  /** T2. `matters` are the ids of the matters it became part of. */
  Registered: WithClocks & { readonly by: string; readonly registeredOn: Day; readonly matters: readonly string[] };
  /** The petitioner lost the query code; the body that holds the submission gave a new one, and the old one is void. */
  CodeReplaced: { readonly by: string; readonly queryHash: string };
  /** A year's calendar was published: dates that rested on it were counted again. */
  DatesRecounted: WithClocks & { readonly calendar: string };
  PapersAdded: { readonly by: 'petitioner' | 'body'; readonly content: ContentRef; readonly files: readonly string[] };
  /** A life taken over from another system, as its source states it; the historical pack. */
  ImportedReceived: {
    readonly source: string;
    readonly sourceId: string;
    readonly channel: Channel | 'unknown';
    readonly purpose: Purpose | 'unknown';
    readonly division: string;
    readonly body: string;
    readonly receivedOn: Day;
    readonly identity: IdentityGrade | 'unknown';
    readonly matter: string;
    readonly content: ContentRef;
  };
};

export type MatterFacts = {
  Opened: WithClocks & {
    readonly submission: string;
    readonly office: string;
    readonly purpose: Purpose;
    readonly category: string;
    readonly division: string;
    readonly petitioners: number;
    readonly identityClear: boolean;
    readonly anonymous: boolean;
    readonly sealed: boolean;
    readonly requests: number;
    readonly channel: Channel;
    readonly receivedOn: Day;
    readonly registeredOn: Day;
    /** Bodies complained of: material about wrongdoing may never reach them or what is under them (条例 30¶3). */
    readonly accused: readonly string[];
    readonly pack: string;
    readonly content: ContentRef;
    /** Set when the registering body is itself competent (条例 23¶1-2): its own assignment, already signed. */
    readonly own?: string;
  };
  RouteProposed: { readonly route: Route; readonly by: string };
  Forwarded: WithClocks & {
    readonly assignment: string;
    readonly from: string;
    readonly to: string;
    readonly mode: 'forward' | 'assign';
    readonly on: Day;
    readonly feedbackDue?: Day;
    readonly instrument: InstrumentRef;
    /** D3, where a body that received the matter directly tells the petitioner where it went (条例 23¶1). */
    readonly notice?: InstrumentRef;
  };
  Signed: WithClocks & { readonly assignment: string; readonly on: Day };
  Objected: WithClocks & {
    readonly assignment: string;
    readonly on: Day;
    readonly suggests?: string;
    readonly instrument: InstrumentRef;
  };
  ObjectionAgreed: WithClocks & { readonly assignment: string; readonly on: Day };
  ObjectionRefused: WithClocks & { readonly assignment: string; readonly on: Day; readonly content: ContentRef };
  Accepted: WithClocks & {
    readonly assignment: string;
    readonly route: Route;
    readonly on: Day;
    readonly instrument?: InstrumentRef;
  };
  NotAccepted: WithClocks & {
    readonly assignment: string;
    readonly on: Day;
    readonly reason: NotAcceptedReason;
    readonly instrument?: InstrumentRef;
  };
  RoutedOut: WithClocks & {
    readonly assignment: string;
    readonly route: Route;
    readonly on: Day;
    readonly instrument?: InstrumentRef;
  };
  AnsweredDirectly: WithClocks & {
    readonly assignment?: string;
    readonly by: string;
    readonly on: Day;
    readonly reason: AnsweredReason;
    readonly instrument?: InstrumentRef;
    /** Why it was filed, where there is nobody to reply to. */
    readonly note?: ContentRef;
  };
  HandlerNamed: { readonly assignment: string; readonly account: string };
  WorkNoted: {
    readonly assignment: string;
    readonly on: Day;
    readonly kind: 'talk' | 'visit' | 'evidence';
    readonly content: ContentRef;
  };
  ExtensionAsked: {
    readonly assignment: string;
    readonly days: number;
    readonly on: Day;
    readonly by: string;
    readonly content: ContentRef;
  };
  Extended: WithClocks & {
    readonly assignment: string;
    readonly days: number;
    readonly on: Day;
    readonly instrument: InstrumentRef;
  };
  ExtensionRefused: { readonly assignment: string; readonly on: Day; readonly content: ContentRef };
  Drafted: {
    readonly assignment: string;
    readonly version: number;
    readonly author: string;
    readonly on: Day;
    readonly content: ContentRef;
  };
  DraftReturned: {
    readonly assignment: string;
    readonly version: number;
    readonly on: Day;
    readonly content: ContentRef;
  };
  OpinionIssued: WithClocks & {
    readonly assignment: string;
    readonly on: Day;
    readonly author: string;
    readonly approvedBy: string;
    readonly verdicts: readonly Verdict[];
    readonly reviewers: readonly string[];
    readonly instrument: InstrumentRef;
  };
  Served: WithClocks & {
    readonly assignment: string;
    readonly instrument: string;
    readonly way: ServiceWay;
    readonly on: Day;
    readonly signed: boolean;
    readonly view: 'agrees' | 'disagrees' | 'none';
    readonly content?: ContentRef;
  };
  Rated: WithClocks & {
    readonly assignment: string;
    readonly side: RatedSide;
    readonly level: RatingLevel;
    readonly on: Day;
    readonly content?: ContentRef;
  };
  ReviewAsked: WithClocks & {
    readonly assignment: string;
    readonly on: Day;
    readonly reviewer: string;
    readonly content: ContentRef;
  };
  Withdrawn: WithClocks & { readonly on: Day; readonly content: ContentRef };
  /** A year's calendar was published: dates that rested on it were counted again. */
  DatesRecounted: WithClocks & { readonly calendar: string };
  SealedScanStored: { readonly instrument: string; readonly file: string; readonly on: Day };
  /** What a source states of an imported life, and no more. */
  ImportedOpened: {
    readonly submission: string;
    readonly body: string;
    readonly purpose: Purpose | 'unknown';
    readonly division: string;
    readonly channel: Channel | 'unknown';
    readonly receivedOn: Day;
    readonly pack: string;
    readonly content: ContentRef;
  };
  ImportedTransferred: { readonly on?: Day; readonly times: number };
  ImportedAnswered: { readonly on: Day; readonly body: string; readonly content: ContentRef };
};

/** A fact before it is recorded: `kind` and `body`. */
export type Draft<Facts> = { [K in keyof Facts]: { readonly kind: K; readonly body: Facts[K] } }[keyof Facts];
export type SubmissionDraft = Draft<SubmissionFacts>;
export type MatterDraft = Draft<MatterFacts>;

/** A fact as stored. Instants are ISO UTC strings. */
export interface Recorded<D extends { kind: unknown; body: unknown }> {
  readonly seq: number;
  readonly fact: D;
  readonly actor: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
}
export type SubmissionFact = Recorded<SubmissionDraft>;
export type MatterFact = Recorded<MatterDraft>;
