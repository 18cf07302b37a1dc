import type { Pool } from 'pg';
import { canonical } from '../../ledger/canonical.ts';
import { sha256 } from '../../platform/secrets/keyring.ts';
import type { LedgerRow } from './ledger-row.rules.ts';
import { contentsOf, lifeOf, type Place, statedIn } from './life.rules.ts';

interface StoredFact {
  readonly kind: string;
  readonly occurredAt: string;
  readonly body: { readonly content?: { readonly id: string; readonly hash: string } };
}

/** A life that is in the register already, under the natural key of its source. */
export interface StoredLife {
  readonly number: string;
  readonly facts: readonly StoredFact[];
  /** Salt of each content row by id; an erased one has none. */
  readonly salts: ReadonlyMap<string, Buffer>;
}

/** The stored lives among these rows, by source id. */
export async function findStoredLives(
  pool: Pool,
  source: string,
  rows: readonly { readonly sourceId: string; readonly region: string }[],
  fallbackRegion: string,
): Promise<ReadonlyMap<string, StoredLife>> {
  /* A place our list learnt or lost between two runs changes a row's region; the receiving body's is looked in too. */
  const keys = new Map(
    rows.flatMap(({ sourceId, region }) =>
      [region, fallbackRegion].map((at) => [`${at}/${sourceId}`, { sourceId, region: at }] as const),
    ),
  );
  const wanted = [...keys.values()];
  const { rows: found } = await pool.query<{ region: string; source_id: string; submission: string }>({
    name: 'import_find_sources',
    text: `select i.region, i.source_id, i.submission from unnest($2::text[], $3::text[]) as k(region, id)
           join import_source i on i.region = k.region and i.source = $1 and i.source_id = k.id`,
    values: [source, wanted.map((key) => key.region), wanted.map((key) => key.sourceId)],
  });
  if (found.length === 0) return new Map();
  const streams = found.flatMap(({ region, submission }) => [
    { region, stream: submission },
    { region, stream: `${submission}-1` },
  ]);
  const at = [streams.map(({ region }) => region), streams.map(({ stream }) => stream)];
  const [facts, salts] = await Promise.all([
    pool.query<{ stream: string; kind: string; occurred_at: string; body: StoredFact['body'] }>({
      name: 'import_find_facts',
      text: `select f.stream, f.kind, f.occurred_at, f.body from unnest($1::text[], $2::text[]) as k(region, stream)
             join fact f on f.region = k.region and f.stream = k.stream
             where f.kind like 'Imported%' order by f.stream, f.seq`,
      values: at,
    }),
    pool.query<{ id: string; salt: Buffer }>({
      name: 'import_find_salts',
      text: `select c.id, c.salt from unnest($1::text[], $2::text[]) as k(region, stream)
             join content c on c.region = k.region and c.stream = k.stream`,
      values: at,
    }),
  ]);
  const saltOf = new Map(salts.rows.map(({ id, salt }) => [id, salt]));
  const byStream = Map.groupBy(facts.rows, ({ stream }) => stream);
  return new Map(
    found.map(({ source_id, submission }) => {
      const kept = [...(byStream.get(submission) ?? []), ...(byStream.get(`${submission}-1`) ?? [])];
      const life: StoredLife = {
        number: submission,
        facts: kept.map(({ kind, occurred_at, body }) => ({ kind, occurredAt: occurred_at, body })),
        salts: saltOf,
      };
      return [source_id, life];
    }),
  );
}

/**
 * Whether the row states what was stored of it: the same facts at the same moments, and contents that give the same
 * salted hashes. Nothing is decrypted; an erased content can no longer be told apart and counts as the same.
 */
export function isSameLife(row: LedgerRow, stored: StoredLife, place: Place): boolean {
  const contents = contentsOf(row);
  const none = { id: '', hash: '' };
  const refs = { particulars: none, gist: none, reply: none };
  const life = lifeOf(row, place, { submission: '', matter: '' }, refs);
  const facts = [...life.submission, ...life.matter];
  if (facts.length !== stored.facts.length) return false;
  return facts.every((fact, at) => {
    const other = stored.facts[at];
    if (!other || canonical(statedIn(fact)) !== canonical(statedIn(other))) return false;
    const ref = other.body.content;
    const salt = ref ? stored.salts.get(ref.id) : undefined;
    if (!ref || !salt) return true;
    return sha256(salt, canonical(contentOf(fact.kind, contents))).toString('hex') === ref.hash;
  });
}

function contentOf(kind: string, contents: ReturnType<typeof contentsOf>): unknown {
  if (kind === 'ImportedReceived') return contents.particulars;
  return kind === 'ImportedOpened' ? contents.gist : (contents.reply ?? null);
}
