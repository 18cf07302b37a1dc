import type { Scope } from '../../../domain/permission.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import type { SearchTerm } from '../search-terms.rules.ts';
import type { Place } from './cursor.ts';
import { nameGrams } from './index-matters.ts';
import {
  type Bindings,
  bindings,
  filterConditions,
  type MatterFilters,
  openedSince,
  regionRange,
  scopeRows,
  type Window,
  windowCondition,
} from './matter-where.ts';

/** Rows that the first look and the second go through, and the hits of the first that make a second worth while. */
const FIRST_LOOK = 1000;
const SECOND_LOOK = 6000;
const WORTH_A_SECOND = 5;

export interface SearchOptions {
  /** Hits a page, 1 to 100. */
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly filters?: MatterFilters | undefined;
}

/** A search, read and scoped. */
export interface Wanted extends SearchOptions {
  readonly terms: readonly SearchTerm[];
  readonly scope: Scope;
  readonly after: Place | undefined;
}

/** Where a hit stands, and its gist. */
export interface Found extends Place {
  readonly contentId: string | null;
}

/**
 * One row more than a page, newest first. Fetching a row that an index names costs several times what looking at the next
 * one costs, so a word that stands in many texts is sought among the newest, a rare one in the index. A first look tells
 * which it is.
 */
export async function findPlaces(ledger: Ledger, wanted: Wanted): Promise<readonly Found[]> {
  const isDone = async (found: readonly Found[], rows: number): Promise<boolean> =>
    found.length > wanted.limit || (await isWithin(ledger, wanted, rows));
  const first = await runQuery(ledger, newestQuery(ledger, wanted, FIRST_LOOK));
  if (await isDone(first, FIRST_LOOK)) return first;
  if (first.length >= WORTH_A_SECOND) {
    const second = await runQuery(ledger, newestQuery(ledger, wanted, SECOND_LOOK));
    if (await isDone(second, SECOND_LOOK)) return second;
  }
  return runQuery(ledger, indexQuery(ledger, wanted));
}

async function runQuery(ledger: Ledger, { text, values }: Statement): Promise<readonly Found[]> {
  const { rows } = await ledger.pool.query<{
    region: string;
    matter: string;
    received_at: string;
    content_id: string | null;
  }>(text, values);
  return rows.map((row) => ({
    region: row.region,
    matter: row.matter,
    receivedAt: row.received_at,
    contentId: row.content_id,
  }));
}

interface Statement {
  readonly text: string;
  readonly values: unknown[];
}

function windowOf({ after, filters }: Wanted): Window {
  return { after, since: openedSince(filters ?? {}) };
}

/**
 * Looks through the newest rows of the scope, at most so many, and stops at a full page. Row by row (lateral): the planner
 * would else read all matters to join them, as it does not know how soon the page is full.
 */
export function newestQuery(ledger: Ledger, wanted: Wanted, rows: number): Statement {
  const at = bindings();
  const newest = `${scopeRows(wanted.scope, windowOf(wanted), at)} limit ${rows}`;
  const terms = termConditions(ledger, wanted, at, false).join(' and ');
  const filters = filterConditions(wanted.filters ?? {}, at).map((condition) => ` and ${condition}`);
  return {
    text: `select s.region, s.matter, s.received_at, m.content_id from (${newest}) s
           cross join lateral (select from search_text t
             where t.region = s.region and t.matter = s.matter and ${terms} limit 1) t
           cross join lateral (select content_id from matter m
             where m.region = s.region and m.number = s.matter${filters.join('')} limit 1) m
           order by s.received_at desc, s.region, s.matter limit ${wanted.limit + 1}`,
    values: at.values,
  };
}

/** True when the scope holds no more than so many rows. */
async function isWithin(ledger: Ledger, wanted: Wanted, rows: number): Promise<boolean> {
  const at = bindings();
  const text = `select from (${scopeRows(wanted.scope, windowOf(wanted), at)} offset ${rows} limit 1) beyond`;
  const { rowCount } = await ledger.pool.query(text, at.values);
  return rowCount === 0;
}

/**
 * Asks the GIN indexes for the rows that hold the words. Within a division they are met with its range of regions, so that
 * another place's name costs nothing; for a body the planner weighs its own list against the words.
 */
export function indexQuery(ledger: Ledger, wanted: Wanted): Statement {
  const at = bindings();
  const { scope } = wanted;
  const window = windowOf(wanted);
  const filters = filterConditions(wanted.filters ?? {}, at);
  const held = [...termConditions(ledger, wanted, at, true), windowCondition(window, 'matter', at, 't.')].join(' and ');
  const own = `select t.region, t.matter, t.received_at from matter_body b
    join search_text t on t.region = b.region and t.matter = b.matter
    where b.body = ${at.bind(scope.body)} and ${held}`;
  let all = own;
  if (scope.prefix !== undefined) {
    const within = regionRange(scope.prefix, 't.region', at);
    all = `select t.region, t.matter, t.received_at from search_text t where ${within} and ${held}
      union all ${own} and not (${within})`;
  }
  const order = `order by h.received_at desc, h.region, h.matter limit ${wanted.limit + 1}`;
  const newest =
    filters.length === 0
      ? `select h.* from held h ${order}`
      : `select h.* from held h join matter m on m.region = h.region and m.number = h.matter
         where ${filters.join(' and ')} ${order}`;
  return {
    text: `with held as materialized (${all}), s as materialized (${newest})
           select s.region, s.matter, s.received_at, m.content_id
           from s join matter m on m.region = s.region and m.number = s.matter
           order by s.received_at desc, s.region, s.matter`,
    values: at.values,
  };
}

function termConditions(ledger: Ledger, { terms }: Wanted, at: Bindings, indexed: boolean): readonly string[] {
  return terms.map((term) => termCondition(ledger, term, at, indexed));
}

/**
 * True where the row `t` of `search_text` holds the word; with `indexed`, every arm is one that an index answers, and where
 * that answer is exact nothing is asked beside it: comparing once more would cost more than fetching the row. (A pair of
 * characters is exact but for those beyond the basic plane; `holds` drops what merely shares a number.)
 */
function termCondition(ledger: Ledger, term: SearchTerm, { bind }: Bindings, indexed: boolean): string {
  const like = (pattern: string): string => `t.words like ${bind(pattern)}`;
  const pairs = (): string => `t.bigrams @> ${bind(term.bigrams)}::int[]`;
  const arms: string[] = [];
  if (!indexed || term.byTrigram) arms.push(like(term.like));
  else arms.push(term.text.length === 2 ? pairs() : `(${like(term.like)} and ${pairs()})`);
  const grams = nameGrams(ledger.keyring, term.namePieces);
  if (grams.length > 0) arms.push(`t.name_grams @> ${bind(grams)}::int[]`);
  if (term.number) {
    const { like: tail, matterLike } = term.number;
    arms.push(matterLike === undefined ? like(tail) : `(${like(tail)} and t.matter like ${bind(matterLike)})`);
  }
  return `(${arms.join(' or ')})`;
}
