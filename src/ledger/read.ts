import type { MatterFact, SubmissionFact } from '../domain/facts.ts';
import type { MatterState } from '../domain/matter.ts';
import type { SubmissionState } from '../domain/submission.ts';
import { openContent } from './content.ts';
import { knowPacks, type Ledger } from './ledger.ts';
import type { StreamKindName, StreamRef, StreamTypes } from './streams.ts';

/** The folded state of a stream, if it exists. */
export async function findState<K extends StreamKindName>(
  ledger: Ledger,
  ref: StreamRef<K>,
): Promise<StreamTypes[K]['state'] | undefined> {
  const { rows } = await ledger.pool.query<{ state: StreamTypes[K]['state'] }>({
    name: 'find_state',
    text: 'select state from stream where region = $1 and stream = $2 and kind = $3',
    values: [ref.region, ref.id, ref.kind],
  });
  await knowPacks(
    ledger,
    rows.map((row) => row.state),
  );
  return rows[0]?.state;
}

/** The content its state points to, of a stream of this kind, in one look; undefined where there is none or it was erased. */
export async function findOwnContent(ledger: Ledger, ref: StreamRef): Promise<unknown> {
  const { rows } = await ledger.pool.query<{ region: string; id: string; sealed: Buffer }>({
    name: 'find_own_content',
    text: `select c.region, c.id, c.sealed from stream s
           join content c on c.region = s.region and c.id = (s.state #>> '{content,id}')::uuid
           where s.region = $1 and s.stream = $2 and s.kind = $3`,
    values: [ref.region, ref.id, ref.kind],
  });
  return rows[0] && openContent(ledger.keyring, rows[0]);
}

/** The facts of a stream in order. */
export async function readFacts<K extends StreamKindName>(
  ledger: Ledger,
  ref: StreamRef<K>,
): Promise<readonly FactOf<K>[]> {
  return (await readHistories<FactOf<K>>(ledger, ref.region, [ref.id])).get(ref.id) ?? [];
}

type FactOf<K extends StreamKindName> = K extends 'matter' ? MatterFact : SubmissionFact;

/** One arm a stream, by key: only then does the server settle on one plan for good (src/ledger/read-heads.ts). */
function byKey(
  streams: readonly string[],
  name: string,
  arm: (key: string) => string,
  then = '',
): { readonly name: string; readonly text: string } {
  const arms = streams.map((_, at) => arm(`region = $1 and stream = $${at + 2}`));
  return { name: `${name}_${arms.length}`, text: `${arms.join(' union all ')} ${then}` };
}

/** The facts of streams of one region, each in order. Whoever asks knows of which kind each stream is. */
async function readHistories<F extends MatterFact | SubmissionFact>(
  ledger: Ledger,
  region: string,
  streams: readonly string[],
): Promise<ReadonlyMap<string, readonly F[]>> {
  const { rows } = await ledger.pool.query<{
    stream: string;
    seq: number;
    kind: string;
    actor: string;
    occurred_at: string;
    recorded_at: string;
    body: object;
  }>({
    ...byKey(
      streams,
      'read_facts',
      (key) => `select stream, seq, kind, actor, occurred_at, recorded_at, body from fact where ${key}`,
      'order by stream, seq',
    ),
    values: [region, ...streams],
  });
  const histories = new Map<string, F[]>();
  for (const { stream, seq, kind, body, actor, occurred_at, recorded_at } of rows) {
    const fact = { seq, fact: { kind, body }, actor, occurredAt: occurred_at, recordedAt: recorded_at };
    /* Facts of a stream are written by its own kind's rules only. */
    const known = fact as unknown as F;
    const history = histories.get(stream);
    if (history) history.push(known);
    else histories.set(stream, [known]);
  }
  return histories;
}

/** A matter with its history and those of the submission it began with. */
export interface MatterFile {
  readonly state: MatterState;
  readonly facts: readonly MatterFact[];
  readonly submission: SubmissionState | undefined;
  readonly arrived: readonly SubmissionFact[];
}

/** Everything about one matter, in two looks that go side by side; undefined where there is no such matter. */
export async function findMatterFile(ledger: Ledger, ref: StreamRef<'matter'>): Promise<MatterFile | undefined> {
  /* The number of a matter begins with that of the submission it began with. */
  const source = ref.id.replace(/-\d+$/, '');
  const [states, histories] = await Promise.all([
    ledger.pool.query<{ stream: string; state: unknown }>({
      ...byKey([ref.id, source], 'find_matter_file', (key) => `select stream, state from stream where ${key}`),
      values: [ref.region, ref.id, source],
    }),
    readHistories(ledger, ref.region, [ref.id, source]),
  ]);
  const byId = new Map(states.rows.map((row) => [row.stream, row.state]));
  await knowPacks(ledger, byId.values());
  /* Each stream's state was folded by its kind. */
  const state = byId.get(ref.id) as MatterState | undefined;
  if (state === undefined) return undefined;
  return {
    state,
    facts: (histories.get(ref.id) ?? []) as readonly MatterFact[],
    submission: byId.get(source) as SubmissionState | undefined,
    arrived: (histories.get(source) ?? []) as readonly SubmissionFact[],
  };
}

/** Opens content rows of one region by id; erased ones are absent. */
export async function readContents(
  ledger: Ledger,
  region: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, unknown>> {
  const [only] = ids;
  if (only === undefined) return new Map();
  /* One id is the usual case, and its plan is kept; a list is planned each time. */
  const { rows } = await ledger.pool.query<{ region: string; id: string; sealed: Buffer }>(
    ids.length === 1
      ? {
          name: 'read_content',
          text: 'select region, id, sealed from content where region = $1 and id = $2::uuid',
          values: [region, only],
        }
      : {
          name: 'read_contents',
          text: 'select region, id, sealed from content where region = $1 and id = any($2::uuid[])',
          values: [region, ids],
        },
  );
  return new Map(rows.map((row) => [row.id, openContent(ledger.keyring, row)]));
}

/** Opens content rows of several regions, for lists: `region/id` to value. */
export async function readContentsAcross(
  ledger: Ledger,
  refs: readonly { readonly region: string; readonly id: string }[],
): Promise<ReadonlyMap<string, unknown>> {
  if (refs.length === 0) return new Map();
  const { rows } = await ledger.pool.query<{ region: string; id: string; sealed: Buffer }>({
    name: 'read_contents_across',
    text: `select c.region, c.id, c.sealed from unnest($1::text[], $2::uuid[]) as k(region, id)
           join content c on c.region = k.region and c.id = k.id`,
    values: [refs.map((ref) => ref.region), refs.map((ref) => ref.id)],
  });
  return new Map(rows.map((row) => [`${row.region}/${row.id}`, openContent(ledger.keyring, row)]));
}

/** One row of the read log: who saw, searched, printed or exported what. */
export async function logReading(
  ledger: Ledger,
  entry: {
    region: string;
    actor: string;
    body?: string | undefined;
    verb: string;
    stream?: string | undefined;
    detail?: object;
  },
): Promise<void> {
  await ledger.pool.query({
    name: 'log_reading',
    text: `insert into read_log (region, id, at, actor, body, verb, stream, detail)
           values ($1, gen_random_uuid(), $2, $3, $4, $5, $6, $7)`,
    values: [
      entry.region,
      ledger.clock.now().toISOString(),
      entry.actor,
      entry.body ?? null,
      entry.verb,
      entry.stream ?? null,
      JSON.stringify(entry.detail ?? {}),
    ],
  });
}
