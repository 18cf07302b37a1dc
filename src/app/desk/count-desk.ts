import type { Pool } from 'pg';
import type { StaffActor } from '../../actors/accounts/server/public.ts';
import { type Day, dayOf } from '../../domain/days.ts';
import type { Refusal } from '../../domain/refusals.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Response } from '../../platform/http/route.contract.ts';
import type { countDeskRoute } from './desk.contract.ts';
import { dutiesOf } from './duties.rules.ts';
import { NOT_YOUR_LIST } from './refusals.ts';

/** Counting stops here; the desk shows 999+. */
const MOST = 999;

/** The counters of the lists of this post: sums of the signed changes, never a count over the table. */
export async function countDesk(ledger: Ledger, actor: StaffActor): Promise<Response<typeof countDeskRoute> | Refusal> {
  const duties = dutiesOf(actor);
  if (duties.length === 0) return NOT_YOUR_LIST;
  const today = dayOf(ledger.clock.now().toISOString());
  const { rows } = await ledger.pool.query<{ duty: string; count: string }>({
    name: 'desk_counts',
    text: 'select duty, sum(delta) as count from desk_delta where body = $1 and duty = any($2) group by duty',
    values: [actor.body, duties],
  });
  const counts = new Map(rows.map(({ duty, count }) => [duty, Number(count)]));
  const given = { body: actor.body, duties, today };
  return {
    duties: duties.map((duty) => ({ duty, count: counts.get(duty) ?? 0 })),
    late: await countRange(ledger.pool, 'desk_late', 'due < $2', given),
    soon: await countRange(ledger.pool, 'desk_soon', 'due >= $2 and soon_from <= $2', given),
  };
}

async function countRange(
  pool: Pool,
  name: string,
  range: string,
  given: { body: string; duties: readonly string[]; today: Day },
): Promise<{ count: number; more: boolean }> {
  const { rows } = await pool.query<{ count: string }>({
    name,
    text: `select count(*) from (select from desk where body = $1 and ${range} and duty = any($3) limit ${MOST + 1}) d`,
    values: [given.body, given.today, given.duties],
  });
  const count = Number(rows[0]?.count);
  return { count: Math.min(count, MOST), more: count > MOST };
}
