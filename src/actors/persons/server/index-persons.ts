import type { Pool, PoolClient } from 'pg';
import type { SubmissionState } from '../../../domain/submission.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { readContentsAcross } from '../../../ledger/read.ts';
import type { HandleMany } from '../../../platform/jobs/handler.ts';
import { keysOf } from '../persons.rules.ts';
import { hashOf, versionsOf } from './person-keys.ts';
import { type At, atNumber, contentsOfPeople, particularsNow, readStatesAcross } from './read-across.ts';

/** Outbox topic: this submission came in, or somebody joined it. Payload {@link PersonPayload}. */
export const personTopic = 'index-person';

export interface PersonPayload {
  readonly region: string;
  readonly submission: string;
}

/** Any number, the same for every process: two at the same submission could undo each other's work. */
const INDEXING = 7_212_302;
const AT_ONE_TIME = 200;

/**
 * Brings the keys of these submissions up to who is in them now; harmless to repeat. What is sealed (E27), anonymous,
 * imported or erased leaves none. Needs a transaction.
 */
export async function indexPersons(
  ledger: Ledger,
  payloads: readonly PersonPayload[],
  client: PoolClient,
): Promise<void> {
  const wanted = [...new Set(payloads.map(({ submission }) => submission))].map(atNumber);
  if (wanted.length === 0) return;
  await client.query('select pg_advisory_xact_lock($1)', [INDEXING]);
  const [version] = versionsOf(ledger.keyring);
  const states = await readStatesAcross(client, 'submission', wanted);
  const open = wanted.flatMap((at) => {
    const state = states.get(at.id);
    return state && mayBeFound(state) ? [{ at, state }] : [];
  });
  const contents = await readContentsAcross(
    ledger,
    open.flatMap(({ at, state }) => contentsOfPeople(state).map((id) => ({ region: at.region, id }))),
  );
  const rows = open.flatMap(({ at, state }) => {
    const who = particularsNow(state, (id) => contents.get(`${at.region}/${id}`));
    return (who ? keysOf(who) : []).map(({ kind, role, text }) => ({
      key: `\\x${hashOf(ledger.keyring, version, text).toString('hex')}`,
      key_version: version,
      region: at.region,
      submission: at.id,
      kind,
      role,
      received_at: state.receivedAt,
    }));
  });
  await replaceRows(client, wanted, rows, version);
}

/** Sealed reports are in no index (E27), an anonymous letter is nobody's, and imported ledgers name no people. */
function mayBeFound(state: SubmissionState): boolean {
  return !state.sealed && state.erasedOn === undefined && state.origin === 'here' && state.identity !== 'anonymous';
}

async function replaceRows(
  client: PoolClient,
  places: readonly At[],
  rows: readonly object[],
  version: number,
): Promise<void> {
  await client.query({
    name: 'person_key_remove',
    text: `delete from person_key p using unnest($1::text[], $2::text[]) as k(region, submission)
           where p.key_version = any($3::int[]) and p.region = k.region and p.submission = k.submission`,
    values: [
      places.map((place) => place.region),
      places.map((place) => place.id),
      Array.from({ length: version }, (_, before) => version - before),
    ],
  });
  if (rows.length === 0) return;
  await client.query({
    name: 'person_key_put',
    text: `insert into person_key (key, key_version, region, submission, kind, role, received_at)
           select key, key_version, region, submission, kind, role, received_at
           from json_populate_recordset(null::person_key, $1::json) on conflict do nothing`,
    values: [JSON.stringify(rows)],
  });
}

/** The handler of {@link personTopic}: a batch a transaction, the one that marks its jobs as done. */
export function personHandler(ledger: Ledger): HandleMany {
  return {
    atMost: AT_ONE_TIME,
    handleMany: (jobs, { client }) =>
      indexPersons(ledger, jobs.map((job) => job.payload).filter(isPersonPayload), client),
  };
}

function isPersonPayload(payload: unknown): payload is PersonPayload {
  return typeof payload === 'object' && payload !== null && 'region' in payload && 'submission' in payload;
}

/**
 * After a newer key was added: makes the older hashes anew, some at a time, until none is left. Says how many
 * submissions were done; nothing, in a moment, where no rotation is under way.
 */
export async function renewPersonKeys(ledger: Ledger): Promise<number> {
  const [version] = versionsOf(ledger.keyring);
  let done = 0;
  for (;;) {
    const old = await findOld(ledger.pool, version);
    if (old.length === 0) return done;
    const client = await ledger.pool.connect();
    try {
      await client.query('begin');
      await indexPersons(ledger, old, client);
      await client.query('commit');
      client.release();
    } catch (fault) {
      /* The transaction ends with the connection. */
      client.release(true);
      throw fault;
    }
    done += old.length;
  }
}

async function findOld(pool: Pool, version: number): Promise<readonly PersonPayload[]> {
  const { rows } = await pool.query<PersonPayload>({
    name: 'person_key_old',
    text: 'select distinct region, submission from person_key where key_version < $1 limit $2',
    values: [version, AT_ONE_TIME],
  });
  return rows;
}
