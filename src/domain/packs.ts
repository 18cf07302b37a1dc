import { type Body, divisionPrefix } from './bodies.ts';
import type { Day } from './days.ts';
import {
  CLOCK_KINDS,
  type ClockKind,
  type ClockRule,
  HISTORICAL_PACK,
  NATIONAL_PACK,
  type PackSettings,
  type RulePack,
} from './rule-pack.ts';

/** What a layer changes of what lies beneath it; everything else stays. */
export interface PackValues {
  readonly clocks?: { readonly [K in ClockKind]?: Partial<Pick<ClockRule, 'n' | 'unit' | 'article' | 'statutory'>> };
  readonly settings?: Partial<PackSettings>;
}

/**
 * One version of a set of rules: of a region (by the place of the matter) or of a sector (by the body that acts, such as
 * the police rules of 2023). Versions are never changed; a new one takes effect on its day.
 */
export interface PackLayer {
  readonly id: string;
  readonly version: number;
  readonly level: 'region' | 'sector';
  readonly name: { readonly zh: string; readonly en: string };
  /** The rule it rests on: title and number, shown wherever a date comes from it. */
  readonly basis: { readonly zh: string; readonly en: string };
  readonly effectiveFrom: Day;
  /** Last day on which cases begin under it. */
  readonly effectiveTo?: Day;
  /** Of a region: the division code whose places it binds. */
  readonly division?: string;
  /** Of a sector: the bodies it binds. */
  readonly bodies?: readonly string[];
  readonly values: PackValues;
  /** Whether cases that run already are counted again under it; the law's default is that they are not (E52). */
  readonly running: 'keep' | 'recount';
}

/** Every pack a case may keep, and which one a new case gets. */
export interface Packs {
  readonly layers: readonly PackLayer[];
  /** Rises with every layer published or ended: a process that knows another one reads them again. */
  readonly version: number;
  /** Whether every layer of this key is known here. */
  knows(key: string): boolean;
  /** The pack of this key. Throws on a key no release and no administrator ever made: a damaged record. */
  get(key: string): RulePack;
  /** What a case that begins on this day at this place is clocked by. */
  begin(given: { division: string; on: Day }): RulePack;
  /** What binds this body when it acts on a case that keeps `pack`: the rules of its sector as they were when it began. */
  forBody(pack: RulePack, body: Body | undefined): RulePack;
}

const BASES: readonly RulePack[] = [NATIONAL_PACK, HISTORICAL_PACK];

/** Parts the layers of a case's place from those of sectors that stand by for their bodies. */
const STANDING = '~';

export function packsOf(layers: readonly PackLayer[], version = 0): Packs {
  const byKey = new Map(layers.map((layer) => [keyOf(layer), layer]));
  const made = new Map<string, RulePack>([
    [NATIONAL_PACK.key, NATIONAL_PACK],
    [HISTORICAL_PACK.key, HISTORICAL_PACK],
  ]);
  const find = (kept: string): RulePack | undefined => {
    const known = made.get(kept);
    if (known) return known;
    const [key = '', ...standing] = kept.split(STANDING);
    const [base = '', ...names] = key.split('+');
    let pack = BASES.find((one) => one.key === base);
    if (!pack || standing.some((name) => !byKey.has(name))) return undefined;
    for (const name of names) {
      const layer = byKey.get(name);
      if (!layer) return undefined;
      pack = withLayer(pack, layer);
    }
    const whole = { ...pack, key, kept };
    made.set(kept, whole);
    return whole;
  };
  const get = (key: string): RulePack => {
    const pack = find(key);
    if (!pack) throw new Error(`rule pack "${key}" is not known`);
    return pack;
  };
  return {
    layers,
    version,
    knows: (key) => find(key) !== undefined,
    get,
    begin({ division, on }) {
      const here = inForce(layers, on, (layer) => layer.level === 'region' && isIn(layer, division)).sort(nearestLast);
      const standing = inForce(layers, on, (layer) => layer.level === 'sector').sort(byId);
      return get(
        [[NATIONAL_PACK.key, ...here.map(keyOf)].join('+'), ...standing.map((layer) => STANDING + keyOf(layer))].join(
          '',
        ),
      );
    },
    forBody(pack, body) {
      if (body === undefined || pack.historical) return pack;
      const { standing } = partsOf(pack.kept);
      const mine = standing.filter((name) => byKey.get(name)?.bodies?.includes(body.id));
      return mine.length === 0 ? pack : { ...get([pack.key, ...mine].join('+')), kept: pack.kept };
    },
  };
}

/** The layers of a key: those of the place, the nearest last, and those of sectors that stand by. */
export function partsOf(kept: string): { base: string; place: readonly string[]; standing: readonly string[] } {
  const [key = '', ...standing] = kept.split(STANDING);
  const [base = '', ...place] = key.split('+');
  return { base, place, standing };
}

/** Which version of each set of rules counts for what begins on this day: the newest in force, unless it was ended. */
function inForce(layers: readonly PackLayer[], on: Day, fits: (layer: PackLayer) => boolean): PackLayer[] {
  const newest = new Map<string, PackLayer>();
  for (const layer of layers) {
    if (layer.effectiveFrom > on) continue;
    const known = newest.get(layer.id);
    if (!known || known.version < layer.version) newest.set(layer.id, layer);
  }
  return [...newest.values()].filter(
    (layer) => fits(layer) && (layer.effectiveTo === undefined || layer.effectiveTo >= on),
  );
}

/** Is this place one that the layer binds? `000000` is every place of the installation. */
export function isIn(layer: Pick<PackLayer, 'division'>, division: string): boolean {
  return division.startsWith(divisionPrefix(layer.division ?? EVERYWHERE));
}

/** The division code that stands for every place. */
export const EVERYWHERE = '000000';

/** The province before the city, so that the nearer rule has the last word. */
function nearestLast(a: PackLayer, b: PackLayer): number {
  return divisionPrefix(a.division ?? '').length - divisionPrefix(b.division ?? '').length || byId(a, b);
}

function byId(a: PackLayer, b: PackLayer): number {
  return a.id < b.id ? -1 : 1;
}

/**
 * The key of a case, or of a clock, once this version has taken the place of the earlier one of the same rules; or once
 * the rules are added where they belong. A case keeps those of a sector standing by; a clock that they bind holds them.
 */
export function withVersion(
  layers: readonly PackLayer[],
  kept: string,
  layer: PackLayer,
  of: 'case' | 'clock',
): string {
  const name = keyOf(layer);
  const isOwn = (other: string): boolean => other.startsWith(`${layer.id}@`);
  const swap = (names: readonly string[]): readonly string[] => names.map((other) => (isOwn(other) ? name : other));
  const { base, place, standing } = partsOf(kept);
  const write = (here: readonly string[], stand: readonly string[]): string =>
    [[base, ...here].join('+'), ...stand.map((one) => STANDING + one)].join('');
  if (layer.level === 'sector') {
    if (of === 'clock') return write(place.some(isOwn) ? swap(place) : [...place, name], standing);
    return write(swap(place), standing.some(isOwn) ? swap(standing) : [...standing, name].sort());
  }
  if (place.some(isOwn)) return write(swap(place), standing);
  const known = new Map([...layers, layer].map((one) => [keyOf(one), one]));
  const nearer = place.findIndex((other) => {
    const one = known.get(other);
    return one?.level === 'sector' || (one !== undefined && nearestLast(layer, one) < 0);
  });
  const at = nearer < 0 ? place.length : nearer;
  return write([...place.slice(0, at), name, ...place.slice(at)], standing);
}

/** The layer that gave a clock of this kind its length, under a pack of this key; undefined where the law itself did. */
export function layerOf(layers: readonly PackLayer[], key: string, kind: ClockKind): PackLayer | undefined {
  const known = new Map(layers.map((layer) => [keyOf(layer), layer]));
  return partsOf(key)
    .place.map((name) => known.get(name))
    .findLast((layer) => layer?.values.clocks?.[kind] !== undefined);
}

/** The packs of an installation whose administrator has added none. */
export const NATIONAL_ONLY: Packs = packsOf([]);

export function keyOf(layer: Pick<PackLayer, 'id' | 'version'>): string {
  return `${layer.id}@${layer.version}`;
}

function withLayer(below: RulePack, layer: PackLayer): RulePack {
  const clocks = Object.fromEntries(
    CLOCK_KINDS.map((kind) => {
      const { byLevel, ...rule } = { ...below.clocks[kind], ...layer.values.clocks?.[kind] };
      return [kind, byLevel && layer.values.clocks?.[kind]?.n === undefined ? { ...rule, byLevel } : rule];
    }),
  ) as Record<ClockKind, ClockRule>;
  return {
    ...below,
    key: `${below.key}+${keyOf(layer)}`,
    kept: `${below.key}+${keyOf(layer)}`,
    name: layer.name,
    clocks,
    settings: { ...below.settings, ...layer.values.settings },
  };
}
