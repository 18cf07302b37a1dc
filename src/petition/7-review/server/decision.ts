import {
  contactOf,
  PAPER_KINDS,
  type Paper,
  type PaperParagraph,
} from '../../../alongside/documents/paper.contract.ts';
import {
  actWithPaper,
  addressee,
  bodyOfActor,
  countersFor,
  issuePaper,
  readGist,
} from '../../../alongside/documents/server/public.ts';
import type { ActContext, Actor } from '../../../domain/act.ts';
import { type Body, nameOf } from '../../../domain/bodies.ts';
import { startClock } from '../../../domain/clocks.ts';
import type { Day } from '../../../domain/days.ts';
import type { InstrumentKind, InstrumentRef } from '../../../domain/facts.ts';
import { type MatterState, numbered, openReview, papersOf } from '../../../domain/matter.ts';
import type { Review } from '../../../domain/matter-sides.ts';
import type { Gist, Note } from '../../../domain/particulars.ts';
import { REVIEW_LEVEL_LABELS } from '../../../domain/proceedings.ts';
import { type Refusal, refuseState } from '../../../domain/refusals.ts';
import type { ServiceWay } from '../../../domain/vocabulary.ts';
import { type Acted, actOnMatter, keyOf, NO_SUCH_MATTER } from '../../../ledger/act-on-matter.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { findState, readContents } from '../../../ledger/read.ts';
import type { Tools } from '../../../ledger/record.ts';
import { matterRef, type StreamRef } from '../../../ledger/streams.ts';
import { decideReview, type FileTermination, fileTermination, serveReview } from '../decision.rules.ts';
import { redoText, reviewOpinionText, terminationText } from '../review.papers.rules.ts';
import { theReview } from '../review.rules.ts';
import { beginningOf, citeOf } from '../review-case.rules.ts';
import type { ReviewDraftContent } from '../review-file.contract.ts';
import { finalReviewers } from '../window.rules.ts';

interface OnReview {
  readonly matter: string;
  readonly key?: string | undefined;
}

/** What the head approves: the draft that lay there when it was read, and why the petitioner asked. */
interface Read {
  readonly review: Review | undefined;
  readonly draft: ReviewDraftContent | undefined;
  readonly reason: string;
}

async function readDraft(ledger: Ledger, matter: string): Promise<Read> {
  const ref = matterRef(matter);
  const state = await findState(ledger, ref);
  const review = state && openReview(state);
  const ids = [review?.draft?.content.id, review?.content.id].filter((id) => id !== undefined);
  const contents = await readContents(ledger, ref.region, ids);
  /* Content rows are written by the acts with the kind the fact stands for. */
  return {
    review,
    draft: contents.get(review?.draft?.content.id ?? '') as ReviewDraftContent | undefined,
    reason: (contents.get(review?.content.id ?? '') as Note | undefined)?.text ?? '',
  };
}

/** T27, T29: the head's approval numbers D19 or D20 and freezes its text; with a revocation goes D21 to the body. */
export async function decideTheReview(
  ledger: Ledger,
  actor: Actor,
  input: OnReview & { version?: number | undefined },
): Promise<Acted | Refusal> {
  if (!/^\d{6}-/.test(input.matter)) return NO_SUCH_MATTER;
  const gist = await readGist(ledger, input.matter);
  const read = await readDraft(ledger, input.matter);
  return actOnMatter(ledger, {
    actor,
    verb: 'matter.decide-review',
    matter: input.matter,
    key: keyOf(input),
    counters: countersFor(ledger, actor, ['review-opinion', 'final-opinion', 'redo-notice']),
    decide(tools, state, ref) {
      const context = tools.context(state.pack);
      const refusal = decideReview.mayBegin(state, undefined, context);
      if (refusal) return refusal;
      const issuer = bodyOfActor(ledger, actor);
      if (!issuer) return NO_SUCH_MATTER;
      const review = theReview(state);
      const { draft } = read;
      const version = review.draft?.version;
      const moved = review.id !== read.review?.id || version !== read.review.draft?.version;
      if (!draft || moved || version !== (input.version ?? version)) {
        return refuseState(
          'draft-moved',
          409,
          '拟稿刚刚改过，请重新看一遍再签发',
          'The draft has just changed; read it again before approving',
        );
      }
      const papers = issuePapers(
        tools,
        { ref, issuer, state, review, draft, gist, reason: read.reason },
        draft.redoDays ?? context.pack.clocks.redo.n,
        context,
      );
      return decideReview.decide(state, { grounds: draft.grounds, ...papers }, context);
    },
  });
}

function issuePapers(
  tools: Tools,
  of: {
    readonly ref: StreamRef<'matter'>;
    readonly issuer: Body;
    readonly state: MatterState;
    readonly review: Review;
    readonly draft: ReviewDraftContent;
    readonly gist: Gist;
    readonly reason: string;
  },
  redoDays: number,
  context: ActContext,
): { instrument: InstrumentRef; redo?: InstrumentRef; redoDays?: number } {
  const { ref, issuer, state, review, draft, gist } = of;
  const who = addressee(gist, state.petitioners);
  const handler = state.assignments[review.assignment]?.body ?? '';
  const begun = beginningOf(state, review, { number: ref.id, title: gist.title }, context.bodies);
  const sheet = (kind: InstrumentKind, head: Pick<Paper, 'title' | 'addressee'>, text: readonly PaperParagraph[]) =>
    issuePaper(tools, ref, issuer, {
      kind,
      ...head,
      paragraphs: text,
      date: context.today,
      contact: contactOf(issuer),
    });
  const instrument = sheet(
    review.level === 'review' ? 'review-opinion' : 'final-opinion',
    { title: `关于${who}信访事项的${REVIEW_LEVEL_LABELS[review.level].zh}意见`, addressee: who },
    reviewOpinionText({
      ...begun,
      applicant: who,
      requests: gist.requests,
      reason: of.reason,
      facts: draft.facts,
      opinion: draft.opinion,
      outcome: draft.outcome,
      grounds: draft.grounds,
      redoDays,
      handler: nameOf(context.bodies, handler).zh,
      reviewers:
        review.level === 'review'
          ? finalReviewers(context.bodies, review.reviewer, handler).map((body) => body.name.zh)
          : [],
      heardOn: numbered(state.hearings).findLast((one) => one.review === review.id)?.heldOn,
    }),
  );
  if (draft.outcome !== 'revoke') return { instrument };
  const clock = startClock(context, {
    id: 'redo',
    kind: 'redo',
    holder: handler,
    from: context.today,
    n: redoDays,
  });
  const redo = sheet(
    'redo-notice',
    { title: PAPER_KINDS['redo-notice'].zh, addressee: nameOf(context.bodies, handler).zh },
    redoText({
      number: ref.id,
      title: gist.title,
      level: review.level,
      opinionNumber: instrument.number ?? '',
      grounds: draft.grounds,
      due: clock.do === 'start' ? clock.derivation.statutoryDue : context.today,
      redoDays,
    }),
  );
  return { instrument, redo, redoDays };
}

/** Receipt starts the petitioner's 30 days for re-review, or ends the procedure; they are told by text message. */
export function serveTheReview(
  ledger: Ledger,
  actor: Actor,
  input: OnReview & { way: ServiceWay; on: Day; signed: boolean; note: string },
): Promise<Acted | Refusal> {
  return actOnMatter(ledger, {
    actor,
    verb: 'matter.serve-review',
    matter: input.matter,
    key: keyOf(input),
    decide(tools, state, ref) {
      const { way, on, signed, note } = input;
      const content = note.trim() === '' ? undefined : tools.content(ref, 'note', { text: note } satisfies Note);
      return serveReview.decide(
        state,
        { way, on, signed, note, ...(content ? { content } : {}) },
        tools.context(state.pack),
      );
    },
    also: () => ({
      outbox: [
        {
          region: input.matter.slice(0, 6),
          topic: 'tell-petitioner',
          payload: { matter: input.matter, what: 'review-served' },
        },
      ],
    }),
  });
}

/** T34 with D29: the opinions of the three levels, each with its number, checked and listed. */
export function fileTheTermination(
  ledger: Ledger,
  actor: Actor,
  input: OnReview & { remark: string },
): Promise<Acted | Refusal> {
  const kinds: readonly InstrumentKind[] = ['opinion', 'review-opinion', 'final-opinion'];
  return actWithPaper<FileTermination>(ledger, actor, input, {
    verb: 'matter.file-termination',
    rule: fileTermination,
    kind: 'termination-record',
    head: ({ state, context }) => ({
      addressee: nameOf(context.bodies, state.reviews[state.final?.review ?? '']?.reviewer ?? state.office).zh,
    }),
    text: ({ state, context, gist, number }) =>
      terminationText({
        number,
        title: gist.title,
        applicant: addressee(gist, state.petitioners),
        opinions: papersOf(state)
          .filter((paper) => kinds.includes(paper.kind))
          .map((paper) => ({ ...citeOf(paper), issuer: nameOf(context.bodies, paper.issuer).zh })),
        servedOn: state.final?.on ?? context.today,
        remark: input.remark,
      }),
    act: (instrument) => (instrument ? { instrument } : NO_SUCH_MATTER),
  });
}
