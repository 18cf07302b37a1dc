import { withInstrument } from './evolve-parts.ts';
import type { AroundFacts } from './facts-around.ts';
import type { Assignment, MatterState } from './matter.ts';
import { PHASE_IS_OPEN } from './matter.ts';
import type { Order, Proposal } from './matter-sides.ts';

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
      return succeeded(state, body.from, body.to);
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
      return { ...state, phase: 'archived' };
  }
}

function ordered(state: MatterState, id: string, patch: Partial<Order>): MatterState {
  const before = state.orders[id];
  return before ? { ...state, orders: { ...state.orders, [id]: { ...before, ...patch } } } : state;
}

/** Everything the old body still owes is the new one's; what it did stays its own, dates unchanged (条例 24¶2, E25). */
function succeeded(state: MatterState, from: string, to: string): MatterState {
  const moved = (id: string): string => (id === from ? to : id);
  const task = (one: Assignment): Assignment => ({
    ...one,
    body: PHASE_IS_OPEN[one.phase] || one.phase === 'served' ? moved(one.body) : one.body,
    from: moved(one.from),
    ...(one.dispute ? { dispute: { ...one.dispute, arbiter: moved(one.dispute.arbiter) } } : {}),
    ...(one.contributors
      ? { contributors: Object.fromEntries(Object.entries(one.contributors).map(([id, given]) => [moved(id), given])) }
      : {}),
  });
  return {
    ...state,
    office: moved(state.office),
    ...(state.keeper === undefined ? {} : { keeper: moved(state.keeper) }),
    assignments: Object.fromEntries(Object.entries(state.assignments).map(([id, one]) => [id, task(one)])),
    reviews: Object.fromEntries(
      Object.entries(state.reviews).map(([id, one]) => [
        id,
        one.phase === 'served' || one.phase === 'refused' ? one : { ...one, reviewer: moved(one.reviewer) },
      ]),
    ),
    hearings: Object.fromEntries(
      Object.entries(state.hearings).map(([id, one]) => [
        id,
        one.concludedOn === undefined ? { ...one, by: moved(one.by) } : one,
      ]),
    ),
    orders: Object.fromEntries(
      Object.entries(state.orders).map(([id, one]) => [
        id,
        one.phase === 'closed' ? one : { ...one, to: moved(one.to), by: moved(one.by) },
      ]),
    ),
    proposals: Object.fromEntries(
      Object.entries(state.proposals).map(([id, one]) => [
        id,
        one.adoption === undefined ? { ...one, to: moved(one.to), by: moved(one.by) } : one,
      ]),
    ),
    clocks: Object.fromEntries(
      Object.entries(state.clocks).map(([id, clock]) => [
        id,
        clock.end === undefined ? { ...clock, holder: moved(clock.holder) } : clock,
      ]),
    ),
  };
}
