import { type ClockChange, evolveClocks } from './clocks.ts';
import type { Day } from './days.ts';
import type { InstrumentRef, MatterFact, MatterFacts } from './facts.ts';
import { type Assignment, type MatterState, PHASE_IS_OPEN, tasksOf } from './matter.ts';

function change(state: MatterState, id: string, patch: Partial<Assignment>): MatterState['assignments'] {
  const before = state.assignments[id];
  return before ? { ...state.assignments, [id]: { ...before, ...patch } } : state.assignments;
}

function withInstrument(
  state: MatterState,
  ref: InstrumentRef | undefined,
  issuer: string,
  issuedOn: Day,
  assignment?: string,
): MatterState['instruments'] {
  if (!ref) return state.instruments;
  const base = { ...ref, seq: state.seq, issuer, issuedOn };
  return { ...state.instruments, [ref.id]: assignment === undefined ? base : { ...base, assignment } };
}

/** Folds one fact. Deterministic and total: history is never refused here. */
export function evolveMatter(before: MatterState, recorded: MatterFact): MatterState {
  const { fact, seq } = recorded;
  const changes: readonly ClockChange[] = 'clocks' in fact.body ? fact.body.clocks : [];
  const state: MatterState = { ...before, seq, clocks: evolveClocks(before.clocks, changes, seq) };
  switch (fact.kind) {
    case 'Opened':
      return opened({ ...state, openedAt: recorded.occurredAt }, fact.body);
    case 'RouteProposed':
      return { ...state, proposedRoute: fact.body.route };
    case 'Forwarded':
      return forwarded(state, fact.body);
    case 'Signed':
      return {
        ...state,
        assignments: change(state, fact.body.assignment, { phase: 'signed', signedOn: fact.body.on }),
      };
    case 'Objected': {
      const { assignment, on, suggests, instrument } = fact.body;
      return {
        ...state,
        assignments: change(state, assignment, { phase: 'objected', ...(suggests ? { suggestsBody: suggests } : {}) }),
        instruments: withInstrument(state, instrument, state.assignments[assignment]?.body ?? '', on, assignment),
      };
    }
    case 'ObjectionAgreed':
      return takenBack(state, fact.body.assignment);
    case 'ObjectionRefused':
      return {
        ...state,
        assignments: change(state, fact.body.assignment, { phase: 'signed', objectionRefused: true }),
      };
    case 'Accepted': {
      const { assignment, route, on, instrument } = fact.body;
      return {
        ...state,
        assignments: change(state, assignment, { phase: 'accepted', route, acceptedOn: on }),
        instruments: withInstrument(state, instrument, state.assignments[assignment]?.body ?? '', on, assignment),
      };
    }
    case 'NotAccepted':
    case 'RoutedOut': {
      const { assignment, on, instrument } = fact.body;
      const phase = fact.kind === 'NotAccepted' ? 'not-accepted' : 'routed-out';
      return {
        ...state,
        phase: 'closed',
        closedOn: on,
        assignments: change(state, assignment, {
          phase,
          ...(fact.kind === 'RoutedOut' ? { route: fact.body.route } : {}),
        }),
        instruments: withInstrument(state, instrument, state.assignments[assignment]?.body ?? '', on, assignment),
      };
    }
    case 'AnsweredDirectly': {
      const { assignment, by, on, instrument } = fact.body;
      return {
        ...state,
        phase: 'closed',
        closedOn: on,
        assignments: assignment ? change(state, assignment, { phase: 'answered' }) : state.assignments,
        instruments: withInstrument(state, instrument, by, on, assignment),
      };
    }
    case 'HandlerNamed':
      return {
        ...state,
        assignments: change(state, fact.body.assignment, {
          handler: fact.body.account,
          ...handlingIfAccepted(state, fact.body.assignment),
        }),
      };
    case 'WorkNoted':
      return {
        ...state,
        assignments: change(state, fact.body.assignment, handlingIfAccepted(state, fact.body.assignment)),
      };
    case 'ExtensionAsked': {
      const { assignment, days, by, content } = fact.body;
      return { ...state, assignments: change(state, assignment, { extensionAsked: { days, by, content } }) };
    }
    case 'Extended': {
      const { assignment, days, on, instrument } = fact.body;
      const total = (state.assignments[assignment]?.extendedDays ?? 0) + days;
      return {
        ...state,
        assignments: withoutAsked(state, assignment, { extendedDays: total }),
        instruments: withInstrument(state, instrument, state.assignments[assignment]?.body ?? '', on, assignment),
      };
    }
    case 'ExtensionRefused':
      return { ...state, assignments: withoutAsked(state, fact.body.assignment, {}) };
    case 'Drafted': {
      const { assignment, version, author, content } = fact.body;
      return {
        ...state,
        assignments: change(state, assignment, {
          phase: 'drafted',
          draft: { version, author, content, returned: false },
        }),
      };
    }
    case 'DraftReturned': {
      const draft = state.assignments[fact.body.assignment]?.draft;
      return {
        ...state,
        assignments: change(state, fact.body.assignment, {
          phase: 'handling',
          ...(draft ? { draft: { ...draft, returned: true } } : {}),
        }),
      };
    }
    case 'OpinionIssued': {
      const { assignment, on, verdicts, reviewers, instrument } = fact.body;
      return {
        ...state,
        assignments: change(state, assignment, {
          phase: 'decided',
          opinion: { instrument: instrument.id, issuedOn: on, verdicts, reviewers },
        }),
        instruments: withInstrument(state, instrument, state.assignments[assignment]?.body ?? '', on, assignment),
      };
    }
    case 'Served':
      return {
        ...state,
        phase: 'answered',
        closedOn: fact.body.on,
        assignments: change(state, fact.body.assignment, {
          phase: 'served',
          service: { on: fact.body.on, way: fact.body.way },
        }),
      };
    case 'Rated':
      return {
        ...state,
        ratings: { ...state.ratings, [fact.body.side]: { level: fact.body.level, on: fact.body.on } },
      };
    case 'ReviewAsked': {
      const { assignment, reviewer, on } = fact.body;
      return { ...state, reviewAsked: { assignment, reviewer, on } };
    }
    case 'Withdrawn':
      return {
        ...state,
        phase: 'withdrawn',
        closedOn: fact.body.on,
        assignments: Object.fromEntries(
          Object.entries(state.assignments).map(([id, assignment]) => [
            id,
            PHASE_IS_OPEN[assignment.phase] ? { ...assignment, phase: 'withdrawn' as const } : assignment,
          ]),
        ),
      };
    case 'DatesRecounted':
      return state;
    case 'SealedScanStored': {
      const instrument = state.instruments[fact.body.instrument];
      return instrument
        ? { ...state, instruments: { ...state.instruments, [instrument.id]: { ...instrument, scan: fact.body.file } } }
        : state;
    }
    case 'ImportedOpened': {
      const { submission, body, ...rest } = fact.body;
      return {
        ...state,
        ...rest,
        phase: 'open',
        openedAt: recorded.occurredAt,
        origin: 'imported',
        submissions: [submission],
        office: body,
        petitioners: 1,
        registeredOn: rest.receivedOn,
      };
    }
    case 'ImportedTransferred':
      return { ...state, transfers: fact.body.times };
    case 'ImportedAnswered':
      return { ...state, phase: 'answered', closedOn: fact.body.on, importedAnswer: fact.body };
  }
}

function opened(state: MatterState, body: MatterFacts['Opened']): MatterState {
  const { submission, own, clocks: _, ...rest } = body;
  const assignments: MatterState['assignments'] = own
    ? {
        [own]: {
          id: own,
          body: body.office,
          from: body.office,
          mode: 'own',
          phase: 'signed',
          sentOn: body.receivedOn,
          signedOn: body.receivedOn,
          objectionRefused: false,
          extendedDays: 0,
        },
      }
    : {};
  return { ...state, ...rest, phase: 'open', submissions: [submission], assignments };
}

/** The material is back: with the office, or with the body that had passed it on, which holds it as before. */
function takenBack(state: MatterState, id: string): MatterState {
  const assignments = change(state, id, { phase: 'returned' });
  const from = state.assignments[id]?.from;
  const holder = tasksOf(state).findLast((task) => task.body === from && task.phase === 'passed-on');
  return {
    ...state,
    assignments: holder ? change({ ...state, assignments }, holder.id, { phase: 'signed' }) : assignments,
  };
}

function forwarded(state: MatterState, body: MatterFacts['Forwarded']): MatterState {
  const assignment: Assignment = {
    id: body.assignment,
    body: body.to,
    from: body.from,
    mode: body.mode,
    phase: 'sent',
    sentOn: body.on,
    objectionRefused: false,
    extendedDays: 0,
  };
  /* Whoever sends on what it held (条例 22, 23¶1) is done with it, unless it comes back. */
  const left = Object.fromEntries(
    Object.entries(state.assignments).map(([id, other]) => [
      id,
      PHASE_IS_OPEN[other.phase] && other.body === body.from ? { ...other, phase: 'passed-on' as const } : other,
    ]),
  );
  const lettered = {
    ...state,
    instruments: withInstrument(state, body.instrument, body.from, body.on, body.assignment),
  };
  return {
    ...state,
    assignments: { ...left, [body.assignment]: assignment },
    instruments: withInstrument(lettered, body.notice, body.from, body.on, body.assignment),
  };
}

function handlingIfAccepted(state: MatterState, id: string): Partial<Assignment> {
  return state.assignments[id]?.phase === 'accepted' ? { phase: 'handling' } : {};
}

function withoutAsked(state: MatterState, id: string, patch: Partial<Assignment>): MatterState['assignments'] {
  const before = state.assignments[id];
  if (!before) return state.assignments;
  const { extensionAsked: _, ...rest } = before;
  return { ...state.assignments, [id]: { ...rest, ...patch } };
}
