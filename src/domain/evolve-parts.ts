import type { Day } from './days.ts';
import type { InstrumentRef } from './fact-parts.ts';
import type { Assignment, MatterState } from './matter.ts';

/** The assignments with one of them changed; unknown ids change nothing, as history cannot be refused. */
export function changeTask(state: MatterState, id: string, patch: Partial<Assignment>): MatterState['assignments'] {
  const before = state.assignments[id];
  return before ? { ...state.assignments, [id]: { ...before, ...patch } } : state.assignments;
}

/** The instruments with one more, in the order of the facts they were issued with. */
export function withInstrument(
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
