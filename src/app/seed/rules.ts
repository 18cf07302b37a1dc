import { publishLayer } from '../../actors/rulebook/server/public.ts';
import type { Actor } from '../../domain/act.ts';
import { addDays, type Day, dayOf } from '../../domain/days.ts';
import type { PackLayer } from '../../domain/packs.ts';
import { isRefusal } from '../../domain/refusals.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { settableClock } from '../../platform/clock/clock.ts';
import { bodies } from './bodies.ts';
import { CITY_CODE, divisions } from './divisions.ts';

/** The administrator of the demonstration city. */
const ADMIN: Actor = { kind: 'staff', account: 'dingyichuan', body: 'city-petition', roles: ['admin'] };

/** The second version of the city's rules took effect so many days ago: older cases keep the first. */
const RECENT_DAYS = 20;

/** Rules of a place and of a sector, invented to show what such rules do. No document says this. */
export function exampleLayers(today: Day): readonly { readonly layer: PackLayer; readonly publishedOn: Day }[] {
  const city = {
    id: 'nanjiang',
    level: 'region',
    name: { zh: '南江市地方规则（示例）', en: 'Rules of Nanjiang City (example)' },
    basis: {
      zh: '《南江市信访事项复查复核办法》（示例，虚构）',
      en: 'Nanjiang Measures on Review and Re-review (example, invented)',
    },
    division: CITY_CODE,
    running: 'keep',
  } as const;
  const first = {
    clocks: { 'review-accept': { n: 3, unit: 'workday', statutory: true } },
    settings: { excludeHearingInReview: true },
  } as const;
  const since = '2024-01-01';
  const recent = addDays(today, -RECENT_DAYS);
  return [
    { publishedOn: '2023-12-18', layer: { ...city, version: 1, effectiveFrom: since, values: first } },
    {
      publishedOn: '2023-12-18',
      layer: {
        id: 'police',
        version: 1,
        level: 'sector',
        name: { zh: '公安机关内部时限（示例）', en: 'Targets of the police (example)' },
        basis: {
          zh: '公安机关信访工作规定（示例数值，并非原文）',
          en: 'Police rules on petitions (example values, not the text)',
        },
        effectiveFrom: since,
        bodies: bodies.flatMap(({ id }) => (id.endsWith('-police') ? [id] : [])),
        values: { clocks: { suggestion: { n: 45 }, contribution: { n: 10 } } },
        running: 'keep',
      },
    },
    {
      publishedOn: addDays(recent, -7),
      layer: {
        ...city,
        version: 2,
        effectiveFrom: recent,
        values: { ...first, clocks: { ...first.clocks, rating: { n: 45 } } },
      },
    },
  ];
}

/** Publishes them as the administrator would have, each on its day. */
export async function plantRules(ledger: Ledger, now: Date): Promise<void> {
  const places = new Set(divisions.map(({ code }) => code));
  for (const { layer, publishedOn } of exampleLayers(dayOf(now.toISOString()))) {
    const clock = settableClock(`${publishedOn}T02:00:00Z`);
    const published = await publishLayer({ ...ledger, clock }, ADMIN, layer, { places });
    if (isRefusal(published)) throw new Error(`${layer.id}: ${published.said.en}`);
  }
}
