import { changeTask, withInstrument } from './evolve-parts.ts';
import type { BesideFacts } from './facts-beside.ts';
import { type Assignment, type MatterState, openHearing, PHASE_IS_OPEN } from './matter.ts';
import type { Mediation } from './matter-sides.ts';

type Fact = { [K in keyof BesideFacts]: { readonly kind: K; readonly body: BesideFacts[K] } }[keyof BesideFacts];

export const BESIDE_FACTS = {
  DisputeRaised: true,
  CompetenceDecided: true,
  SupplementAsked: true,
  SupplementCame: true,
  RevertedToOrdinary: true,
  InterestDeclared: true,
  RecusalDecided: true,
  ContributionAsked: true,
  Contributed: true,
  HearingOrdered: true,
  HearingHeld: true,
  HearingConcluded: true,
  MediationBegun: true,
  MediationEnded: true,
  PerformanceNoted: true,
  ConfirmationNoted: true,
  Settled: true,
  ExtensionConsented: true,
  EndedForProcedure: true,
  RemedyCorrected: true,
  ExecutionReported: true,
  ResultReported: true,
  ReportAccepted: true,
  ReportReturned: true,
  WithdrawalTakenBack: true,
  ContinuedExOfficio: true,
  DeathNoted: true,
  SuccessionNoted: true,
  EndedWithoutSuccessor: true,
} as const satisfies Record<keyof BesideFacts, true>;

export function isBesideFact(fact: { readonly kind: string }): fact is Fact {
  return Object.hasOwn(BESIDE_FACTS, fact.kind);
}

/** Folds what happens within handling, beside the main path. */
export function evolveBeside(state: MatterState, { kind, body }: Fact): MatterState {
  const task = (id: string): Assignment | undefined => state.assignments[id];
  const tasked = (id: string, patch: Partial<Assignment>): MatterState => ({
    ...state,
    assignments: changeTask(state, id, patch),
  });
  switch (kind) {
    case 'DisputeRaised': {
      const { assignment, arbiter, suggests, on } = body;
      return tasked(assignment, { phase: 'disputed', dispute: { arbiter, suggests, on } });
    }
    case 'CompetenceDecided':
      return competenceDecided(state, body);
    case 'SupplementAsked': {
      const { assignment, on, due, instrument } = body;
      return {
        ...tasked(assignment, { supplement: { on, due } }),
        instruments: withInstrument(state, instrument, task(assignment)?.body ?? '', on, assignment),
      };
    }
    case 'SupplementCame':
      return without(state, body.assignment, 'supplement');
    case 'RevertedToOrdinary':
      return tasked(body.assignment, { procedure: 'ordinary' });
    case 'InterestDeclared': {
      const { assignment, account, by, decider } = body;
      const declared = { account, by, ...(decider ? { decider } : {}) };
      return tasked(assignment, { interests: [...(task(assignment)?.interests ?? []), declared] });
    }
    case 'RecusalDecided':
      return recusalDecided(state, body);
    case 'ContributionAsked': {
      const { assignment, body: asked, on, due, instrument } = body;
      return {
        ...tasked(assignment, {
          contributors: { ...task(assignment)?.contributors, [asked]: { askedOn: on, due } },
        }),
        instruments: withInstrument(state, instrument, task(assignment)?.body ?? '', on, assignment),
      };
    }
    case 'Contributed': {
      const { assignment, body: by, on } = body;
      const before = task(assignment)?.contributors?.[by];
      return before
        ? tasked(assignment, { contributors: { ...task(assignment)?.contributors, [by]: { ...before, givenOn: on } } })
        : state;
    }
    case 'HearingOrdered': {
      const { hearing: id, assignment, review, by, on, heldOn, members, instrument } = body;
      const hearing = { id, assignment, by, orderedOn: on, planned: heldOn, members, ...(review ? { review } : {}) };
      return {
        ...state,
        hearings: { ...state.hearings, [id]: hearing },
        instruments: withInstrument(state, instrument, by, on, assignment),
      };
    }
    case 'HearingHeld': {
      const before = state.hearings[body.hearing];
      return before
        ? { ...state, hearings: { ...state.hearings, [before.id]: { ...before, heldOn: body.on } } }
        : state;
    }
    case 'HearingConcluded': {
      const before = state.hearings[body.hearing];
      if (!before) return state;
      return {
        ...state,
        hearings: { ...state.hearings, [before.id]: { ...before, concludedOn: body.on } },
        instruments: withInstrument(state, body.instrument, before.by, body.on, before.assignment),
      };
    }
    case 'MediationBegun': {
      const { mediation: id, assignment, kind: way, on } = body;
      const begun: Mediation = { id, assignment, kind: way, phase: 'open', begunOn: on, promises: [] };
      return { ...state, mediations: { ...state.mediations, [id]: begun } };
    }
    case 'MediationEnded': {
      const { mediation: id, on, agreed, promises, instrument } = body;
      const ended = mediated(state, id, {
        phase: agreed ? 'agreed' : 'failed',
        endedOn: on,
        promises: promises.map((due) => ({ due })),
      });
      const at = state.mediations[id]?.assignment ?? '';
      return { ...ended, instruments: withInstrument(ended, instrument, task(at)?.body ?? '', on, at) };
    }
    case 'PerformanceNoted': {
      const before = state.mediations[body.mediation];
      const promises = (before?.promises ?? []).map((one, at) =>
        at === body.promise ? { ...one, kept: body.kept } : one,
      );
      const phase = promises.some((one) => one.kept === false)
        ? 'broken'
        : promises.every((one) => one.kept)
          ? 'performed'
          : 'agreed';
      return mediated(state, body.mediation, { promises, phase });
    }
    case 'ConfirmationNoted':
      return mediated(state, body.mediation, { confirmation: body.step });
    case 'Settled':
      return closed(tasked(body.assignment, { phase: 'settled' }), 'settled', body.on);
    case 'ExtensionConsented':
      return tasked(body.assignment, { extensionConsent: true });
    case 'EndedForProcedure': {
      const { assignment, route, on, instrument } = body;
      const ended = closed(tasked(assignment, { phase: 'ended', route }), 'closed', on);
      return {
        ...ended,
        instruments: withInstrument(state, instrument, task(assignment)?.body ?? '', on, assignment),
      };
    }
    case 'RemedyCorrected': {
      const { assignment, on, instrument } = body;
      /* The window that was missed for want of a notice had never begun. */
      const { lapsedOn: _l, ...open } = state;
      const { final: _f, ...unended } = open;
      const again = state.final?.by === 'lapse' ? { ...unended, phase: 'answered' as const } : open;
      return {
        ...again,
        instruments: withInstrument(state, instrument, task(assignment)?.body ?? '', on, assignment),
      };
    }
    case 'ExecutionReported':
      return tasked(body.assignment, { execution: { on: body.on, done: body.done } });
    case 'ResultReported': {
      const { assignment, on, instrument } = body;
      return {
        ...tasked(assignment, { report: { state: 'reported', on } }),
        instruments: withInstrument(state, instrument, task(assignment)?.body ?? '', on, assignment),
      };
    }
    case 'ReportAccepted':
      return tasked(body.assignment, { report: { state: 'accepted', on: body.on } });
    case 'ReportReturned':
      return tasked(body.assignment, { report: { state: 'returned', on: body.on } });
    case 'WithdrawalTakenBack':
      return reopened(state);
    case 'ContinuedExOfficio':
      return { ...reopened(state), exOfficio: body.reason };
    case 'DeathNoted':
      return { ...state, died: { on: body.on, succeeded: false } };
    case 'SuccessionNoted':
      return { ...state, died: { on: state.died?.on ?? body.on, succeeded: true } };
    case 'EndedWithoutSuccessor':
      return closed(endTasks(state, 'ended'), 'closed', body.on);
  }
}

/** Every open task ends in this phase, and remembers what it was in. */
export function endTasks(state: MatterState, phase: 'ended' | 'withdrawn'): MatterState {
  return {
    ...state,
    assignments: Object.fromEntries(
      Object.entries(state.assignments).map(([id, one]) => [
        id,
        PHASE_IS_OPEN[one.phase] ? { ...one, phase, heldPhase: one.phase } : one,
      ]),
    ),
  };
}

function reopened(state: MatterState): MatterState {
  const { closedOn: _, ...open } = state;
  return {
    ...open,
    phase: 'open',
    assignments: Object.fromEntries(
      Object.entries(state.assignments).map(([id, { heldPhase, ...one }]) => [
        id,
        one.phase === 'withdrawn' && heldPhase ? { ...one, phase: heldPhase } : one,
      ]),
    ),
  };
}

function closed(state: MatterState, phase: 'closed' | 'settled', on: string): MatterState {
  return { ...state, phase, closedOn: on };
}

function mediated(state: MatterState, id: string, patch: Partial<Mediation>): MatterState {
  const before = state.mediations[id];
  return before ? { ...state, mediations: { ...state.mediations, [id]: { ...before, ...patch } } } : state;
}

function without(state: MatterState, id: string, key: 'supplement' | 'dispute'): MatterState {
  const before = state.assignments[id];
  if (!before) return state;
  const { [key]: _, ...rest } = before;
  return { ...state, assignments: { ...state.assignments, [id]: rest } };
}

/** The body named keeps it, or another takes over with an assignment of its own, already known to it. */
function competenceDecided(state: MatterState, body: BesideFacts['CompetenceDecided']): MatterState {
  const { assignment, by, to, next, on, instrument } = body;
  const settled = without(state, assignment, 'dispute');
  const instruments = withInstrument(state, instrument, by, on, assignment);
  if (next === undefined) {
    const decided = { ...settled, instruments };
    return { ...decided, assignments: changeTask(decided, assignment, { phase: 'signed', objectionRefused: true }) };
  }
  const before = changeTask(settled, assignment, { phase: 'returned' });
  const named: Assignment = {
    id: next,
    body: to,
    from: by,
    mode: 'designated',
    phase: 'sent',
    sentOn: on,
    objectionRefused: true,
    extendedDays: 0,
  };
  return { ...settled, instruments, assignments: { ...before, [next]: named } };
}

function recusalDecided(state: MatterState, body: BesideFacts['RecusalDecided']): MatterState {
  const { assignment, account, granted, on, instrument } = body;
  const before = state.assignments[assignment];
  if (!before) return state;
  const { handler, ...rest } = before;
  const kept = granted && handler === account ? rest : before;
  const decided = (before.interests ?? []).find((one) => one.account === account);
  const after: Assignment = {
    ...kept,
    interests: (before.interests ?? []).filter((one) => one.account !== account),
    recused: granted ? [...new Set([...(before.recused ?? []), account])] : (before.recused ?? []),
    ...(granted ? {} : { cleared: [...new Set([...(before.cleared ?? []), account])] }),
  };
  return {
    ...state,
    assignments: { ...state.assignments, [assignment]: after },
    instruments: withInstrument(state, instrument, decided?.decider ?? before.body, on, assignment),
  };
}

/** True while a hearing of this review or task is open. */
export function isHeard(state: MatterState, of: { readonly review?: string | undefined }): boolean {
  const hearing = openHearing(state);
  return hearing !== undefined && hearing.review === of.review;
}
