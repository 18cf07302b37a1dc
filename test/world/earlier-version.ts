import { migrate } from '../../src/db/migrate.ts';
import { readMigrations } from '../../src/db/migrations.ts';
import { openTestDatabase, type TestDatabase } from './database.ts';

/** The last step an installation of an earlier version had taken. */
export const EARLIER = '202611220400-create-fold';

/** The steps that this version has taken since. */
export const SINCE: readonly string[] = readMigrations()
  .map(({ name }) => name)
  .filter((name) => name > EARLIER);

/**
 * The database of an earlier version with something in every table that a later step changed: two submissions made here,
 * one of them without a name, and one taken over from elsewhere; a matter with its clock; a pass; work in the outbox.
 */
export async function openEarlierDatabase(): Promise<TestDatabase> {
  const database = await openTestDatabase({ template: false, max: 2 });
  const earlier = readMigrations().filter(({ name }) => name <= EARLIER);
  await migrate({ pool: database.pool, say: () => {}, migrations: earlier });
  await database.pool.query(EARLIER_ROWS);
  return database;
}

const EARLIER_ROWS = `
  insert into stream (region, stream, kind, seq, hash, state)
  values ('990101', '990101-2026-000001', 'submission', 1, sha256('a'), '{}'),
         ('990101', '990101-2026-000001-1', 'matter', 2, sha256('c'), '{"phase": "registered"}');
  insert into fact (region, stream, seq, kind, actor, occurred_at, recorded_at, body, prev_hash, hash)
  values ('990101', '990101-2026-000001', 1, 'Arrived', 'staff:a', '2026-03-02T02:00:00.123Z', '2026-03-02T02:00:00.123456Z', '{}', null, sha256('a')),
         ('990101', '990101-2026-000001-1', 1, 'Opened', 'staff:a', '2026-03-02T02:00Z', '2026-03-02T02:00Z', '{"zh": "门口积水"}', null, sha256('b')),
         ('990101', '990101-2026-000001-1', 2, 'Registered', 'staff:a', '2026-03-02T02:00Z', '2026-03-02T02:00Z', '{}', sha256('b'), sha256('c'));
  insert into submission (region, number, body, division, channel, channel_group, purpose, petitioners, identity, phase,
                          origin, received_on, received_at, matters)
  select '990101', number, 'd01-petition', '990101', 'letter', 'letter', 'claim', 1, identity, 'registered', origin,
         '2026-03-02', '2026-03-02T02:00Z', 1
  from (values ('990101-2026-000001', 'claimed', 'here'), ('990101-2026-000002', 'anonymous', 'here'),
               ('990101-2026-000003', 'claimed', 'imported')) as s (number, identity, origin);
  insert into clock (region, stream, id, kind, holder, division, started_on, raw_end, due, assessment_due, outcome, statutory, calendar)
  values ('990101', '990101-2026-000001-1', 'c1', 'forward', 'd01-petition', '990101', '2026-03-02', '2026-03-17',
          '2026-03-17', '2026-03-17', 'running', true, 'assumed');
  insert into visit_pass (id, region, submission, csrf, created_at, expires_at)
  values ('\\x01', '990101', '990101-2026-000001', 'x', now(), now() + interval '1 day');
  insert into outbox (region, id, topic, payload, created_at)
  values ('990101', gen_random_uuid(), 'index-matter', '{}', '2026-03-02T02:00Z');`;
