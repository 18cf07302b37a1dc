import { withInstrument } from './evolve-parts.ts';
import type { AroundFacts } from './facts-around.ts';
import { type Assignment, bodiesOf, type MatterState } from './matter.ts';
import type { Order, Proposal } from './matter-sides.ts';
import { accusedAfter, clocksAfter, type Succession } from './succession.ts';

type Fact = { [K in keyof AroundFacts]: { readonly kind: K; readonly body: AroundFacts[K] } }[keyof AroundFacts];

export const AROUND_FACTS = {
  Joined: true,
  Parted: true,
  SplitOff: true,
  MergedInto: true,
  Unmerged: true,
  Related: true,
  Supervised: true,
  OrderAnswered: true,
  OrderReturned: true,
  OrderClosed: true,
  Proposed: true,
  ProposalAnswered: true,
  Rehandled: true,
  RatingReopened: true,
  Revisited: true,
  BodySucceeded: true,
  ReportPassed: true,
  ReportNoted: true,
  ReportConcluded: true,
  Archived: true,
  ErasureProposed: true,
  KeptLonger: true,
  Erased: true,
} as const satisfies Record<keyof AroundFacts, true>;

export function isAroundFact(fact: { readonly kind: string }): fact is Fact {
  return Object.hasOwn(AROUND_FACTS, fact.kind);
}

/** Folds what stands around a matter. */
export function evolveAround(state: MatterState, { kind, body }: Fact): MatterState {
  switch (kind) {
    case 'Joined': {
      const { submission, matter, requests, content } = body;
      return {
        ...state,
        submissions: [...new Set([...state.submissions, submission])],
        ...(matter ? { merged: { ...state.merged, [matter]: { requests: requests ?? 0 } } } : {}),
        requests: state.requests + (requests ?? 0),
        ...(content ? { content } : {}),
      };
    }
    case 'Parted': {
      const { submission, matter, requests, content } = body;
      const { [matter ?? '']: _, ...merged } = state.merged ?? {};
      return {
        ...state,
        /* The submission it began with never leaves it. */
        submissions: state.submissions.filter((one, at) => at === 0 || one !== submission),
        merged,
        requests: Math.max(1, state.requests - (requests ?? 0)),
        ...(content ? { content } : {}),
      };
    }
    case 'SplitOff':
      return {
        ...state,
        requests: body.requests,
        content: body.content,
        splitInto: [...(state.splitInto ?? []), ...body.into],
      };
    case 'MergedInto':
      return { ...state, phase: 'merged', mergedInto: body.into, closedOn: body.on };
    case 'Unmerged': {
      const { mergedInto: _m, closedOn: _c, ...rest } = state;
      return { ...rest, phase: 'open' };
    }
    case 'Related':
      return { ...state, related: [...new Set([...(state.related ?? []), body.other])] };
    case 'Supervised': {
      const { order: id, by, to, assignment, way, defect, on, due, raisedBy, instrument } = body;
      const order: Order = {
        id,
        by,
        to,
        way,
        defect,
        phase: 'open',
        on,
        due,
        ...(assignment ? { assignment } : {}),
        ...(raisedBy ? { raisedBy } : {}),
      };
      return {
        ...state,
        submissions: raisedBy ? [...new Set([...state.submissions, raisedBy])] : state.submissions,
        orders: { ...state.orders, [id]: order },
        instruments: withInstrument(state, instrument, by, on, assignment),
      };
    }
    case 'OrderAnswered':
      return ordered(state, body.order, { phase: 'answered' });
    case 'OrderReturned':
      return ordered(state, body.order, { phase: 'open', due: body.due });
    case 'OrderClosed':
      return ordered(state, body.order, { phase: 'closed' });
    case 'Proposed': {
      const { proposal: id, kind: what, by, to, on, instrument } = body;
      const proposal: Proposal = { id, kind: what, by, to, on };
      return {
        ...state,
        proposals: { ...state.proposals, [id]: proposal },
        instruments: withInstrument(state, instrument, by, on),
      };
    }
    case 'ProposalAnswered': {
      const before = state.proposals[body.proposal];
      return before
        ? { ...state, proposals: { ...state.proposals, [before.id]: { ...before, adoption: body.adoption } } }
        : state;
    }
    case 'Rehandled':
      return { ...state, rehandledOn: body.on };
    case 'RatingReopened': {
      const rated = state.ratings[body.side];
      const { [body.side]: _, ...ratings } = state.ratings;
      return {
        ...state,
        ratings,
        reratable: [...new Set([...(state.reratable ?? []), body.side])],
        earlierRatings: [
          ...(state.earlierRatings ?? []),
          ...(rated ? [{ side: body.side, ...rated, reopenedBy: body.by }] : []),
        ],
      };
    }
    case 'Revisited':
      return { ...state, revisits: (state.revisits ?? 0) + 1 };
    case 'BodySucceeded':
      return succeeded(state, body);
    case 'ReportPassed':
      return {
        ...state,
        keeper: body.to,
        instruments: withInstrument(state, body.instrument, body.from, body.on),
      };
    case 'ReportNoted':
      return state;
    case 'ReportConcluded':
      return { ...state, phase: 'closed', closedOn: body.on };
    case 'Archived':
      return { ...state, phase: 'archived', archived: body };
    case 'ErasureProposed':
      return { ...state, erasureProposed: { by: body.account, on: body.on } };
    case 'KeptLonger': {
      const { erasureProposed: _, archived, ...rest } = state;
      const { by = body.by, on = body.on } = archived ?? {};
      const { keepUntil } = body;
      return { ...rest, archived: keepUntil === undefined ? { by, on } : { by, on, keepUntil } };
    }
    case 'Erased': {
      const { erasureProposed: _, ...rest } = state;
      return { ...rest, erasedOn: body.on };
    }
  }
}

function ordered(state: MatterState, id: string, patch: Partial<Order>): MatterState {
  const before = state.orders[id];
  return before ? { ...state, orders: { ...state.orders, [id]: { ...before, ...patch } } } : state;
}

/**
 * The new body takes the old one's place in whatever may still be owed or asked; papers, served reviews and ended clocks
 * stay the old one's, and no date moves (条例 24¶2, E25).
 */
function succeeded(state: MatterState, change: Succession): MatterState {
  const { from, to, reviewers = {} } = change;
  const moved = (id: string): string => (id === from ? to : id);
  const each = <T>(all: Readonly<Record<string, T>>, change: (one: T) => T): Record<string, T> =>
    Object.fromEntries(Object.entries(all).map(([id, one]) => [id, change(one)]));
  const { keeper = state.keeper } = change;
  return {
    ...state,
    office: moved(state.office),
    accused: accusedAfter(state.accused, change),
    ...(keeper === undefined ? {} : { keeper }),
    /* Being complained of opens no file. */
    ...(state.sealed || !bodiesOf(state).includes(from)
      ? {}
      : { successors: [...new Set([...(state.successors ?? []), to])] }),
    assignments: each(state.assignments, (one) => taskAfter(one, change)),
    reviews: each(state.reviews, (one) => ({
      ...one,
      reviewer: one.phase === 'served' || one.phase === 'refused' ? one.reviewer : moved(one.reviewer),
      ...(one.decision && reviewers[one.id]
        ? { decision: { ...one.decision, reviewers: reviewers[one.id] ?? one.decision.reviewers } }
        : {}),
    })),
    hearings: each(state.hearings, (one) => (one.concludedOn === undefined ? { ...one, by: moved(one.by) } : one)),
    orders: each(state.orders, (one) =>
      one.phase === 'closed' ? one : { ...one, to: moved(one.to), by: moved(one.by) },
    ),
    proposals: each(state.proposals, (one) =>
      one.adoption === undefined ? { ...one, to: moved(one.to), by: moved(one.by) } : one,
    ),
    clocks: clocksAfter(state.clocks, change),
  };
}

/** A task that went back or was passed on is history; any other is the successor's, whatever it may still come to. */
function taskAfter(one: Assignment, { from, to, reviewers = {}, handlersLeft = false }: Succession): Assignment {
  const moved = (id: string): string => (id === from ? to : id);
  const history = one.phase === 'returned' || one.phase === 'passed-on';
  const { handler, suggestsBody, ...rest } = one;
  const leaves = handlersLeft && !history && one.body === from;
  return {
    ...rest,
    ...(handler === undefined || leaves ? {} : { handler }),
    ...(suggestsBody === undefined ? {} : { suggestsBody: moved(suggestsBody) }),
    body: history ? one.body : moved(one.body),
    from: moved(one.from),
    ...(one.dispute
      ? { dispute: { ...one.dispute, arbiter: moved(one.dispute.arbiter), suggests: moved(one.dispute.suggests) } }
      : {}),
    ...(one.interests
      ? {
          interests: one.interests.map((interest) =>
            interest.decider === undefined ? interest : { ...interest, decider: moved(interest.decider) },
          ),
        }
      : {}),
    ...(one.contributors ? { contributors: contributorsAfter(one.contributors, from, to) } : {}),
    ...(one.opinion && reviewers[one.id]
      ? { opinion: { ...one.opinion, reviewers: reviewers[one.id] ?? one.opinion.reviewers } }
      : {}),
  };
}

/** Asked of both, it is asked once; what was given stays under the name of whoever gave it. */
function contributorsAfter(
  all: NonNullable<Assignment['contributors']>,
  from: string,
  to: string,
): NonNullable<Assignment['contributors']> {
  const asked = all[from];
  if (asked === undefined || asked.givenOn !== undefined) return all;
  const { [from]: _, ...rest } = all;
  return { ...rest, [to]: rest[to] ?? asked };
}
