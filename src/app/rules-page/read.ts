import type { z } from 'zod';
import { loadDivisions } from '../../actors/bodies/server/public.ts';
import { CLOCK_LIMITS, lengthsOf, SETTING_NAMES, settingRule } from '../../actors/rulebook/pack-values.rules.ts';
import type { ChangeShape, listPacks } from '../../actors/rulebook/packs.contract.ts';
import { type Change, changesOf } from '../../actors/rulebook/packs.rules.ts';
import { loadPackStates } from '../../actors/rulebook/server/public.ts';
import { parseCitation, sayCitation } from '../../domain/articles.ts';
import { nameOf } from '../../domain/bodies.ts';
import type { Day } from '../../domain/days.ts';
import { CLOCK_LABELS } from '../../domain/explain.ts';
import { EVERYWHERE, keyOf, type PackLayer } from '../../domain/packs.ts';
import type { Said } from '../../domain/refusals.ts';
import { CLOCK_KINDS, type ClockRule, NATIONAL_PACK, type RulePack } from '../../domain/rule-pack.ts';
import { contextFor, type Ledger } from '../../ledger/ledger.ts';
import type { Response } from '../../platform/http/route.contract.ts';

type PacksAnswer = Response<typeof listPacks>;
type ChangeView = z.output<typeof ChangeShape>;

/** A citation in both languages, and whether it is ours rather than a law's. */
export function sayArticle(cite: string): { article: Said; ours: boolean } {
  const citation = parseCitation(cite);
  return {
    article: { zh: sayCitation(citation, 'zh-CN'), en: sayCitation(citation, 'en') },
    ours: citation.law === 'house',
  };
}

/** A changed value; where no law says it, it rests on the document of its layer. */
export function viewChange({ article: cite, ...rest }: Change, { basis }: Pick<PackLayer, 'basis'>): ChangeView {
  const { article, ours } = sayArticle(cite);
  return { ...rest, article: ours ? basis : article, ours };
}

/** The rules of the installation: what holds everywhere, and what places and sectors add to it. */
export async function readPacks(ledger: Ledger): Promise<PacksAnswer> {
  const { today } = contextFor(ledger, { kind: 'system' });
  const [states, divisions] = await Promise.all([loadPackStates(ledger.pool), loadDivisions(ledger.pool)]);
  const places = new Map(divisions.map(({ code, name }) => [code, name]));
  const names = await peopleOf(
    ledger,
    states.flatMap((state) => state.versions.map((one) => one.publishedBy)),
  );
  return {
    today,
    national: viewNational(),
    layers: states.flatMap((state) =>
      state.versions
        .map((one, at) => {
          const { layer } = one;
          return {
            key: keyOf(layer),
            /* What was published is what the schema took. */
            layer: structuredClone(layer) as PacksAnswer['layers'][number]['layer'],
            ...(layer.division === undefined
              ? {}
              : { place: { id: layer.division, name: placeName(layer.division, places) } }),
            ...(layer.bodies === undefined
              ? {}
              : { bodies: layer.bodies.map((id) => ({ id, name: nameOf(ledger.reference.bodies, id) })) }),
            state: stateOf(layer, state.versions[at + 1]?.layer, today),
            publishedOn: one.publishedOn,
            publishedBy: names.get(one.publishedBy) ?? '',
            changes: changesOf(layer, belowOf(ledger, state.versions[at - 1]?.layer)).map((change) =>
              viewChange(change, layer),
            ),
          };
        })
        .reverse(),
    ),
  };
}

/** What a new version is compared with: the one before it, else the national values. */
export function belowOf(ledger: Pick<Ledger, 'reference'>, before: PackLayer | undefined): RulePack {
  return before === undefined ? NATIONAL_PACK : ledger.reference.packs.get(`${NATIONAL_PACK.key}+${keyOf(before)}`);
}

function placeName(code: string, places: ReadonlyMap<string, Said>): Said {
  return code === EVERYWHERE ? { zh: '全部地方', en: 'Every place' } : (places.get(code) ?? { zh: code, en: code });
}

function stateOf(layer: PackLayer, next: PackLayer | undefined, today: Day): PacksAnswer['layers'][number]['state'] {
  if (next !== undefined && next.effectiveFrom <= today) return 'replaced';
  if (layer.effectiveTo !== undefined && layer.effectiveTo < today) return 'ended';
  return layer.effectiveFrom > today ? 'coming' : 'in-force';
}

async function peopleOf(ledger: Ledger, actors: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const ids = actors.map((actor) => actor.replace(/^staff:/, ''));
  const { rows } = await ledger.pool.query<{ id: string; name: string }>(
    'select id, name from account where id = any($1)',
    [ids],
  );
  return new Map(rows.map(({ id, name }) => [`staff:${id}`, name]));
}

function viewNational(): PacksAnswer['national'] {
  return {
    key: NATIONAL_PACK.key,
    clocks: CLOCK_KINDS.map((kind) => {
      const rule: ClockRule = NATIONAL_PACK.clocks[kind];
      const { n, unit, statutory, article: cite } = rule;
      return {
        field: `clocks.${kind}`,
        kind,
        label: CLOCK_LABELS[kind],
        n,
        unit,
        ...(rule.byLevel ? { levels: [...lengthsOf(rule)] } : {}),
        statutory,
        limit: CLOCK_LIMITS[kind],
        cite,
        ...sayArticle(cite),
      };
    }),
    settings: SETTING_NAMES.map((name) => {
      const { label, article: cite, min, max } = settingRule(name);
      return {
        field: `settings.${name}`,
        label,
        value: NATIONAL_PACK.settings[name],
        cite,
        ...sayArticle(cite),
        ...(min === undefined ? {} : { min }),
        ...(max === undefined ? {} : { max }),
      };
    }),
  };
}
