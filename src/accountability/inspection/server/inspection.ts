import { randomUUID } from 'node:crypto';
import { findAccounts, type StaffActor } from '../../../actors/accounts/server/public.ts';
import { loadDivisions } from '../../../actors/bodies/server/public.ts';
import { loadCategories } from '../../../actors/rulebook/server/public.ts';
import { actorId } from '../../../domain/act.ts';
import { nameOf } from '../../../domain/bodies.ts';
import { type Day, dayOf, daysBetween } from '../../../domain/days.ts';
import { type MatterState, tasksOf } from '../../../domain/matter.ts';
import type { Gist, Particulars } from '../../../domain/particulars.ts';
import { isRefusal, type Refusal, refuseState, type Said } from '../../../domain/refusals.ts';
import type { SubmissionState } from '../../../domain/submission.ts';
import { canonical } from '../../../ledger/canonical.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { readPlace } from '../../../ledger/place.ts';
import { logReading, readContentsAcross } from '../../../ledger/read.ts';
import type { Body, Query, Response } from '../../../platform/http/route.contract.ts';
import { sha256 } from '../../../platform/secrets/keyring.ts';
import type { InspectionRow, listInspections, makeInspection } from '../inspection.contract.ts';
import {
  inspectedBodies,
  isForDiscipline,
  marksOf,
  mayExport,
  periodBefore,
  withoutPeople,
} from '../inspection.rules.ts';
import { MARKS, INSPECTION_REFUSALS as said } from '../inspection.texts.ts';

const MOST_ROWS = 20_000;
/** Files read at one time. */
const BATCH = 200;

/** One matter with its file. */
interface Read {
  readonly row: InspectionRow;
  readonly dissatisfied: boolean;
}

/**
 * Makes the export and registers it. What is for the discipline channel leaves no trace in it, nor a count. The numbers
 * exported stand in the read log.
 */
export async function exportForInspection(
  ledger: Ledger,
  actor: StaffActor,
  wanted: Body<typeof makeInspection>,
): Promise<Response<typeof makeInspection> | Refusal> {
  const { bodies } = ledger.reference;
  const refusal = mayExport(bodies, actor.body, wanted);
  if (refusal) return refusal;
  const now = ledger.clock.now().toISOString();
  const found = await findMatters(ledger, wanted);
  if (found.length > MOST_ROWS) return refuseState('too-many', 422, said.many.zh, said.many.en, 'to');
  const names = await readNames(ledger);
  const read: Read[] = [];
  for (let at = 0; at < found.length; at += BATCH)
    read.push(...(await readFiles(ledger, found.slice(at, at + BATCH), { names, today: dayOf(now) })));
  const rows = read.map(({ row }) => row);
  const earlier = await countBefore(ledger, wanted);
  const id = randomUUID();
  const region = (bodies.find(actor.body)?.division ?? '').slice(0, 6).padEnd(6, '0');
  const hash = sha256(canonical(rows)).toString('hex');
  const { inspected, from, to, team, basis } = wanted;
  await ledger.pool.query(
    `insert into inspection_export
       (region, id, at, actor, body, inspected, from_day, to_day, team, basis, rows, sha256)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [region, id, now, actorId(actor), actor.body, inspected, from, to, team, basis, rows.length, hash],
  );
  await logReading(ledger, {
    region,
    actor: actorId(actor),
    body: actor.body,
    verb: 'inspection.export',
    detail: { export: id, inspected, from, to, team, basis, numbers: rows.map(({ number }) => number) },
  });
  const accounts = await findAccounts(ledger.pool, [actor.account]);
  return {
    id,
    at: now,
    by: accounts.get(actor.account)?.name ?? actor.account,
    inspected: nameOf(bodies, inspected),
    from,
    to,
    team,
    basis,
    count: rows.length,
    sha256: hash,
    summary: {
      categories: byCategory(rows, earlier, names.categories),
      marks: Object.fromEntries(
        MARKS.map((mark) => [mark, rows.filter(({ marks }) => marks.includes(mark)).length]),
      ) as Record<(typeof MARKS)[number], number>,
      dissatisfied: read.filter(({ dissatisfied }) => dissatisfied).length,
    },
    rows,
  };
}

interface Found {
  readonly region: string;
  readonly number: string;
  readonly submission: string;
  readonly received_on: Day;
  readonly channel: string;
  readonly purpose: string;
  readonly category: string;
  readonly division: string;
  readonly holder: string;
  readonly phase: string;
  readonly answered_on: Day | null;
}

const DAYS = `received_at >= ($2::date::timestamp at time zone 'Asia/Shanghai')
  and received_at < (($3::date + 1)::timestamp at time zone 'Asia/Shanghai')`;

/** Each body's matters of the period, along `matter_body_recent`. */
async function findMatters(
  ledger: Ledger,
  { inspected, from, to }: { inspected: string; from: Day; to: Day },
): Promise<readonly Found[]> {
  const { rows } = await ledger.pool.query<Found>({
    name: 'inspection_matters',
    text: `select m.region, m.number, m.submission, m.received_on, m.channel, m.purpose, m.category, m.division, m.holder,
             m.phase, m.answered_on
           from (select distinct region, matter from matter_body where body = any($1::text[]) and ${DAYS}) b
           join matter m on m.region = b.region and m.number = b.matter
           order by m.received_on, m.region, m.number limit ${MOST_ROWS + 1}`,
    values: [inspectedBodies(ledger.reference.bodies, inspected), from, to],
  });
  return rows;
}

/** How many of each category in the period before, of what may be told. */
async function countBefore(
  ledger: Ledger,
  wanted: { inspected: string; from: Day; to: Day },
): Promise<ReadonlyMap<string, number>> {
  const { from, to } = periodBefore(wanted);
  const { rows } = await ledger.pool.query<{ category: string; count: number }>({
    name: 'inspection_before',
    text: `select m.category, count(*)::int as count
           from (select distinct region, matter from matter_body where body = any($1::text[]) and ${DAYS}) b
           join matter m on m.region = b.region and m.number = b.matter
           join stream s on s.region = m.region and s.stream = m.number
           where jsonb_array_length(coalesce(s.state -> 'accused', '[]')) = 0
           group by m.category`,
    values: [inspectedBodies(ledger.reference.bodies, wanted.inspected), from, to],
  });
  return new Map(rows.map(({ category, count }) => [category, count]));
}

interface Names {
  readonly categories: ReadonlyMap<string, Said>;
  readonly places: ReadonlyMap<string, Said>;
}

async function readNames(ledger: Ledger): Promise<Names> {
  const [categories, places] = await Promise.all([loadCategories(ledger.pool), loadDivisions(ledger.pool)]);
  return {
    categories: new Map(categories.map(({ code, name }) => [code, name])),
    places: new Map(places.map(({ code, name }) => [code, name])),
  };
}

async function readFiles(
  ledger: Ledger,
  found: readonly Found[],
  { names, today }: { names: Names; today: Day },
): Promise<readonly Read[]> {
  const { rows } = await ledger.pool.query<{ stream: string; state: MatterState | SubmissionState }>({
    name: 'inspection_states',
    text: `select s.stream, s.state from unnest($1::text[], $2::text[]) as k(region, stream)
           join stream s on s.region = k.region and s.stream = k.stream`,
    values: [
      found.flatMap(({ region, submission }) => [region, submission.slice(0, 6)]),
      found.flatMap(({ number, submission }) => [number, submission]),
    ],
  });
  const states = new Map(rows.map(({ stream, state }) => [stream, state]));
  /* The number says which kind of stream it is. */
  const matterOf = (one: Found) => states.get(one.number) as MatterState | undefined;
  const submissionOf = (one: Found) => states.get(one.submission) as SubmissionState | undefined;
  const told = found.filter((one) => {
    const state = matterOf(one);
    return state !== undefined && !isForDiscipline(state);
  });
  const contents = await readContentsAcross(
    ledger,
    told.flatMap((one) => [
      ...[matterOf(one)?.content].flatMap((ref) => (ref ? [{ region: one.region, id: ref.id }] : [])),
      ...[submissionOf(one)?.content].flatMap((ref) =>
        ref ? [{ region: one.submission.slice(0, 6), id: ref.id }] : [],
      ),
    ]),
  );
  return told.flatMap((one): Read[] => {
    const state = matterOf(one);
    if (state === undefined) return [];
    const submission = submissionOf(one);
    /* Gist and particulars, by the acts that wrote them. */
    const gist = contents.get(`${one.region}/${state.content?.id}`) as Gist | undefined;
    const particulars = contents.get(`${one.submission.slice(0, 6)}/${submission?.content?.id}`) as
      | Particulars
      | undefined;
    const people = [...(particulars?.people ?? []), ...(particulars?.agentFor ? [particulars.agentFor] : [])];
    const opinion = tasksOf(state).findLast((task) => task.opinion !== undefined)?.opinion;
    const place = names.places.get(one.division) ?? { zh: one.division, en: one.division };
    return [
      {
        row: {
          number: one.number,
          received: one.received_on,
          channel: one.channel,
          purpose: one.purpose,
          category: names.categories.get(one.category) ?? { zh: one.category, en: one.category },
          place,
          title: withoutPeople(gist?.title ?? '', [gist?.who ?? '', ...people.map(({ name }) => name)]),
          body: nameOf(ledger.reference.bodies, one.holder),
          phase: one.phase,
          verdicts: [...(opinion?.verdicts ?? [])],
          days: one.answered_on === null ? null : daysBetween(one.received_on, one.answered_on),
          marks: [...marksOf(state, submission, today)],
        },
        dissatisfied: Object.values(state.ratings).some((rating) => rating.level === 'unsatisfied'),
      },
    ];
  });
}

function byCategory(
  rows: readonly InspectionRow[],
  before: ReadonlyMap<string, number>,
  names: ReadonlyMap<string, Said>,
): { name: Said; count: number; before: number }[] {
  const nameIn = (code: string) => names.get(code) ?? { zh: code, en: code };
  const earlier = new Map([...before].map(([code, count]) => [nameIn(code).zh, { name: nameIn(code), count }]));
  const now = new Map<string, { name: Said; count: number }>();
  for (const { category } of rows)
    now.set(category.zh, { name: category, count: (now.get(category.zh)?.count ?? 0) + 1 });
  return [...new Set([...now.keys(), ...earlier.keys()])]
    .map((key) => ({
      name: now.get(key)?.name ?? earlier.get(key)?.name ?? { zh: key, en: key },
      count: now.get(key)?.count ?? 0,
      before: earlier.get(key)?.count ?? 0,
    }))
    .sort((a, b) => b.count - a.count || b.before - a.before);
}

/** The register of an office's exports. */
export async function listExports(
  ledger: Ledger,
  actor: StaffActor,
  page: Query<typeof listInspections>,
): Promise<Response<typeof listInspections> | Refusal> {
  const place = readPlace(page.before);
  if (isRefusal(place)) return place;
  const { at, id } = place;
  const { rows } = await ledger.pool.query<{
    id: string;
    at: string;
    actor: string;
    inspected: string;
    from_day: Day;
    to_day: Day;
    team: string;
    basis: string;
    rows: number;
    sha256: string;
  }>(
    `select id, at, actor, inspected, from_day, to_day, team, basis, rows, sha256 from inspection_export
     where body = $1 and ($2 = '' or (at, id) < (nullif($2, '')::timestamptz, nullif($3, '')::uuid))
     order by at desc, id desc limit $4`,
    [actor.body, at, id, page.limit + 1],
  );
  const shown = rows.slice(0, page.limit);
  const accounts = await findAccounts(
    ledger.pool,
    shown.map((row) => row.actor.replace(/^staff:/, '')),
  );
  const last = rows.length > page.limit ? shown.at(-1) : undefined;
  return {
    exports: shown.map((row) => ({
      id: row.id,
      at: row.at,
      by: accounts.get(row.actor.replace(/^staff:/, ''))?.name ?? row.actor,
      inspected: nameOf(ledger.reference.bodies, row.inspected),
      from: row.from_day,
      to: row.to_day,
      team: row.team,
      basis: row.basis,
      count: row.rows,
      sha256: row.sha256,
    })),
    ...(last === undefined ? {} : { next: `${last.at} ${last.id}` }),
  };
}
