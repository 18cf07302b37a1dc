import { type Clock, isRunning } from '../../domain/clocks.ts';
import type { Day } from '../../domain/days.ts';
import { currentAssignment, type MatterState } from '../../domain/matter.ts';
import type { ClockKind } from '../../domain/rule-pack.ts';

/** How a matter stands with the body that has it in hand, as the notice of another body says it (T4, E38). */
export interface Standing {
  /** Id of the body; its name where a notice is written. */
  readonly body: string;
  readonly step: 'registered' | 'sent' | 'signed' | 'accepted';
  readonly on: Day;
  /** The last day for its answer, or before acceptance for the notice whether it accepts. */
  readonly until?: Day;
}

const ANSWERS: readonly ClockKind[] = ['handle', 'simple-handle', 'redo', 'duty'];

/** Who has it, since when and until when; nothing of a sealed report, and nothing of what is not in hand. */
export function standingOf(state: MatterState): Standing | undefined {
  if (state.phase !== 'open' || state.sealed) return undefined;
  const task = currentAssignment(state);
  if (!task) return { body: state.office, step: 'registered', on: state.registeredOn ?? state.receivedOn };
  const kinds: readonly ClockKind[] = task.acceptedOn === undefined ? ['notice'] : ANSWERS;
  const clock = Object.values(state.clocks).find((one) => one.assignment === task.id && runs(one, kinds));
  const until = clock === undefined ? {} : { until: clock.derivation.statutoryDue };
  if (task.acceptedOn !== undefined) return { body: task.body, step: 'accepted', on: task.acceptedOn, ...until };
  if (task.signedOn !== undefined) return { body: task.body, step: 'signed', on: task.signedOn, ...until };
  return { body: task.body, step: 'sent', on: task.sentOn };
}

/** A clock that stands still has no last day yet. */
function runs(clock: Clock, kinds: readonly ClockKind[]): boolean {
  return kinds.includes(clock.kind) && isRunning(clock) && clock.suspendedOn === undefined;
}
