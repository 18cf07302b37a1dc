import { loadCategories } from '../../actors/rulebook/server/public.ts';
import { nameOf } from '../../domain/bodies.ts';
import type { Refusal, Said } from '../../domain/refusals.ts';
import { successorsOf, type Unclear } from '../../domain/succession.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { findState, readContents } from '../../ledger/read.ts';
import { successionRef } from '../../ledger/streams.ts';
import { namesOf } from '../runs/names.ts';
import { listRuns, NO_RUN, type Run, UNCLEAR_SAID } from './runs.ts';
import type { SHOWN, SuccessionView } from './succession.contract.ts';

/** The runs as they stand, the newest first. Sealed reports are in no count that is shown (E27). */
export async function viewSuccessions(ledger: Ledger, runs?: readonly Run[]): Promise<readonly SuccessionView[]> {
  const all = (runs ?? (await listRuns(ledger))).filter(({ phase }) => phase !== 'none');
  const names = await namesOf(
    ledger,
    all.flatMap((one) => [one.draftedBy, one.decidedBy]),
  );
  const { bodies, packs } = ledger.reference;
  const called = (id: string) => ({ id, name: nameOf(bodies, id) });
  const [counts, posts, bases] = await Promise.all([
    countShown(ledger, all),
    countPosts(ledger, all),
    readContents(
      ledger,
      '000000',
      all.flatMap(({ basis }) => (basis ? [basis.id] : [])),
    ),
  ]);
  return all.map((one): SuccessionView => {
    const { phase, plan } = one;
    /* The content was sealed by the plan's own act. */
    const basis = bases.get(one.basis?.id ?? '') as { text: string } | undefined;
    const heirs = successorsOf(plan);
    const layers = packs.layers.filter(
      (layer) =>
        layer.bodies?.includes(plan.from) &&
        !isReplaced(packs.layers, layer) &&
        !layer.bodies.some((body) => heirs.includes(body)),
    );
    return {
      run: one.run,
      kind: one.kind,
      from: called(plan.from),
      successors: heirs.map(called),
      officers: called(plan.officers),
      endsOn: one.endsOn,
      basis: basis?.text ?? '',
      state: phase === 'none' ? 'drafting' : phase,
      draftedAt: one.draftedAt,
      draftedBy: names(one.draftedBy),
      ...(one.decidedAt === undefined ? {} : { decidedAt: one.decidedAt, decidedBy: names(one.decidedBy ?? '') }),
      ...(one.doneAt === undefined ? {} : { doneAt: one.doneAt }),
      ...(counts.get(one.run) ?? { cases: 0, open: 0, unclear: 0, applied: 0 }),
      posts: posts.get(plan.from) ?? 0,
      rules: layers.map((layer) => layer.name),
    };
  });
}

/** Has this version of a set of rules been replaced by a newer one? */
function isReplaced<T extends { readonly id: string; readonly version: number }>(all: readonly T[], layer: T): boolean {
  return all.some((other) => other.id === layer.id && other.version > layer.version);
}

type Counts = Pick<SuccessionView, 'cases' | 'open' | 'unclear' | 'applied'>;

async function countShown(ledger: Ledger, runs: readonly Run[]): Promise<ReadonlyMap<string, Counts>> {
  const { rows } = await ledger.pool.query<Counts & { run: string }>(
    `select run, count(*)::int as cases, (count(*) filter (where open))::int as open,
            (count(*) filter (where successor is null))::int as unclear, count(applied_at)::int as applied
     from succession_row where run = any($1::uuid[]) and not sealed group by run`,
    [runs.map((one) => one.run)],
  );
  return new Map(rows.map(({ run, ...counts }) => [run, counts]));
}

async function countPosts(ledger: Ledger, runs: readonly Run[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await ledger.pool.query<{ body: string; posts: number }>(
    'select body, count(*)::int as posts from account where body = any($1) and ended_on is null group by body',
    [runs.map(({ plan }) => plan.from)],
  );
  return new Map(rows.map(({ body, posts }) => [body, posts]));
}

/** One run as it stands. */
export async function viewSuccession(ledger: Ledger, run: string): Promise<SuccessionView | Refusal> {
  const state = await findState(ledger, successionRef(run));
  const [view] = state === undefined ? [] : await viewSuccessions(ledger, [{ ...state, run }]);
  return view ?? NO_RUN;
}

export interface SuccessionPage {
  readonly run: SuccessionView;
  readonly rows: {
    stream: string;
    kind: 'matter' | 'submission';
    open: boolean;
    category?: Said;
    to?: Said;
    unclear?: Said;
    designated: boolean;
    applied: boolean;
  }[];
  readonly next?: string;
}

/** One run with a page of its cases, in the order of their numbers. */
export async function readCases(
  ledger: Ledger,
  run: string,
  page: { show: (typeof SHOWN)[number]; cursor?: string | undefined; limit: number },
): Promise<SuccessionPage | Refusal> {
  const view = await viewSuccession(ledger, run);
  if ('refused' in view) return view;
  const { rows } = await ledger.pool.query<{
    stream: string;
    kind: 'matter' | 'submission';
    open: boolean;
    category: string | null;
    successor: string | null;
    unclear: Unclear | null;
    designated: boolean;
    applied_at: string | null;
  }>(
    `select stream, kind, open, category, successor, unclear, designated, applied_at from succession_row
     where run = $1 and not sealed and stream > $2 and ($3 = 'all' or ($3 = 'open' and open) or successor is null)
     order by stream limit $4`,
    [run, page.cursor ?? '', page.show, page.limit + 1],
  );
  const categories = new Map((await loadCategories(ledger.pool)).map(({ code, name }) => [code, name]));
  const { bodies } = ledger.reference;
  const shown = rows.slice(0, page.limit);
  const last = rows.length > page.limit ? shown.at(-1) : undefined;
  return {
    run: view,
    rows: shown.map((row) => {
      const category = categories.get(row.category ?? '');
      return {
        stream: row.stream,
        kind: row.kind,
        open: row.open,
        ...(category === undefined ? {} : { category }),
        ...(row.successor === null ? {} : { to: nameOf(bodies, row.successor) }),
        ...(row.unclear === null || row.successor !== null ? {} : { unclear: UNCLEAR_SAID[row.unclear] }),
        designated: row.designated,
        applied: row.applied_at !== null,
      };
    }),
    ...(last === undefined ? {} : { next: last.stream }),
  };
}
