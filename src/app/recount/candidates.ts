import { divisionPrefix } from '../../domain/bodies.ts';
import type { Day } from '../../domain/days.ts';
import { bodiesOf, type MatterState } from '../../domain/matter.ts';
import type { PackLayer, Packs } from '../../domain/packs.ts';
import { type RecountResult, recountByCalendar, recountByLayer } from '../../domain/recount.ts';
import type { SubmissionState } from '../../domain/submission.ts';
import type { YearlyReportState } from '../../domain/yearly-report.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { BATCH, type Candidate, type Stage } from '../runs/walk.ts';

/** What has dates: a case, or a report that is owed. */
export type Dated =
  | Candidate
  | { readonly stream: string; readonly kind: 'yearly-report'; readonly state: YearlyReportState };

/** What dates are counted again for. */
export type About =
  | { readonly kind: 'calendar'; readonly year: number }
  | { readonly kind: 'pack'; readonly layer: PackLayer; readonly packs: Packs };

/** Cases whose dates a year may move: what ends in its days, or in the December before (a notice may reach there). */
const BY_CALENDAR = `
  select s.region, s.stream, s.kind, s.state from (
    select distinct region, stream from clock
    where outcome = 'running' and due >= $3 and started_on <= $4 and (region, stream) > ($1, $2)
    order by region, stream limit ${BATCH}) c
  join stream s on s.region = c.region and s.stream = c.stream order by s.region, s.stream`;

/** Matters that still run: open, or with a clock that does, such as a window for review. */
const MATTERS = `
  select s.region, s.stream, s.kind, s.state from (
    select region, number from matter m
    where (region, number) > ($1, $2) and region between $3 and $4 and origin = 'here'
    and (phase in ('open', 'in-review', 'settled')
      or exists (select from clock c where c.region = m.region and c.stream = m.number and c.outcome = 'running'))
    order by region, number limit ${BATCH}) m
  join stream s on s.region = m.region and s.stream = m.number order by s.region, s.stream`;

/** Submissions that wait for registration. */
const SUBMISSIONS = `
  select s.region, s.stream, s.kind, s.state from (
    select region, number from submission
    where (region, number) > ($1, $2) and region between $3 and $4 and phase = 'received'
    order by region, number limit ${BATCH}) m
  join stream s on s.region = m.region and s.stream = m.number order by s.region, s.stream`;

/** Sealed reports, which no list holds. */
const SEALED = `
  select s.region, s.stream, s.kind, s.state from (
    select region, stream from sealed_case where (region, stream) > ($1, $2) and region between $3 and $4
    order by region, stream limit ${BATCH}) m
  join stream s on s.region = m.region and s.stream = m.stream order by s.region, s.stream`;

/** Reports of petition offices on their years: a few for each office. */
const YEARLY_REPORTS = `
  select region, stream, kind, state from stream
  where region = '000000' and kind = 'yearly-report' and (region, stream) > ($1, $2)
  and state -> 'submitted' = '[]' and state ->> 'division' between $3 and $4
  order by region, stream limit ${BATCH}`;

/** What a run about this looks at. */
export function stagesOf(about: About): readonly Stage[] {
  if (about.kind === 'calendar') {
    const [first, last]: readonly [Day, Day] = [`${about.year - 1}-12-01`, `${about.year}-12-31`];
    return [
      { text: BY_CALENDAR, bounds: [first, last] },
      { text: SEALED, bounds: ['000000', '999999'] },
    ];
  }
  const prefix = about.layer.level === 'region' ? divisionPrefix(about.layer.division ?? '').slice(0, 6) : '';
  const bounds = [prefix.padEnd(6, '0'), prefix.padEnd(6, '9')] as const;
  return [MATTERS, SUBMISSIONS, SEALED, YEARLY_REPORTS].map((text) => ({ text, bounds }));
}

/** Reports of wrongdoing are counted and shown nowhere (E27). */
export function isSealed(state: Dated['state']): boolean {
  return 'sealed' in state && state.sealed;
}

/** What would become of a case, under what is published now. */
export function recountOf(ledger: Ledger, about: About, of: Pick<Dated, 'kind' | 'state'>, today: Day): RecountResult {
  const { calendar } = ledger.reference;
  if (about.kind === 'calendar') return recountByCalendar(of.state, calendar);
  const { layer, packs } = about;
  return recountByLayer(of.state, { packs, layer, calendar, today, bodies: bodiesIn(of) });
}

/** The bodies that have it, by which the rules of sectors bind it. */
export function bodiesIn({ kind, state }: Pick<Dated, 'kind' | 'state'>): readonly string[] {
  /* The kind of the stream says which state it is. */
  if (kind === 'matter') return bodiesOf(state as MatterState);
  return kind === 'submission' ? [(state as SubmissionState).body] : [(state as YearlyReportState).office];
}

/** One line of a list: a clock before and after; or, without one, only the rules a case keeps. */
export interface Moved {
  readonly stream: string;
  readonly clock: string;
  readonly kind: string | null;
  readonly sealed: boolean;
  readonly before: MovedSide;
  readonly after: MovedSide;
}
export interface MovedSide {
  readonly due?: Day;
  readonly calendar?: string;
  readonly pack?: string;
}

/** The lines of one case, in the order of its clocks; empty where nothing becomes of it. */
export function linesOf({ stream, state }: Pick<Dated, 'stream' | 'state'>, result: RecountResult): readonly Moved[] {
  const sealed = isSealed(state);
  const lines = result.clocks.flatMap((change): readonly Moved[] => {
    const clock = state.clocks[change.id];
    if (change.do !== 'recount' || clock === undefined) return [];
    return [
      {
        stream,
        clock: change.id,
        kind: clock.kind,
        sealed,
        before: { due: clock.derivation.statutoryDue, calendar: clock.derivation.calendar, pack: clock.pack },
        after: {
          due: change.derivation.statutoryDue,
          calendar: change.derivation.calendar,
          pack: change.pack ?? clock.pack,
        },
      },
    ];
  });
  if (lines.length > 0 || result.pack === undefined) return lines;
  return [{ stream, clock: '', kind: null, sealed, before: { pack: state.pack }, after: { pack: result.pack } }];
}
