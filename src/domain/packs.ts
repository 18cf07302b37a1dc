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
  /** The pack of this key. Throws on a key no release and no administrator ever made: a damaged record. */
  get(key: string): RulePack;
  /** What a case that begins on this day at this place is clocked by. */
  begin(given: { division: string; on: Day }): RulePack;
  /** What binds this body when it acts on a case that keeps `pack`. */
  forBody(pack: RulePack, body: Body | undefined, on: Day): RulePack;
}

export function packsOf(layers: readonly PackLayer[]): Packs {
  const byKey = new Map(layers.map((layer) => [keyOf(layer), layer]));
  const made = new Map<string, RulePack>([
    [NATIONAL_PACK.key, NATIONAL_PACK],
    [HISTORICAL_PACK.key, HISTORICAL_PACK],
  ]);
  const get = (key: string): RulePack => {
    const known = made.get(key);
    if (known) return known;
    const [base = '', ...rest] = key.split('+');
    const pack = rest.reduce((below, name) => {
      const layer = byKey.get(name);
      if (!layer) throw new Error(`rule pack "${name}" is not known`);
      return withLayer(below, layer);
    }, getBase(base));
    made.set(key, pack);
    return pack;
  };
  const latest = (level: PackLayer['level'], on: Day, fits: (layer: PackLayer) => boolean): PackLayer[] => {
    const found = new Map<string, PackLayer>();
    for (const layer of layers) {
      if (layer.level !== level || layer.effectiveFrom > on || !fits(layer)) continue;
      if (layer.effectiveTo !== undefined && layer.effectiveTo < on) continue;
      const known = found.get(layer.id);
      if (!known || known.version < layer.version) found.set(layer.id, layer);
    }
    return [...found.values()];
  };
  return {
    layers,
    get,
    begin({ division, on }) {
      /* The province before the city, so that the nearer rule has the last word. */
      const regional = latest('region', on, (layer) => division.startsWith(divisionPrefix(layer.division ?? ''))).sort(
        (a, b) => divisionPrefix(a.division ?? '').length - divisionPrefix(b.division ?? '').length,
      );
      return get([NATIONAL_PACK.key, ...regional.map(keyOf)].join('+'));
    },
    forBody(pack, body, on) {
      if (body === undefined || pack.historical) return pack;
      const sector = latest('sector', on, (layer) => (layer.bodies ?? []).includes(body.id)).map(keyOf);
      const news = sector.filter((name) => !pack.key.split('+').includes(name));
      return news.length === 0 ? pack : get([pack.key, ...news].join('+'));
    },
  };
}

/** The packs of an installation whose administrator has added none. */
export const NATIONAL_ONLY: Packs = packsOf([]);

export function keyOf(layer: Pick<PackLayer, 'id' | 'version'>): string {
  return `${layer.id}@${layer.version}`;
}

function getBase(key: string): RulePack {
  const base = [NATIONAL_PACK, HISTORICAL_PACK].find((pack) => pack.key === key);
  if (!base) throw new Error(`rule pack "${key}" is not known`);
  return base;
}

function withLayer(below: RulePack, layer: PackLayer): RulePack {
  const clocks = Object.fromEntries(
    CLOCK_KINDS.map((kind) => [kind, { ...below.clocks[kind], ...layer.values.clocks?.[kind] }]),
  ) as Record<ClockKind, ClockRule>;
  return {
    ...below,
    key: `${below.key}+${keyOf(layer)}`,
    name: layer.name,
    clocks,
    settings: { ...below.settings, ...layer.values.settings },
  };
}
