import { submissionNumber } from '../domain/ids.ts';
import type { Ledger } from './ledger.ts';

const BLOCK = 50;
const blocks = new WeakMap<Ledger, Map<string, { next: number; last: number }>>();

/**
 * The next registration number of a region and year. Drawn in blocks of 50 a process, outside any act: numbers never
 * repeat, gaps are allowed (design §2).
 */
export async function nextSubmissionNumber(ledger: Ledger, region: string, year: string): Promise<string> {
  const mine = blocks.get(ledger) ?? new Map<string, { next: number; last: number }>();
  blocks.set(ledger, mine);
  const name = `submission/${year}`;
  const key = `${region}/${name}`;
  const block = mine.get(key);
  if (block && block.next <= block.last) return submissionNumber(region, year, block.next++);
  const { rows } = await ledger.pool.query<{ value: string }>({
    name: 'draw_block',
    text: `insert into counter (region, name, value) values ($1, $2, $3)
           on conflict (region, name) do update set value = counter.value + $3 returning value`,
    values: [region, name, BLOCK],
  });
  const last = Number(rows[0]?.value);
  const fresh = { next: last - BLOCK + 1, last };
  mine.set(key, fresh);
  return submissionNumber(region, year, fresh.next++);
}

/**
 * Numbers for many submissions at once, in the order asked: one statement, and just as many as are wanted. For import,
 * whose lives lie in many years; otherwise as {@link nextSubmissionNumber}.
 */
export async function drawSubmissionNumbers(
  ledger: Ledger,
  wanted: readonly { readonly region: string; readonly year: string }[],
): Promise<readonly string[]> {
  if (wanted.length === 0) return [];
  const counts = new Map<string, { region: string; name: string; count: number }>();
  for (const { region, year } of wanted) {
    const known = counts.get(`${region}/${year}`);
    counts.set(`${region}/${year}`, { region, name: `submission/${year}`, count: (known?.count ?? 0) + 1 });
  }
  /* In the order of their keys, so that two runs that draw the same counters wait for each other instead of locking up. */
  const rows = [...counts.values()].sort((a, b) => (`${a.region}/${a.name}` < `${b.region}/${b.name}` ? -1 : 1));
  const drawn = await ledger.pool.query<{ region: string; name: string; value: string }>({
    name: 'draw_many',
    text: `insert into counter (region, name, value)
           select k.region, k.name, k.count from unnest($1::text[], $2::text[], $3::bigint[]) as k(region, name, count)
           on conflict (region, name) do update set value = counter.value + excluded.value
           returning region, name, value`,
    values: [rows.map((row) => row.region), rows.map((row) => row.name), rows.map((row) => row.count)],
  });
  const next = new Map(
    drawn.rows.map(({ region, name, value }) => {
      const key = `${region}/${name.slice('submission/'.length)}`;
      return [key, Number(value) - (counts.get(key)?.count ?? 0) + 1];
    }),
  );
  return wanted.map(({ region, year }) => {
    const serial = next.get(`${region}/${year}`);
    if (serial === undefined) throw new Error(`counter of ${region}/${year} was not drawn`);
    next.set(`${region}/${year}`, serial + 1);
    return submissionNumber(region, year, serial);
  });
}
