import type { Pool, PoolClient } from 'pg';
import type { MatterState } from '../../../domain/matter.ts';
import type { Gist } from '../../../domain/particulars.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { readContentsAcross } from '../../../ledger/read.ts';
import type { HandleMany } from '../../../platform/jobs/handler.ts';
import type { Keyring } from '../../../platform/secrets/keyring.ts';
import { bigramsOf } from '../../../text/bigrams.ts';
import { normalise } from '../../../text/normalise.ts';
import { nameKey, piecesOf, searchWords } from '../search-terms.rules.ts';

/** Outbox topic: this matter was opened, or its content erased. Payload {@link IndexPayload}. */
export const indexTopic = 'index-matter';

export interface IndexPayload {
  readonly region: string;
  readonly matter: string;
}

/**
 * Brings the searchable text of these matters up to what they hold now; harmless to repeat. What is sealed (E27), unknown
 * or erased leaves no text behind. In batches, never within an act: a GIN index is dear to write to (design §4).
 */
export async function indexMatters(
  ledger: Ledger,
  payloads: readonly IndexPayload[],
  db: Pool | PoolClient = ledger.pool,
): Promise<void> {
  if (payloads.length === 0) return;
  const wanted = new Map(payloads.map(({ region, matter }) => [`${region}/${matter}`, { region, matter }]));
  const states = await readStates(db, [...wanted.values()]);
  const open = states.flatMap(({ region, stream, state }) =>
    state.sealed || state.erasedOn !== undefined || !state.content
      ? []
      : [{ region, matter: stream, state, id: state.content.id }],
  );
  const contents = await readContentsAcross(ledger, open);
  const rows = open.flatMap(({ region, matter, state, id }) => {
    const gist = contents.get(`${region}/${id}`);
    return gist ? [searchRow(ledger.keyring, { region, matter, state, gist: gist as Gist })] : [];
  });
  for (const row of rows) wanted.delete(`${row.region}/${row.matter}`);
  await removeRows(db, [...wanted.values()]);
  await putRows(db, rows);
}

/** The handler of {@link indexTopic}: a batch a statement, in the transaction that marks its jobs as done. */
export function indexHandler(ledger: Ledger): HandleMany {
  return {
    atMost: 500,
    handleMany: async (jobs, { client }) => {
      await indexMatters(ledger, jobs.map((job) => job.payload).filter(isIndexPayload), client);
    },
  };
}

function isIndexPayload(payload: unknown): payload is IndexPayload {
  return typeof payload === 'object' && payload !== null && 'region' in payload && 'matter' in payload;
}

async function readStates(db: Pool | PoolClient, keys: readonly IndexPayload[]) {
  const { rows } = await db.query<{ region: string; stream: string; state: MatterState }>({
    name: 'index_read_states',
    text: `select s.region, s.stream, s.state from unnest($1::text[], $2::text[]) as k(region, stream)
           join stream s on s.region = k.region and s.stream = k.stream and s.kind = 'matter'`,
    values: [keys.map((key) => key.region), keys.map((key) => key.matter)],
  });
  return rows;
}

/** A row of `search_text`, as JSON carries it. */
export interface SearchRow {
  readonly region: string;
  readonly matter: string;
  readonly received_at: string;
  readonly words: string;
  readonly bigrams: readonly number[];
  readonly name_grams: readonly number[];
}

/** What is searched of one matter. The petitioner's name enters as keyed hashes of its pieces, never as text. */
export function searchRow(
  keyring: Keyring,
  { region, matter, state, gist }: { region: string; matter: string; state: MatterState; gist: Gist },
): SearchRow {
  const words = searchWords(gist, state.submissions[0] ?? matter);
  return {
    region,
    matter,
    received_at: state.openedAt,
    words,
    bigrams: bigramsOf(words.slice(0, words.lastIndexOf('\n'))),
    name_grams: nameGrams(keyring, piecesOf(nameKey(gist.who))),
  };
}

/** The first four bytes of each piece's keyed hash; a hit is checked against the name itself. */
export function nameGrams(keyring: Keyring, pieces: readonly string[]): readonly number[] {
  return [...new Set(pieces.map((piece) => keyring.keyedHash('name', normalise(piece)).readInt32BE(0)))];
}

async function putRows(db: Pool | PoolClient, rows: readonly SearchRow[]): Promise<void> {
  if (rows.length === 0) return;
  /* In key order, so that two batches wait for each other instead of deadlocking. Equal rows are left alone. */
  await db.query({
    name: 'index_put',
    text: `insert into search_text as t (region, matter, received_at, words, bigrams, name_grams)
           select region, matter, received_at, words, bigrams, name_grams
           from json_populate_recordset(null::search_text, $1::json) order by region, matter
           on conflict (region, matter) do update
           set received_at = excluded.received_at, words = excluded.words,
               bigrams = excluded.bigrams, name_grams = excluded.name_grams
           where (t.received_at, t.words, t.name_grams) is distinct from
                 (excluded.received_at, excluded.words, excluded.name_grams)`,
    values: [JSON.stringify(rows)],
  });
}

async function removeRows(db: Pool | PoolClient, keys: readonly IndexPayload[]): Promise<void> {
  if (keys.length === 0) return;
  await db.query({
    name: 'index_remove',
    text: `delete from search_text t using unnest($1::text[], $2::text[]) as k(region, matter)
           where t.region = k.region and t.matter = k.matter`,
    values: [keys.map((key) => key.region), keys.map((key) => key.matter)],
  });
}
