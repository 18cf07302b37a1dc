import type { PoolClient } from 'pg';
import { nameOf } from '../../../domain/bodies.ts';
import { addMonths, type Day } from '../../../domain/days.ts';
import type { Scope } from '../../../domain/permission.ts';
import type { Said } from '../../../domain/refusals.ts';
import { PURPOSE_LABELS } from '../../../domain/vocabulary.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { readLogState } from '../../../ledger/log/prove.ts';
import type { FiguresAnswer, IndicatorFigure } from '../figures.contract.ts';
import {
  addParts,
  compareCounts,
  compareRates,
  INDICATOR_IDS,
  INDICATORS,
  type Indicator,
  type IndicatorId,
  type Measured,
  measure,
  PART_NAMES,
  type PartId,
  type Parts,
  partsOf,
  RECEIVED_PARTS,
} from '../figures.rules.ts';
import { bindings, countedRows, inScope, type Span } from './counted-rows.ts';
import { importedBySource } from './imported.ts';

export interface FiguresRequest {
  readonly from: Day;
  readonly to: Day;
  readonly scope: Scope;
  /** As-at day; running clocks due before it are overdue. */
  readonly today: Day;
  readonly body?: string | undefined;
  /** Also the same period a year earlier. */
  readonly compare?: boolean;
}

/** Everything there is to see: the scope of a command run by the operator. */
export const WHOLE_INSTALLATION: Scope = { body: '', prefix: '', none: false };

const LIST = '/api/figures/list';

/** The indicators of a period, counted in one consistent reading from the projected rows. */
export function figures(ledger: Ledger, request: FiguresRequest): Promise<FiguresAnswer> {
  return inOneReading(ledger, (client) => readFigures(ledger, client, request));
}

/** Reads all of one moment (REPEATABLE READ), whatever is written meanwhile. */
export async function inOneReading<T>(
  ledger: Pick<Ledger, 'pool'>,
  read: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await ledger.pool.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const answer = await read(client);
    await client.query('commit');
    return answer;
  } catch (cause) {
    await client.query('rollback').catch(() => {});
    throw cause;
  } finally {
    client.release();
  }
}

/** Of a reading that is open already. */
export async function readFigures(ledger: Ledger, client: PoolClient, request: FiguresRequest): Promise<FiguresAnswer> {
  const { from, to, today, body, scope } = request;
  const earlier = request.compare
    ? {
        ...request,
        from: addMonths(from, -12),
        to: addMonths(to, -12),
        today: to < today ? today : addMonths(today, -12),
      }
    : undefined;
  const link = linkOf(request);
  const received = await readReceived(client, request);
  const receivedBefore = earlier ? await readReceived(client, earlier) : undefined;
  const indicators: IndicatorFigure[] = [];
  for (const id of INDICATOR_IDS) {
    const byBody = await readParts(client, id, request, received);
    const before = earlier ? sumOf(id, await readParts(client, id, earlier, receivedBefore)) : undefined;
    indicators.push(indicatorOf(ledger, id, byBody, before, link));
  }
  const at = bindings();
  at.bind(from);
  at.bind(to);
  const imported = await importedBySource(
    client,
    { from, to },
    { sql: inScope('s', 'body', { scope, body }, at), values: at.values.slice(2) },
  );
  return {
    from,
    to,
    asAt: today,
    readAt: ledger.clock.now().toISOString(),
    checkpoint: await readLogState(client),
    body: body ?? null,
    indicators,
    received: await receivedOf(client, received, receivedBefore, link),
    imported: [...imported].map(([source, figure]) => ({ source, ...figure })),
  };
}

type ByBody = ReadonlyMap<string, Parts>;

/** Counts by body and part. Indicators of the same rows are read once a query each: there are few. */
async function readParts(
  client: PoolClient,
  id: IndicatorId,
  span: Span,
  received: readonly ReceivedRow[] = [],
): Promise<ByBody> {
  if (INDICATORS[id].counts.of === 'submission') return partsOfReceived(received);
  const at = bindings();
  const { rows } = await client.query<{ body: string; part: PartId; n: string }>(
    `select body, part, count(*) as n from (${countedRows(id, span, at)}) k group by body, part`,
    at.values,
  );
  const byBody = new Map<string, Parts>();
  for (const { body, part, n } of rows) byBody.set(body, addParts(byBody.get(body) ?? {}, { [part]: Number(n) }));
  return byBody;
}

function sumOf(id: IndicatorId, byBody: ByBody): Measured {
  return measure(id, [...byBody.values()].reduce<Parts>(addParts, {}));
}

type Link = (indicator: string, more: Record<string, string>) => { path: string; query: Record<string, string> };

function linkOf({ from, to, body }: FiguresRequest): Link {
  return (indicator, more) => ({
    path: LIST,
    query: { indicator, from, to, ...(body === undefined ? {} : { body }), ...more },
  });
}

function indicatorOf(
  ledger: Ledger,
  id: IndicatorId,
  byBody: ByBody,
  before: Measured | undefined,
  link: Link,
): IndicatorFigure {
  const { name, formula, window, leftOut }: Indicator = INDICATORS[id];
  const parts = [...byBody.values()].reduce<Parts>(addParts, {});
  const now = measure(id, parts);
  const bodies = [...byBody]
    .map(([body, own]) => ({ body, ...measure(id, own) }))
    .filter(({ denominator }) => denominator > 0)
    .sort((a, b) => b.denominator - a.denominator || (a.body < b.body ? -1 : 1));
  return {
    id,
    name,
    formula,
    window,
    ...now,
    parts: partsOf(id).map((part) => ({
      part,
      name: PART_NAMES[part],
      count: parts[part] ?? 0,
      leftOut: leftOut.includes(part),
      list: link(id, { part }),
    })),
    byBody: bodies.map(({ body, ...own }) => ({
      body,
      name: nameOf(ledger.reference.bodies, body),
      ...own,
      list: link(id, { part: 'denominator', body }),
    })),
    ...(before ? { before: { ...before, ...compareRates(now.value, before.value) } } : {}),
  };
}

interface ReceivedRow {
  readonly body: string;
  readonly part: (typeof RECEIVED_PARTS)[number];
  readonly purpose: string;
  readonly region: string;
  readonly origin: 'here' | 'imported';
  readonly n: number;
  readonly people: number;
}

async function readReceived(client: PoolClient, span: Span): Promise<readonly ReceivedRow[]> {
  const at = bindings();
  const { rows } = await client.query<Omit<ReceivedRow, 'n' | 'people'> & { n: string; people: string }>(
    `select body, part, purpose, region, origin, count(*) as n, sum(petitioners) as people
     from (${countedRows('received', span, at)}) k group by body, part, purpose, region, origin`,
    at.values,
  );
  return rows.map((row) => ({ ...row, n: Number(row.n), people: Number(row.people) }));
}

function partsOfReceived(rows: readonly ReceivedRow[]): ByBody {
  const byBody = new Map<string, Parts>();
  for (const { body, part, n } of rows) byBody.set(body, addParts(byBody.get(body) ?? {}, { [part]: n }));
  return byBody;
}

async function receivedOf(
  client: PoolClient,
  rows: readonly ReceivedRow[],
  before: readonly ReceivedRow[] | undefined,
  link: Link,
): Promise<FiguresAnswer['received']> {
  const sum = (some: readonly ReceivedRow[]): number => some.reduce((total, { n }) => total + n, 0);
  const by = (key: (row: ReceivedRow) => string): ReadonlyMap<string, number> => {
    const counts = new Map<string, number>();
    for (const row of rows) counts.set(key(row), (counts.get(key(row)) ?? 0) + row.n);
    return counts;
  };
  const [channels, purposes, regions] = [by((row) => row.part), by((row) => row.purpose), by((row) => row.region)];
  const places = await readPlaces(client, [...regions.keys()]);
  const visits = rows.filter(({ part }) => part === 'visit');
  const submissions = sum(rows);
  const labels: Readonly<Record<string, Said>> = { ...PURPOSE_LABELS, unknown: PART_NAMES.unknown };
  return {
    submissions,
    list: link('received', {}),
    visits: {
      batches: sum(visits),
      people: visits.reduce((total, { people }) => total + people, 0),
      list: link('received', { part: 'visit' }),
    },
    byChannel: RECEIVED_PARTS.map((part) => ({
      key: part,
      name: PART_NAMES[part],
      count: channels.get(part) ?? 0,
      list: link('received', { part }),
    })),
    byPurpose: Object.entries(labels).map(([purpose, name]) => ({
      key: purpose,
      name,
      count: purposes.get(purpose) ?? 0,
      list: link('received', { purpose }),
    })),
    byDivision: [...regions]
      .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
      .map(([region, count]) => ({
        key: region,
        name: places.get(region) ?? { zh: region, en: region },
        count,
        list: link('received', { region }),
      })),
    byOrigin: {
      here: sum(rows.filter(({ origin }) => origin === 'here')),
      imported: sum(rows.filter(({ origin }) => origin === 'imported')),
    },
    ...(before ? { before: { submissions: sum(before), ...compareCounts(submissions, sum(before)) } } : {}),
  };
}

async function readPlaces(client: PoolClient, codes: readonly string[]): Promise<ReadonlyMap<string, Said>> {
  const { rows } = await client.query<{ code: string; zh: string; en: string }>(
    'select code, name_zh as zh, name_en as en from division where code = any($1::text[])',
    [codes],
  );
  return new Map(rows.map(({ code, zh, en }) => [code, { zh, en }]));
}
