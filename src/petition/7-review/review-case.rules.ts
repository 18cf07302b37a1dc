import { PAPER_KINDS } from '../../alongside/documents/paper.contract.ts';
import { type BodyDirectory, nameOf } from '../../domain/bodies.ts';
import { type Instrument, type MatterState, numbered, papersOf } from '../../domain/matter.ts';
import type { Review } from '../../domain/matter-sides.ts';
import type { AttackedPaper, ReviewPaper } from './review.papers.rules.ts';

/** What a review is about: the paper attacked, and the body whose it is. */
export interface Attacked {
  readonly respondent: string;
  readonly paper?: Instrument;
}

/**
 * 复查 is about the opinion of its round of handling, 复核 about the 复查 before it. A round ends with each revocation, so
 * the opinion of a review is the one after as many of them as came before it.
 */
export function attackedBy(state: MatterState, review: Review): Attacked {
  const earlier = numbered(state.reviews).filter((one) => at(one) < at(review));
  const before = earlier.findLast((one) => one.phase === 'served' && one.decision?.outcome !== 'revoke');
  if (review.level === 'final' && before?.decision)
    return withPaper(before.reviewer, state.instruments[before.decision.instrument]);
  const rounds = earlier.filter(
    (one) => one.assignment === review.assignment && one.decision?.outcome === 'revoke',
  ).length;
  const opinions = papersOf(state).filter((one) => one.kind === 'opinion' && one.assignment === review.assignment);
  return withPaper(state.assignments[review.assignment]?.body ?? '', opinions[rounds]);
}

function at(review: Review): number {
  return Number(review.id.slice(1));
}

function withPaper(respondent: string, paper: Instrument | undefined): Attacked {
  return paper ? { respondent, paper } : { respondent };
}

/** A paper as other papers cite it. */
export function citeOf(paper: Instrument): AttackedPaper {
  return { title: PAPER_KINDS[paper.kind].zh, number: paper.number ?? '', on: paper.issuedOn };
}

/** What every paper of this review begins with. */
export function beginningOf(
  state: MatterState,
  review: Review,
  about: { readonly number: string; readonly title: string },
  bodies: BodyDirectory,
): ReviewPaper {
  const { respondent, paper } = attackedBy(state, review);
  return {
    ...about,
    level: review.level,
    respondent: nameOf(bodies, respondent).zh,
    attacked: paper && citeOf(paper),
    filedOn: review.filedOn,
    askedOn: review.askedOn,
  };
}
