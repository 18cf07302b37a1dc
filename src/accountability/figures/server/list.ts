import { nameOf } from '../../../domain/bodies.ts';
import { type Day, parseDay } from '../../../domain/days.ts';
import type { Gist, Particulars } from '../../../domain/particulars.ts';
import { isRefusal, type Refusal, refuseState } from '../../../domain/refusals.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { readContentsAcross } from '../../../ledger/read.ts';
import type { Query, Response } from '../../../platform/http/route.contract.ts';
import type { FigureRow, listFigureRoute } from '../figures.contract.ts';
import { INDICATORS, type Indicator, type PartId, partsOf, RECEIVED_PARTS } from '../figures.rules.ts';
import { type Bindings, bindings, countedRows, type Span } from './counted-rows.ts';

type ListQuery = Query<typeof listFigureRoute>;

export type FigureListRequest = Span & Omit<ListQuery, 'from' | 'to' | 'body'>;

interface Row {
  readonly part: PartId;
  readonly region: string;
  readonly number: string;
  readonly key: string;
  readonly body: string;
  readonly due: Day | null;
  readonly ended: Day | null;
  readonly day: Day;
}

/** The cases behind a number: the very rows it counted, in the order of their day. */
export async function listFigure(
  ledger: Ledger,
  request: FigureListRequest,
): Promise<Response<typeof listFigureRoute> | Refusal> {
  const after = request.cursor === undefined ? undefined : readCursor(request.cursor);
  if (isRefusal(after)) return after;
  const at = bindings();
  const rows = countedRows(request.indicator, request, at);
  const conditions = [`part = any(${at.bind(partsIn(request))}::text[])`, ...narrowed(request, at)];
  if (after) {
    const places = after.map((value, place) => (place === 0 ? `${at.bind(value)}::date` : at.bind(value)));
    conditions.push(`(day, region, number, key) > (${places.join(', ')})`);
  }
  const { rows: found } = await ledger.pool.query<Row>(
    `select part, region, number, key, body, due, ended, day from (${rows}) k
     where ${conditions.join(' and ')} order by day, region, number, key limit ${request.limit + 1}`,
    at.values,
  );
  const page = found.slice(0, request.limit);
  const titles = await readTitles(ledger, page);
  const last = page.at(-1);
  return {
    rows: page.map((row): FigureRow => {
      const { part, number, body, due, ended } = row;
      const bodyName = nameOf(ledger.reference.bodies, body);
      return { number, title: titles.get(number) ?? null, part, body, bodyName, due, ended };
    }),
    ...(found.length > request.limit && last ? { next: writeCursor(last) } : {}),
  };
}

/** The parts wanted; without a wish, all that enter the number. */
function partsIn({ indicator, part }: FigureListRequest): readonly PartId[] {
  if (indicator === 'received') {
    return part === undefined || part === 'denominator' || part === 'numerator' ? RECEIVED_PARTS : [part];
  }
  const { numerator, denominator }: Indicator = INDICATORS[indicator];
  if (part === 'numerator') return numerator;
  if (part === 'denominator' || part === undefined) return denominator;
  return partsOf(indicator).filter((one) => one === part);
}

function narrowed(request: FigureListRequest, at: Bindings): readonly string[] {
  if (request.indicator !== 'received') return [];
  const { purpose, channel, region } = request;
  return [
    ...(purpose === undefined ? [] : [`purpose = ${at.bind(purpose)}`]),
    ...(channel === undefined ? [] : [`channel = ${at.bind(channel)}`]),
    ...(region === undefined ? [] : [`region = ${at.bind(region)}`]),
  ];
}

/** Titles by number, of matters and of submissions; erased ones are absent. */
async function readTitles(ledger: Ledger, rows: readonly Row[]): Promise<ReadonlyMap<string, string>> {
  const { rows: refs } = await ledger.pool.query<{ region: string; number: string; id: string }>({
    name: 'figures_contents',
    text: `select m.region, m.number, m.content_id as id from unnest($1::text[], $2::text[]) as k(region, number)
           join matter m on m.region = k.region and m.number = k.number where m.content_id is not null
           union all
           select s.region, s.number, s.content_id from unnest($1::text[], $2::text[]) as k(region, number)
           join submission s on s.region = k.region and s.number = k.number where s.content_id is not null`,
    values: [rows.map(({ region }) => region), rows.map(({ number }) => number)],
  });
  const contents = await readContentsAcross(ledger, refs);
  return new Map(
    refs.flatMap(({ region, number, id }) => {
      /* A row of a submission points at its particulars, one of a matter at its gist; both have a title. */
      const content = contents.get(`${region}/${id}`) as Particulars | Gist | undefined;
      return content ? [[number, content.title] as const] : [];
    }),
  );
}

const BAD_CURSOR: Refusal = refuseState(
  'cursor',
  422,
  '这一页的位置不对，请从头打开这个列表',
  'This place in the list is not valid; open the list from its beginning',
  'cursor',
);

function writeCursor({ day, region, number, key }: Row): string {
  return Buffer.from(JSON.stringify([day, region, number, key])).toString('base64url');
}

function readCursor(cursor: string): readonly string[] | Refusal {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const valid =
      Array.isArray(parts) &&
      parts.length === 4 &&
      parts.every((part) => typeof part === 'string' && !part.includes('\u0000')) &&
      parseDay(parts[0]) !== undefined;
    return valid ? parts : BAD_CURSOR;
  } catch {
    return BAD_CURSOR;
  }
}
