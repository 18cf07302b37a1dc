import { movePosts } from '../../actors/accounts/server/public.ts';
import { endBody } from '../../actors/bodies/server/public.ts';
import { type Actor, actorId } from '../../domain/act.ts';
import type { MatterState } from '../../domain/matter.ts';
import { isRefusal, refuseState } from '../../domain/refusals.ts';
import type { SubmissionState } from '../../domain/submission.ts';
import type { Unclear } from '../../domain/succession.ts';
import { openContent } from '../../ledger/content.ts';
import { contextFor, type Ledger } from '../../ledger/ledger.ts';
import { findState } from '../../ledger/read.ts';
import { factsFor, record } from '../../ledger/record.ts';
import { matterRef, submissionRef, successionRef } from '../../ledger/streams.ts';
import type { JobHandlers } from '../../platform/jobs/handler.ts';
import { readReference } from '../open-city.ts';
import { alone } from '../runs/alone.ts';
import { approverOf, decideOn } from '../runs/decide-run.ts';
import { FROM_THE_START, type Place, readCandidates } from '../runs/walk.ts';
import { factsOf, type Row, rowOf, stagesOf } from './candidates.ts';
import type { Run } from './runs.ts';

/** Well below the time after which the queue gives a job up. */
const JOB_MS = 600_000;
/** Cases that become facts between two looks at the clock. */
const BATCH = 100;

/** Runs are carried on in the background, in whichever process has the job. */
export function successionJobs(ledger: Ledger): JobHandlers {
  return {
    succession: async (payload) => {
      await advanceSuccession(ledger, (payload as { run: string }).run);
    },
  };
}

/**
 * Carries a run on, as far as it may go without an administrator and within `budgetMs`; what is left is put into the
 * outbox again. One process at a time works on a run. May be repeated at any point, after a crash too: a listed case is
 * listed once, a body is ended once, and a case that was carried over has nothing left to change.
 */
export async function advanceSuccession(ledger: Ledger, run: string, budgetMs = JOB_MS): Promise<Run | undefined> {
  const until = performance.now() + budgetMs;
  return alone(ledger, run, async () => {
    for (;;) {
      const state = await findState(ledger, successionRef(run));
      if (state === undefined) return undefined;
      const now: Run = { ...state, run };
      if (now.phase !== 'drafting' && now.phase !== 'approved') return now;
      const through = now.phase === 'drafting' ? await list(ledger, now, until) : await apply(ledger, now, until);
      if (!through) return now;
    }
  });
}

/** Runs that a fault left half way are carried on. */
export async function resumeSuccessions(ledger: Ledger, runs: readonly Run[]): Promise<void> {
  for (const { run, phase } of runs)
    if (phase === 'drafting' || phase === 'approved') await advanceSuccession(ledger, run);
}

const OVERTAKEN = refuseState('overtaken', 409, '已经由别处办完', 'Another process has done it');

/** Whether every case of the body is listed. */
async function walk(ledger: Ledger, run: Run, from: Place, until: number): Promise<boolean> {
  const stages = stagesOf(run.plan);
  let place = from;
  for (;;) {
    const read = await readCandidates(ledger, stages, place);
    if (read === undefined) return true;
    place = read.next;
    const rows = read.found.map((one) => rowOf(ledger, run, one));
    await keepBatch(ledger, run.run, { place, rows });
    if (performance.now() > until) return false;
  }
}

/** The rows of a batch and how far the walk is, together or not at all. */
async function keepBatch(
  ledger: Ledger,
  run: string,
  { place, rows }: { place: Place; rows: readonly Row[] },
): Promise<void> {
  await ledger.pool.query(
    `with kept as (
       insert into succession_run as r (run, stage, after, looked) values ($1, $2, $3, $4)
       on conflict (run) do update set stage = $2, after = $3, looked = r.looked + $4)
     insert into succession_row (run, stream, kind, sealed, open, category, division, successor, unclear)
     select $1, stream, kind, sealed, open, category, division, successor, unclear
     from jsonb_to_recordset($5) as given (stream text, kind text, sealed boolean, open boolean, category text,
       division text, successor text, unclear text)
     on conflict do nothing`,
    [run, place.stage, place.after, rows.length, JSON.stringify(rows)],
  );
}

async function placeOf(ledger: Ledger, run: string): Promise<Place> {
  const { rows } = await ledger.pool.query<Place>('select stage, after from succession_run where run = $1', [run]);
  return rows[0] ?? FROM_THE_START;
}

/** A long run goes on in another job: its own history says how far it is. */
async function proceed(ledger: Ledger, run: string, step: 'listing' | 'applying', done: number): Promise<false> {
  await decideOn(ledger, { kind: 'system' }, successionRef(run), {
    verb: 'succession.proceed',
    decide: () => [{ kind: 'SuccessionProceeded', body: { step, done } }],
    goesOn: true,
  });
  return false;
}

async function list(ledger: Ledger, run: Run, until: number): Promise<boolean> {
  if (!(await walk(ledger, run, await placeOf(ledger, run.run), until))) {
    const { cases } = await countRows(ledger, run.run);
    return proceed(ledger, run.run, 'listing', cases);
  }
  const { cases, open, unclear } = await countRows(ledger, run.run);
  await decideOn(ledger, { kind: 'system' }, successionRef(run.run), {
    verb: 'succession.listed',
    decide: (state) =>
      state.phase === 'drafting' ? [{ kind: 'SuccessionListed', body: { cases, open, unclear } }] : OVERTAKEN,
    goesOn: false,
  });
  return true;
}

/** What is listed, sealed cases too: the facts of a run say all of what it did. */
async function countRows(
  ledger: Ledger,
  run: string,
): Promise<{ cases: number; open: number; unclear: number; applied: number }> {
  const { rows } = await ledger.pool.query<{ cases: number; open: number; unclear: number; applied: number }>(
    `select count(*)::int as cases, (count(*) filter (where open))::int as open,
            (count(*) filter (where successor is null))::int as unclear, count(applied_at)::int as applied
     from succession_row where run = $1`,
    [run],
  );
  return rows[0] ?? { cases: 0, open: 0, unclear: 0, applied: 0 };
}

/**
 * The body ends; what reached it since the list was made is listed as well; and every case gets its fact. What came late
 * and fits nobody waits for a designation, and the run with it.
 */
async function apply(ledger: Ledger, run: Run, until: number): Promise<boolean> {
  const { from, officers } = run.plan;
  if (ledger.reference.bodies.find(from) !== undefined) {
    await endBody(ledger.pool, { from, to: officers, on: run.endsOn });
    ledger.reference = await readReference(ledger.pool);
  }
  await movePosts(ledger.pool, { from, to: officers });
  const actor = approverOf(run);
  const basis = await readBasis(ledger, run);
  for (;;) {
    const { rows } = await ledger.pool.query<{ stream: string; kind: Row['kind']; successor: string }>(
      `select stream, kind, successor from succession_row
       where run = $1 and applied_at is null and successor is not null order by stream limit ${BATCH}`,
      [run.run],
    );
    if (rows.length === 0) {
      const before = await countRows(ledger, run.run);
      if (!(await walk(ledger, run, FROM_THE_START, until))) break;
      const { cases, unclear } = await countRows(ledger, run.run);
      if (cases > before.cases) continue;
      if (unclear > 0) return false;
      await decideOn(ledger, actor, successionRef(run.run), {
        verb: 'succession.done',
        decide: (state) => (state.phase === 'approved' ? [{ kind: 'SuccessionDone', body: { cases } }] : OVERTAKEN),
        goesOn: false,
      });
      return true;
    }
    for (const row of rows) await applyTo(ledger, run, { ...row, actor, basis });
    if (performance.now() > until) break;
  }
  return proceed(ledger, run.run, 'applying', (await countRows(ledger, run.run)).applied);
}

async function readBasis(ledger: Ledger, run: Run): Promise<unknown> {
  const { rows } = await ledger.pool.query<{ region: string; id: string; sealed: Buffer }>(
    "select region, id, sealed from content where region = '000000' and id = $1",
    [run.basis?.id],
  );
  return rows[0] ? openContent(ledger.keyring, rows[0]) : { text: '' };
}

const NOTHING_LEFT = refuseState('nothing-left', 409, '没有要交接的', 'Nothing is left to carry over');
const isUnclear = (found: readonly unknown[] | Unclear): found is Unclear => typeof found === 'string';

/** One case gets its facts, made from how it stands now. */
async function applyTo(
  ledger: Ledger,
  run: Run,
  {
    stream,
    kind,
    successor,
    actor,
    basis,
  }: { stream: string; kind: Row['kind']; successor: string; actor: Actor; basis: unknown },
): Promise<void> {
  const ref = kind === 'matter' ? matterRef(stream) : submissionRef(stream);
  const accused = kind === 'submission' ? await accusedIn(ledger, stream) : [];
  let unclear: Unclear | undefined;
  const done = await record(ledger, {
    actor,
    verb: 'succession.apply',
    streams: [ref],
    decide(tools) {
      const state = tools.read(ref);
      const found = factsOf(ledger, run, { candidate: { kind, state }, to: successor, accused });
      unclear = isUnclear(found) ? found : undefined;
      if (isUnclear(found) || found.length === 0) return NOTHING_LEFT;
      const tell = kind === 'matter' && !state.sealed && (state as MatterState).phase === 'open';
      return {
        facts: [
          factsFor(
            ref,
            found.map((change) => ({
              kind: 'BodySucceeded' as const,
              body: { ...change, run: run.run, basis: tools.content(ref, 'succession-basis', basis) },
            })),
          ),
        ],
        ...(tell
          ? {
              outbox: [
                { region: ref.region, topic: 'tell-petitioner', payload: { matter: stream, what: 'successor' } },
              ],
            }
          : {}),
        answer: undefined,
      };
    },
  });
  if (isRefusal(done) && done.code !== NOTHING_LEFT.code)
    throw new Error(`${stream} could not be carried over for ${actorId(actor)}: ${done.said.en}`);
  await ledger.pool.query(
    `update succession_row set
       applied_at = case when $4::text is null or not open then $3::timestamptz end,
       successor = case when $4::text is null or not open then successor end,
       unclear = case when open then $4 end
     where run = $1 and stream = $2 and applied_at is null`,
    [run.run, stream, contextFor(ledger, actor).now, unclear ?? null],
  );
}

/** Whom the matters of a sealed submission are about: it follows the keeper that they may have. */
async function accusedIn(ledger: Ledger, number: string): Promise<readonly string[]> {
  const submission: SubmissionState | undefined = await findState(ledger, submissionRef(number));
  if (submission?.sealed !== true) return [];
  const matters = await Promise.all(submission.matters.map((matter) => findState(ledger, matterRef(matter))));
  return [...new Set(matters.flatMap((matter) => matter?.accused ?? []))];
}
