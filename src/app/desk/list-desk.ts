import type { StaffActor } from '../../actors/accounts/server/public.ts';
import { BAD_CURSOR, readParts } from '../../alongside/finding/server/cursor.ts';
import { type Bindings, bindings, prefixConditions } from '../../alongside/finding/server/matter-where.ts';
import { type Day, dayOf, parseDay } from '../../domain/days.ts';
import { clockLevel, daysLeft } from '../../domain/due.ts';
import { isRefusal, type Refusal } from '../../domain/refusals.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Query, Response } from '../../platform/http/route.contract.ts';
import type { DeskRow, listDeskRoute } from './desk.contract.ts';
import { DUTIES, type Duty, dutiesOf } from './duties.rules.ts';
import { NOT_YOUR_LIST } from './refusals.ts';
import { isMatter, readTitles } from './titles.ts';

type DeskQuery = Query<typeof listDeskRoute>;

/** What the officer's body owes, of one list or all lists of the post, first due first. */
export async function listDesk(
  ledger: Ledger,
  actor: StaffActor,
  query: DeskQuery,
): Promise<Response<typeof listDeskRoute> | Refusal> {
  const shown = dutiesOf(actor);
  if (shown.length === 0 || (query.duty !== undefined && !shown.includes(query.duty))) return NOT_YOUR_LIST;
  const after = query.cursor === undefined ? undefined : readPlace(query.cursor);
  if (isRefusal(after)) return after;
  const today = dayOf(ledger.clock.now().toISOString());
  const duties = query.duty === undefined ? shown : [query.duty];
  const { rows } = await ledger.pool.query<Row>(deskQuery({ actor, duties, query, today, after }));
  const page = rows.slice(0, query.limit);
  const titles = await readTitles(ledger, page);
  const last = page.at(-1);
  return {
    rows: page.map((row) => deskRow(row, titles(row), today)),
    ...(rows.length > query.limit && last ? { next: writePlace(last) } : {}),
  };
}

interface Row {
  readonly region: string;
  readonly item: string;
  readonly assignment: string;
  readonly duty: Duty;
  readonly account: string | null;
  readonly due: Day | null;
  /** 'infinity' where nothing is due. */
  readonly sort_day: string;
  readonly started_on: Day | null;
  readonly clock_kind: string | null;
  readonly received_on: Day;
  readonly channel: string;
  readonly division: string;
  readonly category: string;
  readonly purpose: string;
  readonly petitioners: number;
  readonly content_id: string | null;
}

/** Where the list goes on. The duty is part of it: one assignment can carry two (in hand, and an extension to approve). */
type Place = Pick<Row, 'sort_day' | 'region' | 'item' | 'assignment' | 'duty'>;

/**
 * For each duty a walk along `desk_list` that stops after a page; the whole merges them. The row's day of receipt is looked
 * up for the page alone. What is asked all day, the lists without a filter, is planned once a connection (`name`).
 */
export function deskQuery(wanted: {
  readonly actor: StaffActor;
  readonly duties: readonly Duty[];
  readonly query: Omit<DeskQuery, 'cursor'>;
  readonly today: Day;
  readonly after: Place | undefined;
}): { name?: string; text: string; values: unknown[] } {
  const at = bindings();
  const { query, after } = wanted;
  const body = at.bind(wanted.actor.body);
  const duties = at.bind([...wanted.duties]);
  /* Written out: a plan for any limit would sort whole lists. It is a checked whole number. */
  const most = query.limit + 1;
  const narrow = conditions(wanted, at);
  const where = [...narrow, ...(after ? [afterCondition(after, at)] : [])].map((condition) => ` and ${condition}`);
  return {
    ...(narrow.length > 0 ? {} : { name: `desk_list_${after ? 'on_' : ''}${most}` }),
    text: `select d.region, d.item, d.assignment, d.duty, d.account, d.due, d.sort_day, d.started_on, d.clock_kind,
             d.channel, d.division, d.category, d.purpose, d.petitioners, d.content_id,
             coalesce((select received_on from matter m where m.region = d.region and m.number = d.item),
                      (select received_on from submission s where s.region = d.region and s.number = d.item),
                      (d.received_at at time zone 'Asia/Shanghai')::date) as received_on
           from (select one.* from unnest(${duties}::text[]) as wanted (list)
                 cross join lateral (
                   select * from desk where body = ${body} and duty = wanted.list${where.join('')}
                   order by sort_day, region, item, assignment limit ${most}) one
                 order by sort_day, region, item, assignment, duty limit ${most}) d
           order by d.sort_day, d.region, d.item, d.assignment, d.duty`,
    values: at.values,
  };
}

function conditions(wanted: Parameters<typeof deskQuery>[0], at: Bindings): readonly string[] {
  const { actor, query, today } = wanted;
  const found: string[] = [...prefixConditions(query, '', at)];
  if (query.mine) found.push(`account = ${at.bind(actor.account)}`);
  if (query.channel !== undefined) found.push(`channel = ${at.bind(query.channel)}`);
  if (query.purpose !== undefined) found.push(`purpose = ${at.bind(query.purpose)}`);
  /* `sort_day` is the due day, and what the index is ordered by; never late is last. */
  if (query.late) found.push(`sort_day < ${at.bind(today)}`);
  if (query.soon) found.push(`sort_day >= ${at.bind(today)} and soon_from <= ${at.bind(today)}`);
  return found;
}

function afterCondition({ sort_day, region, item, assignment, duty }: Place, { bind }: Bindings): string {
  const [day, ...rest] = [sort_day, region, item, assignment, duty].map(bind);
  return `(sort_day, region, item, assignment, duty) > (${day}::date, ${rest.join(', ')})`;
}

function writePlace({ sort_day, region, item, assignment, duty }: Place): string {
  return Buffer.from(JSON.stringify([sort_day, region, item, assignment, duty])).toString('base64url');
}

function readPlace(cursor: string): Place | Refusal {
  const [sort_day = '', region = '', item = '', assignment = '', named = ''] = readParts(cursor);
  const duty = DUTIES.find((one) => one === named);
  const holds =
    (sort_day === 'infinity' || parseDay(sort_day) !== undefined) &&
    /^\d{6}$/.test(region) &&
    /^[\d-]{1,40}$/.test(item) &&
    /^[\w-]{0,80}$/.test(assignment);
  return holds && duty !== undefined ? { sort_day, region, item, assignment, duty } : BAD_CURSOR;
}

function deskRow(row: Row, { title, who }: { title: string | null; who: string }, today: Day): DeskRow {
  const { due, started_on: startedOn } = row;
  return {
    item: row.item,
    kind: isMatter(row.item) ? 'matter' : 'submission',
    assignment: row.assignment,
    duty: row.duty,
    title,
    who,
    petitioners: row.petitioners,
    channel: row.channel,
    division: row.division,
    category: row.category,
    purpose: row.purpose,
    due,
    startedOn,
    clockKind: row.clock_kind,
    level: due !== null && startedOn !== null ? clockLevel({ from: startedOn, due, today }) : null,
    daysLeft: due === null ? null : daysLeft({ due, today }),
    receivedOn: row.received_on,
    account: row.account,
  };
}
