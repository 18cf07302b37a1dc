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
