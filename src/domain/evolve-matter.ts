import { type ClockChange, evolveClocks } from './clocks.ts';
import { evolveAround, isAroundFact } from './evolve-around.ts';
import { endTasks, evolveBeside, isBesideFact } from './evolve-beside.ts';
import { changeTask, withInstrument } from './evolve-parts.ts';
import { evolveReview, isReviewFact } from './evolve-review.ts';
import type { MatterFact, MatterFacts } from './facts.ts';
import { type Assignment, type MatterState, PHASE_IS_OPEN, tasksOf } from './matter.ts';

/** Folds one fact. Deterministic and total: history is never refused here. */
export function evolveMatter(before: MatterState, recorded: MatterFact): MatterState {
  const { fact, seq } = recorded;
  const changes: readonly ClockChange[] = 'clocks' in fact.body ? fact.body.clocks : [];
  const state: MatterState = { ...before, seq, clocks: evolveClocks(before.clocks, changes, seq) };
  if (isReviewFact(fact)) return evolveReview(state, fact);
  if (isBesideFact(fact)) return evolveBeside(state, fact);
  if (isAroundFact(fact)) return evolveAround(state, fact);
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
        assignments: changeTask(state, fact.body.assignment, { phase: 'signed', signedOn: fact.body.on }),
      };
    case 'Objected': {
      const { assignment, on, suggests, instrument } = fact.body;
      return {
        ...state,
        assignments: changeTask(state, assignment, {
          phase: 'objected',
          ...(suggests ? { suggestsBody: suggests } : {}),
        }),
        instruments: withInstrument(state, instrument, state.assignments[assignment]?.body ?? '', on, assignment),
      };
    }
    case 'ObjectionAgreed':
      return takenBack(state, fact.body.assignment);
    case 'ObjectionRefused':
      return {
        ...state,
        assignments: changeTask(state, fact.body.assignment, { phase: 'signed', objectionRefused: true }),
      };
    case 'Accepted': {
      const { assignment, route, on, procedure = 'ordinary', instrument } = fact.body;
      return {
        ...state,
        assignments: changeTask(state, assignment, { phase: 'accepted', route, acceptedOn: on, procedure }),
        instruments: withInstrument(state, instrument, state.assignments[assignment]?.body ?? '', on, assignment),
      };
    }
    case 'NotAccepted': {
      const { assignment, by, on, instrument, reason, cites } = fact.body;
      const issuer = state.assignments[assignment ?? '']?.body ?? by ?? state.office;
      return {
        ...state,
        phase: 'closed',
        closedOn: on,
        notAcceptedFor: cites === undefined ? { reason } : { reason, cites },
        assignments: assignment ? changeTask(state, assignment, { phase: 'not-accepted' }) : state.assignments,
        instruments: withInstrument(state, instrument, issuer, on, assignment),
      };
    }
    case 'RoutedOut': {
      const { assignment, route, on, instrument } = fact.body;
      return {
        ...state,
        phase: 'closed',
        closedOn: on,
        assignments: changeTask(state, assignment, { phase: 'routed-out', route }),
        instruments: withInstrument(state, instrument, state.assignments[assignment]?.body ?? '', on, assignment),
      };
    }
    case 'AnsweredDirectly': {
      const { assignment, by, on, instrument } = fact.body;
      return {
        ...state,
        phase: 'closed',
        closedOn: on,
        assignments: assignment ? changeTask(state, assignment, { phase: 'answered' }) : state.assignments,
        instruments: withInstrument(state, instrument, by, on, assignment),
      };
    }
    case 'HandlerNamed':
      return {
        ...state,
        assignments: changeTask(state, fact.body.assignment, {
          handler: fact.body.account,
          ...handlingIfAccepted(state, fact.body.assignment),
        }),
      };
    case 'WorkNoted':
      return {
        ...state,
        assignments: changeTask(state, fact.body.assignment, handlingIfAccepted(state, fact.body.assignment)),
      };
    case 'ExtensionAsked': {
      const { assignment, days, by, content } = fact.body;
      return { ...state, assignments: changeTask(state, assignment, { extensionAsked: { days, by, content } }) };
    }
    case 'Extended': {
      const { assignment, days, on, instrument } = fact.body;
      const before = state.assignments[assignment];
      const total = { extendedDays: (before?.extendedDays ?? 0) + days, extensions: (before?.extensions ?? 0) + 1 };
      return {
        ...state,
        assignments: withoutAsked(state, assignment, total),
        instruments: withInstrument(state, instrument, state.assignments[assignment]?.body ?? '', on, assignment),
      };
    }
    case 'ExtensionRefused':
      return { ...state, assignments: withoutAsked(state, fact.body.assignment, {}) };
    case 'Drafted': {
      const { assignment, version, author, content } = fact.body;
      return {
        ...state,
        assignments: changeTask(state, assignment, {
          phase: 'drafted',
          draft: { version, author, content, returned: false },
        }),
      };
    }
    case 'DraftReturned': {
      const draft = state.assignments[fact.body.assignment]?.draft;
      return {
        ...state,
        assignments: changeTask(state, fact.body.assignment, {
          phase: 'handling',
          ...(draft ? { draft: { ...draft, returned: true } } : {}),
        }),
      };
    }
    case 'OpinionIssued': {
      const { assignment, on, verdicts, reviewers, executeBy, instrument } = fact.body;
      return {
        ...state,
        assignments: changeTask(state, assignment, {
          phase: 'decided',
          opinion: {
            instrument: instrument.id,
            issuedOn: on,
            verdicts,
            reviewers,
            ...(executeBy ? { executeBy } : {}),
          },
        }),
        instruments: withInstrument(state, instrument, state.assignments[assignment]?.body ?? '', on, assignment),
      };
    }
    case 'Served':
      return {
        ...state,
        phase: 'answered',
        closedOn: fact.body.on,
        assignments: changeTask(state, fact.body.assignment, {
          phase: 'served',
          service: { on: fact.body.on, way: fact.body.way },
        }),
      };
    case 'Rated':
      return rated(state, fact.body);
    case 'Withdrawn':
      return { ...endTasks(state, 'withdrawn'), phase: 'withdrawn', closedOn: fact.body.on };
    case 'DatesRecounted':
      return fact.body.pack === undefined ? state : { ...state, pack: fact.body.pack };
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

/** A second rating uses up what was done before it: a third needs more to be done again (E48). */
function rated(state: MatterState, { side, level, on }: MatterFacts['Rated']): MatterState {
  const { rehandledOn, ...rest } = state;
  const again = state.reratable?.includes(side);
  return {
    ...rest,
    ...(rehandledOn === undefined || again ? {} : { rehandledOn }),
    ratings: { ...state.ratings, [side]: { level, on } },
    ...(state.reratable ? { reratable: state.reratable.filter((one) => one !== side) } : {}),
  };
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
  const assignments = changeTask(state, id, { phase: 'returned' });
  const from = state.assignments[id]?.from;
  const holder = tasksOf(state).findLast((task) => task.body === from && task.phase === 'passed-on');
  return {
    ...state,
    assignments: holder ? changeTask({ ...state, assignments }, holder.id, { phase: 'signed' }) : assignments,
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
    ...(body.simple ? { simpleSuggested: true } : {}),
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
  const { extensionAsked: _, extensionConsent: _consent, ...rest } = before;
  return { ...state.assignments, [id]: { ...rest, ...patch } };
}
