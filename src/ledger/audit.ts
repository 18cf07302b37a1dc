import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';

/** One row of the trail for what is no act on a case, such as a change of posts; acts write theirs by `record`. */
export async function noteAudit(
  client: Pick<Pool, 'query'>,
  entry: { at: string; actor: string; body: string; verb: string; stream: string; detail: object },
): Promise<void> {
  await client.query(
    `insert into audit (region, id, at, actor, body, verb, stream, detail)
     values ('000000', $1, $2, $3, $4, $5, $6, $7)`,
    [randomUUID(), entry.at, entry.actor, entry.body, entry.verb, entry.stream, JSON.stringify(entry.detail)],
  );
}
