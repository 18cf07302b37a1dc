import { endLayer, publishLayer } from '../../actors/rulebook/server/public.ts';
import type { Actor } from '../../domain/act.ts';
import type { PackLayer } from '../../domain/packs.ts';
import { isRefusal, type Refusal } from '../../domain/refusals.ts';
import { contextFor, type Ledger } from '../../ledger/ledger.ts';
import { readReference } from '../open-city.ts';
import { draftRun } from '../recount/runs.ts';
import { loadPlaces } from './preview.ts';

/**
 * Publishes a version. New cases begin under it from its day on; where it counts running cases again and has taken
 * effect, the list of what would move is drafted at once, else on its day.
 */
export async function publishRules(
  ledger: Ledger,
  actor: Actor,
  layer: PackLayer,
  key?: string,
): Promise<{ readonly key: string; readonly run?: string } | Refusal> {
  ledger.reference = await readReference(ledger.pool);
  const published = await publishLayer(ledger, actor, layer, { places: await loadPlaces(ledger), key });
  if (isRefusal(published)) return published;
  ledger.reference = await readReference(ledger.pool);
  const { today } = contextFor(ledger, actor);
  if (layer.running === 'keep' || layer.effectiveFrom > today) return published;
  /* Two records of one request: each has a key of its own. */
  const drafted = await draftRun(ledger, actor, {
    kind: 'pack',
    about: published.key,
    ...(key === undefined ? {} : { key: `${key}-run` }),
  });
  return isRefusal(drafted) ? drafted : { ...published, run: drafted.run };
}

/** Ends the last version of a set of rules. */
export async function endRules(
  ledger: Ledger,
  actor: Actor,
  id: string,
  given: { until: string; key?: string | undefined },
): Promise<{ key: string; until: string } | Refusal> {
  const ended = await endLayer(ledger, actor, id, given);
  if (isRefusal(ended)) return ended;
  ledger.reference = await readReference(ledger.pool);
  return ended;
}
