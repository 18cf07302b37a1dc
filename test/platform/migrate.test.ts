import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeTables } from '../../src/db/generate-types.ts';
import { holdSchema, migrate } from '../../src/db/migrate.ts';
import type { Migration } from '../../src/db/migrations.ts';
import { openTestDatabase, type TestDatabase } from '../world/database.ts';
import { openEarlierDatabase, SINCE } from '../world/earlier-version.ts';

let database: TestDatabase;
afterEach(() => database.close());

const step = (name: string, sql: string): Migration => ({
  name,
  sql,
  sha256: createHash('sha256').update(sql).digest('hex'),
});
const first = step(
  '202601010000-create-thing',
  'CREATE TABLE thing (id int4 PRIMARY KEY); INSERT INTO thing VALUES (1);',
);
const second = step('202601020000-add-name', 'ALTER TABLE thing ADD name text');
const say = () => {};

describe('migrations', () => {
  beforeEach(async () => {
    database = await openTestDatabase({ template: false });
  });

  it('are applied once each, in order', async () => {
    const { pool } = database;
    expect(await migrate({ pool, say, migrations: [first] })).toEqual([first.name]);
    expect(await migrate({ pool, say, migrations: [first, second] })).toEqual([second.name]);
    expect(await migrate({ pool, say, migrations: [first, second] })).toEqual([]);
    const { rows } = await pool.query('SELECT id, name FROM thing');
    expect(rows).toEqual([{ id: 1, name: null }]);
  });

  it('are applied once when several commands start together', async () => {
    const { pool } = database;
    const applied = await Promise.all([1, 2, 3].map(() => migrate({ pool, say, migrations: [first, second] })));
    expect(applied.flat()).toEqual([first.name, second.name]);
  });

  it('leave nothing of one that fails, and keep those before it', async () => {
    const { pool } = database;
    const broken = step('202601020000-break-thing', 'CREATE TABLE other (id int4); SELECT 1 / 0;');
    await expect(migrate({ pool, say, migrations: [first, broken] })).rejects.toThrow(/break-thing: division by zero/);
    const { rows } = await pool.query("SELECT to_regclass('thing') AS thing, to_regclass('other') AS other");
    expect(rows).toEqual([{ thing: 'thing', other: null }]);
  });

  it('that were changed after being applied are a complaint', async () => {
    const { pool } = database;
    await migrate({ pool, say, migrations: [first] });
    const changed = step(first.name, `${first.sql} -- better`);
    await expect(migrate({ pool, say, migrations: [changed] })).rejects.toThrow(
      /changed after.*202601010000-create-thing/,
    );
  });

  it('unknown to this program mean that it is too old for the database', async () => {
    const { pool } = database;
    await migrate({ pool, say, migrations: [first, second] });
    await expect(migrate({ pool, say, migrations: [first] })).rejects.toThrow(/newer than this program.*add-name/);
    await expect(holdSchema({ pool, migrations: [first] })).rejects.toThrow(/newer than this program/);
  });

  it('wait for no command that works on the present schema, but refuse', async () => {
    const { pool } = database;
    await migrate({ pool, say, migrations: [first] });
    const held = await holdSchema({ pool, migrations: [first] });
    await expect(migrate({ pool, say, migrations: [first, second] })).rejects.toThrow(/Stop it first/);
    expect(await migrate({ pool, say, migrations: [first] })).toEqual([]);
    held.release();
    expect(await migrate({ pool, say, migrations: [first, second] })).toEqual([second.name]);
  });

  it('are demanded by a command that does not apply them itself', async () => {
    const { pool } = database;
    await expect(holdSchema({ pool, migrations: [first] })).rejects.toThrow(/run .\/huiying migrate first/);
  });
});

describe('the migrated database', () => {
  beforeEach(async () => {
    database = await openTestDatabase();
  });

  it('is described by src/db/tables.ts', async () => {
    expect(await describeTables(database.pool)).toBe(readFileSync('src/db/tables.ts', 'utf8'));
  });

  it('says of each table what it is for', async () => {
    const { rows } = await database.pool.query(`
      SELECT relname FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND obj_description(oid, 'pg_class') IS NULL`);
    expect(rows).toEqual([]);
  });
});

describe('the database of an earlier version, with cases in it,', () => {
  beforeEach(async () => {
    database = await openEarlierDatabase();
  });

  it('is brought up to this one, and keeps every row', async () => {
    const { pool } = database;
    const kept = () =>
      pool.query(`
        select (select json_agg(f order by stream, seq) from fact f) as facts,
               (select json_agg(s order by stream) from stream s) as streams,
               (select json_agg(s order by number) from submission s) as submissions,
               (select json_agg(c) from clock c) as clocks`);
    const { rows: before } = await kept();
    expect(await migrate({ pool, say })).toEqual(SINCE);
    const { rows: after } = await kept();
    expect(after).toEqual(before);
    expect(before[0]?.facts).toHaveLength(3);
  });

  it('gets what the later steps owe to the rows that were there before', async () => {
    const { pool } = database;
    await migrate({ pool, say });
    /* Who wrote here under a name is looked at once for the repeat test; the work that stood there still does. */
    const { rows: work } = await pool.query('select topic, payload from outbox order by topic');
    expect(work).toEqual([
      { topic: 'index-matter', payload: {} },
      { topic: 'index-person', payload: { region: '990101', submission: '990101-2026-000001' } },
    ]);
    const { rows: passes } = await pool.query('select submission, limited from visit_pass');
    expect(passes).toEqual([{ submission: '990101-2026-000001', limited: false }]);
    const { rows: types } = await pool.query(
      `select distinct data_type from information_schema.columns where table_schema = 'public' and column_name = 'region'`,
    );
    expect(types).toEqual([{ data_type: 'text' }]);
    await pool.query(`update stream set kind = 'recount' where kind = 'matter'`);
    await expect(pool.query(`update fact set actor = 'x'`)).rejects.toThrow(/append-only/);
  });
});
