import type { StaffActor } from '../../actors/accounts/server/public.ts';
import { readCursor, writeCursor } from '../../alongside/finding/server/cursor.ts';
import { bindings, filterConditions, openedSince, scopeRows } from '../../alongside/finding/server/matter-where.ts';
import { search } from '../../alongside/finding/server/search.ts';
import type { Snippet } from '../../alongside/finding/snippet.rules.ts';
import type { Day } from '../../domain/days.ts';
import { scopeOf } from '../../domain/permission.ts';
import { isRefusal, type Refusal } from '../../domain/refusals.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Query, Response } from '../../platform/http/route.contract.ts';
import type { listMattersRoute, MatterRow } from './desk.contract.ts';
import { NO_CASES } from './refusals.ts';
import { readTitles } from './titles.ts';

type MattersQuery = Query<typeof listMattersRoute>;
type Answer = Response<typeof listMattersRoute> | Refusal;

/** All matters in the scope of the post, newest first; with `q`, those that hold every word of it. */
export function listMatters(ledger: Ledger, actor: StaffActor, query: MattersQuery): Promise<Answer> | Refusal {
  if (scopeOf(actor, ledger.reference.bodies).none) return NO_CASES;
  return query.q === undefined || query.q.trim() === ''
    ? listNewest(ledger, actor, query)
    : findMatters(ledger, actor, query.q, query);
}

interface Row {
  readonly region: string;
  readonly number: string;
  readonly submission: string;
  readonly office: string;
  readonly holder: string;
  readonly purpose: string;
  readonly category: string;
  readonly division: string;
  readonly channel: string;
  readonly phase: string;
  readonly task_phase: string | null;
  readonly origin: 'here' | 'imported';
  readonly petitioners: number;
  readonly received_on: Day;
  readonly received_at: string;
  readonly answered_on: Day | null;
  readonly closed_on: Day | null;
  readonly content_id: string | null;
}

const COLUMNS = `m.region, m.number, m.submission, m.office, m.holder, m.purpose, m.category, m.division, m.channel,
  m.phase, m.task_phase, m.origin, m.petitioners, m.received_on, m.received_at, m.answered_on, m.closed_on, m.content_id`;

async function listNewest(ledger: Ledger, actor: StaffActor, query: MattersQuery): Promise<Answer> {
  const after = query.cursor === undefined ? undefined : readCursor(query.cursor);
  if (isRefusal(after)) return after;
  const { text, values } = newestMatters(ledger, actor, query, after);
  const { rows } = await ledger.pool.query<Row>(text, values);
  const page = rows.slice(0, query.limit);
  const titles = await readTitles(ledger, page);
  const last = page.at(-1);
  return {
    rows: page.map((row) => matterRow(row, titles(row))),
    ...(rows.length > query.limit && last
      ? { next: writeCursor({ receivedAt: last.received_at, region: last.region, matter: last.number }) }
      : {}),
  };
}

/** Row by row along the index of the scope, until the page is full. */
export function newestMatters(
  ledger: Ledger,
  actor: StaffActor,
  query: MattersQuery,
  after: Parameters<typeof writeCursor>[0] | undefined,
): { text: string; values: unknown[] } {
  const at = bindings();
  const scope = scopeOf(actor, ledger.reference.bodies);
  const rows = scopeRows(scope, { after, since: openedSince(query) }, at);
  const filters = filterConditions(query, at).map((condition) => ` and ${condition}`);
  return {
    text: `select m.* from (${rows}) k
           cross join lateral (select ${COLUMNS} from matter m
             where m.region = k.region and m.number = k.matter${filters.join('')} limit 1) m
           order by k.received_at desc, k.region, k.matter limit ${query.limit + 1}`,
    values: at.values,
  };
}

async function findMatters(ledger: Ledger, actor: StaffActor, q: string, query: MattersQuery): Promise<Answer> {
  const { limit, cursor } = query;
  const found = await search(ledger, actor, q, { limit, cursor, filters: query });
  if (isRefusal(found)) return found;
  const { rows } = await ledger.pool.query<Row>({
    name: 'matters_by_number',
    text: `select ${COLUMNS} from unnest($1::text[], $2::text[]) as k(region, number)
           join matter m on m.region = k.region and m.number = k.number`,
    values: [found.hits.map((hit) => hit.region), found.hits.map((hit) => hit.matter)],
  });
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  const titles = await readTitles(ledger, rows);
  return {
    rows: found.hits.flatMap((hit) => {
      const row = byNumber.get(hit.matter);
      return row ? [matterRow(row, titles(row), hit.snippet)] : [];
    }),
    ...(found.next === undefined ? {} : { next: found.next }),
  };
}

function matterRow(row: Row, { title, who }: { title: string | null; who: string }, snippet?: Snippet): MatterRow {
  return {
    matter: row.number,
    submission: row.submission,
    title,
    who,
    petitioners: row.petitioners,
    channel: row.channel,
    division: row.division,
    category: row.category,
    purpose: row.purpose,
    phase: row.phase,
    taskPhase: row.task_phase,
    office: row.office,
    holder: row.holder,
    origin: row.origin,
    receivedOn: row.received_on,
    answeredOn: row.answered_on,
    closedOn: row.closed_on,
    ...(snippet
      ? {
          snippet: { text: snippet.text, ranges: snippet.ranges.map(([start, end]): [number, number] => [start, end]) },
        }
      : {}),
  };
}
