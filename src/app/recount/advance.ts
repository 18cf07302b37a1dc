import { type Actor, actorId } from '../../domain/act.ts';
import type { MatterFacts } from '../../domain/facts.ts';
import { isRefusal, refuseState } from '../../domain/refusals.ts';
import { contextFor, type Ledger } from '../../ledger/ledger.ts';
import { findState } from '../../ledger/read.ts';
import { factsFor, record } from '../../ledger/record.ts';
import { matterRef, recountRef, submissionRef, yearlyReportRef } from '../../ledger/streams.ts';
import type { JobHandlers } from '../../platform/jobs/handler.ts';
import { alone } from '../runs/alone.ts';
import { approverOf, decideOn } from '../runs/decide-run.ts';
import { FROM_THE_START, readCandidates } from '../runs/walk.ts';
import {
  type About,
  type Dated,
  isSealed,
  linesOf,
  type Moved,
  type MovedSide,
  recountOf,
  stagesOf,
} from './candidates.ts';
import { aboutOf, type Run } from './runs.ts';

/** Well below the time after which the queue gives a job up. */
const JOB_MS = 600_000;
/** Cases that become facts between two looks at the clock. */
const BATCH = 100;

/** Runs are carried on in the background, in whichever process has the job. */
export function recountJobs(ledger: Ledger): JobHandlers {
  return {
    recount: async (payload) => {
      await advanceRun(ledger, (payload as { run: string }).run);
    },
  };
}

/**
 * Carries a run on, as far as it may go without an administrator and within `budgetMs`; what is left is put into the
 * outbox again. One process at a time works on a run, others wait. May be repeated at any point, after a crash too: a
 * listed case is listed once, and a date that stands as counted is not counted again.
 */
export async function advanceRun(ledger: Ledger, run: string, budgetMs = JOB_MS): Promise<Run | undefined> {
  const until = performance.now() + budgetMs;
  /* The rules or the calendar it is about may have been published by another process a moment ago. */
  await ledger.renew?.();
  return alone(ledger, run, async () => {
    for (;;) {
      const state = await findState(ledger, recountRef(run));
      if (state === undefined) return undefined;
      const about = aboutOf(ledger, state);
      if (about === undefined || (state.phase !== 'drafting' && state.phase !== 'approved')) return { ...state, run };
      const through =
        state.phase === 'drafting'
          ? await listCases(ledger, run, about, until)
          : await applyRows(ledger, { ...state, run }, about, until);
      if (!through) return { ...state, run };
    }
  });
}

/** Whether the list is complete. */
async function listCases(ledger: Ledger, run: string, about: About, until: number): Promise<boolean> {
  const { today } = contextFor(ledger, { kind: 'system' });
  const { rows: kept } = await ledger.pool.query<{ stage: number; after: string; looked: number }>(
    'select stage, after, looked from recount_run where run = $1',
    [run],
  );
  let place = kept[0] ?? FROM_THE_START;
  let looked = kept[0]?.looked ?? 0;
  for (;;) {
    const read = await readCandidates<Dated>(ledger, stagesOf(about), place);
    if (read === undefined) break;
    const results = read.found.map((one) => ({ one, result: recountOf(ledger, about, one, today) }));
    /* Whoever starts a run learns from its figures nothing of sealed reports, not even how many there are (E27). */
    const told = results.filter(({ one }) => !isSealed(one.state));
    looked += told.length;
    place = read.next;
    await keepBatch(ledger, run, {
      ...place,
      looked: told.length,
      spared: told.reduce((sum, { result }) => sum + result.spared.length, 0),
      rows: results.flatMap(({ one, result }) => linesOf(one, result)),
    });
    if (performance.now() > until) return proceed(ledger, run, 'listing', looked);
  }
  const { rows } = await ledger.pool.query<{ cases: string; clocks: string; looked: number; spared: number }>(
    `select (select count(distinct stream) from recount_row where run = $1) as cases,
            (select count(*) from recount_row where run = $1 and clock <> '') as clocks,
            coalesce(max(looked), 0) as looked, coalesce(max(spared), 0) as spared from recount_run where run = $1`,
    [run],
  );
  const { cases, clocks, looked: all, spared } = rows[0] ?? { cases: '0', clocks: '0', looked: 0, spared: 0 };
  const body = { looked: all, cases: Number(cases), clocks: Number(clocks), spared };
  await decideOn(ledger, { kind: 'system' }, recountRef(run), {
    verb: 'recount.listed',
    decide: (state) => (state.phase === 'drafting' ? [{ kind: 'RecountListed', body }] : OVERTAKEN),
    goesOn: false,
  });
  return true;
}

const OVERTAKEN = refuseState('overtaken', 409, '已经由别处办完', 'Another process has done it');

/** The rows of a batch and how far the walk is, together or not at all. */
async function keepBatch(
  ledger: Ledger,
  run: string,
  batch: { stage: number; after: string; looked: number; spared: number; rows: readonly Moved[] },
): Promise<void> {
  await ledger.pool.query(
    `with kept as (
       insert into recount_run as r (run, stage, after, looked, spared) values ($1, $2, $3, $4, $5)
       on conflict (run) do update set stage = $2, after = $3, looked = r.looked + $4, spared = r.spared + $5)
     insert into recount_row (run, stream, clock, kind, sealed, before, after)
     select $1, stream, clock, kind, sealed, before, after
     from jsonb_to_recordset($6) as given (stream text, clock text, kind text, sealed boolean, before jsonb, after jsonb)
     on conflict do nothing`,
    [run, batch.stage, batch.after, batch.looked, batch.spared, JSON.stringify(batch.rows)],
  );
}

/** A long run goes on in another job: its own history says how far it is. */
async function proceed(ledger: Ledger, run: string, step: 'listing' | 'applying', done: number): Promise<false> {
  await decideOn(ledger, { kind: 'system' }, recountRef(run), {
    verb: 'recount.proceed',
    decide: () => [{ kind: 'RecountProceeded', body: { step, done } }],
    goesOn: true,
  });
  return false;
}

/** Whether every listed case has its fact. */
async function applyRows(ledger: Ledger, run: Run, about: About, until: number): Promise<boolean> {
  const actor = approverOf(run);
  for (;;) {
    const { rows } = await ledger.pool.query<{ stream: string }>(
      `select distinct stream from recount_row where run = $1 and applied_at is null order by stream limit ${BATCH}`,
      [run.run],
    );
    if (rows.length === 0) break;
    for (const { stream } of rows) await applyTo(ledger, run.run, about, actor, stream);
    if (performance.now() > until) return proceed(ledger, run.run, 'applying', await countApplied(ledger, run.run));
  }
  const cases = await countApplied(ledger, run.run);
  await decideOn(ledger, actor, recountRef(run.run), {
    verb: 'recount.done',
    decide: (state) => (state.phase === 'approved' ? [{ kind: 'RecountDone', body: { cases } }] : OVERTAKEN),
    goesOn: false,
  });
  return true;
}

function refOf(stream: string) {
  const [, office, year] = /^yearly-report\/(.+)\/(\d{4})$/.exec(stream) ?? [];
  if (office !== undefined) return yearlyReportRef(office, Number(year));
  return stream.split('-').length === 4 ? matterRef(stream) : submissionRef(stream);
}

async function countApplied(ledger: Ledger, run: string): Promise<number> {
  const { rows } = await ledger.pool.query<{ cases: string }>(
    'select count(distinct stream) as cases from recount_row where run = $1 and applied is not null',
    [run],
  );
  return Number(rows[0]?.cases ?? 0);
}

/**
 * One case gets its fact, made from how it stands now: what ended meanwhile stays ended, what was extended keeps its
 * extension. Where there is nothing left to count the rows are marked without one.
 */
async function applyTo(ledger: Ledger, run: string, about: About, actor: Actor, stream: string): Promise<void> {
  const ref = refOf(stream);
  const { kind } = ref;
  const { id, version } = ledger.reference.calendar;
  const done = await record<readonly Moved[]>(ledger, {
    actor,
    verb: 'recount.apply',
    streams: [ref],
    decide(tools) {
      const state = tools.read(ref);
      const result = recountOf(ledger, about, { kind, state }, tools.context().today);
      const lines = linesOf({ stream, state }, result);
      if (lines.length === 0) return NOTHING_LEFT;
      const body = {
        clocks: result.clocks,
        run,
        ...(about.kind === 'calendar' ? { calendar: `${id}@${version}` } : {}),
        ...(result.pack === undefined ? {} : { pack: result.pack }),
      };
      return { facts: [factsFor(ref, [{ kind: 'DatesRecounted', body }])], answer: lines };
    },
  });
  if (isRefusal(done) && done.code !== NOTHING_LEFT.code)
    throw new Error(`${stream} could not be counted again for ${actorId(actor)}: ${done.said.en}`);
  const applied = isRefusal(done)
    ? await findApplied(ledger, run, ref)
    : done.answer.map(({ clock, after }): Applied => ({ clock, after }));
  await ledger.pool.query(
    `update recount_row r set applied_at = $3, applied = given.after
     from (select o.clock, g.after from recount_row o
           left join jsonb_to_recordset($4) as g (clock text, after jsonb) on g.clock = o.clock
           where o.run = $1 and o.stream = $2 and o.applied_at is null) given
     where r.run = $1 and r.stream = $2 and r.clock = given.clock`,
    [run, stream, ledger.clock.now().toISOString(), JSON.stringify(applied)],
  );
}

/** What an earlier attempt, cut off before it could mark its rows, had made of the case. */
async function findApplied(
  ledger: Ledger,
  run: string,
  ref: { readonly region: string; readonly id: string },
): Promise<readonly Applied[]> {
  const { rows } = await ledger.pool.query<{ body: MatterFacts['DatesRecounted'] }>(
    `select body from fact where region = $1 and stream = $2 and kind = 'DatesRecounted' and body ->> 'run' = $3`,
    [ref.region, ref.id, run],
  );
  return rows.flatMap(({ body }): readonly Applied[] => {
    const clocks = body.clocks.flatMap((change) =>
      change.do === 'recount'
        ? [{ clock: change.id, after: { due: change.derivation.statutoryDue, calendar: change.derivation.calendar } }]
        : [],
    );
    return clocks.length > 0 || body.pack === undefined ? clocks : [{ clock: '', after: { pack: body.pack } }];
  });
}

interface Applied {
  readonly clock: string;
  readonly after: MovedSide;
}

const NOTHING_LEFT = refuseState('nothing-left', 409, '没有要重算的', 'Nothing is left to count again');
