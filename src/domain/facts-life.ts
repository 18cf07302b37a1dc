import type { Day } from './days.ts';
import type { ContentRef, InstrumentRef, WithClocks } from './fact-parts.ts';
import type { Procedure } from './proceedings.ts';
import type {
  AnsweredReason,
  Channel,
  NotAcceptedReason,
  Purpose,
  RatedSide,
  RatingLevel,
  Route,
  ServiceWay,
  Verdict,
} from './vocabulary.ts';

/** The main path: registered, sent, accepted, handled, answered, rated (law.md T1-T25). */
export type LifeFacts = {
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
    /** The body whose post keeps a sealed report. */
    readonly keeper?: string;
    /** First of its matter anywhere (全国初次): the simple procedure is for such matters only. */
    readonly first?: boolean;
    /** The matter this one was split off from. */
    readonly splitFrom?: string;
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
    /** The sender thinks the simple procedure fits; the competent body decides. */
    readonly simple?: boolean;
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
    readonly procedure?: Procedure;
    readonly instrument?: InstrumentRef;
  };
  NotAccepted: WithClocks & {
    /** Absent where the office itself declines (条例 19¶3, 36¶3). */
    readonly assignment?: string;
    readonly by?: string;
    readonly on: Day;
    readonly reason: NotAcceptedReason;
    /** The matter whose pending or final answer is cited. */
    readonly cites?: string;
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
    /** The last day by which a supported request is carried out (条例 32¶2). */
    readonly executeBy?: Day;
    /** After a review ordered it again: what is new in facts, evidence or basis (E40). */
    readonly renewed?: ContentRef;
    readonly instrument: InstrumentRef;
  };
  Served: WithClocks & {
    readonly assignment: string;
    readonly instrument: string;
    readonly way: ServiceWay;
    readonly on: Day;
    /** Of a public notice, which counts as service 30 days later (E11). */
    readonly publishedOn?: Day;
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
  Withdrawn: WithClocks & { readonly on: Day; readonly content: ContentRef };
  /**
   * A year's calendar was published, or rules changed that count running cases again: dates that rested on them were
   * counted again, as an approved run listed them. `pack` is what the case keeps from now on.
   */
  DatesRecounted: WithClocks & { readonly calendar?: string; readonly pack?: string; readonly run?: string };
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
