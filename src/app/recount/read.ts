import type { z } from 'zod';
import type { MovedShape } from '../../actors/rulebook/packs.contract.ts';
import { CLOCK_LABELS } from '../../domain/explain.ts';
import { keyOf } from '../../domain/packs.ts';
import { type Refusal, refuseState, type Said } from '../../domain/refusals.ts';
import type { ClockKind } from '../../domain/rule-pack.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { findState } from '../../ledger/read.ts';
import { recountRef } from '../../ledger/streams.ts';
import { namesOf } from '../runs/names.ts';
import type { MovedSide } from './candidates.ts';
import type { RunView } from './recount.contract.ts';
import { listRuns, type Run } from './runs.ts';

type MovedView = z.input<typeof MovedShape>;

/** What a kind of clock is called; a kind of a newer program by its name. */
export function labelOfKind(kind: string): Said {
  return Object.hasOwn(CLOCK_LABELS, kind) ? CLOCK_LABELS[kind as ClockKind] : { zh: kind, en: kind };
}

/** What a run is for, in words. */
function nameOf(ledger: Ledger, { kind, about }: Run): Said {
  if (kind === 'calendar') return { zh: `${about}年放假安排`, en: `Days off of ${about}` };
  const layer = ledger.reference.packs.layers.find((one) => keyOf(one) === about);
  if (!layer) return { zh: about, en: about };
  return { zh: `${layer.name.zh}，第${layer.version}版`, en: `${layer.name.en}, version ${layer.version}` };
}

/** The runs as they stand, the newest first. */
export async function viewRuns(ledger: Ledger, runs?: readonly Run[]): Promise<readonly RunView[]> {
  const all = runs ?? (await listRuns(ledger));
  const names = await namesOf(
    ledger,
    all.flatMap((one) => [one.draftedBy, one.decidedBy]),
  );
  const { rows } = await ledger.pool.query<{ run: string; applied: string }>(
    `select run, count(distinct stream) as applied from recount_row
     where run = any($1::uuid[]) and applied is not null and not sealed group by run`,
    [all.map((one) => one.run)],
  );
  const applied = new Map(rows.map((row) => [row.run, Number(row.applied)]));
  const shown = await shownCounts(
    ledger,
    all.map((one) => one.run),
  );
  return all
    .filter((one) => one.phase !== 'none')
    .map((one) => {
      const done = applied.get(one.run) ?? 0;
      return {
        run: one.run,
        kind: one.kind,
        about: one.about,
        name: nameOf(ledger, one),
        state: stateOf(one, done),
        draftedAt: one.draftedAt,
        draftedBy: names(one.draftedBy),
        ...(one.decidedAt === undefined ? {} : { decidedAt: one.decidedAt, decidedBy: names(one.decidedBy ?? '') }),
        ...(one.doneAt === undefined ? {} : { doneAt: one.doneAt }),
        looked: one.listed?.looked ?? 0,
        cases: shown.get(one.run)?.cases ?? 0,
        clocks: shown.get(one.run)?.clocks ?? 0,
        spared: one.listed?.spared ?? 0,
        applied: done,
      };
    });
}

function stateOf({ phase }: Run, applied: number): RunView['state'] {
  if (phase === 'none') return 'drafting';
  return phase === 'approved' && applied > 0 ? 'applying' : phase;
}

/** Sealed reports are in no count that is shown (E27). */
async function shownCounts(
  ledger: Ledger,
  runs: readonly string[],
): Promise<ReadonlyMap<string, { cases: number; clocks: number }>> {
  const { rows } = await ledger.pool.query<{ run: string; cases: string; clocks: string }>(
    `select run, count(distinct stream) as cases, count(*) filter (where clock <> '') as clocks from recount_row
     where run = any($1::uuid[]) and not sealed group by run`,
    [runs],
  );
  return new Map(rows.map((row) => [row.run, { cases: Number(row.cases), clocks: Number(row.clocks) }]));
}

const NO_RUN = refuseState('no-run', 404, '没有这次重算', 'There is no such run');

/** One run as it stands. */
export async function viewRun(ledger: Ledger, run: string): Promise<RunView | Refusal> {
  const state = await findState(ledger, recountRef(run));
  if (state === undefined) return NO_RUN;
  const [view] = await viewRuns(ledger, [{ ...state, run }]);
  return view ?? NO_RUN;
}

export interface RunPage {
  readonly run: RunView;
  readonly byKind: { kind: string; label: Said; count: number }[];
  readonly keepNew: number;
  readonly rows: (MovedView & { applied?: boolean })[];
  readonly next?: string;
}

/** One run with a page of its list, in the order of cases. */
export async function readRun(
  ledger: Ledger,
  run: string,
  page: { kind?: string | undefined; cursor?: string | undefined; limit: number },
): Promise<RunPage | Refusal> {
  const view = await viewRun(ledger, run);
  if ('refused' in view) return view;
  const [stream = '', clock = ''] = page.cursor?.split(' ') ?? [];
  const { rows } = await ledger.pool.query<{
    stream: string;
    clock: string;
    kind: string | null;
    before: MovedSide;
    after: MovedSide;
    applied: MovedSide | null;
    applied_at: string | null;
  }>(
    `select stream, clock, kind, before, after, applied, applied_at from recount_row
     where run = $1 and not sealed and clock <> '' and (stream, clock) > ($2, $3) and ($4::text is null or kind = $4)
     order by stream, clock limit $5`,
    [run, stream, clock, page.kind ?? null, page.limit + 1],
  );
  const { rows: counts } = await ledger.pool.query<{ kind: string | null; count: string }>(
    'select kind, count(*) as count from recount_row where run = $1 and not sealed group by kind order by 2 desc, 1',
    [run],
  );
  const shown = rows.slice(0, page.limit);
  const last = rows.length > page.limit ? shown.at(-1) : undefined;
  return {
    run: view,
    byKind: counts.flatMap(({ kind, count }) =>
      kind === null ? [] : [{ kind, label: labelOfKind(kind), count: Number(count) }],
    ),
    keepNew: Number(counts.find(({ kind }) => kind === null)?.count ?? 0),
    rows: shown.map((row) => ({
      stream: row.stream,
      clock: row.clock,
      ...(row.kind === null ? {} : { label: labelOfKind(row.kind) }),
      before: row.before,
      after: row.applied ?? row.after,
      ...(row.applied_at === null ? {} : { applied: row.applied !== null }),
    })),
    ...(last === undefined ? {} : { next: `${last.stream} ${last.clock}` }),
  };
}
