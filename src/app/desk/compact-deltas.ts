import type { Pool } from 'pg';

/** Rows taken at one time, so that no statement holds many locks for long. */
const AT_MOST = 20_000;

/**
 * Folds the signed changes of each region, body and duty into one row; the sums stay as they are at every moment. Each
 * round is one statement that inserts the sum of exactly the rows it deleted, so that acts may go on appending and a
 * second compaction takes other rows. Answers how many rows fewer there are.
 */
export async function compactDeltas(pool: Pool): Promise<number> {
  for (let fewer = 0; ; ) {
    const { rows } = await pool.query<{ gone: number; put: number }>({
      name: 'compact_deltas',
      text: `with many as (
               select region, body, duty from desk_delta group by region, body, duty having count(*) > 1 limit 500
             ), taken as (
               select d.region, d.id from many join desk_delta d using (region, body, duty)
               order by d.region, d.body, d.duty limit ${AT_MOST} for update of d skip locked
             ), gone as (
               delete from desk_delta d using taken t where d.region = t.region and d.id = t.id
               returning d.region, d.body, d.duty, d.delta
             ), put as (
               insert into desk_delta (region, id, body, duty, delta)
               select region, gen_random_uuid(), body, duty, sum(delta) from gone
               group by region, body, duty having sum(delta) <> 0
               returning 1
             )
             select (select count(*) from gone)::int as gone, (select count(*) from put)::int as put`,
    });
    const saved = (rows[0]?.gone ?? 0) - (rows[0]?.put ?? 0);
    if (saved <= 0) return fewer;
    fewer += saved;
  }
}
