import type { MatterState } from '../../domain/matter.ts';
import type { SubmissionState } from '../../domain/submission.ts';
import type { Ledger } from '../../ledger/ledger.ts';

/** One case that a run looks at. */
export interface Candidate {
  readonly stream: string;
  readonly kind: 'matter' | 'submission';
  readonly state: MatterState | SubmissionState;
}

/** Where a walk over the cases stands. */
export interface Place {
  readonly stage: number;
  readonly after: string;
}

export const FROM_THE_START: Place = { stage: 0, after: '' };

/** Cases read at one time; a stage's query is limited to it. */
export const BATCH = 200;

/**
 * One kind of case, in the order of (region, stream). The query gives region, stream, kind and state of the next `BATCH`
 * after ($1, $2); `bounds` are its further parameters.
 */
export interface Stage {
  readonly text: string;
  readonly bounds: readonly unknown[];
}

/** The next cases of a walk through its stages, and where it stands after them; undefined when it is through. */
export async function readCandidates<C extends { readonly stream: string } = Candidate>(
  ledger: Pick<Ledger, 'pool'>,
  stages: readonly Stage[],
  { stage, after }: Place,
): Promise<{ readonly found: readonly C[]; readonly next: Place } | undefined> {
  const { text, bounds } = stages[stage] ?? {};
  if (text === undefined || bounds === undefined) return undefined;
  const { rows } = await ledger.pool.query<C>(text, [after.slice(0, 6), after, ...bounds]);
  const last = rows.at(-1);
  return last === undefined
    ? { found: [], next: { stage: stage + 1, after: '' } }
    : { found: rows, next: { stage, after: last.stream } };
}
