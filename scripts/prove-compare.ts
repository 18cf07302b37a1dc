/** What `prove` holds the record against: what the writers were told, and a witness of everything that had to follow. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import { indexPersons } from '../src/actors/persons/server/index-persons.ts';
import { indexMatters } from '../src/alongside/finding/server/index-matters.ts';
import type { Ledger } from '../src/ledger/ledger.ts';
import { verify } from '../src/ledger/verify.ts';
import type { Told } from './prove-crew.ts';

/** What stood before the first act. */
export interface Planted {
  readonly numbers: ReadonlySet<string>;
  readonly jobs: ReadonlySet<string>;
  readonly messages: number;
}

export interface Compared {
  /** Acknowledged acts of which something is missing; what had to follow them and did not. */
  readonly lost: number;
  /** What stands more often than it was asked for. */
  readonly doubled: number;
  /** Jobs that were given up, or were not done in the time given. */
  readonly undone: number;
  /** The first of these, named. */
  readonly faults: readonly string[];
  readonly jobs: number;
  readonly verified: { streams: number; facts: number; rows: number; log: number; wrong: readonly string[] };
}

/**
 * Notes every row that ever enters the outbox, in the act's own transaction: the outbox itself is emptied, and finished
 * jobs are cleared away.
 */
export async function plantWitness(pool: Pool): Promise<Planted> {
  await pool.query(`
    create table prove_outbox (id uuid primary key, topic text not null, payload jsonb not null);
    create function prove_note() returns trigger language plpgsql as
      'begin insert into prove_outbox values (new.id, new.topic, new.payload); return null; end';
    create trigger prove_note after insert on outbox for each row execute function prove_note();`);
  const numbers = await pool.query<{ number: string }>('select number from submission');
  const jobs = await pool.query<{ id: string }>('select id from job_done union all select id from outbox');
  return {
    numbers: new Set(numbers.rows.map(({ number }) => number)),
    jobs: new Set(jobs.rows.map(({ id }) => id)),
    messages: await countOf(
      pool,
      `select (select count(*) from message) + (select count(*) from outbox where topic = 'tell-petitioner') as n`,
    ),
  };
}

/** Waits until the outbox and the queues are empty and every fact stands in the log; says how much is left over. */
export async function drained(pool: Pool, withinMs: number): Promise<number> {
  for (const until = performance.now() + withinMs; ; await sleep(200)) {
    const left = await countOf(
      pool,
      `select (select count(*) from outbox) + (select count(*) from unsealed) + (select count(*) from pgboss.job
         where name <> 'failed' and state in ('created', 'retry', 'active')) as n`,
    ).catch(() => Number.NaN);
    if (left === 0 || performance.now() > until) return left;
  }
}

/**
 * Every submission stands for one acknowledged filing, every fact of its histories for one acknowledged act, every job for
 * one act that asks for it: what is missing was lost, what is more was done twice. Then everything is replayed.
 */
export async function compare(ledger: Ledger, told: Told, planted: Planted, left: number): Promise<Compared> {
  const tally = { lost: 0, doubled: 0, faults: [] as string[] };
  const count: Count = (what, stands, wanted) => {
    tally.lost += Math.max(0, wanted - stands);
    tally.doubled += Math.max(0, stands - wanted);
    if (stands !== wanted && tally.faults.length < 20) tally.faults.push(`${what}: ${stands} instead of ${wanted}`);
  };
  const { pool } = ledger;
  await compareFacts(pool, told, planted, count);
  const jobs = await compareJobs(pool, told, planted, count);
  await compareIndexes(ledger, told, count);
  const given = await countOf(pool, `select count(*)::int as n from pgboss.job where name = 'failed'`);
  const { streams, facts, rows, log, wrong } = await verify(ledger);
  /* `verify` finds what is in no place of the log; no fact may have two. */
  count('entries of the log', log?.size ?? 0, facts);
  const verified = { streams, facts, rows, log: log?.size ?? 0, wrong };
  return { ...tally, undone: given + left, jobs, verified };
}

type Count = (what: string, stands: number, wanted: number) => void;

async function compareFacts(pool: Pool, told: Told, planted: Planted, count: Count): Promise<void> {
  const wanted = new Map<string, number>();
  for (const { act, number } of told.acknowledged.values()) {
    /* Registering writes a fact of the submission and one of its matter. */
    wanted.set(number, (wanted.get(number) ?? 0) + (act === 'register' ? 2 : 1));
  }
  const { rows } = await pool.query<{ number: string; facts: number; audits: number }>(
    `select s.number,
       (select count(*)::int from fact f where f.region = s.region and f.stream in (s.number, s.number || '-1')) as facts,
       (select count(*)::int from audit a where a.region = s.region and a.stream in (s.number, s.number || '-1')) as audits
     from submission s`,
  );
  const stands = new Map(rows.filter(({ number }) => !planted.numbers.has(number)).map((row) => [row.number, row]));
  for (const [number, facts] of wanted) {
    count(`facts of ${number}`, stands.get(number)?.facts ?? 0, facts);
    count(`trail of ${number}`, stands.get(number)?.audits ?? 0, facts);
  }
  for (const number of stands.keys()) if (!wanted.has(number)) count(`submission ${number}`, 1, 0);
  const kept = await pool.query<{ key: string }>('select key from idempotency');
  const keys = new Set(kept.rows.map(({ key }) => key));
  for (const key of told.acknowledged.keys()) if (!keys.has(key)) count(`kept answer of ${key}`, 0, 1);
}

/** Each act left the work that follows it once, and each piece of work was done once. */
async function compareJobs(pool: Pool, told: Told, planted: Planted, count: Count): Promise<number> {
  const wanted = new Map<string, number>();
  for (const { act, number } of told.acknowledged.values()) {
    if (act === 'file') wanted.set(`index-person ${number}`, 1);
    if (act === 'register') wanted.set(`index-matter ${number}-1`, 1);
    if (act === 'serve') wanted.set(`tell-petitioner ${number}-1`, 1);
  }
  const noted = await pool.query<{ id: string; topic: string; about: string }>(
    `select id, topic, coalesce(payload->>'matter', payload->>'submission', payload->>'number') as about from prove_outbox`,
  );
  const asked = Map.groupBy(noted.rows, ({ topic, about }) => `${topic} ${about}`);
  for (const what of new Set([...wanted.keys(), ...asked.keys()]))
    count(`jobs ${what}`, asked.get(what)?.length ?? 0, wanted.get(what) ?? 0);
  const { rows } = await pool.query<{ id: string }>('select id from job_done');
  const done = new Set(rows.map(({ id }) => id).filter((id) => !planted.jobs.has(id)));
  for (const { id, topic, about } of noted.rows) count(`${topic} ${about} done`, done.has(id) ? 1 : 0, 1);
  count('jobs done', done.size, noted.rows.length);
  const messages = await countOf(pool, 'select count(*)::int as n from message');
  count('messages', messages - planted.messages, noted.rows.filter(({ topic }) => topic === 'tell-petitioner').length);
  return noted.rows.length;
}

/** What handlers leave behind: once for each petition, and as the same handler leaves it when it is asked again now. */
async function compareIndexes(ledger: Ledger, told: Told, count: Count): Promise<void> {
  const acts = [...told.acknowledged.values()];
  const at = (number: string) => ({ region: number.slice(0, 6), submission: number, matter: `${number}-1` });
  const registered = acts.filter(({ act }) => act === 'register').map(({ number }) => at(number));
  const filed = acts.filter(({ act }) => act === 'file').map(({ number }) => at(number));
  const client = await ledger.pool.connect();
  try {
    await client.query('begin');
    const before = { texts: await textsOf(client), keys: await keysOf(client) };
    for (const { matter } of registered) count(`search text of ${matter}`, before.texts.get(matter)?.length ?? 0, 1);
    for (const { submission } of filed)
      count(`keys of the people of ${submission}`, before.keys.has(submission) ? 1 : 0, 1);
    for (const some of inParts(registered, 500)) await indexMatters(ledger, some, client);
    for (const some of inParts(filed, 200)) await indexPersons(ledger, some, client);
    const after = { texts: await textsOf(client), keys: await keysOf(client) };
    for (const name of ['texts', 'keys'] as const)
      for (const [about, marks] of after[name])
        if (before[name].get(about)?.join() !== marks.join()) count(`${name} of ${about} as now made`, 0, 1);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

const textsOf = (client: PoolClient): Promise<Marks> =>
  marksOf(client, 'select matter as about, md5(t::text) as mark from search_text t');
const keysOf = (client: PoolClient): Promise<Marks> =>
  marksOf(client, 'select submission as about, md5(p::text) as mark from person_key p order by p');

/** By what the rows are about. */
type Marks = ReadonlyMap<string, readonly string[]>;

async function marksOf(client: PoolClient, text: string): Promise<Marks> {
  const { rows } = await client.query<{ about: string; mark: string }>(text);
  const byAbout = Map.groupBy(rows, ({ about }) => about);
  return new Map([...byAbout].map(([about, same]) => [about, same.map(({ mark }) => mark)]));
}

function inParts<T>(of: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(of.length / size) }, (_, nth) => of.slice(nth * size, (nth + 1) * size));
}

async function countOf(pool: Pool, text: string): Promise<number> {
  const { rows } = await pool.query<{ n: string | number }>(text);
  return Number(rows[0]?.n);
}
