import { nameOf } from '../../domain/bodies.ts';
import { type Day, dayOf } from '../../domain/days.ts';
import type { Said } from '../../domain/refusals.ts';
import type { Ledger } from '../../ledger/ledger.ts';

/** A body whose officers opened a petition: how often, and when last. Which of them is the auditor's to know. */
export interface Reader {
  readonly body: Said;
  readonly opened: number;
  readonly last: Day;
}

/** The bodies that opened these histories, the latest first; whoever raised it may know (个保法 44). */
export async function readersOf(
  ledger: Ledger,
  region: string,
  streams: readonly string[],
): Promise<readonly Reader[]> {
  const { rows } = await ledger.pool.query<{ body: string; opened: string; last: string }>({
    name: 'readers_of',
    text: `select body, count(*) as opened, max(at) as last from read_log
           where region = $1 and stream = any($2::text[]) and body is not null group by body order by last desc, body`,
    values: [region, [...streams]],
  });
  return rows.map((row) => ({
    body: nameOf(ledger.reference.bodies, row.body),
    opened: Number(row.opened),
    last: dayOf(row.last),
  }));
}
