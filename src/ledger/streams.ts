import { evolveMatter } from '../domain/evolve-matter.ts';
import type { MatterDraft, SubmissionDraft } from '../domain/facts.ts';
import { type MatterState, NO_MATTER } from '../domain/matter.ts';
import { evolvePack, NO_PACK, type PackDraft, type PackState } from '../domain/pack-stream.ts';
import { evolveRecount, NO_RECOUNT, type RecountDraft, type RecountState } from '../domain/recount-stream.ts';
import { evolveSubmission, NO_SUBMISSION, type SubmissionState } from '../domain/submission.ts';
import {
  evolveSuccession,
  NO_SUCCESSION,
  type SuccessionDraft,
  type SuccessionState,
} from '../domain/succession-stream.ts';
import {
  evolveYearlyReport,
  NO_YEARLY_REPORT,
  type YearlyReportDraft,
  type YearlyReportState,
} from '../domain/yearly-report.ts';
import { clockRows } from './projections/clocks.ts';
import { projectMatter } from './projections/matter.ts';
import type { Rows } from './projections/rows.ts';
import { projectSubmission } from './projections/submission.ts';

/** State and facts of each kind of stream. */
export interface StreamTypes {
  submission: { state: SubmissionState; draft: SubmissionDraft };
  matter: { state: MatterState; draft: MatterDraft };
  /** A set of rules of a region or sector, with its versions. */
  pack: { state: PackState; draft: PackDraft };
  /** A run that counts dates again. */
  recount: { state: RecountState; draft: RecountDraft };
  /** A run that carries the matters of a body over to its successors. */
  succession: { state: SuccessionState; draft: SuccessionDraft };
  /** The report of a petition office on one year. */
  'yearly-report': { state: YearlyReportState; draft: YearlyReportDraft };
}
export type StreamKindName = keyof StreamTypes;

export interface StreamRef<K extends StreamKindName = StreamKindName> {
  readonly kind: K;
  readonly region: string;
  readonly id: string;
}

interface StreamKind<K extends StreamKindName> {
  readonly empty: StreamTypes[K]['state'];
  evolve(
    state: StreamTypes[K]['state'],
    recorded: { seq: number; fact: StreamTypes[K]['draft']; actor: string; occurredAt: string; recordedAt: string },
  ): StreamTypes[K]['state'];
  /** The rows lists read, from the state alone. */
  project(ref: StreamRef<K>, state: StreamTypes[K]['state']): Rows;
}

export const STREAM_KINDS: { readonly [K in StreamKindName]: StreamKind<K> } = {
  submission: { empty: NO_SUBMISSION, evolve: evolveSubmission, project: projectSubmission },
  matter: { empty: NO_MATTER, evolve: evolveMatter, project: projectMatter },
  /* No list reads rows of it: every process keeps all rules in memory. */
  pack: { empty: NO_PACK, evolve: evolvePack, project: () => ({}) },
  /* Its rows are the job's own, in `recount_row`. */
  recount: { empty: NO_RECOUNT, evolve: evolveRecount, project: () => ({}) },
  /* Its rows are the job's own, in `succession_row`. */
  succession: { empty: NO_SUCCESSION, evolve: evolveSuccession, project: () => ({}) },
  'yearly-report': {
    empty: NO_YEARLY_REPORT,
    evolve: evolveYearlyReport,
    project: (ref, { division, clocks }) => ({
      clock: clockRows(ref.region, ref.id, division, clocks, ({ holder }) => holder),
    }),
  },
};

/** The stream of a submission or matter number. */
export function submissionRef(number: string): StreamRef<'submission'> {
  return { kind: 'submission', region: number.slice(0, 6), id: number };
}
export function matterRef(number: string): StreamRef<'matter'> {
  return { kind: 'matter', region: number.slice(0, 6), id: number };
}

/** The stream of a set of rules: reference data, of no region. */
export function packRef(id: string): StreamRef<'pack'> {
  return { kind: 'pack', region: '000000', id: `pack/${id}` };
}

/** The stream of a run that counts dates again, over cases of every region. */
export function recountRef(run: string): StreamRef<'recount'> {
  return { kind: 'recount', region: '000000', id: `recount/${run}` };
}

/** The stream of a run that carries a body's matters over, of every region. */
export function successionRef(run: string): StreamRef<'succession'> {
  return { kind: 'succession', region: '000000', id: `succession/${run}` };
}

/** The stream of a petition office's report on a year: of no case, so of no region. */
export function yearlyReportRef(office: string, year: number): StreamRef<'yearly-report'> {
  return { kind: 'yearly-report', region: '000000', id: `yearly-report/${office}/${year}` };
}
