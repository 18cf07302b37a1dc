import { type Clock, type Clocks, isStatutory } from '../../domain/clocks.ts';
import { soonLateFrom } from '../../domain/due.ts';
import type { Row } from './rows.ts';

/** The body a clock is counted against: its holder, or for the petitioner's windows the body that served. */
export function clockRows(
  region: string,
  stream: string,
  division: string,
  clocks: Clocks,
  bodyOf: (clock: Clock) => string,
): readonly Row[] {
  return Object.entries(clocks).map(([id, clock]) => {
    return {
      region,
      stream,
      id,
      kind: clock.kind,
      holder: clock.holder,
      assignment: clock.assignment ?? null,
      body: bodyOf(clock),
      division,
      started_on: clock.derivation.from,
      raw_end: clock.derivation.rawEnd,
      due: clock.derivation.statutoryDue,
      assessment_due: clock.derivation.assessmentDue,
      ended_on: clock.endedOn ?? null,
      outcome: clock.end ?? 'running',
      statutory: isStatutory(clock),
      calendar: clock.derivation.calendar,
    };
  });
}

/** The due columns of a desk row: the clock's, or none (sorted last). */
export function dueColumns(clock: Clock | undefined): Row {
  if (!clock || clock.end !== undefined || clock.suspendedOn !== undefined) {
    return { due: null, sort_day: 'infinity', soon_from: null, started_on: null, clock_kind: null };
  }
  const { from, statutoryDue } = clock.derivation;
  return {
    due: statutoryDue,
    sort_day: statutoryDue,
    soon_from: soonLateFrom({ from, due: statutoryDue }),
    started_on: from,
    clock_kind: clock.kind,
  };
}
