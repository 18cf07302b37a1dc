import { loadDivisions } from '../../actors/bodies/server/public.ts';
import type { previewPack } from '../../actors/rulebook/packs.contract.ts';
import { changesOf, checkLayer, versionsOf } from '../../actors/rulebook/packs.rules.ts';
import { type PackLayer, packsOf } from '../../domain/packs.ts';
import { isBound, recountByLayer } from '../../domain/recount.ts';
import { contextFor, type Ledger } from '../../ledger/ledger.ts';
import type { Response } from '../../platform/http/route.contract.ts';
import { type About, bodiesIn, type Dated, isSealed, linesOf, type Moved, stagesOf } from '../recount/candidates.ts';
import { labelOfKind } from '../recount/read.ts';
import { FROM_THE_START, readCandidates } from '../runs/walk.ts';
import { belowOf, sayArticle, viewChange } from './read.ts';

type Preview = Response<typeof previewPack>;

/** Cases a preview looks at, so that it answers within a request; a run looks at all. */
const MOST_CASES = 20_000;
const MOST_ROWS = 200;

/** Codes of all places. */
export async function loadPlaces(ledger: Pick<Ledger, 'pool'>): Promise<ReadonlySet<string>> {
  return new Set((await loadDivisions(ledger.pool)).map(({ code }) => code));
}

/** What a layer would change, without writing anything. Nothing of sealed reports is shown or counted. */
export async function previewLayer(ledger: Ledger, layer: PackLayer): Promise<Preview> {
  const { layers } = ledger.reference.packs;
  const { calendar, bodies } = ledger.reference;
  const { today } = contextFor(ledger, { kind: 'system' });
  const places = await loadPlaces(ledger);
  const problems = checkLayer(layer, { layers, bodies, calendar, today, isPlace: (code) => places.has(code) });
  const before = versionsOf(layers, layer.id).at(-1);
  const base: Preview = {
    problems: problems.map(({ field, said, article }) => ({
      field,
      said,
      ...(article === undefined ? {} : { article: sayArticle(article).article }),
    })),
    changes: problems.some(({ field }) => field.endsWith('.article'))
      ? []
      : changesOf(layer, belowOf(ledger, before)).map((change) => viewChange(change, layer)),
    running: layer.running,
    open: 0,
    complete: true,
    cases: 0,
    clocks: 0,
    spared: 0,
    byKind: [],
    rows: [],
  };
  return problems.length > 0 ? base : { ...base, ...(await walk(ledger, layer, today)) };
}

type Walked = Pick<Preview, 'open' | 'complete' | 'cases' | 'clocks' | 'spared' | 'byKind' | 'rows'>;

async function walk(ledger: Ledger, layer: PackLayer, today: string): Promise<Walked> {
  const packs = packsOf([...ledger.reference.packs.layers, layer]);
  const about: About = { kind: 'pack', layer, packs };
  const { calendar } = ledger.reference;
  const byKind = new Map<string, number>();
  const rows: Moved[] = [];
  let [open, cases, clocks, spared, looked] = [0, 0, 0, 0, 0];
  let place = FROM_THE_START;
  let complete = true;
  for (;;) {
    if (looked >= MOST_CASES) {
      complete = false;
      break;
    }
    const read = await readCandidates<Dated>(ledger, stagesOf(about), place);
    if (read === undefined) break;
    place = read.next;
    looked += read.found.length;
    for (const one of read.found.filter(({ state }) => !isSealed(state))) {
      const of = { packs, layer, calendar, today, bodies: bodiesIn(one) };
      if (!isBound(one.state, layer, of.bodies)) continue;
      open += 1;
      if (layer.running === 'keep') continue;
      const result = recountByLayer(one.state, of);
      const lines = linesOf(one, result);
      spared += result.spared.length;
      if (lines.length > 0) cases += 1;
      for (const line of lines) {
        if (line.kind !== null) {
          clocks += 1;
          byKind.set(line.kind, (byKind.get(line.kind) ?? 0) + 1);
        }
        if (rows.length < MOST_ROWS && line.kind !== null) rows.push(line);
      }
    }
  }
  return {
    open,
    complete,
    cases,
    clocks,
    spared,
    byKind: [...byKind]
      .sort(([, a], [, b]) => b - a)
      .map(([kind, count]) => ({ kind, label: labelOfKind(kind), count })),
    rows: rows.map(({ stream, clock, kind, before, after }) => ({
      stream,
      clock,
      ...(kind === null ? {} : { label: labelOfKind(kind) }),
      before,
      after,
    })),
  };
}
