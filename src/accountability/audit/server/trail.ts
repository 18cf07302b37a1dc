import type { StaffActor } from '../../../actors/accounts/server/public.ts';
import { divisionPrefix, nameOf } from '../../../domain/bodies.ts';
import { addDays, daysBetween } from '../../../domain/days.ts';
import { isRefusal, type Refusal, refuseState } from '../../../domain/refusals.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { readPlace } from '../../../ledger/place.ts';
import { logReading } from '../../../ledger/read.ts';
import type { Query, Response } from '../../../platform/http/route.contract.ts';
import { MOST_DAYS, type readTrail } from '../audit.contract.ts';

interface TrailRow {
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly body: string | null;
  readonly verb: string;
  readonly stream: string | null;
  readonly detail: object;
  readonly name: string | null;
  readonly login: string | null;
}

/** The tables of the two trails; append-only, both. */
const TABLES = { acts: 'audit', readings: 'read_log' } as const;

/**
 * A page of the trail within the auditor's place, of bodies that have ended too. What touches a sealed report is not in it: it has a trail of its own,
 * with the post that keeps it (E27). That the auditor looked is itself recorded.
 */
export async function viewTrail(
  ledger: Ledger,
  actor: StaffActor,
  query: Query<typeof readTrail>,
): Promise<Response<typeof readTrail> | Refusal> {
  const { from, to, trail, limit } = query;
  if (to < from) return refuseState('period', 422, '末日不能早于首日', 'The last day is before the first', 'to');
  if (daysBetween(from, to) >= MOST_DAYS)
    return refuseState('period', 422, `一次最多查${MOST_DAYS}天`, `At most ${MOST_DAYS} days at one time`, 'to');
  const { bodies } = ledger.reference;
  const prefix = divisionPrefix(bodies.find(actor.body)?.division ?? 'none');
  const place = readPlace(query.before);
  if (isRefusal(place)) return place;
  const { at, id } = place;
  const { rows } = await ledger.pool.query<TrailRow>(
    `select t.id, t.at, t.actor, t.body, t.verb, t.stream, t.detail, a.name, a.login
     from ${TABLES[trail]} t left join account a on t.actor = 'staff:' || a.id
     where t.at >= ($1::date)::timestamp at time zone 'Asia/Shanghai'
       and t.at < ($2::date)::timestamp at time zone 'Asia/Shanghai'
       and (t.body in (select id from body where division like $3) or (t.body is null and t.region like $4))
       and ($5 = '' or a.name = $5 or a.login = lower($5))
       and ($6 = '' or t.body = $6) and ($7 = '' or t.stream = $7) and ($8 = '' or starts_with(t.verb, $8))
       and ($9 = '' or (t.at, t.id) < (nullif($9, '')::timestamptz, nullif($10, '')::uuid))
       and not exists (select from sealed_case s where s.region = t.region and s.stream = t.stream)
     order by t.at desc, t.id desc limit $11`,
    [
      from,
      addDays(to, 1),
      `${prefix}%`,
      `${prefix.slice(0, 6)}%`,
      query.who ?? '',
      query.body ?? '',
      query.stream ?? '',
      query.verb ?? '',
      at,
      id,
      limit + 1,
    ],
  );
  const { before: _before, ...asked } = query;
  await logReading(ledger, {
    region: '000000',
    actor: `staff:${actor.account}`,
    body: actor.body,
    verb: 'audit.read',
    detail: asked,
  });
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    rows: shown.map((row) => ({
      id: row.id,
      at: row.at,
      who: row.name ?? row.actor.split(':')[0] ?? row.actor,
      ...(row.login === null ? {} : { login: row.login }),
      ...(row.body === null ? {} : { body: nameOf(bodies, row.body) }),
      verb: row.verb,
      ...(row.stream === null ? {} : { stream: row.stream }),
      detail: JSON.stringify(row.detail),
    })),
    ...(last === undefined ? {} : { next: `${last.at} ${last.id}` }),
  };
}
