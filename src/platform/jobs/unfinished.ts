import type { Pool } from 'pg';
import { FAILED, SCHEMA } from './queue.ts';

/**
 * All work that is not done, as rows of the outbox: what stands there, and what the queue has taken over and waits to
 * do, is doing, or gave up. Handed over again under the same ids, each acts once. The queue's own tables, which change
 * with the version of its package, need not be kept.
 * @returns a query for some columns of `outbox`.
 */
export async function unfinishedWork(pool: Pool): Promise<(columns: string) => string> {
  const { rows } = await pool.query<{ found: boolean }>(`select to_regclass('${SCHEMA}.job') is not null as found`);
  if (rows[0]?.found !== true) return (columns) => `select ${columns} from outbox`;
  return (columns) =>
    `select ${columns} from (
       select distinct on (id) region, id, topic, payload, created_at from (
         select region, id, topic, payload, created_at from outbox
         union all
         select data->>'region', (data->>'id')::uuid, case when name = '${FAILED}' then source_name else name end,
                coalesce(data->'payload', 'null'), created_on
           from ${SCHEMA}.job
          where state in ('created', 'retry', 'active') and data ? 'id' and data ? 'region'
       ) as work order by id
     ) as unfinished`;
}
