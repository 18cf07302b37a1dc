import { findAccounts, listAccounts, type StaffActor } from '../../../actors/accounts/server/public.ts';
import { isRefusal, type Refusal, refuseState } from '../../../domain/refusals.ts';
import type { Role } from '../../../domain/vocabulary.ts';
import { noteAudit } from '../../../ledger/audit.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import type { Body, Response } from '../../../platform/http/route.contract.ts';
import { type handOver as contract, MOST_AT_ONCE, type readHandover } from '../handover.contract.ts';
import { nameTheHandler } from './handling.ts';

const NOT_HEAD = refuseState(
  'other-post',
  403,
  '交接由本单位负责人来定',
  'The head of the body decides on handing over',
);
const NOT_HERE = (field: string): Refusal =>
  refuseState('no-account', 422, '请从本单位的承办人里选', 'Choose one of the handlers of this body', field);
const SAME = refuseState('same-account', 422, '请另选一位接手', 'Choose somebody else to take over', 'to');

const handles = (roles: readonly Role[]): boolean => roles.includes('handler') || roles.includes('head');

/** What each officer of the head's body who handles matters has in hand. */
export async function viewInHand(ledger: Ledger, actor: StaffActor): Promise<Response<typeof readHandover> | Refusal> {
  if (!actor.roles.includes('head')) return NOT_HEAD;
  const staff = await listAccounts(ledger.pool, actor.body);
  const { rows } = await ledger.pool.query<{ account: string; n: string }>(
    `select account, count(distinct item) as n from desk where account = any($1) and body = $2 group by account`,
    [staff.map(({ id }) => id), actor.body],
  );
  const counts = new Map(rows.map(({ account, n }) => [account, Number(n)]));
  const people = staff.map(({ id, name, roles }) => ({
    id,
    name,
    inHand: counts.get(id) ?? 0,
    mayTake: handles(roles),
  }));
  return { people: people.filter(({ inHand, mayTake }) => mayTake || inHand > 0) };
}

/**
 * Names another handler, matter by matter, each by the same act as by hand: where one is refused it stays where it is and
 * the others go on. Harmless to repeat.
 */
export async function handOverAll(
  ledger: Ledger,
  actor: StaffActor,
  { from, to, key }: Body<typeof contract> & { readonly key: string },
): Promise<Response<typeof contract> | Refusal> {
  if (!actor.roles.includes('head')) return NOT_HEAD;
  const people = await findAccounts(ledger.pool, [from, to]);
  if (people.get(from)?.body !== actor.body) return NOT_HERE('from');
  const taker = people.get(to);
  if (taker === undefined || taker.body !== actor.body || !handles(taker.roles)) return NOT_HERE('to');
  if (from === to) return SAME;
  const { rows } = await ledger.pool.query<{ item: string; assignment: string }>(
    `select distinct item, assignment from desk where account = $1 and body = $2 order by item, assignment limit $3`,
    [from, actor.body, MOST_AT_ONCE],
  );
  let moved = 0;
  const refused: Response<typeof contract>['refused'] = [];
  for (const { item, assignment } of rows) {
    const done = await nameTheHandler(ledger, actor, {
      matter: item,
      assignment,
      account: to,
      interested: false,
      key: `${key.slice(0, 60)}-${item}-${assignment}`,
    });
    if (isRefusal(done)) refused.push({ matter: item, said: done.said });
    else moved += 1;
  }
  await noteAudit(ledger.pool, {
    at: ledger.clock.now().toISOString(),
    actor: `staff:${actor.account}`,
    body: actor.body,
    verb: 'handover',
    stream: `account/${from}`,
    detail: { to, moved, refused: refused.length },
  });
  const { rows: rest } = await ledger.pool.query<{ n: string }>(
    'select count(distinct item) as n from desk where account = $1 and body = $2',
    [from, actor.body],
  );
  return { moved, refused, left: Math.max(0, Number(rest[0]?.n ?? 0) - refused.length) };
}
