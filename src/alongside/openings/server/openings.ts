import { randomUUID } from 'node:crypto';
import { type Caller, findAccounts, getStaff, type StaffActor } from '../../../actors/accounts/server/public.ts';
import { nameOf } from '../../../domain/bodies.ts';
import { keepsReport } from '../../../domain/permission.ts';
import { isRefusal, type Refusal, refuse, refuseState } from '../../../domain/refusals.ts';
import { isInDanger, type SubmissionState } from '../../../domain/submission.ts';
import { noteAudit } from '../../../ledger/audit.ts';
import { contextFor, type Ledger } from '../../../ledger/ledger.ts';
import { readPlace } from '../../../ledger/place.ts';
import { findState, logReading } from '../../../ledger/read.ts';
import { matterRef, submissionRef } from '../../../ledger/streams.ts';
import { mount } from '../../../platform/http/mount.ts';
import type { Body, Response } from '../../../platform/http/route.contract.ts';
import type { Server } from '../../../platform/http/server.ts';
import type { SealedColumn } from '../../../platform/secrets/reseal.ts';
import * as contracts from '../openings.contract.ts';
import {
  DECIDED,
  maySecond,
  type Opening,
  opensUntil,
  refuseDecision,
  refuseEnd,
  stateOf,
  WAIT_HOURS,
  waitsUntil,
} from '../openings.rules.ts';

const PAGE = 50;
const contextOf = (region: string, id: string): string => `sealed-opening/${region}/${id}`;

/** What an opening is asked for lies under the key of the partition, as the report does. */
export const OPENING_COLUMN: SealedColumn = {
  table: 'sealed_opening',
  key: ['region', 'id'],
  column: 'note',
  context: ([region = '', id = '']) => contextOf(region, id),
  partition: 'true',
};

const NOT_KEPT = refuse(
  'report.sealed',
  404,
  '没有这件检举控告材料，或者不由您保管',
  'There is no such sealed report, or it is not yours to keep',
  'number',
);
const NO_OPENING = refuseState('no-opening', 404, '没有这份开启申请', 'There is no such request', 'opening');
const ASKED_ALREADY = refuseState(
  'opening-asked',
  409,
  '这一件您已经申请过，正等第二个人确认，或者已经开着',
  'You have asked for this one already: it waits for the second person, or is open',
  'number',
);
const NOT_SECOND = refuseState(
  'opening-second',
  403,
  '由同单位另一名专管员或者安全管理员确认，不能由申请人自己确认',
  'Another keeper of the body or the security officer confirms, never whoever asked',
);

interface Row {
  readonly region: string;
  readonly id: string;
  readonly submission: string;
  readonly account: string;
  readonly body: string;
  readonly purpose: contracts.OpeningRow['purpose'];
  readonly note: Buffer;
  readonly days: number;
  readonly urgent: boolean;
  readonly asked_at: string;
  readonly opened_at: string | null;
  readonly until_at: string | null;
  readonly second: string | null;
  readonly refused: boolean;
  readonly ended_at: string | null;
}

function openingOf(row: Row): Opening {
  return {
    submission: row.submission,
    account: row.account,
    body: row.body,
    days: row.days,
    urgent: row.urgent,
    askedAt: row.asked_at,
    refused: row.refused,
    ...(row.opened_at === null ? {} : { openedAt: row.opened_at }),
    ...(row.until_at === null ? {} : { until: row.until_at }),
    ...(row.second === null ? {} : { second: row.second }),
    ...(row.ended_at === null ? {} : { endedAt: row.ended_at }),
  };
}

/** Opening sealed reports: asked with a purpose, confirmed by a second person, ended by time or by hand (条例 30¶3). */
export function mountOpenings(server: Server<Caller>, ledger: Ledger): void {
  mount(server, contracts.listOpenings, ({ query, actor }) => list(ledger, getStaff(actor), query.before));
  mount(server, contracts.readOpening, ({ params, actor }) => read(ledger, getStaff(actor), params.code));
  mount(server, contracts.askOpening, ({ body, actor }) => ask(ledger, getStaff(actor), body));
  mount(server, contracts.decideOpening, ({ params, body, actor }) =>
    decide(ledger, getStaff(actor), params.opening, body.confirm),
  );
  mount(server, contracts.endOpening, ({ params, actor }) => end(ledger, getStaff(actor), params.opening));
}

async function ask(
  ledger: Ledger,
  actor: StaffActor,
  { number, purpose, note, days }: Body<typeof contracts.askOpening>,
): Promise<Response<typeof contracts.askOpening> | Refusal> {
  const found = await findKept(ledger, actor, number);
  if (found === undefined) return NOT_KEPT;
  const { submission, state } = found;
  const { region } = submissionRef(submission);
  const { now, today } = contextFor(ledger, actor);
  const urgent = isInDanger(state, today);
  const id = randomUUID();
  const { rowCount } = await ledger.pool.query(
    `insert into sealed_opening (region, id, submission, account, body, purpose, note, days, urgent, asked_at, opened_at, until_at)
     select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10::timestamptz, $11, $12
     where not exists (
       select from sealed_opening where account = $4 and submission = $3 and ended_at is null and not refused
         and case when opened_at is null then asked_at > $10::timestamptz - make_interval(hours => $13) else until_at > $10 end)`,
    [
      region,
      id,
      submission,
      actor.account,
      actor.body,
      purpose,
      ledger.keyring.seal(Buffer.from(note), contextOf(region, id), 'sealed'),
      days,
      urgent,
      now,
      urgent ? now : null,
      urgent ? opensUntil(now, days) : null,
      WAIT_HOURS,
    ],
  );
  if (rowCount === 0) return ASKED_ALREADY;
  await noteOpening(ledger, actor, 'opening.ask', id, { purpose, days, urgent });
  return { id, code: codeOf(id), state: urgent ? 'open' : 'waiting' };
}

/** The second person says yes or no. What was opened for danger is seen afterwards; a no closes it. */
async function decide(
  ledger: Ledger,
  actor: StaffActor,
  id: string,
  confirm: boolean,
): Promise<Response<typeof contracts.decideOpening> | Refusal> {
  const row = await findSeen(ledger, actor, id);
  if (row === undefined) return NO_OPENING;
  const opening = openingOf(row);
  const { now } = contextFor(ledger, actor);
  if (!(await isSecond(ledger, opening, actor))) return NOT_SECOND;
  const refusal = refuseDecision(opening, now);
  if (refusal) return refusal;
  /* Of two who decide at one time the first counts. */
  const { rowCount } = await ledger.pool.query(
    `update sealed_opening set second = $3, decided_at = $4, refused = not $6::boolean,
       opened_at = case when $6::boolean then coalesce(opened_at, $4::timestamptz) else opened_at end,
       until_at = case when $6::boolean then coalesce(until_at, $5::timestamptz) else until_at end,
       ended_at = case when $6::boolean then null else $4::timestamptz end,
       ended_by = case when $6::boolean then null else $3 end
     where region = $1 and id = $2 and second is null and ended_at is null`,
    [row.region, id, actor.account, now, opensUntil(now, row.days), confirm],
  );
  if (rowCount === 0) return DECIDED;
  await noteOpening(ledger, actor, confirm ? 'opening.confirm' : 'opening.refuse', id, {});
  return { id, confirmed: confirm };
}

async function end(ledger: Ledger, actor: StaffActor, id: string): Promise<{ id: string } | Refusal> {
  const row = await findSeen(ledger, actor, id);
  if (row === undefined || !keepsAt(actor, row.body)) return NO_OPENING;
  const { now } = contextFor(ledger, actor);
  const refusal = refuseEnd(openingOf(row), actor.account, now);
  if (refusal) return refusal;
  await ledger.pool.query(
    'update sealed_opening set ended_at = $3, ended_by = $4 where region = $1 and id = $2 and ended_at is null',
    [row.region, id, now, actor.account],
  );
  await noteOpening(ledger, actor, 'opening.end', id, {});
  return { id };
}

async function list(
  ledger: Ledger,
  actor: StaffActor,
  before: string | undefined,
): Promise<Response<typeof contracts.listOpenings> | Refusal> {
  const place = readPlace(before);
  if (isRefusal(place)) return place;
  const { rows } = await ledger.pool.query<Row>(
    `${COLUMNS} where body = $1
       and ($2 = '' or (asked_at, id) < (nullif($2, '')::timestamptz, nullif($3, '')::uuid))
     order by asked_at desc, id desc limit $4`,
    [actor.body, place.at, place.id, PAGE + 1],
  );
  const page = rows.slice(0, PAGE);
  const openings = await viewAll(ledger, actor, page);
  await logReading(ledger, {
    region: ledger.reference.bodies.find(actor.body)?.division.slice(0, 6) ?? '000000',
    actor: `staff:${actor.account}`,
    body: actor.body,
    verb: 'opening.list',
    detail: { found: openings.length },
  });
  const last = rows.length > PAGE ? page.at(-1) : undefined;
  return { openings, ...(last === undefined ? {} : { next: `${last.asked_at} ${last.id}` }) };
}

/** What the second person is shown of the request with this code; the same answer where there is none and where it is not theirs. */
async function read(
  ledger: Ledger,
  actor: StaffActor,
  code: string,
): Promise<Response<typeof contracts.readOpening> | Refusal> {
  const [, a, b] = /^([0-9a-f]{4})[ -]?([0-9a-f]{4})$/i.exec(code.trim()) ?? [];
  if (a === undefined || b === undefined) return NO_OPENING;
  const first = `${a}${b}`.toLowerCase();
  const { rows } = await ledger.pool.query<Row>(
    `${COLUMNS} where id between ($1 || '-0000-0000-0000-000000000000')::uuid and ($1 || '-ffff-ffff-ffff-ffffffffffff')::uuid
     order by asked_at desc limit 5`,
    [first],
  );
  for (const row of rows) {
    const [view] = (await isSecond(ledger, openingOf(row), actor)) ? await viewAll(ledger, actor, [row]) : [];
    if (view !== undefined) return view;
  }
  return NO_OPENING;
}

/** How requests are shown: number and note to the keepers of the body alone. */
async function viewAll(ledger: Ledger, actor: StaffActor, rows: readonly Row[]): Promise<contracts.OpeningRow[]> {
  const { now } = contextFor(ledger, actor);
  const names = await findAccounts(ledger.pool, [...new Set(rows.flatMap((row) => [row.account, row.second ?? '']))]);
  const named = (account: string): string => names.get(account)?.name ?? account;
  const views = rows.map(async (row): Promise<contracts.OpeningRow> => {
    const opening = openingOf(row);
    const state = stateOf(opening, now);
    const until = state === 'waiting' ? waitsUntil(opening.askedAt) : opening.until;
    const keeper = keepsAt(actor, row.body);
    return {
      id: row.id,
      code: codeOf(row.id),
      ...(keeper ? { number: row.submission, note: openNote(ledger, row) } : {}),
      body: nameOf(ledger.reference.bodies, row.body),
      account: { id: row.account, name: named(row.account) },
      purpose: row.purpose,
      days: row.days,
      urgent: row.urgent,
      askedAt: row.asked_at,
      state,
      ...(until === undefined ? {} : { until }),
      ...(row.second === null ? {} : { second: named(row.second) }),
      mayDecide: refuseDecision(opening, now) === undefined && (await isSecond(ledger, opening, actor)),
      mayEnd: keeper && refuseEnd(opening, actor.account, now) === undefined,
    };
  });
  return Promise.all(views);
}

const COLUMNS = `select region, id, submission, account, body, purpose, note, days, urgent, asked_at, opened_at, until_at,
                   second, refused, ended_at from sealed_opening`;

/** The opening of this id, where the actor keeps reports at its body or may be its second person. */
async function findSeen(ledger: Ledger, actor: StaffActor, id: string): Promise<Row | undefined> {
  const { rows } = await ledger.pool.query<Row>(`${COLUMNS} where id = $1`, [id]);
  const [row] = rows;
  if (row === undefined) return undefined;
  return keepsAt(actor, row.body) || (await isSecond(ledger, openingOf(row), actor)) ? row : undefined;
}

const keepsAt = (actor: StaffActor, body: string): boolean => actor.roles.includes('sealed') && actor.body === body;

async function isSecond(ledger: Ledger, opening: Opening, actor: StaffActor): Promise<boolean> {
  const { bodies } = ledger.reference;
  /* Whom the report is about is read only where that could still matter. */
  return (
    maySecond(opening, actor, { accused: [], bodies }) &&
    maySecond(opening, actor, { accused: await accusedIn(ledger, opening.submission), bodies })
  );
}

/** Every body that a report in this submission is about, as far as it is known. */
async function accusedIn(ledger: Ledger, submission: string): Promise<readonly string[]> {
  const state = await findState(ledger, submissionRef(submission));
  const matters = await Promise.all((state?.matters ?? []).map((matter) => findState(ledger, matterRef(matter))));
  return matters.flatMap((matter) => (matter?.sealed ? matter.accused : []));
}

/** The submission that this number names, or whose matter it names, where the actor keeps the report in it. */
async function findKept(
  ledger: Ledger,
  actor: StaffActor,
  number: string,
): Promise<{ readonly submission: string; readonly state: SubmissionState } | undefined> {
  const [, submission, matter] = /^(\d{6}-\d{4}-\d{6,9})(-\d{1,3})?$/.exec(number) ?? [];
  if (submission === undefined) return undefined;
  if (matter === undefined) {
    const state = await findState(ledger, submissionRef(submission));
    return state && keepsReport(state, state.body, actor) ? { submission, state } : undefined;
  }
  const report = await findState(ledger, matterRef(number));
  const [letter] = report?.submissions ?? [];
  if (report === undefined || letter === undefined || !keepsReport(report, report.office, actor)) return undefined;
  const state = await findState(ledger, submissionRef(letter));
  return state && { submission: letter, state };
}

function openNote({ keyring }: Ledger, { region, id, note }: Row): string {
  return keyring.open(note, contextOf(region, id)).toString();
}

/** The first eight signs of its id, as they are read out: 32 bits of chance, and few tries. */
function codeOf(id: string): string {
  return `${id.slice(0, 4)} ${id.slice(4, 8)}`.toUpperCase();
}

/** In the trail without the number: which report it is, its keepers alone know. */
function noteOpening(ledger: Ledger, actor: StaffActor, verb: string, id: string, detail: object): Promise<void> {
  const { account, body } = actor;
  const at = ledger.clock.now().toISOString();
  return noteAudit(ledger.pool, { at, actor: `staff:${account}`, body, verb, stream: `opening/${id}`, detail });
}
