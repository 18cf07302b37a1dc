import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { backUp } from '../../src/db/backup/back-up.ts';
import { restore } from '../../src/db/backup/restore.ts';
import { migrate } from '../../src/db/migrate.ts';
import type { Migration } from '../../src/db/migrations.ts';
import { keyringOf } from '../../src/platform/secrets/keyring.ts';
import { openTestDatabase, type TestDatabase } from '../world/database.ts';
import { digests, makeFolder, schemaOf } from './hands.ts';

/** What a later step of the schema may bring, and none has yet. */
const sql = `
  create table z_first (id int4 generated always as identity primary key, name text not null,
    upper text generated always as (upper(name)) stored, up int4 references z_first (id));
  create table a_second (id int8 primary key default nextval('a_number'), thing int4 not null references z_first (id));
  create function refuse() returns trigger language plpgsql as $$ begin raise exception 'refused'; end $$;
  insert into z_first (name) values ('put in by the step itself');
  create trigger z_keeps before delete or update on z_first for each row execute function refuse();
  create trigger z_off before insert on z_first for each row execute function refuse();
  alter table z_first disable trigger z_off;
  create index z_names on z_first using gin (to_tsvector('simple', name)) with (fastupdate = off);
  create unique index z_once on z_first (name, up) nulls not distinct;
  create table "Odd ""name" ("a column" int4[], moment timestamptz, bytes bytea, n numeric, f float8, d interval);`;

const migrations: Migration[] = [
  ['202601010000-create-number', 'create sequence a_number'] as const,
  ['202601020000-create-things', sql] as const,
].map(([name, text]) => ({ name, sql: text, sha256: createHash('sha256').update(text).digest('hex') }));

const place = makeFolder();
const keyring = keyringOf(Buffer.alloc(32, 7));
let source: TestDatabase;
let target: TestDatabase;
beforeAll(async () => {
  source = await openTestDatabase({ template: false, max: 2 });
  target = await openTestDatabase({ template: false, max: 2 });
  await migrate({ pool: source.pool, say: () => {}, migrations });
});
afterAll(async () => {
  await source?.close();
  await target?.close();
  place.dispose();
});

it('identities, sequences, computed columns, odd names and values come back, and what a step put in stands once', async () => {
  await source.pool.query(`
    insert into z_first (name, up) values ('ß\\t换行' || chr(10) || '\\N', 1), ('', 2);
    insert into a_second (thing) values (3), (2), (2);
    insert into "Odd ""name" values ('{1,NULL,3}', '2026-03-02 02:00:00.123456+00', '\\x00ff0a5c', 1e-30, 0.1::float8 + 0.2, '1 mon -2 days 03:04:05.6'),
      (null, 'infinity', '', 'NaN', '-0', null);`);
  const file = place.path('any.backup');
  await backUp({ pool: source.pool, keyring, file });
  await restore({ pool: target.pool, keyring, file, migrations });
  const found = await digests(target.pool, ['z_first', 'a_second', '"Odd ""name"']);
  expect(found).toEqual(await digests(source.pool, ['z_first', 'a_second', '"Odd ""name"']));
  expect(found.get('z_first')).toMatch(/^3 /);
  expect(await schemaOf(target.pool)).toEqual(await schemaOf(source.pool));
  const drawn = `insert into z_first (name) values ('next') returning id`;
  expect((await target.pool.query(drawn)).rows).toEqual([{ id: 4 }]);
  expect((await target.pool.query('insert into a_second (thing) values (1) returning id')).rows).toEqual([{ id: '4' }]);
  await expect(target.pool.query('delete from z_first')).rejects.toThrow(/refused/);
});
