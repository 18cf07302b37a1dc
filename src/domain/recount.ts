import type { Calendar } from './calendar.ts';
import { type Clock, type ClockChange, type Clocks, isRunning, recountClocks } from './clocks.ts';
import type { Day } from './days.ts';
import { deriveDue } from './due.ts';
import { isIn, type PackLayer, type Packs, withVersion } from './packs.ts';
import type { ClockKind } from './rule-pack.ts';

/** Periods that an act, an order or an agreement sets for the one case: no rule changes what was set. */
const KEPT: readonly ClockKind[] = [
  'redo',
  'feedback',
  'contribution',
  'supplement',
  'execution',
  'agreement',
  'supervision',
  /* A few days that hang on the level of whoever has it; they are over before a list of dates is approved. */
  'hop',
];

/** What a recount needs of a submission or a matter. */
export interface Recounted {
  readonly clocks: Clocks;
  readonly pack: string;
  readonly division: string;
}

export interface RecountResult {
  readonly clocks: readonly ClockChange[];
  /** What the case keeps from now on, where that changes. */
  readonly pack?: string;
  /** Clocks that keep their date although their length changed, with why. */
  readonly spared: readonly { readonly id: string; readonly why: 'window' | 'past' }[];
}

const NOTHING: RecountResult = { clocks: [], spared: [] };

/** What a calendar that says more, or was corrected, makes of the running clocks of one case. */
export function recountByCalendar(of: Recounted, calendar: Calendar): RecountResult {
  const clocks = recountClocks(of.clocks, calendar);
  return clocks.length === 0 ? NOTHING : { clocks, spared: [] };
}

/**
 * What a layer that counts running cases again makes of one case: it keeps the new version, and every running clock whose
 * length came from a pack is counted by the new one. Two things a new rule does not do: it takes no day from a window a
 * petitioner already has, and it makes no duty late that was in time. Extensions and days not counted stay.
 */
export function recountByLayer(
  of: Recounted,
  given: { packs: Packs; layer: PackLayer; calendar: Calendar; today: Day; bodies: readonly string[] },
): RecountResult {
  const { packs, layer } = given;
  if (!isBound(of, layer, given.bodies)) return NOTHING;
  const kept = withVersion(packs.layers, of.pack, layer, 'case');
  const changes: ClockChange[] = [];
  const spared: { id: string; why: 'window' | 'past' }[] = [];
  for (const [id, clock] of Object.entries(of.clocks)) {
    const change = recountClock(id, clock, given);
    if (change === undefined) continue;
    if ('why' in change) spared.push(change);
    else changes.push(change);
  }
  return { clocks: changes, spared, ...(kept === of.pack ? {} : { pack: kept }) };
}

/** Whether running cases like this one go over to the layer: by its place, or because a body of the sector has it. */
export function isBound(of: Recounted, layer: PackLayer, bodies: readonly string[]): boolean {
  if (of.pack === '' || of.pack.startsWith('historical@')) return false;
  return layer.level === 'region' ? isIn(layer, of.division) : bodies.some((body) => layer.bodies?.includes(body));
}

function recountClock(
  id: string,
  clock: Clock,
  { packs, layer, calendar, today }: { packs: Packs; layer: PackLayer; calendar: Calendar; today: Day },
): ClockChange | { id: string; why: 'window' | 'past' } | undefined {
  if (!isRunning(clock) || KEPT.includes(clock.kind) || layer.values.clocks === undefined) return undefined;
  if (layer.level === 'sector' && !isOfSector(clock, layer)) return undefined;
  const before = packs.get(clock.pack).clocks[clock.kind];
  const pack = withVersion(packs.layers, clock.pack, layer, 'clock');
  const after = packs.get(pack).clocks[clock.kind];
  const { n, unit, from, extra } = clock.derivation;
  /* A length that is not the pack's was set for this clock alone, such as what was left of a sender's 15 days. */
  if (n !== before.n || unit !== before.unit || (after.n === n && after.unit === unit)) return undefined;
  const derivation = deriveDue({ from, n: after.n, unit: after.unit, extra, calendar, excluded: clock.excluded });
  if (derivation.statutoryDue < clock.derivation.statutoryDue) {
    if (clock.holder === 'petitioner') return { id, why: 'window' };
    if (derivation.statutoryDue < today) return { id, why: 'past' };
  }
  return { do: 'recount', id, derivation, pack, article: after.article, statutory: after.statutory };
}

/** A sector's rules bind the clocks its bodies hold, and those that began under them. */
function isOfSector(clock: Clock, layer: PackLayer): boolean {
  return (
    (layer.bodies ?? []).includes(clock.holder) || clock.pack.split('+').some((name) => name.startsWith(`${layer.id}@`))
  );
}
