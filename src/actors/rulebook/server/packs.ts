import type { Pool } from 'pg';
import { type Actor, actorId } from '../../../domain/act.ts';
import { NO_PACK, type PackState } from '../../../domain/pack-stream.ts';
import { keyOf, type PackLayer, type Packs, packsOf } from '../../../domain/packs.ts';
import { isRefusal, type Refusal, refuseState } from '../../../domain/refusals.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { factsFor, record } from '../../../ledger/record.ts';
import { packRef } from '../../../ledger/streams.ts';
import { checkLayer, type Problem, versionsOf } from '../packs.rules.ts';

/** Histories of rules stand together under the key that begins with `pack/`. */
const OF_PACKS = `region = '000000' and stream like 'pack/%' and kind = 'pack'`;

/** Every set of rules with its versions. */
export async function loadPackStates(pool: Pool): Promise<readonly PackState[]> {
  const { rows } = await pool.query<{ state: PackState }>(`select state from stream where ${OF_PACKS} order by stream`);
  return rows.map(({ state }) => state);
}

/** The rules as every act is given them; `version` is how much ever happened to them. */
export async function loadPacks(pool: Pool): Promise<Packs> {
  const states = await loadPackStates(pool);
  return packsOf(
    states.flatMap((state) => state.versions.map(({ layer }) => layer)),
    states.reduce((sum, { seq }) => sum + seq, 0),
  );
}

/** Numbers that rise when a calendar year or a set of rules changes: cheap to ask, to know whether to read again. */
export async function loadRulebookVersions(pool: Pool): Promise<{ readonly calendar: number; readonly packs: number }> {
  const { rows } = await pool.query<{ calendar: string; packs: string }>(
    `select (select coalesce(sum(version), 0) from calendar_year) as calendar,
            (select coalesce(sum(seq), 0) from stream where ${OF_PACKS}) as packs`,
  );
  return { calendar: Number(rows[0]?.calendar ?? 0), packs: Number(rows[0]?.packs ?? 0) };
}

/** The refusal of a layer: its first problem, with the article where there is one. */
export function refuseLayer([first, ...more]: readonly Problem[]): Refusal | undefined {
  if (first === undefined) return undefined;
  const { zh, en } = first.said;
  const rest =
    more.length === 0 ? { zh: '', en: '' } : { zh: `；另有${more.length}处`, en: `; and ${more.length} more` };
  const refusal = refuseState('pack', 422, `${zh}${rest.zh}`, `${en}${rest.en}`, first.field);
  return first.article === undefined ? refusal : { ...refusal, article: first.article };
}

/** Publishes a version after checking it against what is published; every process reads it within seconds. */
export async function publishLayer(
  ledger: Ledger,
  actor: Actor,
  layer: PackLayer,
  given: { places: ReadonlySet<string>; key?: string | undefined },
): Promise<{ readonly key: string } | Refusal> {
  const ref = packRef(layer.id);
  const done = await record<{ key: string }>(ledger, {
    actor,
    verb: 'packs.publish',
    streams: [ref],
    ...(given.key === undefined ? {} : { key: { region: ref.region, key: given.key, request: layer } }),
    decide(tools) {
      const { calendar, bodies, today } = tools.context();
      const state = tools.read(ref);
      const others = ledger.reference.packs.layers.filter(({ id }) => id !== layer.id);
      const layers = [...others, ...state.versions.map((one) => one.layer)];
      const refusal = refuseLayer(
        checkLayer(layer, { layers, bodies, calendar, today, isPlace: (code) => given.places.has(code) }),
      );
      if (refusal) return refusal;
      return {
        facts: [factsFor(ref, [{ kind: 'LayerPublished', body: { layer, by: actorId(actor), on: today } }])],
        answer: { key: keyOf(layer) },
      };
    },
  });
  return isRefusal(done) ? done : done.answer;
}

/** Lets no case begin under the last version after `until`. */
export async function endLayer(
  ledger: Ledger,
  actor: Actor,
  id: string,
  given: { until: string; key?: string | undefined },
): Promise<{ readonly key: string; readonly until: string } | Refusal> {
  const ref = packRef(id);
  const { until } = given;
  const done = await record<{ key: string; until: string }>(ledger, {
    actor,
    verb: 'packs.end',
    streams: [ref],
    ...(given.key === undefined ? {} : { key: { region: ref.region, key: given.key, request: { id, until } } }),
    decide(tools) {
      const state = tools.read(ref);
      const { today } = tools.context();
      const last = versionsOf(
        state.versions.map((one) => one.layer),
        id,
      ).at(-1);
      if (state.seq === NO_PACK.seq || last === undefined)
        return refuseState('no-pack', 404, '没有这套规则', 'There is no such set of rules');
      if (until < last.effectiveFrom || until < today)
        return refuseState(
          'until',
          422,
          '失效日期不能早于今天，也不能早于生效日期',
          'It can end neither before today nor before it takes effect',
          'until',
        );
      return {
        facts: [
          factsFor(ref, [
            { kind: 'LayerEnded', body: { version: last.version, until, by: actorId(actor), on: today } },
          ]),
        ],
        answer: { key: keyOf(last), until },
      };
    },
  });
  return isRefusal(done) ? done : done.answer;
}
