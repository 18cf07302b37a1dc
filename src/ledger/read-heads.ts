import type { Pool } from 'pg';

/** Where a stream stands. */
export interface Head {
  readonly seq: number;
  readonly hash: Buffer | undefined;
  readonly state: unknown;
}

/** What an act is decided on; heads and counters by `region/name`, those that do not exist yet left out. */
export interface Known {
  readonly heads: ReadonlyMap<string, Head>;
  readonly counters: ReadonlyMap<string, number>;
  /** An earlier answer under the same key. */
  readonly answer?: { readonly request_hash: Buffer; readonly answer: Buffer };
}

/** What to read: streams, counters, and the answer kept under an actor's key. */
export interface Wanted {
  readonly streams: readonly { readonly region: string; readonly id: string }[];
  readonly counters?: readonly { readonly region: string; readonly name: string }[];
  readonly key?: { readonly region: string; readonly key: string };
  readonly actor: string;
}

interface Row {
  readonly what: 'head' | 'counter' | 'answer';
  readonly region: string;
  readonly name: string;
  readonly n: string | null;
  readonly hash: Buffer | null;
  readonly state: unknown;
  readonly answer: Buffer | null;
}

/** Reads all of it in one statement. */
export async function readHeads(pool: Pool, wanted: Wanted): Promise<Known> {
  const { rows } = await pool.query<Row>(statementOf(wanted));
  const heads = new Map<string, Head>();
  const counters = new Map<string, number>();
  let answer: Known['answer'];
  for (const row of rows) {
    const place = `${row.region}/${row.name}`;
    if (row.what === 'head') heads.set(place, { seq: Number(row.n), hash: row.hash ?? undefined, state: row.state });
    else if (row.what === 'counter') counters.set(place, Number(row.n));
    else if (row.hash && row.answer) answer = { request_hash: row.hash, answer: row.answer };
  }
  return answer ? { heads, counters, answer } : { heads, counters };
}

/** Up to so many are read by key, each by an arm of its own. */
const FEW = 4;

/**
 * By key rather than by a list of keys: only then does the server settle on one plan for good. It planned a list anew
 * each time, which took a sixth of its time for an act.
 */
function statementOf({ streams, counters = [], key, actor }: Wanted): {
  name: string;
  text: string;
  values: unknown[];
} {
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const arms: string[] = [];
  const head = `select 'head' as what, s.region, s.stream as name, s.seq::bigint as n, s.hash, s.state, null::bytea as answer`;
  if (streams.length > FEW) {
    const [regions, ids] = [bind(streams.map(({ region }) => region)), bind(streams.map(({ id }) => id))];
    arms.push(`${head} from unnest(${regions}::text[], ${ids}::text[]) as k(region, stream)
      join stream s on s.region = k.region and s.stream = k.stream`);
  } else {
    for (const { region, id } of streams) {
      arms.push(`${head} from stream s where s.region = ${bind(region)} and s.stream = ${bind(id)}`);
    }
  }
  const counter = `select 'counter', c.region, c.name, c.value, null, null, null`;
  if (counters.length > FEW) {
    const [regions, names] = [bind(counters.map(({ region }) => region)), bind(counters.map(({ name }) => name))];
    arms.push(`${counter} from unnest(${regions}::text[], ${names}::text[]) as k(region, name)
      join counter c on c.region = k.region and c.name = k.name`);
  } else {
    for (const { region, name } of counters) {
      arms.push(`${counter} from counter c where c.region = ${bind(region)} and c.name = ${bind(name)}`);
    }
  }
  if (key) {
    arms.push(`select 'answer', i.region, i.key, null, i.request_hash, null, i.answer from idempotency i
      where i.region = ${bind(key.region)} and i.actor = ${bind(actor)} and i.key = ${bind(key.key)}`);
  }
  const shape = [streams, counters].map(({ length }) => (length > FEW ? 'many' : length)).join('_');
  return { name: `read_heads_${shape}${key ? '_key' : ''}`, text: arms.join('\nunion all\n'), values };
}
