import type { Day } from './days.ts';
import type { ContentRef, InstrumentRef, WithClocks } from './fact-parts.ts';
import type { AroundFacts } from './facts-around.ts';
import type { BesideFacts } from './facts-beside.ts';
import type { LifeFacts } from './facts-life.ts';
import type { ReviewFacts } from './facts-review.ts';
import type { Succession } from './succession.ts';
import type { Channel, IdentityGrade, Purpose } from './vocabulary.ts';

export type { ContentRef, InstrumentKind, InstrumentRef } from './fact-parts.ts';

/** 全国初次, 本机构初次, 受信人初次, 全国信访形式初次, 登记机构信访形式初次: five flags, never one (law.md §5.5, §6). */
export interface FirstFlags {
  readonly nation: boolean;
  readonly body: boolean;
  readonly addressee: boolean;
  readonly channel: boolean;
  readonly bodyChannel: boolean;
}

/** Danger to life, and what is grave or urgent and may affect society (条例 25); the last only an officer says. */
export const DANGER_KINDS = ['self-harm', 'violence', 'grave'] as const;
export type DangerKind = (typeof DANGER_KINDS)[number];

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
    /** The body whose post keeps a sealed report; absent in what is not sealed. */
    readonly keeper?: string;
    /** Heads of a group visit; at most five speak for it (条例 20¶3). */
    readonly representatives?: number;
    /** Someone writes for another: until the authority was shown nothing is disclosed to them (E34). */
    readonly agent?: 'shown' | 'missing';
    /** Keyed hash of the query code, hex. The code itself is shown once and kept nowhere. */
    readonly queryHash?: string;
    readonly pack: string;
    readonly content: ContentRef;
  };
  /** T2. `matters` are the ids of the matters it became part of. */
  Registered: WithClocks & {
    readonly by: string;
    readonly registeredOn: Day;
    readonly matters: readonly string[];
    /** First of its matter in each of five scopes, confirmed by the officer (law.md §5.5); absent where nobody looked. */
    readonly first?: FirstFlags;
  };
  /** Matters were split, merged or parted again: those it now belongs to. Its number, receipt and counts stay. */
  MattersChanged: { readonly by: string; readonly on: Day; readonly matters: readonly string[] };
  AuthorityShown: { readonly by: string; readonly on: Day; readonly content: ContentRef };
  /** An heir, or a guardian, goes on with it (E32, E33). */
  SuccessorNamed: { readonly by: string; readonly on: Day; readonly content: ContentRef };
  /** People of a group who give their names later, to follow and to rate (E18). */
  PeopleAdded: { readonly by: string; readonly on: Day; readonly count: number; readonly content: ContentRef };
  /** Words that may mean danger to life. Changes no date, no acceptance and no rating; expires (条例 25). */
  DangerFlagged: {
    readonly kinds: readonly DangerKind[];
    readonly by: string;
    /** Instant by which the officer on duty takes notice. */
    readonly acknowledgeBy: string;
    /** Instant by which the head has it reported, or decides that it need not be (C15); absent in flags of before. */
    readonly reportBy?: string;
    readonly expiresOn: Day;
  };
  AlarmAcknowledged: { readonly by: string; readonly content: ContentRef };
  DangerLifted: { readonly by: string; readonly on: Day; readonly content: ContentRef };
  /** D32: one report to all at once (条例 25). */
  UrgentReported: {
    readonly report: string;
    readonly by: string;
    readonly to: readonly string[];
    readonly instrument: InstrumentRef;
  };
  UrgentReceived: { readonly report: string; readonly body: string; readonly by: string };
  /** A sealed report went to another keeper. */
  KeeperChanged: { readonly by: string; readonly on: Day; readonly to: string };
  /** The petitioner lost the query code; the body that holds the submission gave a new one, and the old one is void. */
  CodeReplaced: { readonly by: string; readonly queryHash: string };
  /**
   * A year's calendar was published, or rules changed that count running cases again: dates that rested on them were
   * counted again, as an approved run listed them. `pack` is what the case keeps from now on.
   */
  DatesRecounted: WithClocks & { readonly calendar?: string; readonly pack?: string; readonly run?: string };
  /** Body `from` was merged, split or abolished, and `to` goes on with what it held (条例 24¶2, E25). */
  BodySucceeded: Succession & { readonly run: string };
  /** With its last matter (`Erased`) what the people wrote, and who they were, was erased. */
  SubmissionErased: { readonly on: Day; readonly matter: string };
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

/** What can happen to a matter: its life, the proceedings beside it, and what stands around it. */
export type MatterFacts = LifeFacts & ReviewFacts & BesideFacts & AroundFacts;

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
