import { withInstrument } from './evolve-parts.ts';
import type { InstrumentRef } from './fact-parts.ts';
import type { ReviewFacts } from './facts-review.ts';
import type { Assignment, MatterState } from './matter.ts';
import type { Review } from './matter-sides.ts';
import { SUBSTANTIVE_GROUNDS } from './proceedings.ts';

type Fact = { [K in keyof ReviewFacts]: { readonly kind: K; readonly body: ReviewFacts[K] } }[keyof ReviewFacts];

export const REVIEW_FACTS = {
  ReviewAsked: true,
  ReviewPapersAsked: true,
  ReviewAccepted: true,
  ReviewRefused: true,
  ReviewNoted: true,
  ReviewDrafted: true,
  ReviewDraftReturned: true,
  ReviewDecided: true,
  ReviewServed: true,
  Lapsed: true,
  TerminationFiled: true,
} as const satisfies Record<keyof ReviewFacts, true>;

export function isReviewFact(fact: { readonly kind: string }): fact is Fact {
  return Object.hasOwn(REVIEW_FACTS, fact.kind);
}

function change(state: MatterState, id: string, patch: Partial<Review>): MatterState['reviews'] {
  const before = state.reviews[id];
  return before ? { ...state.reviews, [id]: { ...before, ...patch } } : state.reviews;
}

function papered(state: MatterState, id: string, patch: Partial<Review>, instrument: InstrumentRef, on: string) {
  const review = state.reviews[id];
  return {
    ...state,
    reviews: change(state, id, patch),
    instruments: withInstrument(state, instrument, review?.reviewer ?? '', on, review?.assignment),
  };
}

/** Folds the facts of 复查 and 复核. Total, like every folding. */
export function evolveReview(state: MatterState, { kind, body }: Fact): MatterState {
  switch (kind) {
    case 'ReviewAsked': {
      const { assignment, reviewer, on, content, excuse, review: id = 'r1', level = 'review', filedOn = on } = body;
      const asked: Review = {
        id,
        level,
        phase: 'asked',
        reviewer,
        assignment,
        askedOn: on,
        filedOn,
        content,
        steps: [],
        ...(excuse ? { excuse } : {}),
      };
      return { ...state, phase: 'in-review', reviews: { ...state.reviews, [id]: asked } };
    }
    case 'ReviewPapersAsked':
      return papered(state, body.review, { papersDue: body.due }, body.instrument, body.on);
    case 'ReviewAccepted':
      return papered(state, body.review, { phase: 'accepted', acceptedOn: body.on }, body.instrument, body.on);
    case 'ReviewRefused': {
      const { review, reason, instrument, on } = body;
      return {
        ...papered(state, review, { phase: 'refused', refusedFor: reason }, instrument, on),
        phase: 'answered',
      };
    }
    case 'ReviewNoted': {
      const before = state.reviews[body.review];
      return { ...state, reviews: change(state, body.review, { steps: [...(before?.steps ?? []), body.step] }) };
    }
    case 'ReviewDrafted': {
      const { review, version, author, outcome, content } = body;
      const draft = { version, author, outcome, content, returned: false };
      return { ...state, reviews: change(state, review, { phase: 'drafted', draft }) };
    }
    case 'ReviewDraftReturned': {
      const draft = state.reviews[body.review]?.draft;
      return {
        ...state,
        reviews: change(state, body.review, {
          phase: 'accepted',
          ...(draft ? { draft: { ...draft, returned: true } } : {}),
        }),
      };
    }
    case 'ReviewDecided':
      return decided(state, body);
    case 'ReviewServed': {
      const { review: id, on, way } = body;
      const review = state.reviews[id];
      const served = { ...state, reviews: change(state, id, { phase: 'served' as const, service: { on, way } }) };
      if (review?.decision?.outcome === 'revoke') return served;
      const isLast = review?.level === 'final' || review?.decision?.reviewers.length === 0;
      return isLast
        ? { ...served, phase: 'ended', closedOn: on, final: { by: 're-review', on, review: id } }
        : { ...served, phase: 'answered', closedOn: on };
    }
    case 'Lapsed':
      return body.bars
        ? { ...state, phase: 'ended', lapsedOn: body.on, final: { by: 'lapse', on: body.on } }
        : { ...state, lapsedOn: body.on };
    case 'TerminationFiled':
      return {
        ...state,
        terminationFiledOn: body.on,
        instruments: withInstrument(state, body.instrument, body.by, body.on),
      };
  }
}

function decided(state: MatterState, body: ReviewFacts['ReviewDecided']): MatterState {
  const { review: id, on, outcome, grounds, reviewers, instrument, redo } = body;
  const review = state.reviews[id];
  const patch: Partial<Review> = {
    phase: 'decided',
    decision: { on, outcome, grounds, reviewers, instrument: instrument.id },
  };
  const opinion = papered(state, id, patch, instrument, on);
  const after = {
    ...opinion,
    instruments: withInstrument(opinion, redo, review?.reviewer ?? '', on, review?.assignment),
  };
  if (outcome !== 'revoke' || !review) return after;
  const task = state.assignments[review.assignment];
  if (!task) return after;
  const { opinion: old, service: _s, draft: _d, execution: _e, ...rest } = task;
  const again: Assignment = {
    ...rest,
    phase: 'handling',
    extendedDays: 0,
    extensions: 0,
    redo: {
      review: id,
      ban: grounds.some((ground) => SUBSTANTIVE_GROUNDS.includes(ground)),
      verdicts: old?.verdicts ?? [],
    },
  };
  const { closedOn: _c, ...open } = after;
  return { ...open, phase: 'open', assignments: { ...after.assignments, [task.id]: again } };
}
