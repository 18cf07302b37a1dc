import { readQuery } from '../src/alongside/finding/search-terms.rules.ts';
import { nameGrams } from '../src/alongside/finding/server/index-matters.ts';
import { search } from '../src/alongside/finding/server/search.ts';
import type { Actor } from '../src/domain/act.ts';
import { isRefusal } from '../src/domain/refusals.ts';
import type { Ledger } from '../src/ledger/ledger.ts';
import { summary } from './measure.ts';
import type { Row } from './report.ts';
import type { Measure } from './setting.ts';
import { termsOf } from './texts.ts';

const TERMS = 120;
/** Of these so many are also looked for without any index. */
const COMPARED = 20;

/** The city's own office: everything stored lies in its scope. */
const LOOKING: Actor = { kind: 'staff', account: 'xieanlan', body: 'city-petition', roles: ['head'] };

/** The newest 20 that hold a term, from terms that nearly every text holds to those that one does; one at a time. */
export const searchRow: Measure = async ({ city: { ledger }, cases }) => {
  const rows: Row[] = [];
  for (const characters of [2, 3, 4, 6] as const) {
    const terms = termsOf(characters, TERMS + 20);
    const took: number[] = [];
    for (const [at, term] of terms.entries()) {
      const began = performance.now();
      const page = await search(ledger, LOOKING, term, { limit: 20 });
      if (isRefusal(page)) throw new Error(`search ${term}: ${page.said.en}`);
      if (at >= 20) took.push(performance.now() - began);
    }
    let [wanted, found] = [0, 0];
    for (const term of terms.slice(0, COMPARED)) {
      const page = await search(ledger, LOOKING, term, { limit: 20 });
      if (isRefusal(page)) continue;
      const brute = await bruteForce(ledger, term);
      const hits = page.hits.map((hit) => hit.matter);
      wanted += brute.length;
      found += brute.filter((matter, place) => hits[place] === matter).length;
    }
    const { p50, p95 } = summary(took);
    const recall = wanted === 0 ? 1 : found / wanted;
    rows.push({
      row: 'search',
      what: `${characters} characters, newest 20`,
      value: p95,
      unit: 'ms p95',
      p50,
      p95,
      bar: { says: '≤ 60 ms, recall 1.00', met: p95 <= 60 && recall === 1 },
      note: `recall and order against reading all texts ${recall.toFixed(2)}; ${cases} cases`,
    });
  }
  return rows;
};

/** Reads every text, without an index. */
async function bruteForce(ledger: Ledger, term: string): Promise<readonly string[]> {
  const terms = readQuery(term);
  if (isRefusal(terms)) return [];
  const conditions: string[] = [];
  const values: unknown[] = [];
  for (const one of terms) {
    values.push(one.like, nameGrams(ledger.keyring, one.namePieces));
    const [like, grams] = [`$${values.length - 1}`, `$${values.length}`];
    conditions.push(`(words like ${like} or (cardinality(${grams}::int[]) > 0 and name_grams @> ${grams}::int[]))`);
  }
  const client = await ledger.pool.connect();
  try {
    await client.query('begin; set local enable_indexscan = off; set local enable_bitmapscan = off');
    const { rows } = await client.query<{ matter: string }>(
      `select matter from search_text where ${conditions.join(' and ')} order by received_at desc, region, matter limit 20`,
      values,
    );
    return rows.map(({ matter }) => matter);
  } finally {
    await client.query('rollback');
    client.release();
  }
}
