import { EVERYWHERE, type PackLayer, type PackValues } from '../../../domain/packs.ts';
import type { ClockKind, PackSettings } from '../../../domain/rule-pack.ts';

/** What is typed beside a period; an empty field leaves what lies beneath. */
export interface ClockDraft {
  readonly n: string;
  readonly unit: '' | 'day' | 'workday' | 'month';
  readonly article: string;
}

/** A set of rules as it is being written. */
export interface RuleDraft {
  readonly id: string;
  readonly version: number;
  /** Every place of the installation, one place, or the bodies of a sector. */
  readonly reach: 'everywhere' | 'region' | 'sector';
  readonly nameZh: string;
  readonly nameEn: string;
  readonly basisZh: string;
  readonly basisEn: string;
  readonly effectiveFrom: string;
  readonly division: string;
  readonly bodies: readonly string[];
  readonly running: PackLayer['running'];
  readonly clocks: Readonly<Record<string, ClockDraft>>;
  readonly settings: Readonly<Record<string, string>>;
}

export const NO_CLOCK: ClockDraft = { n: '', unit: '', article: '' };

/** An empty form, or the next version of a set of rules with the values of the last one filled in. */
export function draftFrom(last: PackLayer | undefined, today: string): RuleDraft {
  return {
    id: last?.id ?? '',
    version: (last?.version ?? 0) + 1,
    reach: last?.level === 'sector' ? 'sector' : last === undefined ? 'region' : reachOf(last),
    nameZh: last?.name.zh ?? '',
    nameEn: last?.name.en ?? '',
    basisZh: last?.basis.zh ?? '',
    basisEn: last?.basis.en ?? '',
    effectiveFrom: last !== undefined && last.effectiveFrom > today ? last.effectiveFrom : today,
    division: last?.division ?? '',
    bodies: last?.bodies ?? [],
    running: 'keep',
    clocks: Object.fromEntries(
      Object.entries(last?.values.clocks ?? {}).map(([kind, { n, unit, article }]) => [
        kind,
        { n: n === undefined ? '' : `${n}`, unit: unit ?? '', article: article ?? '' },
      ]),
    ),
    settings: Object.fromEntries(
      Object.entries(last?.values.settings ?? {}).map(([name, value]) => [name, `${value}`]),
    ),
  };
}

function reachOf(last: PackLayer): 'everywhere' | 'region' {
  return last.division === EVERYWHERE ? 'everywhere' : 'region';
}

/** What is sent: only the values that were written, and what goes with the kind of rule. */
export function layerOfDraft(draft: RuleDraft, last: PackLayer | undefined): PackLayer {
  const clocks: Record<string, object> = {};
  for (const [kind, { n, unit, article }] of Object.entries(draft.clocks)) {
    const kept = last?.values.clocks?.[kind as ClockKind]?.statutory;
    const value = {
      ...(n.trim() === '' ? {} : { n: Number(n) }),
      ...(unit === '' ? {} : { unit }),
      ...(article.trim() === '' ? {} : { article: article.trim() }),
      ...(kept === undefined ? {} : { statutory: kept }),
    };
    if (n.trim() !== '' || unit !== '' || article.trim() !== '') clocks[kind] = value;
  }
  const settings: Record<string, number | boolean> = {};
  for (const [name, text] of Object.entries(draft.settings)) {
    if (text.trim() === '') continue;
    settings[name] = text === 'true' ? true : text === 'false' ? false : Number(text);
  }
  const values: PackValues = {
    ...(Object.keys(clocks).length > 0 ? { clocks: clocks as NonNullable<PackValues['clocks']> } : {}),
    ...(Object.keys(settings).length > 0 ? { settings: settings as Partial<PackSettings> } : {}),
  };
  return {
    id: draft.id.trim(),
    version: draft.version,
    level: draft.reach === 'sector' ? 'sector' : 'region',
    name: { zh: draft.nameZh.trim(), en: draft.nameEn.trim() },
    basis: { zh: draft.basisZh.trim(), en: draft.basisEn.trim() },
    effectiveFrom: draft.effectiveFrom,
    ...(draft.reach === 'sector'
      ? { bodies: draft.bodies }
      : { division: draft.reach === 'everywhere' ? EVERYWHERE : draft.division }),
    values,
    running: draft.running,
  };
}
