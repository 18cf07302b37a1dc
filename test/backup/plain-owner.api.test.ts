import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { backUp } from '../../src/db/backup/back-up.ts';
import { restore } from '../../src/db/backup/restore.ts';
import { createPool } from '../../src/platform/postgres/pool.ts';
import { keyringOf } from '../../src/platform/secrets/keyring.ts';
import { openTestDatabase, type TestDatabase } from '../world/database.ts';
import { digests, makeFolder, schemaOf } from './hands.ts';

const place = makeFolder();
const keyring = keyringOf(Buffer.alloc(32, 7));
const owner = `owner_${randomBytes(6).toString('hex')}`;
let source: TestDatabase;
let target: TestDatabase;
beforeAll(async () => {
  source = await openTestDatabase({ max: 2 });
  target = await openTestDatabase({ max: 2, template: false });
  await target.pool.query(`create role ${owner} login password '${owner}'`);
  await target.pool.query(
    `do $$ begin execute format('alter database %I owner to ${owner}', current_database()); end $$`,
  );
});
afterAll(async () => {
  await target?.close();
  await source?.pool.query(`drop role if exists ${owner}`);
  await source?.close();
  place.dispose();
});

it('whoever merely owns the empty database can restore into it, as on a rented server', async () => {
  await source.pool.query(`
    insert into body (id, kind, level, division, profile) values ('b', 'office', 'county', '990101', '{}');
    insert into body (id, parent, kind, level, division, profile) values ('a', 'b', 'office', 'county', '990101', '{}');
    insert into fact (region, stream, seq, kind, actor, occurred_at, recorded_at, body, hash)
    values ('990101', 's', 1, 'Opened', 'staff:a', now(), now(), '{}', sha256('a'));`);
  const file = place.path('one.backup');
  await backUp({ pool: source.pool, keyring, file });
  const pool = createPool(target.url.replace(/\/\/[^@]*@/, `//${owner}:${owner}@`), { max: 1 });
  try {
    await restore({ pool, keyring, file });
    expect(await digests(pool)).toEqual(await digests(source.pool));
    expect(await schemaOf(pool)).toEqual(await schemaOf(source.pool));
    const { rows } = await pool.query('select current_user as me, rolsuper from pg_roles where rolname = current_user');
    expect(rows).toEqual([{ me: owner, rolsuper: false }]);
  } finally {
    await pool.end();
  }
});
