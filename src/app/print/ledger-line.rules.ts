import type { Day } from '../../domain/days.ts';
import { CLOCK_LABELS } from '../../domain/explain.ts';
import { currentAssignment, type MatterState } from '../../domain/matter.ts';
import type { ClockKind } from '../../domain/rule-pack.ts';
import type { RatingLevel } from '../../domain/vocabulary.ts';

/** One matter as a line of the 台账 tells it; names and words are added by who draws it. */
export interface LedgerLine {
  readonly sentTo?: string;
  readonly sentOn?: Day;
  readonly acceptedOn?: Day;
  /** The day the answer is due, or, before acceptance, the step that is due first. */
  readonly due?: { readonly kind: ClockKind; readonly label: string; readonly day: Day; readonly late: boolean };
  readonly answeredOn?: Day;
  readonly servedOn?: Day;
  readonly office?: RatingLevel;
  readonly body?: RatingLevel;
}

/** Clocks that end with the answer itself. */
const ANSWER_CLOCKS: readonly ClockKind[] = ['handle', 'duty', 'suggestion'];

export function ledgerLine(state: MatterState, today: Day): LedgerLine {
  const task = currentAssignment(state);
  const answered =
    state.importedAnswer?.on ?? task?.opinion?.issuedOn ?? (state.phase === 'closed' ? state.closedOn : undefined);
  const due = dueOf(state, today);
  const sentTo = task && task.mode !== 'own' ? task.body : undefined;
  return {
    ...(sentTo === undefined ? {} : { sentTo }),
    ...(sentTo === undefined || !task ? {} : { sentOn: task.sentOn }),
    ...(task?.acceptedOn ? { acceptedOn: task.acceptedOn } : {}),
    ...(due ? { due } : {}),
    ...(answered ? { answeredOn: answered } : {}),
    ...(task?.service ? { servedOn: task.service.on } : {}),
    ...(state.ratings.office ? { office: state.ratings.office.level } : {}),
    ...(state.ratings.body ? { body: state.ratings.body.level } : {}),
  };
}

function dueOf(state: MatterState, today: Day): LedgerLine['due'] {
  /*
   * Time to object (条例 23¶3) is a right of the body, not a duty: nothing is late when it has passed. The days of a hop
   * lie within those of the law.
   */
  const duties = Object.values(state.clocks).filter(
    (clock) =>
      clock.holder !== 'petitioner' && clock.kind !== 'objection' && clock.kind !== 'hop' && clock.end !== 'void',
  );
  const found =
    duties.findLast((clock) => ANSWER_CLOCKS.includes(clock.kind)) ??
    duties
      .filter((clock) => clock.end === undefined)
      .toSorted((a, b) => (a.derivation.statutoryDue < b.derivation.statutoryDue ? -1 : 1))[0];
  if (!found) return undefined;
  const day = found.derivation.statutoryDue;
  const late = found.end === 'late' || (found.end === undefined && today > day);
  return { kind: found.kind, label: CLOCK_LABELS[found.kind].zh, day, late };
}

/** What stands under the last line. People are counted as 人次. */
export interface LedgerTotals {
  readonly matters: number;
  readonly people: number;
  readonly answered: number;
  readonly served: number;
  readonly late: number;
  readonly rated: number;
  readonly satisfied: number;
}

export const NO_TOTALS: LedgerTotals = {
  matters: 0,
  people: 0,
  answered: 0,
  served: 0,
  late: 0,
  rated: 0,
  satisfied: 0,
};

/** `rated` counts sides that were rated; `satisfied` those of them at least 基本满意. */
export function addToTotals(totals: LedgerTotals, line: LedgerLine, petitioners: number): LedgerTotals {
  const levels = [line.office, line.body].filter((level) => level !== undefined);
  return {
    matters: totals.matters + 1,
    people: totals.people + petitioners,
    answered: totals.answered + (line.answeredOn ? 1 : 0),
    served: totals.served + (line.servedOn ? 1 : 0),
    late: totals.late + (line.due?.late ? 1 : 0),
    rated: totals.rated + levels.length,
    satisfied: totals.satisfied + levels.filter((level) => level !== 'unsatisfied').length,
  };
}
