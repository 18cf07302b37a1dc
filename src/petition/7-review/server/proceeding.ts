import { actWithPaper, type PaperCase } from '../../../alongside/documents/server/public.ts';
import type { Actor, MatterRule } from '../../../domain/act.ts';
import type { Day } from '../../../domain/days.ts';
import type { InstrumentKind, InstrumentRef } from '../../../domain/facts.ts';
import type { Review } from '../../../domain/matter-sides.ts';
import type { ReviewRefusal, ReviewStep } from '../../../domain/proceedings.ts';
import { type Refusal, refuseState } from '../../../domain/refusals.ts';
import { type Acted, actOnMatter, actWithNote, keyOf, NO_SUCH_MATTER } from '../../../ledger/act-on-matter.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { type AskReview, recordReviewRequest } from '../asking.rules.ts';
import { type ReturnReviewDraft, returnReviewDraft } from '../decision.rules.ts';
import { acceptedText, papersText, type ReviewPaper, refusedText } from '../review.papers.rules.ts';
import {
  type AcceptReview,
  type AskReviewPapers,
  acceptReview,
  askReviewPapers,
  draftReview,
  type NoteReview,
  noteReview,
  type RefuseReview,
  refuseReview,
  theReview,
} from '../review.rules.ts';
import { beginningOf } from '../review-case.rules.ts';
import type { ReviewDraftContent } from '../review-file.contract.ts';

interface OnReview {
  readonly matter: string;
  readonly key?: string | undefined;
}

/** A request on paper or at the counter, of the body it came to; where that is not the reviewer, it still came (E16). */
export function recordRequest(
  ledger: Ledger,
  actor: Actor,
  input: OnReview & {
    reviewer: string;
    filedOn: Day;
    reason: string;
    newRequests?: readonly string[] | undefined;
    excuse?: string | undefined;
  },
): Promise<Acted | Refusal> {
  const { reviewer, filedOn, newRequests = [], excuse = '' } = input;
  const at = actor.kind === 'staff' && actor.body !== reviewer ? { filedAt: actor.body } : {};
  return actWithNote<AskReview>(ledger, actor, input, {
    verb: 'matter.record-review-request',
    rule: recordReviewRequest,
    note: { text: input.reason },
    missing: refuseState('empty', 422, '写下申请的理由', 'Write down the reason given', 'reason'),
    act: (content, note) => ({
      reviewer,
      filedOn,
      content,
      newRequests: newRequests.length,
      ...at,
      ...(excuse.trim() === '' ? {} : { excuse: note(excuse.trim()) }),
    }),
  });
}

/** An act of the reviewer that writes to the petitioner: its paper begins with what the review is about. */
function actWithReviewPaper<A extends { readonly assignment?: string }>(
  ledger: Ledger,
  actor: Actor,
  input: OnReview,
  given: {
    readonly verb: string;
    readonly rule: MatterRule<A>;
    readonly kind: InstrumentKind;
    readonly missing?: () => Refusal | undefined;
    readonly text: (begun: ReviewPaper, review: Review, of: PaperCase) => ReturnType<typeof acceptedText>;
    readonly act: (instrument: InstrumentRef) => A;
  },
): Promise<Acted | Refusal> {
  const { verb, rule, kind, missing } = given;
  return actWithPaper<A>(ledger, actor, input, {
    verb,
    rule,
    kind,
    ...(missing ? { missing } : {}),
    text(of) {
      const review = theReview(of.state);
      const about = { number: of.number, title: of.gist.title };
      return given.text(beginningOf(of.state, review, about, of.context.bodies), review, of);
    },
    act: (instrument) => (instrument ? given.act(instrument) : NO_SUCH_MATTER),
  });
}

export function askForReviewPapers(
  ledger: Ledger,
  actor: Actor,
  input: OnReview & { list: string; due: Day },
): Promise<Acted | Refusal> {
  const { list, due } = input;
  return actWithReviewPaper<AskReviewPapers>(ledger, actor, input, {
    verb: 'matter.ask-review-papers',
    rule: askReviewPapers,
    kind: 'supplement-notice',
    missing: () =>
      list.trim() === ''
        ? refuseState('empty', 422, '一次写全要补的材料', 'Write the whole list of what is wanted', 'list')
        : undefined,
    text: (begun) => papersText({ ...begun, list, due }),
    act: (instrument) => ({ due, instrument }),
  });
}

/** D18 with the last day of the reviewer's own 30, which ran from receipt. */
export function acceptTheReview(ledger: Ledger, actor: Actor, input: OnReview): Promise<Acted | Refusal> {
  return actWithReviewPaper<AcceptReview>(ledger, actor, input, {
    verb: 'matter.accept-review',
    rule: acceptReview,
    kind: 'review-acceptance',
    text: (begun, review, { state }) =>
      acceptedText({
        ...begun,
        due: state.clocks[`${review.level}:${review.id}`]?.derivation.statutoryDue ?? '',
      }),
    act: (instrument) => ({ instrument }),
  });
}

export function refuseTheReview(
  ledger: Ledger,
  actor: Actor,
  input: OnReview & { reason: ReviewRefusal; explain: string },
): Promise<Acted | Refusal> {
  const { reason, explain } = input;
  return actWithReviewPaper<RefuseReview>(ledger, actor, input, {
    verb: 'matter.refuse-review',
    rule: refuseReview,
    kind: 'review-refusal',
    missing: () =>
      explain.trim() === ''
        ? refuseState('empty', 422, '用一句话说清为什么', 'Say in a sentence why', 'explain')
        : undefined,
    text: (begun) => refusedText({ ...begun, reason, explain }),
    act: (instrument) => ({ reason, instrument }),
  });
}

export function noteTheReview(
  ledger: Ledger,
  actor: Actor,
  input: OnReview & { step: ReviewStep; text: string },
): Promise<Acted | Refusal> {
  return actWithNote<NoteReview>(ledger, actor, input, {
    verb: 'matter.note-review',
    rule: noteReview,
    note: { text: input.text },
    missing: refuseState('empty', 422, '写下做了什么、看到什么', 'Write what was done and found', 'text'),
    act: (content) => ({ step: input.step, content }),
  });
}

/** T27, first step: what D19 or D20 is to say, sealed as a draft. */
export function draftTheReview(
  ledger: Ledger,
  actor: Actor,
  input: OnReview & ReviewDraftContent,
): Promise<Acted | Refusal> {
  const { outcome, facts, opinion, redoDays } = input;
  const grounds = outcome === 'uphold' ? [] : input.grounds;
  return actOnMatter(ledger, {
    actor,
    verb: 'matter.draft-review',
    matter: input.matter,
    key: keyOf(input),
    decide(tools, state, ref) {
      const context = tools.context(state.pack);
      const draft: ReviewDraftContent = {
        outcome,
        grounds,
        facts,
        opinion,
        ...(outcome === 'revoke' && redoDays !== undefined ? { redoDays } : {}),
      };
      const content = tools.content(ref, 'draft', draft);
      return draftReview.decide(state, { outcome, grounds, facts, opinion, content }, context);
    },
  });
}

export function returnTheReviewDraft(
  ledger: Ledger,
  actor: Actor,
  input: OnReview & { reason: string },
): Promise<Acted | Refusal> {
  return actWithNote<ReturnReviewDraft>(ledger, actor, input, {
    verb: 'matter.return-review-draft',
    rule: returnReviewDraft,
    note: { text: input.reason },
    missing: refuseState('empty', 422, '写明要改什么', 'Say what needs changing', 'reason'),
    act: (content) => ({ content }),
  });
}
