import { PAPER_KINDS } from '../../alongside/documents/paper.contract.ts';
import type { Actor } from '../../domain/act.ts';
import type { BodyDirectory } from '../../domain/bodies.ts';
import type { ContentRef, MatterFact } from '../../domain/facts.ts';
import { type MatterState, numbered } from '../../domain/matter.ts';
import type { Review } from '../../domain/matter-sides.ts';
import type { Note } from '../../domain/particulars.ts';
import { isRefusal, type Said } from '../../domain/refusals.ts';
import { attackedBy } from '../../petition/7-review/review-case.rules.ts';
import type { ReviewDraftContent, ReviewFile } from '../../petition/7-review/review-file.contract.ts';
import { finalReviewers, reviewWindow } from '../../petition/7-review/window.rules.ts';
import type { PageNames } from './names.ts';
import type { PetitionPageModel } from './petition-page.contract.ts';

const INTERNAL: readonly string[] = ['ReviewNoted', 'ReviewDrafted', 'ReviewDraftReturned'];

/** How a reviewer comes to its view is not for those whose opinion it looks at: a body of the matter, or the reviewer below. */
function isHidden(state: MatterState, review: Review, actor: Actor): boolean {
  if (actor.kind !== 'staff' || actor.body === review.reviewer) return false;
  const below = [
    ...Object.values(state.assignments).map((task) => task.body),
    ...Object.values(state.reviews).map((one) => one.reviewer),
  ];
  return below.includes(actor.body);
}

/** The facts this viewer may read. */
export function readableFacts(state: MatterState, facts: readonly MatterFact[], actor: Actor): readonly MatterFact[] {
  return facts.filter(({ fact }) => {
    if (!INTERNAL.includes(fact.kind) || !('review' in fact.body)) return true;
    const review = state.reviews[fact.body.review ?? ''];
    return !review || !isHidden(state, review, actor);
  });
}

/** Texts of reviews the page shows. */
export function reviewContentIds(state: MatterState): readonly (ContentRef | undefined)[] {
  return Object.values(state.reviews).flatMap((review) => [review.content, review.excuse, review.draft?.content]);
}

/** Every 复查 and 复核 of a matter, oldest first. */
export function viewReviews(given: {
  readonly state: MatterState;
  readonly matter: string;
  readonly actor: Actor;
  readonly facts: readonly MatterFact[];
  readonly contents: ReadonlyMap<string, unknown>;
  readonly names: PageNames;
  readonly bodies: BodyDirectory;
}): ReviewFile[] {
  const { state, matter, actor, facts, contents, names, bodies } = given;
  const named = (id: string) => ({ id, name: names.body(id) });
  const text = (ref: ContentRef | undefined): string => (contents.get(ref?.id ?? '') as Note | undefined)?.text ?? '';
  const factOf = (kind: string, review: string) =>
    facts.findLast(({ fact }) => fact.kind === kind && 'review' in fact.body && fact.body.review === review)?.fact;
  return numbered(state.reviews).map((review): ReviewFile => {
    const { respondent, paper } = attackedBy(state, review);
    const asked = factOf('ReviewAsked', review.id);
    const filedAt = asked?.kind === 'ReviewAsked' ? asked.body.filedAt : undefined;
    const back = factOf('ReviewDraftReturned', review.id);
    const returned =
      review.draft?.returned && back?.kind === 'ReviewDraftReturned' ? text(back.body.content) : undefined;
    const handler = state.assignments[review.assignment]?.body ?? '';
    const heardOn = numbered(state.hearings).findLast((one) => one.review === review.id)?.heldOn;
    const due = state.clocks[`${review.level}:${review.id}`]?.derivation.statutoryDue;
    /* Content rows are written by the acts with the kind the fact stands for. */
    const drafted = contents.get(review.draft?.content.id ?? '') as ReviewDraftContent | undefined;
    return {
      id: review.id,
      level: review.level,
      phase: review.phase,
      reviewer: named(review.reviewer),
      respondent: named(respondent),
      handler: named(handler),
      next:
        review.level === 'review' ? finalReviewers(bodies, review.reviewer, handler).map(({ id }) => named(id)) : [],
      askedOn: review.askedOn,
      filedOn: review.filedOn,
      reason: text(review.content),
      steps: [...review.steps],
      ...(paper
        ? {
            attacked: {
              title: titleOf(paper.kind),
              issuedOn: paper.issuedOn,
              href: `/desk/print/paper/${matter}/${paper.id}`,
              ...(paper.number ? { number: paper.number } : {}),
            },
          }
        : {}),
      ...(heardOn ? { heardOn } : {}),
      ...(filedAt ? { filedAt: named(filedAt) } : {}),
      ...(review.excuse ? { excuse: text(review.excuse) } : {}),
      ...(due ? { due } : {}),
      ...(review.acceptedOn ? { acceptedOn: review.acceptedOn } : {}),
      ...(review.refusedFor ? { refusedFor: review.refusedFor } : {}),
      ...(review.papersDue ? { papersDue: review.papersDue } : {}),
      ...(review.draft && drafted && !isHidden(state, review, actor)
        ? {
            draft: {
              ...drafted,
              version: review.draft.version,
              author: names.account(review.draft.author),
              ...(returned === undefined ? {} : { returned }),
            },
          }
        : {}),
      ...(review.decision
        ? {
            decision: {
              on: review.decision.on,
              outcome: review.decision.outcome,
              grounds: [...review.decision.grounds],
              reviewers: review.decision.reviewers.map(named),
              instrument: review.decision.instrument,
            },
          }
        : {}),
      ...(review.service ? { servedOn: review.service.on } : {}),
    };
  });
}

function titleOf(kind: keyof typeof PAPER_KINDS): Said {
  const { zh, en } = PAPER_KINDS[kind];
  return { zh, en };
}

/** What the petitioner may ask for now, so that a request on paper can be recorded. */
export function viewWindow(state: MatterState, today: string, names: PageNames): PetitionPageModel['reviewWindow'] {
  const window = reviewWindow(state);
  if (isRefusal(window)) return undefined;
  const { level, due, from, reviewers } = window;
  return {
    level,
    due,
    from,
    late: today > due,
    reviewers: reviewers.map((id) => ({ id, name: names.body(id) })),
  };
}
